/** Stops mail that is not about a meeting: by the button on the page, or by a mail program's own one click (RFC 8058). */
import { html } from "hono/html";
import { mayBePrompted } from "../../domain/people.ts";
import { accept } from "../../domain/result.ts";
import { unsubscribe } from "../../runtime/act-on-person.ts";
import type { PersonPage } from "../verb-page.ts";

const stillComes = "Invitations, reminders and changes of your meetings still reach you.";

export const unsubscribePage: PersonPage<"unsubscribe"> = {
  verb: "unsubscribe",
  about: "person",
  show: ({ reader }) =>
    reader.wantsOptionalMail
      ? {
          title: "Stop mail that is not about a meeting?",
          body: html`<p>You will no longer be reminded to tell us whether you met${mayBePrompted(reader) ? ", nor to say thank you" : ""}. ${stillComes}</p>
<form method="post"><button>Stop this mail</button></form>`,
        }
      : {
          title: "This mail is stopped",
          body: html`<p>You get no more mail that is not about a meeting. ${stillComes}</p>
<p>Should you want it again, open <a href="/sign-in">your own page</a>: your profile has a button for it.</p>`,
        },
  /** Whatever the form holds: a mail program posts `List-Unsubscribe=One-Click`, without cookie or origin. */
  act: async ({ runtime, reader }) => {
    const done = "It is done: no more mail that is not about a meeting.";
    if (!reader.wantsOptionalMail) return accept(done);
    const acted = await unsubscribe(runtime, reader.id);
    return acted.ok ? accept(done) : acted;
  },
};
