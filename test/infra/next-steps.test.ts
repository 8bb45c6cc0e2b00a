/** At its end a deployment says the command that invites the first people, as it is to be typed. */
import { expect, it } from "vitest";
import { readSettings } from "../../infra/read-settings.ts";
import { stacksWith } from "./stack-of.ts";

it.each([
  [{}, "npm run ops -- invite riverside FILE --dry-run"],
  [{ schools: "infra/schools" }, "npm run ops -- invite riverside FILE --dry-run"],
  [{ schools: "../schools" }, "npm run ops -- invite riverside FILE --dry-run --schools ../schools"],
  [
    { schools: "/home/me/our schools" },
    'npm run ops -- invite riverside FILE --dry-run --schools "/home/me/our schools"',
  ],
])("with %j", (context, command) => {
  const settings = readSettings(context);
  if (!settings.ok) throw new Error(settings.refusal);
  const [house] = stacksWith(settings.value, "riverside");
  expect(house!.outputs.Step5InviteTheFirstPeople?.Value).toBe(command);
});
