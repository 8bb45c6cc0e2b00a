/** The figures of a rehearsal as a page of text. */
import type { UnplacedReason } from "../../../shared/domain/meetings.ts";
import { describeMonth } from "../../../shared/domain/moments.ts";
import type { Figures, MonthFigures, RequestFigures } from "./figures.ts";

const reasonsInWords: Readonly<Record<UnplacedReason, string>> = {
  "no-common-window": "the two are never free at the same time",
  "times-past": "the last common time is past",
  away: "absences, closed days, exam weeks or the school year's ends leave no common time",
  "mentor-time-exhausted": "the mentor's other meetings take them all",
  "clash-with-other-mentor": "the student meets somebody else then",
  spacing: "too close to the meeting in the month before or after",
  notice: "too short a notice",
};

const line = (label: string, value: string | number): string =>
  `  ${label.padEnd(34)}${String(value).padStart(6)}`;

export function reportOf(figures: Figures): string {
  const { median, percentile95, most } = figures.mailsPerPersonAndMonth;
  return [
    "People",
    line("students", figures.students),
    line("mentors", figures.mentors),
    line("students without a mentor", figures.withoutMentor),
    ...(figures.invited > 0 ? [line("invited, nobody of them signs up", figures.invited)] : []),
    ...(figures.requests ? requestLines(figures.requests) : []),
    line("pairs confirmed", figures.pairs),
    line("pairs active at the end", figures.activePairs),
    ...figures.months.flatMap(monthLines),
    "",
    "Mails, by letter",
    ...figures.mails.map(({ letter, count }) => line(letter, count)),
    line(
      "all",
      figures.mails.reduce((sum, { count }) => sum + count, 0),
    ),
    ...figures.notSent.map(({ state, count }) => line(`not sent: ${state}`, count)),
    ...(figures.mailsOfLaterMonths > 0
      ? [line("besides, of months that follow", figures.mailsOfLaterMonths)]
      : []),
    "",
    "Mails to one person in one month",
    line("median", median),
    line("95th percentile", percentile95),
    line("most", most),
    "",
    "The longest wait",
    line("of a mail beyond its moment, minutes", figures.longestMailWaitMinutes),
    line("of a pair for its first meeting, days", figures.longestWaitForMeetingDays),
    "",
  ].join("\n");
}

const requestLines = ({ made, accepted, notNow, noAnswer, open }: RequestFigures): string[] => [
  line("requests of students to mentors", made),
  line("  accepted", accepted),
  line("  not now", notNow),
  line("  no answer in time", noAnswer),
  ...(open > 0 ? [line("  still open", open)] : []),
];

function monthLines({ month, outsideYear, meetings, booked, opening, withoutTime }: MonthFigures): string[] {
  if (outsideYear) return ["", describeMonth(month), "  after the school year, and not opened"];
  return [
    "",
    describeMonth(month),
    line("meetings booked", booked),
    ...(opening === undefined
      ? []
      : [
          line("  on the opening day", opening.placed),
          line("  most any plan could place then", opening.most),
          line("  later, as pairs joined", booked - opening.placed),
        ]),
    line("held", meetings.held),
    line("missed, with notice", meetings["missed-with-notice"]),
    line("missed silently", meetings["missed-silently"]),
    line("unknown", meetings.unknown),
    line("left out by one of the two", meetings.skipped),
    line(
      "called off or never arranged",
      meetings["not-arranged"] + meetings["called-off"] + meetings.unplaced,
    ),
    line("still to come or to be told", meetings.booked + meetings.asked),
    line(
      "pairs without a common time",
      withoutTime.reduce((sum, { pairs }) => sum + pairs, 0),
    ),
    ...withoutTime.map(({ reason, pairs }) => line(`  ${reasonsInWords[reason]}`, pairs)),
  ];
}
