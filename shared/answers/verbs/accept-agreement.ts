/** The agreement that everybody accepts before the first meeting: the whole text, and one button. */
import { html } from "hono/html";
import { describeDayAt } from "../../domain/moments.ts";
import { accept } from "../../domain/result.ts";
import { agreementText } from "../../pages/agreement-text.ts";
import { acceptAgreement } from "../../runtime/act-on-person.ts";
import type { PersonPage } from "../verb-page.ts";

export const acceptAgreementPage: PersonPage<"accept-agreement"> = {
  verb: "accept-agreement",
  about: "person",
  show: ({ runtime, reader }) => {
    const text = agreementText(runtime.school);
    return reader.agreedAt === undefined
      ? {
          title: "The agreement",
          body: html`<p>Meetings are booked once both of a pair have accepted this.</p>${text}
<form method="post"><button>I accept the agreement</button></form>`,
        }
      : {
          title: "You have accepted the agreement",
          body: html`<p>You accepted it on ${describeDayAt(reader.agreedAt, reader.timeZone)}. There is nothing else you need to do: when you have a partner and the month opens, your meeting is booked.</p>${text}`,
        };
  },
  act: async ({ runtime, reader }) => {
    const acted = await acceptAgreement(runtime, reader.id);
    return acted.ok ? accept("Thank you. You have accepted the agreement.") : acted;
  },
};
