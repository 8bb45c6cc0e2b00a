/** Whoever types an address gets the same answer, byte for byte, whether it is known, may join, or neither; only the mail differs. */
import { expect, it } from "vitest";
import { openPairWorld } from "../answer/a-pair-in-december.ts";
import { open } from "../answer/pages-world.ts";

const addresses = (subjectForNew: string): [string, string[]][] => [
  ["maya@riverside.example.edu", ["Your link to sign in → maya@riverside.example.edu"]],
  ["MAYA@Riverside.Example.edu", []],
  ["programme@riverside.example.edu", ["Your link to sign in → programme@riverside.example.edu"]],
  ["new@riverside.example.edu", [`${subjectForNew} → new@riverside.example.edu`]],
  ["stranger@elsewhere.example", []],
];

it.each([
  ["/join", { role: "student" }, "Join the mentorship program of Riverside School of Medicine"],
  [
    "/sign-in",
    {},
    "Nobody has joined the mentorship program of Riverside School of Medicine with this address",
  ],
])("%s", async (path, fields, subjectForNew) => {
  const world = await openPairWorld();
  world.newMail();
  const answers = [];
  for (const [email, mails] of addresses(subjectForNew)) {
    const { status, html, headers } = await open(world, path, { form: { ...fields, email } });
    expect(world.newMail()).toEqual(mails);
    const sent = [...headers].map(([name, value]) => [
      name,
      value.replace(/^browser=[\w-]{43};/, "browser=…;"),
    ]);
    answers.push({ status, html, sent });
    expect(status).toBe(200);
    expect(html).not.toContain(email);
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  await world.close();
});

it("whoever asks to sign in and then to join within one minute gets both mails", async () => {
  const world = await openPairWorld();
  world.newMail();
  const email = "new@riverside.example.edu";
  await open(world, "/sign-in", { form: { email } });
  await open(world, "/join", { form: { email, role: "student" } });
  expect(world.newMail()).toEqual([
    `Nobody has joined the mentorship program of Riverside School of Medicine with this address → ${email}`,
    `Join the mentorship program of Riverside School of Medicine → ${email}`,
  ]);
  await world.close();
});

it.each([
  ["not an address", "maya", "This is not an e-mail address: it looks like name@school.edu."],
  [
    "an address with a line break in it",
    "maya@riverside.example.edu\r\nBcc: all@example.com",
    "This is not an e-mail address: it looks like name@school.edu.",
  ],
  ["nothing", "", "Tell us your e-mail address."],
  ["an endless address", `${"a".repeat(250)}@b.co`, "This is 255 characters long; at most 254 can be kept."],
])("%s is told beside the field, and what was typed is kept", async (_what, email, says) => {
  const world = await openPairWorld();
  world.newMail();
  const { status, text, html } = await open(world, "/sign-in", { form: { email: `${email}` } });
  expect(status).toBe(422);
  expect(text).toContain(says);
  if (!email.includes("\n")) expect(html).toContain(`name="email" value="${email}"`);
  expect(world.newMail()).toEqual([]);
  await world.close();
});
