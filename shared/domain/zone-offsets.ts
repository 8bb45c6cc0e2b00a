/** How far each zone's clocks stand from UTC at a moment, asked of Intl once per zone and four weeks. */
import { day, type Instant, minute, type TimeZone } from "./time.ts";

/** Moments of change in one stretch of four weeks, and the offset from each on, in minutes. */
type Stretch = { from: Instant[]; offset: number[] };

const stretchLength = 28 * day;
const sampleLength = 7 * day;

// Both are memos of what Intl would answer anyway: they change the speed and nothing else.
const formatters = new Map<TimeZone, Intl.DateTimeFormat>();
const stretches = new Map<TimeZone, Map<number, Stretch>>();

/** A zone's distance from UTC at a moment, in minutes, east positive; whole minutes hold for every zone since 1973. Throws on an unknown zone. */
export function offsetMinutesAt(instant: Instant, zone: TimeZone): number {
  const { from, offset } = stretchOf(instant, zone);
  let index = from.length - 1;
  while (index > 0 && instant < from[index]!) index--;
  return offset[index]!;
}

function stretchOf(instant: Instant, zone: TimeZone): Stretch {
  let known = stretches.get(zone);
  if (!known) {
    known = new Map();
    stretches.set(zone, known);
  }
  const number = Math.floor(instant / stretchLength);
  let stretch = known.get(number);
  if (!stretch) {
    stretch = lookUp(number * stretchLength, zone);
    known.set(number, stretch);
  }
  return stretch;
}

/** Samples weekly, so that two changes in one month (Morocco around Ramadan) are both seen. */
function lookUp(start: Instant, zone: TimeZone): Stretch {
  const stretch: Stretch = { from: [start], offset: [askIntl(start, zone)] };
  for (let at = start; at < start + stretchLength; at += sampleLength) {
    const before = stretch.offset.at(-1)!;
    const after = askIntl(at + sampleLength, zone);
    if (before === after) continue;
    const change = findChange(at, at + sampleLength, before, zone);
    if (change >= start + stretchLength) continue;
    stretch.from.push(change);
    stretch.offset.push(after);
  }
  return stretch;
}

/** The first whole minute in (low, high] whose offset is no longer `before`. */
function findChange(low: Instant, high: Instant, before: number, zone: TimeZone): Instant {
  let [still, changed] = [low, high];
  while (changed - still > minute) {
    const middle = still + Math.floor((changed - still) / 2 / minute) * minute;
    if (askIntl(middle, zone) === before) still = middle;
    else changed = middle;
  }
  return changed;
}

function askIntl(instant: Instant, zone: TimeZone): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hour: "numeric",
      timeZoneName: "longOffset",
    });
    formatters.set(zone, formatter);
  }
  const found = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(formatter.format(instant));
  if (!found) throw new Error(`Intl gave no offset for ${zone}`);
  const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
  return found[1] === "-" ? -minutes : minutes;
}
