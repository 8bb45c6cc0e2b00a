/** Where two writes meet on one record DynamoDB refuses one of them: its answer is given a moment later, and nobody sees a fault. */
import { expect, it } from "vitest";
import { answer } from "../../infra/local/wire.ts";
import { maya, meetingId, openOwnWorld } from "./own-world.ts";

const refusal = (name: string, more: object) =>
  answer(
    400,
    "application/x-amz-json-1.0",
    JSON.stringify({
      __type: `com.amazonaws.dynamodb.v20120810#${name}`,
      Message: "It met another.",
      ...more,
    }),
  );
const metAnother: Readonly<Record<string, ReturnType<typeof refusal>>> = {
  PutItem: refusal("TransactionConflictException", {}),
  TransactWriteItems: refusal("TransactionCanceledException", {
    CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
  }),
};

it.each([
  ["PutItem", "confirm", '"confirmedBy":{"L":[{"S":"student"}]}', { confirmedBy: ["student"] }],
  ["TransactWriteItems", "call-off", '"called-off"', { state: "called-off" }],
])("where a %s meets another, “%s” is taken all the same", async (operation, verb, words, after) => {
  let conflicts = 0;
  const world = await openOwnWorld(
    {},
    {
      interception: async (call, deliver) =>
        call.operation === operation && call.body.includes(words) && conflicts++ === 0
          ? metAnother[operation]!
          : deliver(),
    },
  );
  const path = `/student/meetings/${meetingId}/${verb}`;
  const { status, headers } = await world.browse(maya.email, path, { arrangement: "1" });
  expect([status, headers.get("location")]).toEqual([303, `/student?done=${verb}`]);
  expect(conflicts).toBeGreaterThan(1);
  expect(await world.meeting()).toMatchObject(after);
  await world.close();
});
