/** A school's monthly bill, by list price and for a school that is alone in its account. */
import type { Measured } from "./measure.ts";
import { type PricedThing, prices } from "./prices.ts";
import { mailsOf, type Quantity, quantitiesOfPair, quantitiesOfSchool } from "./quantities.ts";

export type BillLine = {
  service: string;
  what: string;
  thing: PricedThing;
  quantity: number;
  /** By list price. */
  dollars: number;
  /** What is asked for it from a school that is alone in its account, where some things are free for good. */
  dollarsAlone: number;
  /** True for what every school pays, whatever its size. */
  fixed: boolean;
};

export type Sum = {
  dollars: number;
  /** All of it, shared among the pairs; without alarms. */
  dollarsPerPair: number;
  /** What one more pair costs. */
  dollarsPerFurtherPair: number;
};

export type Bill = {
  pairs: number;
  lines: readonly BillLine[];
  listPrice: Sum;
  alone: Sum;
  /** What a pair's mails cost by themselves; none of it is free. */
  dollarsPerPairForMails: number;
  /** The service with the largest share of the list price, and that share between 0 and 1. */
  dominates: { service: string; share: number };
};

/** The bill for this many pairs, one or more. */
export function billFor(pairs: number, measured: Measured): Bill {
  const lines = linesFor(pairs, measured);
  const oneMore = linesFor(pairs + 1, measured);
  const sumBy = (price: "dollars" | "dollarsAlone"): Sum => {
    const dollars = sumOf(lines, price);
    return {
      dollars,
      dollarsPerPair: dollars / pairs,
      dollarsPerFurtherPair: sumOf(oneMore, price) - dollars,
    };
  };
  const listPrice = sumBy("dollars");
  const services = [...new Set(lines.map(({ service }) => service))]
    .map((service) => {
      const own = lines.filter((line) => line.service === service);
      return { service, share: sumOf(own, "dollars") / listPrice.dollars };
    })
    .sort((one, other) => other.share - one.share);
  return {
    pairs,
    lines,
    listPrice,
    alone: sumBy("dollarsAlone"),
    dollarsPerPairForMails: mailsOf(measured) * prices.each.mail,
    dominates: services[0]!,
  };
}

const sumOf = (lines: readonly BillLine[], price: "dollars" | "dollarsAlone"): number =>
  lines.reduce((total, line) => total + line[price], 0);

/** What is free goes first to what every school has, and then to the pairs. */
function linesFor(pairs: number, measured: Measured): BillLine[] {
  const left = new Map<PricedThing, number>(Object.entries(prices.freeForGood) as [PricedThing, number][]);
  const priced = ([service, what, thing, quantity]: Quantity, fixed: boolean): BillLine => {
    const free = Math.min(quantity, left.get(thing) ?? 0);
    left.set(thing, (left.get(thing) ?? 0) - free);
    const each = prices.each[thing];
    const dollars = quantity * each;
    return { service, what, thing, quantity, dollars, dollarsAlone: dollars - free * each, fixed };
  };
  return [
    ...quantitiesOfSchool(measured).map((each) => priced(each, true)),
    ...quantitiesOfPair(measured).map(([service, what, thing, quantity]) =>
      priced([service, what, thing, quantity * pairs], false),
    ),
  ].filter(({ quantity }) => quantity > 0);
}
