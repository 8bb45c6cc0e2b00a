/** Where the local world pretends to be: the region and account in its names. */
export const localRegion = "eu-west-1";
export const localAccount = "000000000000";

export const queueArn = `arn:aws:sqs:${localRegion}:${localAccount}:wake`;
export const mailTopicArn = `arn:aws:sns:${localRegion}:${localAccount}:mail-events`;
export const schedulerRoleArn = `arn:aws:iam::${localAccount}:role/scheduler`;
