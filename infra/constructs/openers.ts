/** Opens each function by what the catalogue says: a page, the clock's queue, mail events, or a recurring time. */
import { Duration, Validations } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { FunctionEntry } from "../../functions/catalogue.ts";
import type { Clock } from "./clock.ts";
import { routePaths } from "./front-door.ts";
import type { Mail } from "./mail.ts";
import { dailyAt, everyMinutes, startAgainAndAgain } from "./recurring.ts";

/** All that can open a function of a school. */
export type Openers = {
  frontDoor: HttpApi;
  clock: Clock;
  mail: Mail;
  /** Starts that came to nothing: recurring ones and mail events. */
  lostStarts: IQueue;
  opensAt: string;
  timeZone: string;
  asleep: boolean;
};

/** Few at a time: waking is not urgent to the second, and SES has a rate. */
const wakesAtATime = 2;

/** Ties the function to what opens it, with the rights and the dead letters that this needs. */
export function openFunction(handler: IFunction, { opensBy, name }: FunctionEntry, openers: Openers): void {
  const scope = handler.node.scope as Construct;
  switch (opensBy.by) {
    case "pages":
      routePaths(openers.frontDoor, name, opensBy.paths, handler);
      break;
    case "clock-queue":
      handler.addEventSource(
        new SqsEventSource(openers.clock.queue, {
          batchSize: 10,
          reportBatchItemFailures: true,
          // A queue that is read for a function that nothing may start fills the dead letters (Lambda guide, "Configuring scaling behavior").
          enabled: !openers.asleep,
          maxConcurrency: wakesAtATime,
        }),
      );
      Validations.of(handler).acknowledge({
        id: "Serverless-LambdaEventSourceMappingDestination",
        reason: "A word that failed five times goes to the dead letters of its own queue.",
      });
      break;
    case "mail-events":
      handler.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(openers.lostStarts) });
      openers.mail.events.addSubscription(
        new LambdaSubscription(handler, { deadLetterQueue: openers.lostStarts }),
      );
      break;
    case "every":
      // The next one comes soon enough. Left to wait for hours where too much runs at once, starts would pile up and then run side by side.
      handler.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(opensBy.minutes) });
      Validations.of(handler).acknowledge({
        id: "Serverless-LambdaAsyncFailureDestination",
        reason:
          "A start that failed tells nothing that the next one does not find in the table; its fault rings an alarm.",
      });
      startAgainAndAgain(scope, everyMinutes(opensBy.minutes), handler, openers.lostStarts);
      break;
    case "opening-hour":
      startAgainAndAgain(scope, dailyAt(openers.opensAt, openers.timeZone), handler, openers.lostStarts);
      break;
  }
}
