/** The first page of a local world: whom the viewer can be. */
import { html } from "hono/html";
import type { Person } from "../../../shared/domain/people.ts";
import type { Html } from "../../../shared/pages/site.ts";
import { listPeople } from "../../../shared/records/people.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import type { World } from "../world.ts";
import type { Content } from "./local-frame.ts";

export async function welcome(world: World): Promise<Content> {
  const people = await listPeople(tableOf(world.runtime));
  return {
    title: "Who would you like to be?",
    lead: "This school lives on your machine alone. No mail leaves it; the clock moves only when you move it.",
    body: html`<ul>
<li><a href="/local/as/administrator">The administrator</a>: import people, confirm pairs, open a month, read the mail log</li>
<li><a href="/local/mailbox">The mailbox</a>: every mail that anybody got</li>
<li><a href="/">Somebody new</a>: the page where people ask to join</li>
</ul>
<h2>Students</h2>${links(people.filter(({ student }) => student))}
<h2>Mentors</h2>${links(people.filter(({ mentor }) => mentor))}`,
  };
}

const links = (people: readonly Person[]): Html =>
  people.length === 0
    ? html`<p>Nobody yet.</p>`
    : html`<ul>${people.map(
        ({ id, name, email, student, mentor }) =>
          html`<li><a href="/local/as/${id}">${name}</a> (${student?.stage ?? mentor?.stage}), <a href="/local/mailbox?to=${encodeURIComponent(email)}">mail</a></li>`,
      )}</ul>`;
