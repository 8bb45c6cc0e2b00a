/** Where the local world pretends to be, and what the parts of its school are called there. */
import type { Runtime } from "../../shared/runtime/runtime.ts";

export const localRegion = "eu-west-1";
export const localAccount = "000000000000";

export const queueArn = `arn:aws:sqs:${localRegion}:${localAccount}:wake`;
export const mailTopicArn = `arn:aws:sns:${localRegion}:${localAccount}:mail-events`;
export const schedulerRoleArn = `arn:aws:iam::${localAccount}:role/scheduler`;

/** What the environment of a deployed function calls them. */
export type PartNames = Pick<Runtime, "tableName" | "configurationSet" | "clock">;

export const localNames = (schoolId: string): PartNames => {
  const name = `mentor-rounds-${schoolId}`;
  return {
    tableName: name,
    configurationSet: name,
    clock: { groupName: name, queueArn, roleArn: schedulerRoleArn },
  };
};
