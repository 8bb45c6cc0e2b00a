/** What a stack says about itself, so that an administrator's command finds the school's table, mail and clock. */
export const stackOutputNames = {
  table: "TableName",
  site: "Site",
  configurationSet: "ConfigurationSetName",
  clockGroup: "ClockGroupName",
  clockQueue: "ClockQueueArn",
  clockRole: "ClockRoleArn",
} as const;

export type StackOutputs = Readonly<Record<keyof typeof stackOutputNames, string>>;

export const stackNameOf = (schoolId: string): string => `mentor-rounds-${schoolId}`;
