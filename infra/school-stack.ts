/** Everything that one school runs on, in its own stack: the catalogue's functions around one table. */
import { CfnOutput, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { catalogue } from "../functions/catalogue.ts";
import type { School } from "../shared/domain/school.ts";
import type { FunctionEnvironment } from "../shared/runtime/environment-names.ts";
import { alarmTopic, watchDeadLetters, watchFunction } from "./constructs/alarms.ts";
import { schoolClock } from "./constructs/clock.ts";
import { deadLetters } from "./constructs/dead-letters.ts";
import { frontDoor } from "./constructs/front-door.ts";
import { type ProvenBy, schoolMail } from "./constructs/mail.ts";
import { openFunction } from "./constructs/openers.ts";
import { permit } from "./constructs/permissions.ts";
import { schoolFunction } from "./constructs/school-function.ts";
import { schoolTable } from "./constructs/table.ts";

export type SchoolStackProps = {
  school: School;
  /** The same school by `packSchool`, for the functions' environment. */
  packedSchool: string;
  senderProvenBy: ProvenBy;
};

export class SchoolStack extends Stack {
  constructor(scope: Construct, { school, packedSchool, senderProvenBy }: SchoolStackProps) {
    super(scope, `mentor-rounds-${school.id}`, { description: `Mentor Rounds for ${school.name}` });
    const table = schoolTable(this);
    const door = frontDoor(this);
    const clock = schoolClock(this);
    const mail = schoolMail(this, school.sender.address, senderProvenBy);
    const lostStarts = deadLetters(this, "LostStarts");
    const alarms = alarmTopic(this, school.administrators);
    const environment: FunctionEnvironment = {
      TABLE_NAME: table.tableName,
      SITE_URL: door.apiEndpoint,
      CONFIGURATION_SET: mail.configurationSetName,
      CLOCK_GROUP: clock.groupName,
      CLOCK_QUEUE_ARN: clock.queue.queueArn,
      CLOCK_ROLE_ARN: clock.role.roleArn,
      SCHOOL: packedSchool,
    };
    const { opensAt } = school.round;
    for (const entry of catalogue) {
      const handler = schoolFunction(this, entry, environment);
      permit(handler, entry.may, { table, mail, clock });
      openFunction(handler, entry, {
        frontDoor: door,
        clock,
        mail,
        lostStarts,
        opensAt,
        timeZone: school.timeZone,
      });
      watchFunction(alarms, handler, entry);
    }
    watchDeadLetters(
      alarms,
      clock.deadLetters,
      "Some meetings and mentorships are only looked after by the sweep.",
    );
    watchDeadLetters(alarms, lostStarts, "A sweep, an opening of the month or news about a mail was lost.");
    new CfnOutput(this, "Site", { value: door.apiEndpoint, description: "The school's pages" });
    for (const [index, record] of mail.dnsRecords.entries()) {
      new CfnOutput(this, `SenderDnsRecord${index + 1}`, { value: `${record.name} CNAME ${record.value}` });
    }
  }
}
