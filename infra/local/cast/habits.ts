/** What people do with each letter: a table of chances, from which every temperament draws its own answers. */
import { weekdays } from "../../../shared/domain/availability.ts";
import { civilAt } from "../../../shared/domain/calendar.ts";
import type { LetterName } from "../../../shared/domain/letter-rules.ts";
import type { Meeting } from "../../../shared/domain/meetings.ts";
import { mentorsWantedMax } from "../../../shared/domain/people.ts";
import { hour, type Instant, minute } from "../../../shared/domain/time.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { type Answers, emptyRow } from "./form.ts";
import type { Temperament } from "./temperament.ts";

/** One use of one link of the mail: when, and what is entered on its page. */
export type Deed = { verb: Verb; at: Instant; answers: Answers };

export type Situation = {
  role: "student" | "mentor";
  person: Temperament;
  /** What the two share, so that they tell the same story. */
  together: Temperament;
  meeting: Meeting | undefined;
  /** When the mail is read. */
  readAt: Instant;
};

type Habit = (situation: Situation) => Deed[];
const never: Habit = () => [];

const questions = [
  "How did you choose your specialty?",
  "What would you do differently in your third year?",
  "Would you look over my abstract before I submit it?",
  "How do you keep time for people outside the hospital?",
];
const steps = [
  "Send a first outline of the project.",
  "Shadow one clinic morning.",
  "Write down three options and what speaks against each.",
  "Ask the librarian about the search.",
];
const lines = [
  "You listen well; speak up a little earlier.",
  "Bring one concrete question next time.",
  "Good preparation. Keep the notes short.",
  "Try to say no to one thing this month.",
];
const thanks = [
  "Thank you for your time and your honest words. They helped me decide.",
  "I came out of every talk with one thing to do and less to worry about. Thank you!",
  "You made room for me in a full week. I won't forget that.",
];

const answerInvitation: Habit = ({ person, meeting, readAt }) => {
  const on = `${meeting?.id} ${meeting?.arrangement}`;
  if (person.chance(`skips ${on}`, 0.02)) return [{ verb: "skip-month", at: readAt, answers: {} }];
  if (person.chance(`moves ${on}`, 0.07))
    return [
      {
        verb: "move",
        at: readAt,
        answers: {
          startAt: (offered) => (offered.length > 0 ? person.pick(`slot ${on}`, offered) : undefined),
        },
      },
    ];
  return person.chance(`confirms ${on}`, 0.6 * person.diligence)
    ? [{ verb: "confirm", at: readAt, answers: {} }]
    : [];
};

/** What really came of a meeting; both know it, and both may say so. */
const attendanceOf = ({ together, meeting }: Situation): string => {
  if (together.chance(`met ${meeting?.id}`, 0.86)) return "met";
  return together.pick(`else ${meeting?.id}`, [
    "met-shortened",
    "met-shortened",
    "missed-with-notice",
    "missed-without-notice",
  ]);
};

const tell = (situation: Situation, willingness: number): Deed[] => {
  const { person, meeting, role, readAt } = situation;
  if (!person.chance(`answers ${meeting?.id} ${willingness}`, willingness * person.diligence)) return [];
  const attendance = attendanceOf(situation);
  if (!attendance.startsWith("met")) return [{ verb: "answer", at: readAt, answers: { attendance } }];
  return [
    {
      verb: "answer",
      at: readAt,
      answers: {
        attendance,
        worth: person.pick(`worth ${meeting?.id}`, ["3", "4", "4", "5", "5"]),
        // Only a mentor's page asks for it.
        ...(role === "mentor" && {
          line: person.chance(`line ${meeting?.id}`, 0.5)
            ? person.pick(`which line ${meeting?.id}`, lines)
            : "",
        }),
        nextStep: person.chance(`step ${meeting?.id}`, 0.4)
          ? person.pick(`which step ${meeting?.id}`, steps)
          : "",
      },
    },
  ];
};

/** As many as the student wishes for: the page offers no further choice then, or says that nobody has a place. */
const chooseMentors: Habit = ({ person, readAt }) => {
  const on = civilAt(readAt, "UTC").date;
  if (!person.chance(`chooses ${on}`, 0.95)) return [];
  const likes = (offered: readonly string[]): string | undefined =>
    person.chance(`the best match ${on}`, 0.8) ? offered[0] : offered.at(-1);
  return Array.from({ length: mentorsWantedMax }, () => ({
    verb: "choose-mentor",
    at: readAt,
    answers: { mentorId: likes },
  }));
};

/** Some ninety minutes around noon, in the first empty row of the form. */
const addNoon: Habit = ({ person, meeting, readAt }) =>
  person.chance(`adds ${meeting?.id}`, 0.5)
    ? [
        {
          verb: "add-time",
          at: readAt,
          answers: {
            [emptyRow("day")]: person.pick(`day ${meeting?.id}`, weekdays),
            [emptyRow("from")]: "12:00",
            [emptyRow("to")]: "13:30",
          },
        },
      ]
    : [];

export const habits: Readonly<Record<LetterName, Habit>> = {
  "sign-up-link": never,
  "sign-in-link": never,
  "fresh-link": never,
  welcome: ({ person, readAt }) =>
    person.chance(`agrees ${civilAt(readAt, "UTC").date}`, 0.93)
      ? [{ verb: "accept-agreement", at: readAt, answers: {} }]
      : [],
  suggestions: chooseMentors,
  "mentor-asked": ({ person, together, readAt }) => {
    if (person.chance(`not now ${civilAt(readAt, "UTC").date}`, 0.1))
      return [{ verb: "not-now", at: readAt, answers: {} }];
    return together.chance("accepts", 0.9) ? [{ verb: "accept-student", at: readAt, answers: {} }] : [];
  },
  paired: ({ person, together, readAt }) =>
    together.chance("not for one of us", 0.02) && person.chance("not for me", 0.5)
      ? [{ verb: "not-for-me", at: readAt, answers: {} }]
      : [],
  goodbye: never,
  invite: answerInvitation,
  moved: answerInvitation,
  "called-off": ({ together, role, meeting, readAt }) => {
    const who = together.pick(`who asks again ${meeting?.id}`, ["student", "mentor", "nobody"] as const);
    const again = {
      startAt: (offered: readonly string[]) =>
        offered.length > 0 ? together.pick(`again ${meeting?.id}`, offered) : undefined,
    };
    return who === role ? [{ verb: "move", at: readAt, answers: again }] : [];
  },
  "no-common-time": addNoon,
  prepare: ({ person, meeting, readAt }) =>
    person.chance(`prepares ${meeting?.id}`, 0.7 * person.diligence)
      ? [
          {
            verb: "prepare",
            at: readAt,
            answers: { questions: person.pick(`asks ${meeting?.id}`, questions) },
          },
        ]
      : [],
  reminder: ({ person, meeting, readAt }) => {
    const startAt = meeting?.startAt ?? readAt;
    if (person.chance(`calls off ${meeting?.id}`, 0.03))
      return [{ verb: "call-off", at: Math.min(readAt, startAt - hour), answers: {} }];
    if (person.chance(`late ${meeting?.id}`, 0.05))
      return [
        {
          verb: "run-late",
          at: startAt - 10 * minute,
          answers: { minutes: person.pick(`how late ${meeting?.id}`, ["5", "10", "15", "20"]) },
        },
      ];
    return [];
  },
  "starting-soon": never,
  "running-late": never,
  "did-you-meet": (situation) => tell(situation, 0.95),
  "feedback-nudge": (situation) => tell(situation, 0.7),
  "gratitude-prompt": ({ person, readAt }) => {
    const mood = person.pick(`thanks ${civilAt(readAt, "UTC").date}`, [
      "thank",
      "thank",
      "thank",
      "not-now",
      "nothing",
      "nothing",
    ]);
    if (mood === "thank")
      return [
        { verb: "thank", at: readAt, answers: { text: person.pick("words", thanks), choice: "thank" } },
      ];
    return mood === "not-now" ? [{ verb: "thank", at: readAt, answers: { choice: "not-now" } }] : [];
  },
  "thank-you": never,
};
