/** The list of time zones offers today's names, and takes what is chosen in it. */
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { readTimeZone } from "../../shared/domain/time-zones.ts";
import { timeZoneField } from "../../shared/pages/time-zone-field.ts";
import { typedOf } from "../../shared/pages/typed.ts";

const shownFor = async (timeZone: string) =>
  parse(String(await timeZoneField({ typed: typedOf({ timeZone }), faults: [] })));
const valuesIn = (field: ReturnType<typeof parse>, which = "option") =>
  field.querySelectorAll(which).map((option) => option.getAttribute("value")!);

it("offers every zone once by today's name, in order, and takes each as it stands there", async () => {
  const offered = valuesIn(await shownFor("America/New_York"));
  const listed = Intl.supportedValuesOf("timeZone");
  expect(offered).toEqual([...new Set(offered)].sort());
  expect(offered).toHaveLength(listed.length);
  expect(listed.filter((zone) => !offered.includes(zone))).toEqual([
    "Africa/Asmera",
    "America/Buenos_Aires",
    "America/Catamarca",
    "America/Coral_Harbour",
    "America/Cordoba",
    "America/Godthab",
    "America/Indianapolis",
    "America/Jujuy",
    "America/Louisville",
    "America/Mendoza",
    "Asia/Calcutta",
    "Asia/Katmandu",
    "Asia/Rangoon",
    "Asia/Saigon",
    "Atlantic/Faeroe",
    "Europe/Kiev",
    "Pacific/Enderbury",
    "Pacific/Ponape",
    "Pacific/Truk",
  ]);
  expect(offered.map(readTimeZone)).toEqual(offered.map((value) => ({ ok: true, value })));
});

it.each([
  ["Asia/Kolkata", "Asia/Kolkata", "Kolkata"],
  ["Asia/Calcutta", "Asia/Kolkata", "Kolkata"], // known from before
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires", "Argentina, Buenos Aires"],
  ["UTC", "UTC", "UTC"], // not listed by Intl
  ["US/Eastern", "US/Eastern", "Eastern"],
])("shows %s as %s", async (zone, value, label) => {
  const chosen = (await shownFor(zone)).querySelectorAll("option[selected]");
  expect(chosen.map((option) => [option.getAttribute("value"), option.textContent])).toEqual([
    [value, label],
  ]);
});
