/** Takes an administrator's file of people: all of it, or nothing and every fault by its row. */
import { html } from "hono/html";
import { type Person, roles } from "../../shared/domain/people.ts";
import { inWords } from "../../shared/domain/sentence-words.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { dataTable, rowsOfAPart } from "../../shared/pages/data-table.ts";
import type { Html } from "../../shared/pages/site.ts";
import { readPosted } from "../../shared/pages/typed.ts";
import { columnNames, columns, requiredColumns } from "../../shared/roster/columns.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { type RosterFault, rosterLimits } from "../../shared/roster/roster.ts";
import { type Imported, importRoster } from "../../shared/runtime/import-roster.ts";
import { notInRoster } from "../../shared/runtime/not-in-roster.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { type AdministratorContext, showPage } from "./administrator-app.ts";
import { exampleRoster } from "./example-roster.ts";

const path = "/administrator/import";

export function importRoutes(app: PagesApp, runtime: Runtime): void {
  const show = (
    context: AdministratorContext,
    faults: readonly RosterFault[],
    done?: { sentence: string; missing: readonly Person[] },
  ) =>
    showPage(
      runtime,
      context,
      {
        section: "/import",
        title: "Import people",
        lead: "One file with one row a person. A file with a fault changes nothing.",
        ...(done && { notice: { kind: "done", sentence: done.sentence } as const }),
        faults: faults.map(({ sentence }) => ({ field: "roster", sentence })),
        body: html`${done ? whoIsMissing(runtime, done.missing) : ""}${uploadForm(faults.length > 0)}`,
      },
      faults.length > 0 ? 422 : 200,
    );
  app.get(path, (context) =>
    context.req.query("example") === undefined
      ? show(context, [])
      : context.body(exampleRoster, 200, {
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": 'attachment; filename="roster.csv"',
        }),
  );
  app.post(path, async (context) => {
    const file = (await readPosted(context)).get("roster");
    if (!(file instanceof Blob) || file.size === 0)
      return show(context, [{ sentence: "Choose a file first; this one is empty or was not sent." }]);
    const roster = readRoster(new Uint8Array(await file.arrayBuffer()), runtime.school);
    if (!roster.ok) return show(context, roster.refusal);
    const sentence = inOneSentence(await importRoster(runtime, roster.value));
    // Answered at once: names belong in no address, and a reload, which sends the file again, changes nothing.
    return show(context, [], { sentence, missing: await notInRoster(runtime, roster.value) });
  });
}

/** What else may have become of rows. */
const sometimesTold = {
  inBothRoles: "here already, and in their second role as well from now on.",
  invitedBefore: "not invited again: invited before, or here already.",
  inOtherRole: "here already in the other role only: give the whole row to add the role that it names.",
  erased: "left out: they had asked to be erased.",
} as const;

function inOneSentence({ added, updated, invited, ...others }: Imported): string {
  const further = Object.entries(others)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => ` ${count} ${sometimesTold[what as keyof typeof others]}`);
  return `The file is imported: ${added} added, ${updated} brought up to date, ${invited} invited to sign up.${further.join("")}`;
}

/** Folded, for a file of a few people lacks nearly everybody. */
const whoIsMissing = ({ school }: Runtime, missing: readonly Person[]): Html | "" =>
  missing.length === 0
    ? ""
    : html`<details><summary>${missing.length.toLocaleString("en-US")} who ${missing.length === 1 ? "is" : "are"} here already ${missing.length === 1 ? "is" : "are"} not in this file</summary>
<p>Nothing was done to them. If the file was to hold everybody, they may have left; until they are erased, they can still be paired. Set aside what is proposed for whoever has left, and have the person erased with <code>npm run ops -- erase ${school.id} ADDRESS</code>.</p>
${dataTable(
  missing.length > rowsOfAPart ? `The first ${rowsOfAPart} by name` : "By name",
  ["Name", "Address", "Takes part as"],
  missing
    .slice(0, rowsOfAPart)
    .map((person) => [person.name, person.email, roles.filter((role) => person[role]).join(", ")]),
)}</details>
`;

const alwaysNeeded = inWords(requiredColumns.map((name) => `“${name}”`));

const uploadForm = (
  wrong: boolean,
): Html => html`<form method="post" action="${path}" enctype="multipart/form-data">
<div class="field"><label for="field-roster">The file</label>
<span class="hint" id="field-roster-hint">A CSV file, separated by commas, semicolons or tabs, of at most ${rosterLimits.mebibytes} MiB and ${rosterLimits.rows.toLocaleString("en-US")} rows. Split a larger one first: far beyond this a browser shows only a bare error.</span>
<input type="file" id="field-roster" name="roster" accept=".csv,.tsv,.txt,text/csv" required aria-describedby="field-roster-hint"${wrong ? html` aria-invalid="true"` : ""}></div>
<button>Import</button></form>
<h2>What the file says</h2>
<p>The first row names the columns, in any order. ${alwaysNeeded} are needed. <a href="${path}?example">Take an example to fill in</a>.</p>
${dataTable(
  "The columns of the file",
  ["column", "whose", "needed", "what it holds"],
  columnNames.map((name) => [
    html`<code>${name}</code>`,
    { student: "students", mentor: "mentors", both: "everybody" }[columns[name].for],
    columns[name].needed,
    wordsAsCode(columns[name].holds),
  ]),
)}
<p>Whoever has a whole row is added and gets a welcome with the agreement. Whoever has only ${alwaysNeeded} gets a link to sign up. Any row between these two is a fault. Each mail goes out within minutes, or in the morning where it is night. People who are here already are brought up to date: what a row says counts, an empty cell changes nothing, and goals (up to 12) and absences are added to those they have. A mentor's new place reaches booked meetings the next morning. Importing the same file twice adds nobody twice.</p>`;

/** Text in which `words` stand for themselves. */
const wordsAsCode = (text: string): Html =>
  html`${text.split("`").map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
