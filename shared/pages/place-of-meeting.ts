/** Where a meeting is, as a page shows it: a link to a video meeting, a room, or who is to say it. */
import { html } from "hono/html";
import type { Meeting } from "../domain/meetings.ts";
import type { Role } from "../domain/people.ts";
import { isWebLink } from "../letters/web-link.ts";
import { isolated } from "./names.ts";
import type { Html } from "./site.ts";

/** For the reader in this role; only the mentor can say where. */
export function placeOfMeeting(meeting: Pick<Meeting, "place">, role: Role, otherName: string): Html {
  const place = meeting.place.trim();
  if (isWebLink(place)) return html`<a href="${place}" rel="noreferrer">${place}</a>`;
  if (place !== "") return html`${place}`;
  return role === "student"
    ? html`The place is not settled yet; ${isolated(otherName)} will say where`
    : html`The place is not settled yet; <a href="/mentor/profile">say it on your profile</a>`;
}
