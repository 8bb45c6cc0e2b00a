/** Scheduler gives punctuality, the sweep gives certainty: with Scheduler switched off every mail of the month still goes out, minutes later. */
import { expect, it } from "vitest";
import { onePair, openStory, pairEverybody } from "./a-school.ts";

const secondPair = `student,Ana Costa,ana@riverside.example.edu,,MS1,surgery,networking,1,America/New_York,Tue 12:00-14:00,,networking: Meet people who do rural medicine,
mentor,Tom Reed,tom@riverside.example.edu,resident,PGY3,surgery,networking,1,America/New_York,Tue 12:00-13:00,,,Cafeteria
`;

async function month(schedulerOn: boolean): Promise<{ what: string[]; at: Map<string, number> }> {
  const story = await openStory(onePair + secondPair, { schedulerOn });
  await pairEverybody(story);
  await story.until("2026-12-31 12:00");
  const at = new Map(
    story.mailbox.map((mail) => [`${mail.tags.letter} → ${mail.to}, ${mail.subject}`, mail.at]),
  );
  await story.close();
  return { what: [...at.keys()].sort(), at };
}

it("sends the same mails to the same people, none twice, each at most five minutes later", async () => {
  const [punctual, swept] = [await month(true), await month(false)];
  expect(swept.what).toEqual(punctual.what);
  expect(punctual.what.filter((line) => line.startsWith("reminder"))).toHaveLength(4);
  for (const [mail, at] of punctual.at) {
    const lateMinutes = (swept.at.get(mail)! - at) / 60_000;
    expect(lateMinutes, mail).toBeGreaterThanOrEqual(0);
    expect(lateMinutes, mail).toBeLessThanOrEqual(5);
  }
});
