/** A zone goes by today's name, and its clocks are the same under either. */
import { expect, it } from "vitest";
import { nameToday } from "../../shared/domain/zone-names.ts";
import { offsetMinutesAt } from "../../shared/domain/zone-offsets.ts";

const renamed = Intl.supportedValuesOf("timeZone").filter((zone) => nameToday(zone) !== zone);

it("of all zones that Intl lists these have another name today", () => {
  expect(renamed.map((zone) => `${zone} is ${nameToday(zone)}`)).toEqual([
    "Africa/Asmera is Africa/Asmara",
    "America/Buenos_Aires is America/Argentina/Buenos_Aires",
    "America/Catamarca is America/Argentina/Catamarca",
    "America/Coral_Harbour is America/Atikokan",
    "America/Cordoba is America/Argentina/Cordoba",
    "America/Godthab is America/Nuuk",
    "America/Indianapolis is America/Indiana/Indianapolis",
    "America/Jujuy is America/Argentina/Jujuy",
    "America/Louisville is America/Kentucky/Louisville",
    "America/Mendoza is America/Argentina/Mendoza",
    "Asia/Calcutta is Asia/Kolkata",
    "Asia/Katmandu is Asia/Kathmandu",
    "Asia/Rangoon is Asia/Yangon",
    "Asia/Saigon is Asia/Ho_Chi_Minh",
    "Atlantic/Faeroe is Atlantic/Faroe",
    "Europe/Kiev is Europe/Kyiv",
    "Pacific/Enderbury is Pacific/Kanton",
    "Pacific/Ponape is Pacific/Pohnpei",
    "Pacific/Truk is Pacific/Chuuk",
  ]);
});

it.each(renamed)("%s and its name of today are one zone to Intl, with the same clocks", (zone) => {
  const told = new Intl.DateTimeFormat("en-US", { timeZone: nameToday(zone) }).resolvedOptions().timeZone;
  expect(told).toBe(zone);
  for (const moment of [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)])
    expect(offsetMinutesAt(moment, nameToday(zone))).toBe(offsetMinutesAt(moment, zone));
});
