/** Everything that one school runs on, in its own stack: the catalogue's functions around one table. */
import { Stack } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { catalogue, type FunctionName } from "../functions/catalogue.ts";
import type { School } from "../shared/domain/school.ts";
import type { FunctionEnvironment } from "../shared/runtime/environment-names.ts";
import { alarmTopic } from "./constructs/alarm-topic.ts";
import { watchBudget } from "./constructs/budget.ts";
import { schoolClock } from "./constructs/clock.ts";
import { schoolDashboard } from "./constructs/dashboard.ts";
import { deadLetters } from "./constructs/dead-letters.ts";
import { frontDoor } from "./constructs/front-door.ts";
import { watchFunction } from "./constructs/function-alarms.ts";
import { schoolMail } from "./constructs/mail.ts";
import { mailFigures, watchMail } from "./constructs/mail-alarms.ts";
import { openFunction } from "./constructs/openers.ts";
import { sayNames, sayNextSteps } from "./constructs/outputs.ts";
import { watchPages } from "./constructs/page-alarms.ts";
import { permit } from "./constructs/permissions.ts";
import { watchDeadLetters } from "./constructs/queue-alarms.ts";
import { schoolFunction } from "./constructs/school-function.ts";
import { tableOrRestored } from "./constructs/table.ts";
import { stackNameOf, stackOutputNames } from "./operations/stack-outputs.ts";
import { type Settings, usualSchoolsFolder } from "./read-settings.ts";

export type SchoolStackProps = {
  school: School;
  /** The same school by `packSchool`, for the functions' environment. */
  packedSchool: string;
  settings: Settings;
  /** The bundle of a function, `index.js` at its root. */
  codeOf: (name: FunctionName) => Code;
};

/** Its id is the school's, so that `cdk deploy riverside` names it. */
export class SchoolStack extends Stack {
  constructor(scope: Construct, { school, packedSchool, settings, codeOf }: SchoolStackProps) {
    super(scope, school.id, {
      stackName: stackNameOf(school.id),
      description: `Mentor Rounds for ${school.name}`,
    });
    const table = tableOrRestored(this, settings.restoredTables[school.id]);
    const door = frontDoor(this);
    const clock = schoolClock(this);
    const mail = schoolMail(this, school.sender.address, settings);
    const lostStarts = deadLetters(this, "LostStarts");
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
    const { asleep } = settings;
    const openers = { frontDoor: door, clock, mail, lostStarts, opensAt, timeZone: school.timeZone, asleep };
    const functions = catalogue.map((entry) => {
      const made = schoolFunction(this, entry, environment, {
        code: codeOf(entry.name),
        asleep,
      });
      permit(made.handler, entry.may, { table, mail, clock });
      openFunction(made.handler, entry, openers);
      return { ...made, entry };
    });

    const logOf = (name: FunctionName) => functions.find(({ entry }) => entry.name === name)!.log;
    const sends = functions.filter(({ entry }) => entry.may.some((right) => right === "send-mail"));
    const figures = mailFigures(this, {
      sweep: logOf("sweep"),
      mailEvents: logOf("mail-events"),
      senders: sends.map(({ log }) => log),
    });
    const topic = alarmTopic(this, school.administrators);
    const alarms = [
      ...functions.map(({ handler, entry }) => watchFunction(topic, handler, entry)),
      watchPages(topic, door),
      watchDeadLetters(
        topic,
        clock.deadLetters,
        "Some meetings and mentorships are only looked after by the sweep.",
      ),
      watchDeadLetters(topic, lostStarts, "A sweep, an opening of the month or news about a mail was lost."),
      ...watchMail(this, topic, figures, settings.mailsADay),
    ];
    if (settings.budgetDollars !== undefined) watchBudget(this, topic, settings.budgetDollars);
    if (settings.dashboard)
      schoolDashboard(this, {
        alarms,
        figures,
        door,
        clockQueue: clock.queue,
        deadLetters: [clock.deadLetters, lostStarts],
      });

    sayNextSteps(this, {
      schoolId: school.id,
      schoolsFolder: settings.schoolsFolder === usualSchoolsFolder ? undefined : settings.schoolsFolder,
      siteUrl: door.apiEndpoint,
      senderAddress: school.sender.address,
      dnsRecords: mail.dnsRecords,
      senderProof: settings.senderProof,
    });
    sayNames(this, {
      [stackOutputNames.table]: table.tableName,
      [stackOutputNames.site]: door.apiEndpoint,
      [stackOutputNames.configurationSet]: mail.configurationSetName,
      [stackOutputNames.clockGroup]: clock.groupName,
      [stackOutputNames.clockQueue]: clock.queue.queueArn,
      [stackOutputNames.clockRole]: clock.role.roleArn,
    });
  }
}
