/** Every function of the product. CDK, the local world, the alarms and the tests read this table. */

export type Permission =
  /** Read records whose keys are known. */
  | "read-table"
  /** Go through what lies beside a person, and through the school's lists. */
  | "search-table"
  /** Find whatever is due. */
  | "find-due"
  /** Put records and change them. */
  | "write-table"
  /** Remove a record: an invitation that was taken up, a session, a note of thanks, a round whose month is over. */
  | "remove-from-table"
  /** Send mail from the school's address, through its configuration set; each is claimed together with what it is about. */
  | "send-mail"
  /** Create one-time schedules in the school's group. */
  | "set-clock";

/** What starts a function. */
export type Opener =
  /** HTTP requests whose path starts with one of these. */
  | { by: "pages"; paths: readonly string[] }
  /** Meetings and mentorships whose time has come, from the queue behind Scheduler. */
  | { by: "clock-queue" }
  /** What SES says about a mail, through SNS. */
  | { by: "mail-events" }
  | { by: "every"; minutes: number }
  /** The school's own opening hour, every day, in the school's zone. */
  | { by: "opening-hour" };

export type FunctionEntry = {
  /** Its folder under `functions/`; the file is `index.ts`, the export `handler`. */
  name: string;
  does: string;
  opensBy: Opener;
  may: readonly Permission[];
  /** Who suffers when it fails, in an alarm's words. */
  whoIsHurt: string;
  timeoutSeconds: number;
  memoryMiB: number;
};

export const catalogue = [
  {
    name: "sign-up",
    does: "Lets people ask for a link, join the program, and sign in.",
    opensBy: { by: "pages", paths: ["/", "/join", "/sign-in", "/sign-out"] },
    may: ["read-table", "write-table", "remove-from-table", "send-mail"],
    whoIsHurt: "Nobody can join or sign in.",
    timeoutSeconds: 15,
    memoryMiB: 512,
  },
  {
    name: "student-page",
    does: "Shows a student his or her mentors, meetings, goals and free time.",
    opensBy: { by: "pages", paths: ["/student"] },
    may: ["read-table", "search-table", "write-table", "send-mail", "set-clock"],
    whoIsHurt: "Students cannot see or change their meetings, goals and times.",
    timeoutSeconds: 15,
    memoryMiB: 512,
  },
  {
    name: "mentor-page",
    does: "Shows a mentor his or her students, meetings, thanks and free time.",
    opensBy: { by: "pages", paths: ["/mentor"] },
    may: ["read-table", "search-table", "write-table", "remove-from-table", "send-mail", "set-clock"],
    whoIsHurt: "Mentors cannot see or change their meetings and times.",
    timeoutSeconds: 15,
    memoryMiB: 512,
  },
  {
    name: "administrator-page",
    does: "Lets an administrator see people, confirm pairs, open a month and read the mail log.",
    opensBy: { by: "pages", paths: ["/administrator"] },
    may: [
      "read-table",
      "search-table",
      "find-due",
      "write-table",
      "remove-from-table",
      "send-mail",
      "set-clock",
    ],
    whoIsHurt: "The administrator cannot confirm pairs, open a month or see the program.",
    timeoutSeconds: 29,
    memoryMiB: 1024,
  },
  {
    name: "import-people",
    does: "Takes an administrator's file of people: all of it, or nothing and every fault by its row.",
    opensBy: { by: "pages", paths: ["/administrator/import"] },
    may: ["read-table", "search-table", "write-table", "remove-from-table"],
    whoIsHurt: "The administrator cannot bring people in from a file.",
    timeoutSeconds: 29,
    memoryMiB: 1024,
  },
  {
    name: "answer",
    does: "Takes the answers that people give from a mail: works for me, another time, running late, did you meet, thank you.",
    opensBy: { by: "pages", paths: ["/answer"] },
    may: ["read-table", "search-table", "write-table", "send-mail", "set-clock"],
    whoIsHurt: "Answers from mails are lost: people cannot confirm, move, call off, run late or say thanks.",
    timeoutSeconds: 15,
    memoryMiB: 512,
  },
  {
    name: "wake",
    does: "Does what time brings about for one meeting or mentorship, at the minute it is due.",
    opensBy: { by: "clock-queue" },
    may: ["read-table", "search-table", "write-table", "send-mail", "set-clock"],
    whoIsHurt: "Reminders come up to some minutes late, when the sweep finds them.",
    timeoutSeconds: 60,
    memoryMiB: 512,
  },
  {
    name: "sweep",
    does: "Finds whatever is due and was not done, and does it.",
    opensBy: { by: "every", minutes: 5 },
    may: [
      "read-table",
      "search-table",
      "find-due",
      "write-table",
      "remove-from-table",
      "send-mail",
      "set-clock",
    ],
    whoIsHurt: "Mail that was parked, lost its alarm clock or met a fault is not sent.",
    timeoutSeconds: 600,
    memoryMiB: 1024,
  },
  {
    name: "open-month",
    does: "Opens the school's month on its day: plans and books a meeting for every pair.",
    opensBy: { by: "opening-hour" },
    may: ["read-table", "search-table", "write-table", "remove-from-table", "send-mail", "set-clock"],
    whoIsHurt: "The month's meetings are not booked until the sweep opens it.",
    timeoutSeconds: 900,
    memoryMiB: 2048,
  },
  {
    name: "mail-events",
    does: "Settles each message by what SES says of it: accepted, delivered, bounced, complained.",
    opensBy: { by: "mail-events" },
    may: ["read-table", "search-table", "write-table"],
    whoIsHurt: "Bounces go unnoticed, and mail in doubt stays in doubt.",
    timeoutSeconds: 30,
    memoryMiB: 256,
  },
] as const satisfies readonly FunctionEntry[];

export type FunctionName = (typeof catalogue)[number]["name"];
