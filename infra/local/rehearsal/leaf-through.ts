/** Leaves every mail of a rehearsal as a file, with a page to leaf through them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { html } from "hono/html";
import { describeMoment } from "../../../shared/domain/moments.ts";
import { Mendable } from "../command-line.ts";
import { readMail } from "../read-mail.ts";
import type { World } from "../world.ts";

/** Writes `mails/0001.eml`, the same as a page beside it, and `index.html`. Throws Mendable when the folder cannot be written. */
export async function leaveMails(world: World, folder: string, report: string): Promise<void> {
  try {
    mkdirSync(join(folder, "mails"), { recursive: true });
    const rows = [];
    for (const [index, mail] of world.mailbox.entries()) {
      const name = String(index + 1).padStart(5, "0");
      const { html: page, text } = await readMail(mail);
      writeFileSync(join(folder, "mails", `${name}.eml`), mail.bytes);
      writeFileSync(join(folder, "mails", `${name}.html`), page || String(html`<pre>${text}</pre>`));
      rows.push({ name, mail });
    }
    writeFileSync(join(folder, "index.html"), String(await contents(world, rows, report)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Mendable(`The folder ${folder} cannot be written (${code}). Name another with --out.`);
  }
}

const contents = (
  world: World,
  rows: readonly { name: string; mail: World["mailbox"][number] }[],
  report: string,
) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Rehearsal of ${world.school.name}</title>
<style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 0; display: grid; grid-template-columns: 28rem 1fr; height: 100vh }
nav { overflow: auto; border-right: 1px solid #bbb; padding: 1rem } iframe { border: 0; width: 100%; height: 100% }
li { margin: .5rem 0 } small { color: #555; display: block } pre { font-size: 12px }
</style></head>
<body><nav><h1>${world.school.name}</h1><details><summary>Figures</summary><pre>${report}</pre></details><ol>
${rows.map(
  ({ name, mail }) => html`<li><a href="mails/${name}.html" target="mail">${mail.subject}</a>
<small>${describeMoment(mail.at, world.school.timeZone)} · to ${mail.to} · <a href="mails/${name}.eml">eml</a></small></li>
`,
)}</ol></nav><iframe name="mail" title="Mail" sandbox src="${rows[0] ? `mails/${rows[0].name}.html` : "about:blank"}"></iframe></body></html>
`;
