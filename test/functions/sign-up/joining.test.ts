/** Somebody joins: asks for a link, finishes the form behind it, and reads what happens next. */
import { describe, expect, it } from "vitest";
import { signUp } from "../../../functions/sign-up/index.ts";
import { eventOfRequest, responseOf } from "../../../infra/local/front-door.ts";
import { day } from "../../../shared/domain/time.ts";
import { loadPersonByEmail } from "../../../shared/records/people.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { dump, openPagesWorld, siteUrl, startAt } from "../answer/pages-world.ts";
import { browserOf, linkInLastMail } from "./browser.ts";
import { mentorForm, studentForm } from "./forms.ts";

it("as a student", async () => {
  const world = await openPagesWorld();
  const browser = browserOf(world);
  expect((await browser.get("/")).title).toBe("The mentorship program of Riverside School of Medicine");
  await browser.post("/join", { role: "student", email: "Noa@riverside.example.edu" });
  const path = await linkInLastMail(world, "sign-up");
  expect((await browser.get(path)).title).toBe("Join as a student");

  const joined = await browser.post(path, studentForm);
  expect([joined.status, joined.title]).toEqual([200, "Welcome, Noa Levy"]);
  expect(joined.text).toBe(
    "Welcome, Noa Levy What happens next We look for a mentor who fits your goals. You get a mail that says who it is, and why. When a month opens, 7 days before it begins, we book a time at which both of you are free, and you get the invitation. If the pairing or a time does not suit you, say so with one tap from the mail. Nobody asks why. There is nothing else you need to do. What you told us can be changed on your own page.",
  );
  const { id, ...person } = (await loadPersonByEmail(tableOf(world.runtime), "noa@riverside.example.edu"))!;
  expect(id).toMatch(/^[a-z2-7]{16}$/);
  expect(person).toEqual({
    revision: 1,
    email: "Noa@riverside.example.edu",
    name: "Noa Levy",
    timeZone: "America/New_York",
    joinedAt: startAt,
    agreedAt: startAt,
    availability: {
      weekly: [{ day: "Tue", start: "17:00", end: "19:30", level: "free" }],
      overrides: [],
      absences: [],
    },
    student: {
      stage: "MS2",
      specialties: ["Pediatrics", "medical genetics"],
      focus: ["research"],
      goals: [{ area: "career direction", text: "Decide between pediatrics and genetics." }],
      mentorsWanted: 1,
    },
    wantsOptionalMail: true,
    gratitude: {},
  });
  await world.close();
});

it("as a mentor from outside, who waits to be approved", async () => {
  const world = await openPagesWorld();
  const browser = browserOf(world);
  await browser.post("/join", { role: "mentor", email: "sam@riverside.example.edu" });
  const joined = await browser.post(await linkInLastMail(world, "sign-up"), mentorForm);
  expect(joined.text).toContain(
    "What happens next You come from outside the school, so somebody who runs the program approves you first. We look for students whom you can help.",
  );
  const person = await loadPersonByEmail(tableOf(world.runtime), "sam@riverside.example.edu");
  expect(person?.mentor).toEqual({
    kind: "online",
    stage: "attending",
    specialties: ["Cardiology"],
    focus: ["networking"],
    capacity: 2,
    place: "https://meet.example/sam",
    approved: false,
  });
  await world.close();
});

const noTime =
  "In the next four weeks there is no time at which you could meet for 45 minutes, so no meeting can be booked.";

it.each([
  ["none at all", { "day-0": "", "from-0": "", "to-0": "" }, noTime],
  ["stretches that are too short", { "to-0": "17:30" }, noTime],
  [
    "an hour a week",
    { "to-0": "18:00" },
    "You have given less than two hours a week. With so little, there is often no time that suits both.",
  ],
])(
  "too little free time is said at once, and nobody is told that all is done: %s",
  async (_what, less, says) => {
    const world = await openPagesWorld();
    const browser = browserOf(world);
    await browser.post("/join", { role: "student", email: "noa@riverside.example.edu" });
    const joined = await browser.post(await linkInLastMail(world, "sign-up"), { ...studentForm, ...less });
    expect(joined.text).toBe(
      `Welcome, Noa Levy ${says} Please sign in and add times; one more hour a week helps a lot.What happens next We look for a mentor who fits your goals. You get a mail that says who it is, and why. When a month opens, 7 days before it begins, we book a time at which both of you are free, and you get the invitation. If the pairing or a time does not suit you, say so with one tap from the mail. Nobody asks why. What you told us can be changed on your own page.`,
    );
    await world.close();
  },
);

it("once: the link is used up by the finished form, and a second link of the same address joins nobody twice", async () => {
  const world = await openPagesWorld();
  const browser = browserOf(world);
  const ask = async () => {
    await browser.post("/join", { role: "student", email: "noa@riverside.example.edu" });
    await world.advanceTo(world.now() + 60_000);
    return linkInLastMail(world, "sign-up");
  };
  const [path, other] = [await ask(), await ask()];
  expect(other).not.toBe(path);
  await browser.post(path, studentForm);
  const before = await dump(world);
  const elsewhere = browserOf(world);
  for (const opened of [
    await elsewhere.get(path),
    await elsewhere.post(path, studentForm),
    await browser.post(other, studentForm),
  ])
    expect([opened.status, opened.title]).toEqual([409, "You have joined already"]);
  expect(await dump(world)).toEqual(before);
  await world.close();
});

describe("with a double click", () => {
  const form = { ...studentForm, "to-0": "18:00" };
  const welcome = /^Welcome, Noa Levy You have given less than two hours a week\./;
  const mails = [
    "Join the mentorship program of Riverside School of Medicine",
    "Welcome to the mentorship program of Riverside School of Medicine",
  ];

  it("the same browser reads the same welcome again", async () => {
    const world = await openPagesWorld();
    await browserOf(world).post("/join", { role: "student", email: "noa@riverside.example.edu" });
    const path = await linkInLastMail(world, "sign-up");
    const browser = browserOf(world);
    const cookies = (await browser.get(path)).headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.replace(/^browser=[\w-]{43};/, "browser=…;"))).toEqual([
      "browser=…; Max-Age=10800; Path=/; HttpOnly; Secure; SameSite=Lax",
    ]);
    const { text } = await browser.post(path, form);
    expect(text).toMatch(welcome);
    const before = await dump(world);
    for (const again of [await browser.post(path, form), await browser.get(path)])
      expect([again.status, again.text]).toEqual([200, text]);
    expect(await dump(world)).toEqual(before);
    expect(world.mailbox.map(({ subject }) => subject)).toEqual(mails);
    await world.close();
  });

  it("so does the click that comes while the first is at work", async () => {
    const world = await openPagesWorld();
    const browser = browserOf(world);
    await browser.post("/join", { role: "student", email: "noa@riverside.example.edu" });
    const path = await linkInLastMail(world, "sign-up");
    const handle = signUp(world.runtime);
    const headers = { cookie: `browser=${browser.cookies.get("browser")}` };
    const click = async () => {
      const request = new Request(`${siteUrl}${path}`, {
        method: "POST",
        headers,
        body: new URLSearchParams(form),
      });
      return responseOf(await handle(await eventOfRequest(request, "r", world.now())), "POST");
    };
    const answers = await Promise.all([click(), click()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.text()));
    expect(first).toContain("Welcome, Noa Levy");
    expect(second).toBe(first);
    expect(world.mailbox.map(({ subject }) => subject)).toEqual(mails);
    await world.close();
  });
});

it("late: an expired link explains, and sends one fresh link that works", async () => {
  const world = await openPagesWorld();
  const browser = browserOf(world);
  await browser.post("/join", { role: "mentor", email: "sam@riverside.example.edu" });
  const path = await linkInLastMail(world, "sign-up");
  await world.advanceTo(startAt + 14 * day - 1);
  expect((await browser.get(path)).status).toBe(200);
  await world.advanceTo(startAt + 14 * day);
  const before = await dump(world);
  for (const opened of [await browser.get(path), await browser.post(path, mentorForm)])
    expect([opened.status, opened.title]).toEqual([410, "This link has expired"]);
  expect(await dump(world)).toEqual(before);
  expect((await browser.post(`${path}/fresh`, {})).title).toBe("A fresh link is on its way");
  expect((await browser.post(`${path}/fresh`, {})).title).toBe("A fresh link is on its way");
  expect(world.mailbox.map(({ subject, to }) => [subject, to])).toEqual([
    ["Join the mentorship program of Riverside School of Medicine", "sam@riverside.example.edu"],
    ["Join the mentorship program of Riverside School of Medicine", "sam@riverside.example.edu"],
  ]);
  const joined = await browser.post(await linkInLastMail(world, "sign-up"), mentorForm);
  expect([joined.status, joined.title]).toEqual([200, "Welcome, Sam Osei"]);
  await world.close();
});

it("with a link that a mail program has broken in two lines", async () => {
  const world = await openPagesWorld();
  const browser = browserOf(world);
  await browser.post("/join", { role: "student", email: "noa@riverside.example.edu" });
  const path = await linkInLastMail(world, "sign-up");
  const broken = `${path.slice(0, 30)}%0D%0A${path.slice(30)}`;
  expect((await browser.get(broken)).title).toBe("Join as a student");
  expect((await browser.get(`${broken}/fresh`)).headers.get("location")).toBe(path);
  expect((await browser.post(broken, studentForm)).title).toBe("Welcome, Noa Levy");
  await world.close();
});

it("with an unknown link: not found", async () => {
  const world = await openPagesWorld();
  const { status, title } = await browserOf(world).get(`/join/${"B".repeat(65)}`);
  expect([status, title]).toEqual([404, "We do not know this link"]);
  await world.close();
});

it.each(["/students", "/wp-admin/login.php"])("at an address that leads nowhere: %s", async (path) => {
  const world = await openPagesWorld();
  const page = await browserOf(world).get(path);
  expect([page.status, page.title]).toEqual([404, "There is nothing here"]);
  expect(page.html).toContain('begin at <a href="/">the start page</a>');
  await world.close();
});
