/** When a page fails, its reader gets a calm page, and the log gets the kind of fault and nothing about anybody. */
import { expect, it } from "vitest";
import { studentPage } from "../../functions/student-page/index.ts";
import { eventOfRequest } from "../../infra/local/front-door.ts";
import type { LogLine } from "../../shared/runtime/runtime.ts";
import { maya, openOwnWorld, siteUrl } from "./own-world.ts";

it("a fault becomes a page and one line of the log", async () => {
  const world = await openOwnWorld();
  const cookie = await world.signIn(maya.email);
  const lines: LogLine[] = [];
  const page = studentPage({ ...world.runtime, tableName: "gone", log: (line) => void lines.push(line) });
  const request = new Request(`${siteUrl}/student/goals?done=${maya.name}`, { headers: { cookie } });
  const answer = await page(await eventOfRequest(request, "request-1", world.now()));
  expect(answer.statusCode).toBe(500);
  expect(answer.body).toContain("Something went wrong on our side");
  expect(lines).toEqual([{ event: "page-failed", fault: "ResourceNotFoundException", method: "GET" }]);
  await world.close();
});
