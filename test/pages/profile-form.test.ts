/** A profile in a form: what is known comes out unchanged, and what cannot be kept is refused beside its field. */
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import {
  mentorFields,
  parseMentor,
  parseName,
  parseStudent,
  typedProfile,
} from "../../shared/pages/profile-form.ts";
import { typedOf } from "../../shared/pages/typed.ts";
import { maya, ravi } from "../functions/answer/a-pair-in-december.ts";

describe("a profile in a form", () => {
  it("of a student comes out as it went in", () => {
    const typed = typedProfile(maya, "student");
    expect([parseName(typed), parseStudent(typed)]).toEqual([
      { ok: true, value: "Maya Chen" },
      {
        ok: true,
        value: { stage: "MS3", specialties: ["Pediatrics"], focus: ["research"], mentorsWanted: 1 },
      },
    ]);
  });

  it("of a mentor comes out as it went in, without a word on approval", () => {
    expect(parseMentor(typedProfile(ravi, "mentor"))).toEqual({
      ok: true,
      value: {
        kind: "faculty",
        stage: "attending",
        specialties: ["Pediatrics"],
        focus: ["research"],
        capacity: 2,
        place: "Room 4.102",
      },
    });
  });

  it("of a mentor offers no way to choose nothing", () => {
    const form = parse(String(mentorFields({ typed: typedProfile(ravi, "mentor"), faults: [] })));
    const chosen = (name: string) => [
      form.querySelector(`[name=${name}] option`)?.getAttribute("value"),
      form.querySelector(`[name=${name}] option[selected]`)?.getAttribute("value"),
    ];
    expect([chosen("kind"), chosen("stage")]).toEqual([
      ["faculty", "faculty"],
      ["MS1", "attending"],
    ]);
  });

  it("reads specialties between commas, semicolons and lines, each once", () => {
    const typed = typedOf({
      stage: "MS1",
      mentorsWanted: 2,
      specialties: " pediatrics,  surgery;pediatrics\n,radiology ",
    });
    expect(parseStudent(typed)).toMatchObject({
      value: { specialties: ["pediatrics", "surgery", "radiology"] },
    });
  });

  it("refuses what cannot be kept, beside each field", () => {
    const typed = typedOf({
      kind: "dean",
      stage: "PGY9",
      specialties: "a,b,c,d,e,f,g,h,i,j,k,l,m",
      capacity: "11",
      place: "x".repeat(241),
    });
    expect(parseMentor(typed)).toEqual({
      ok: false,
      refusal: [
        { field: "kind", sentence: "Choose what you mentor as." },
        { field: "stage", sentence: "Choose where you are on your way." },
        { field: "specialties", sentence: "Name at most 12." },
        { field: "capacity", sentence: "Enter a whole number from 1 to 10." },
        { field: "place", sentence: "This is 241 characters long; at most 240 can be kept." },
      ],
    });
  });

  it.each(["", "   "])("refuses a name like “%s”", (name) => {
    expect(parseName(typedOf({ name }))).toEqual({
      ok: false,
      refusal: [{ field: "name", sentence: "Tell us your name." }],
    });
  });

  it.each(["Wei\nBcc: all@x.edu", "Wei\u0007", "Wei\u2028Aydin", "Wei \u202enidyA", "\u2066Wei"])(
    "refuses the name %j",
    (name) => {
      const sentence = "The name contains a line break or another control character. Type it anew.";
      expect(parseName(typedOf({ name }))).toEqual({ ok: false, refusal: [{ field: "name", sentence }] });
    },
  );

  it.each(["Wei Aydın", "נועה לוי", "Ndidi Ọ́", "Zoë\u200d"])("takes the name %s", (name) => {
    expect(parseName(typedOf({ name }))).toEqual({ ok: true, value: name });
  });
});
