/** A mail is what an independent reader of MIME takes it for, and nobody's name or address can add to it. */
import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import type { LetterContext } from "../../shared/letters/letter.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { composeMime, type Envelope } from "../../shared/runtime/mime.ts";
import { contextFor, maya, meeting, school } from "../letters/cast.ts";

const envelope = (
  letter: LetterName,
  changes: Partial<LetterContext> = {},
  to: Envelope["to"] = { name: maya.name, address: maya.email },
): Envelope => ({
  school,
  to,
  rendered: renderLetter(letter, contextFor("student", changes)),
  messageId: "Zm9v_YmFy-1",
  date: Date.UTC(2026, 10, 24, 14),
  boundarySeed: "Zm9v_YmFy-1",
});

const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const headerOf = (mail: { headers: { key: string; value: string }[] }, key: string): string[] =>
  mail.headers.filter((header) => header.key === key).map((header) => header.value);
const lf = (text: string | undefined): string | undefined => text?.replaceAll("\r\n", "\n");

describe("an invitation", () => {
  const given = envelope("invite");

  test("has the letter as text and as HTML", async () => {
    const mail = await PostalMime.parse(await composeMime(given));
    expect(lf(mail.text)?.trim()).toBe(given.rendered.text.trim());
    expect(lf(mail.html)?.trim()).toBe(given.rendered.html.trim());
  });

  test("goes from the school to one reader, and replies go to the school", async () => {
    const mail = await PostalMime.parse(await composeMime(given));
    const sender = { name: "Riverside Mentorship", address: "mentorship@med.riverside.example" };
    expect(mail.from).toEqual(sender);
    expect(mail.replyTo).toEqual([sender]);
    expect(mail.to).toEqual([{ name: "Maya Chen", address: "maya.chen@med.riverside.example" }]);
    expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    expect(mail.subject).toBe("Meeting with Dr. Helen Okafor: Thursday, December 10, 5:00 PM");
    expect(mail.messageId).toBe("<Zm9v_YmFy-1@med.riverside.example>");
    expect(mail.date).toBe("2026-11-24T14:00:00.000Z");
  });

  test("says that a machine wrote it, and cannot be switched off", async () => {
    const mail = await PostalMime.parse(await composeMime(given));
    expect(headerOf(mail, "auto-submitted")).toEqual(["auto-generated"]);
    expect(headerOf(mail, "list-unsubscribe")).toEqual([]);
    expect(headerOf(mail, "list-unsubscribe-post")).toEqual([]);
  });

  test("carries its calendar entry as an alternative and as a file", async () => {
    const mail = await PostalMime.parse(await composeMime(given));
    const parts = mail.attachments.map(({ mimeType, method, filename, disposition, content }) => ({
      mimeType,
      method,
      filename,
      disposition,
      entry: typeof content === "string" ? content : decode(new Uint8Array(content as ArrayBuffer)),
    }));
    expect(parts.map(({ entry: _, ...part }) => part)).toEqual([
      { mimeType: "text/calendar", method: "REQUEST", filename: null, disposition: null },
      { mimeType: "application/ics", method: undefined, filename: "invite.ics", disposition: "attachment" },
    ]);
    expect(lf(parts[0]?.entry)?.trim()).toBe(lf(given.rendered.calendar?.entry)?.trim());
    expect(lf(parts[1]?.entry)).toBe(lf(given.rendered.calendar?.entry));
  });

  test("is multipart/alternative in the order text, HTML, calendar", async () => {
    const types = decode(await composeMime(given)).match(/^Content-Type: [^;\r]+/gm);
    expect(types).toEqual([
      "Content-Type: multipart/mixed",
      "Content-Type: multipart/alternative",
      "Content-Type: text/plain",
      "Content-Type: text/html",
      "Content-Type: text/calendar",
      "Content-Type: application/ics",
    ]);
  });
});

test("a called-off meeting's part and entry both say CANCEL", async () => {
  const given = envelope("called-off", {
    data: { by: "mentor", again: 1 },
    meeting: { ...meeting, arrangement: 2 },
  });
  const mail = await PostalMime.parse(await composeMime(given));
  expect(mail.attachments[0]?.method).toBe("CANCEL");
  expect(given.rendered.calendar?.entry).toContain("\r\nMETHOD:CANCEL\r\n");
});

test("mail that may be switched off says how, in one click", async () => {
  const mail = await PostalMime.parse(await composeMime(envelope("feedback-nudge")));
  const link = contextFor("student").link("unsubscribe");
  expect(headerOf(mail, "list-unsubscribe")).toEqual([`<${link}>`]);
  expect(headerOf(mail, "list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
});

test("the same letter is the same bytes", async () => {
  expect(await composeMime(envelope("invite"))).toEqual(await composeMime(envelope("invite")));
});

test("every line is short enough for any server and ends in CRLF", async () => {
  const name = "李".repeat(100);
  const bytes = await composeMime(
    envelope("invite", { student: { ...maya, name } }, { name, address: maya.email }),
  );
  const lines = decode(bytes).split("\r\n");
  expect(lines.filter((line) => /[\r\n]/.test(line) || line.length > 998)).toEqual([]);
});

describe("names and addresses", () => {
  test("a name in any script arrives as it was written", async () => {
    for (const name of ["Zoë Łukasiewicz", "李小龍", 'O\'Neil, "Jo" <x@evil.example>', "محمد"]) {
      const mail = await PostalMime.parse(
        await composeMime(envelope("goodbye", {}, { name, address: maya.email })),
      );
      expect(mail.to).toEqual([{ name, address: maya.email }]);
    }
  });

  test("no name adds a header or a reader", async () => {
    const plain = await PostalMime.parse(await composeMime(envelope("goodbye")));
    const keys = plain.headers.map(({ key }) => key);
    const tricky = fc.string({
      unit: fc.constantFrom(
        "\r",
        "\n",
        "\r\nBcc: x@evil.example",
        "\u2028",
        "\0",
        ",",
        "<",
        ">",
        '"',
        "\\",
        "a",
        "é",
      ),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(tricky, async (name) => {
        const given = envelope(
          "goodbye",
          { mentor: { ...contextFor("mentor").mentor!, name } },
          { name, address: maya.email },
        );
        const mail = await PostalMime.parse(
          await composeMime({ ...given, rendered: { ...given.rendered, subject: `About ${name}` } }),
        );
        expect(mail.headers.map(({ key }) => key)).toEqual(keys);
        expect(mail.to?.map(({ address }) => address)).toEqual([maya.email]);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    "a@b.example\r\nBcc: x@evil.example",
    "a@b.example, x@evil.example",
    "<a@b.example>",
    "nobody",
    "",
  ])("%j is no address to send to", (address) => {
    expect(() => composeMime(envelope("goodbye", {}, { name: "A", address }))).toThrow(
      "not an e-mail address",
    );
  });
});
