/** The bill as a page of text, with what it rests on. */
import type { Bill, BillLine } from "./bill.ts";
import { prices } from "./prices.ts";

/** What we want one pair to cost at most in a month, without alarms. */
export const aimDollarsPerPair = 0.001;

const dollars = (amount: number): string => `$${amount.toFixed(amount < 0.1 ? 4 : 2)}`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const number = (quantity: number): string =>
  quantity < 100
    ? quantity.toLocaleString("en-US", { maximumSignificantDigits: 3 })
    : Math.round(quantity).toLocaleString("en-US");

export function billInWords(bill: Bill): string {
  const line = ({ service, what, quantity, dollars: amount }: BillLine): string =>
    `  ${service.padEnd(16)}${what.padEnd(18)}${number(quantity).padStart(12)}${dollars(amount).padStart(12)}${percent(amount / bill.dollars).padStart(8)}`;
  const { asOf, region, each, sources } = prices;
  return `${[
    `A school of ${number(bill.pairs)} pairs, one month. List prices of ${region} on ${asOf}, without a free tier.`,
    "",
    "What grows with the pairs",
    ...bill.lines.filter(({ fixed }) => !fixed).map(line),
    "What every school has",
    ...bill.lines.filter(({ fixed }) => fixed).map(line),
    `  ${"all".padEnd(46)}${dollars(bill.dollars).padStart(12)}`,
    `  ${"alone in its account, with what is free".padEnd(46)}${dollars(bill.dollarsAlone).padStart(12)}`,
    "",
    `A pair costs ${dollars(bill.dollarsPerPair)} a month; one pair more costs ${dollars(bill.dollarsPerFurtherPair)}. ${verdict(bill)}`,
    `${bill.dominates.service} dominates, with ${percent(bill.dominates.share)}.`,
    `Alarms come on top: ${dollars(each.alarmMonth)} each and month, ${dollars(each.metricMonth)} for each metric of our own.`,
    "Counts are measured in a rehearsal; durations, log and page sizes are assumed on the high side.",
    "Check the prices before you rely on them:",
    ...sources.map((source) => `  ${source}`),
  ].join("\n")}\n`;
}

const verdict = ({ dollarsPerPair, dollarsPerFurtherPair }: Bill): string => {
  const aim = dollars(aimDollarsPerPair);
  if (dollarsPerPair <= aimDollarsPerPair) return `That is within the aim of ${aim}.`;
  return dollarsPerFurtherPair <= aimDollarsPerPair
    ? `The pair itself is within the aim of ${aim}; what every school has is above it.`
    : `Both are above the aim of ${aim}.`;
};
