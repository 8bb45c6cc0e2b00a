/** Whoever a roster only names is invited by the school; whoever asks for a link on the start page is answered. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMail } from "../../infra/local/cast/mail-in-hand.ts";
import { readMail } from "../../infra/local/read-mail.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { onePair, openStory, post, type Story, siteUrl } from "./a-school.ts";

let story: Story;
beforeAll(async () => {
  story = await openStory(`${onePair}student,Noor Haddad,noor@riverside.example.edu,,,,,,,,,,
mentor,Luis Ortega,luis@riverside.example.edu,,,,,,,,,,
`);
  await story.until("2026-11-13 09:10");
});
afterAll(() => story.close());

/** What the last sign-up link to somebody opens with, until when it works, and why it came. */
async function told(who: string): Promise<(string | undefined)[]> {
  const { text } = await readMail(story.mail(who, "sign-up-link"));
  const parts = text.split("\n\n").map((part) => part.replace(/\s+/g, " "));
  const find = (start: string) => parts.find((part) => part.startsWith(start));
  return [parts[1], find("The link works "), find("-- ")?.split(". ")[0]];
}

const program = "the mentorship program of Riverside School of Medicine";
const invited = (role: string, until: string) => [
  `The mentorship program of Riverside School of Medicine invites you to take part as a ${role}.`,
  `The link works until ${until} (New York time, UTC−5) and is used up once you have finished the form.`,
  `-- You get this mail because you are invited to ${program}`,
];
const asking = [
  "We are glad that you would like a mentor. Once you have joined, we look for somebody who fits you, and then we arrange a meeting every month.",
  "The link works for 14 days and is used up once you have finished the form.",
  `-- You get this mail because somebody gave this address to ${program}`,
];

const ask = (email: string): Promise<Response> =>
  story.request(new Request(`${siteUrl}/join`, post(new URLSearchParams({ role: "student", email }))));

it("the roster's people are invited in their roles", async () => {
  expect(await told("noor")).toEqual(invited("student", "Friday, November 27, 2026, 9:00 AM"));
  expect(await told("luis")).toEqual(invited("mentor", "Friday, November 27, 2026, 9:00 AM"));
});

it("a roster that is imported at night invites in the morning", async () => {
  const late = await openStory("role,name,email\nstudent,Noor Haddad,noor@riverside.example.edu\n", {
    startAt: inNewYork("2026-11-13 22:00"),
  });
  await late.until("2026-11-14 12:00");
  expect(late.post()).toEqual(["2026-11-14 07:00 sign-up-link → noor"]);
  late.close();
});

it("a fresh link for an invitation that has expired invites again", async () => {
  const { links } = await openMail(story, story.mail("noor", "sign-up-link"));
  await story.until("2026-11-28 10:00");
  await story.request(new Request(`${links.get("sign-up")!.url}/fresh`, { method: "POST" }));
  expect(await told("noor")).toEqual(invited("student", "Saturday, December 12, 2026, 10:00 AM"));
});

it("whoever asks is answered, invited or not", async () => {
  for (const who of ["noor", "ines"]) {
    await ask(`${who}@riverside.example.edu`);
    expect(await told(who)).toEqual(asking);
  }
});

it("whoever is invited joins in the role of the invitation, whatever he or she asks as", async () => {
  await story.until("2026-11-28 10:20");
  await ask("luis@riverside.example.edu");
  await ask("kim@riverside.example.edu");
  await story.settle();
  expect(await story.look("luis", "sign-up-link", "sign-up")).toBe("Join as a mentor");
  expect(await story.look("kim", "sign-up-link", "sign-up")).toBe("Join as a student");
});
