/** The bill as a page of text, with what it rests on. */
import type { Bill, BillLine, Sum } from "./bill.ts";
import type { Measured } from "./measure.ts";
import { prices } from "./prices.ts";
import { watching } from "./watching.ts";

/** What we want one pair to cost at most in a month, without alarms. */
export const aimDollarsPerPair = 0.001;

const dollars = (amount: number, digits = amount < 0.1 ? 4 : 2): string =>
  `$${amount.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
/** Of one pair, to the thousandth of a cent. */
const dollarsOfPair = (amount: number): string => dollars(amount, 5);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const number = (quantity: number): string =>
  quantity < 100
    ? quantity.toLocaleString("en-US", { maximumSignificantDigits: 3 })
    : Math.round(quantity).toLocaleString("en-US");
const each = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${number(count)}`)
    .join(", ");

const row = (name: string, quantity: string, list: string, share: string, alone: string): string =>
  `  ${name.padEnd(34)}${quantity.padStart(12)}${list.padStart(12)}${share.padStart(8)}${alone.padStart(12)}`;

export function billInWords(bill: Bill, { perPairMonth, roster, pairs, months }: Measured): string {
  const { listPrice, alone, dominates } = bill;
  const line = ({ service, what, quantity, dollars: amount, dollarsAlone }: BillLine): string =>
    row(
      `${service.padEnd(16)}${what}`,
      number(quantity),
      dollars(amount),
      percent(amount / listPrice.dollars),
      dollars(dollarsAlone),
    );
  const sum = (name: string, of: keyof Sum, inDollars = dollarsOfPair): string =>
    row(name, "", inDollars(listPrice[of]), "", inDollars(alone[of]));
  const { asOf, region, sources } = prices;
  return `${[
    `A school of ${number(bill.pairs)} ${bill.pairs === 1 ? "pair" : "pairs"}, one month: by the list prices of ${region} on ${asOf}, and as asked from a`,
    "school that is alone in its account, where some things are free for good.",
    "",
    row("", "quantity", "list price", "share", "alone"),
    "What grows with the pairs",
    ...bill.lines.filter(({ fixed }) => !fixed).map(line),
    "What every school has",
    ...bill.lines.filter(({ fixed }) => fixed).map(line),
    sum("all", "dollars", dollars),
    sum("for a pair", "dollarsPerPair"),
    sum("for one pair more", "dollarsPerFurtherPair"),
    "",
    `${dominates.service} dominates, with ${percent(dominates.share)} of the list price.`,
    verdict(bill),
    onTop(),
    "",
    `Counts are measured in a rehearsal of ${roster}: ${pairs} pairs in the middle of their year, the`,
    `months ${months[0]} to ${months.at(-1)} on average. Durations, log and page sizes are assumed on the high side.`,
    "Mails of a pair and month:",
    `  ${each(perPairMonth.mailsByLetter)}`,
    "Write units of a pair and month, by record:",
    `  ${each(perPairMonth.writeUnitsByKind)}`,
    "Check the prices before you rely on them:",
    ...sources.map((source) => `  ${source}`),
  ].join("\n")}\n`;
}

function verdict({ listPrice, alone, dollarsPerPairForMails }: Bill): string {
  const judged = ({ dollarsPerPair }: Sum): string =>
    `${dollarsPerPair <= aimDollarsPerPair ? "within it" : "above it"} with ${dollarsOfPair(dollarsPerPair)}`;
  return [
    `The aim is at most ${dollarsOfPair(aimDollarsPerPair)} for a pair: by list price this school is ${judged(listPrice)},`,
    `alone in its account ${judged(alone)}. A pair's mails alone cost ${dollarsOfPair(dollarsPerPairForMails)}.`,
  ].join("\n");
}

/** What watching costs; the bill and its aim are without it. */
function onTop(): string {
  const { each, freeForGood } = prices;
  const sums = (count: number, thing: "alarmMonth" | "metricMonth"): string =>
    `${dollars(count * each[thing])} by list price, ${dollars(Math.max(0, count - freeForGood[thing]) * each[thing])} alone`;
  return [
    "On top come, for a month:",
    `  ${watching.alarms} alarms at ${dollars(each.alarmMonth)}: ${sums(watching.alarms, "alarmMonth")};`,
    `  ${watching.metrics} metrics of our own at ${dollars(each.metricMonth)}: at most ${sums(watching.metrics, "metricMonth")}. Each is paid for while it has values.`,
  ].join("\n");
}
