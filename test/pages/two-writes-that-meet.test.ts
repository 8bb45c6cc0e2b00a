/** Where two writes meet on one record DynamoDB refuses one of them: its answer is given a moment later, and nobody sees a fault. */
import { expect, it } from "vitest";
import { answer } from "../../infra/local/wire.ts";
import { maya, meetingId, openOwnWorld } from "./own-world.ts";

const metAnother = () => {
  const type = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException";
  const reasons = [{ Code: "None" }, { Code: "TransactionConflict" }];
  const body = { __type: type, Message: "Transaction cancelled", CancellationReasons: reasons };
  return answer(400, "application/x-amz-json-1.0", JSON.stringify(body));
};

it("“works for me” is taken although its first write met another", async () => {
  let conflicts = 0;
  const world = await openOwnWorld(
    {},
    {
      interception: async (call, deliver) =>
        call.body.includes('"confirmedBy":{"L":[{"S":"student"}]}') && conflicts++ === 0
          ? metAnother()
          : deliver(),
    },
  );
  const path = `/student/meetings/${meetingId}/confirm`;
  const { status, headers } = await world.browse(maya.email, path, { arrangement: "1" });
  expect([status, headers.get("location"), conflicts]).toEqual([303, "/student?done=confirm", 2]);
  expect((await world.meeting())?.confirmedBy).toEqual(["student"]);
  await world.close();
});
