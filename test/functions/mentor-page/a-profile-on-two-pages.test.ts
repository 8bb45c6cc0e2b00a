/** A profile that is saved from a page of before changes what was typed there, and not what another page has saved since. */
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";

const path = "/mentor/profile";

let world: OwnWorld;
beforeEach(async () => {
  const mentor = { ...ravi.mentor!, assesses: ["ann@riverside.example.edu", "bo@riverside.example.edu"] };
  world = await openOwnWorld({ ravi: { mentor } });
});
afterEach(() => world.close());

/** The form as a browser would send it, which ends lines with CRLF. */
async function openForm(): Promise<URLSearchParams> {
  const form = parse((await world.browse(ravi.email, path)).html).querySelector(`form[action="${path}"]`)!;
  const sent = new URLSearchParams();
  for (const field of form.querySelectorAll("input, select, textarea")) {
    const name = field.getAttribute("name")!;
    const isBox = field.getAttribute("type") === "checkbox";
    if (isBox && !field.hasAttribute("checked")) continue;
    const chosen = field.querySelector("option[selected]")?.getAttribute("value");
    const text = field.tagName === "TEXTAREA" ? field.textContent.trim() : field.getAttribute("value");
    sent.append(name, (chosen ?? text ?? "").replaceAll("\n", "\r\n"));
  }
  return sent;
}

const save = async (form: URLSearchParams) => (await world.browse(ravi.email, path, form)).status;

it("keeps the new place and the new help of both pages", async () => {
  const [phone, laptop] = [await openForm(), await openForm()];
  laptop.set("place", "Clinic C");
  expect(await save(laptop)).toBe(303);
  phone.set("capacity", "3");
  phone.append("focus", "networking");
  phone.set("assesses", "ann@riverside.example.edu");
  expect(await save(phone)).toBe(303);
  expect((await world.person(ravi.id))?.mentor).toEqual({
    ...ravi.mentor,
    capacity: 3,
    focus: ["research", "networking"],
    place: "Clinic C",
    assesses: ["ann@riverside.example.edu"],
  });
  expect((await world.meeting())?.place).toBe("Clinic C");
});

it("keeps what the other page has saved of a list, and what was typed beside a fault", async () => {
  const [phone, laptop] = [await openForm(), await openForm()];
  laptop.set("assesses", "cy@riverside.example.edu");
  laptop.set("name", "Ravi K. Menon");
  expect(await save(laptop)).toBe(303);
  phone.set("capacity", "11");
  const refused = await world.browse(ravi.email, path, phone);
  expect(refused.status).toBe(422);
  const shown = (name: string) => parse(refused.html).querySelector(`[name=${name}]`);
  expect(shown("capacity")?.getAttribute("value")).toBe("11");
  expect(shown("name")?.getAttribute("value")).toBe("Ravi K. Menon");
  phone.set("capacity", "4");
  expect(await save(phone)).toBe(303);
  expect(await world.person(ravi.id)).toMatchObject({
    name: "Ravi K. Menon",
    mentor: { capacity: 4, assesses: ["cy@riverside.example.edu"] },
  });
});
