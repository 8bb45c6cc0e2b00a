/** What each word of the catalogue's `may` allows, and not a byte more. */
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Permission } from "../../functions/catalogue.ts";
import { tableShape } from "../../shared/records/shape.ts";
import type { Clock } from "./clock.ts";
import type { Mail } from "./mail.ts";

export type Grounds = { table: TableV2; mail: Mail; clock: Clock };

const statementsOf: Record<Permission, (grounds: Grounds) => PolicyStatement[]> = {
  "read-table": ({ table }) => [
    new PolicyStatement({
      actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"],
      resources: [table.tableArn],
    }),
    new PolicyStatement({
      actions: ["dynamodb:Query"],
      resources: [tableShape.listIndex, tableShape.dueIndex].map(
        ({ name }) => `${table.tableArn}/index/${name}`,
      ),
    }),
  ],
  "write-table": ({ table }) => [
    new PolicyStatement({
      actions: [
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem",
        "dynamodb:ConditionCheckItem",
      ],
      resources: [table.tableArn],
    }),
  ],
  // SES asks for the right to the configuration set as well as to the identity.
  "send-mail": ({ mail }) => [
    new PolicyStatement({
      actions: ["ses:SendRawEmail"],
      resources: [mail.identityArn, mail.configurationSetArn],
      conditions: { StringEquals: { "ses:FromAddress": mail.senderAddress } },
    }),
  ],
  "set-clock": ({ clock }) => [
    new PolicyStatement({
      actions: ["scheduler:CreateSchedule", "scheduler:DeleteSchedule"],
      resources: [clock.schedulesArn],
    }),
    new PolicyStatement({
      actions: ["iam:PassRole"],
      resources: [clock.role.roleArn],
      conditions: { StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" } },
    }),
  ],
};

/** Lets the grantee do what these words say. */
export function permit(grantee: IGrantable, may: readonly Permission[], grounds: Grounds): void {
  for (const permission of may) {
    for (const statement of statementsOf[permission](grounds)) {
      grantee.grantPrincipal.addToPrincipalPolicy(statement);
    }
  }
}

/** The right to do one thing to one resource. */
export const oneRight = (action: string, resource: string): PolicyStatement =>
  new PolicyStatement({ actions: [action], resources: [resource] });
