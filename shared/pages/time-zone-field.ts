/** The choice of a time zone, by region and city. */
import { refuse } from "../domain/result.ts";
import { quoted } from "../domain/sentence-words.ts";
import type { TimeZone } from "../domain/time.ts";
import { isTimeZone, readTimeZone } from "../domain/time-zones.ts";
import { nameToday } from "../domain/zone-names.ts";
import type { Parsed } from "./faults.ts";
import { type FormState, type OptionGroup, selectField } from "./fields.ts";
import type { Html } from "./site.ts";
import { type Typed, textOf, typedOf } from "./typed.ts";

const name = "timeZone";

/** Offers the zones that this machine lists by the names they have today, and the one already chosen, which may be another. */
export function timeZoneField(form: FormState): Html {
  const chosen = nameToday(textOf(form.typed, name));
  return selectField(
    { ...form, typed: typedOf({ [name]: chosen }) },
    {
      name,
      label: "Your time zone",
      hint: "All times on your pages and in your mails are shown in it.",
      options: zonesByRegion(chosen),
    },
  );
}

/** Refuses a zone without a place also where it stands in the list because somebody has it from before. */
export function parseTimeZone(typed: Typed): Parsed<TimeZone> {
  const zone = textOf(typed, name);
  const read = readTimeZone(zone);
  if (read.ok) return read;
  const sentence = isTimeZone(zone)
    ? `${quoted(zone)} ${read.refusal}.`
    : "Choose a time zone from the list.";
  return refuse([{ field: name, sentence }]);
}

function zonesByRegion(chosen: string): OptionGroup[] {
  const listed = Intl.supportedValuesOf("timeZone").map(nameToday);
  const zones = listed.includes(chosen) || !isTimeZone(chosen) ? listed : [...listed, chosen];
  const regions = Map.groupBy(zones.sort(), (zone) =>
    zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "Other",
  );
  return [...regions].map(([label, inRegion]) => ({
    label,
    options: inRegion.map((value) => ({
      value,
      label: value
        .slice(value.indexOf("/") + 1)
        .replaceAll("_", " ")
        .replaceAll("/", ", "),
    })),
  }));
}
