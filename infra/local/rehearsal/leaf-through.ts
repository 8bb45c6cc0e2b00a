/** Leaves every mail of a rehearsal as a file, with a page to leaf through them. */
import { type Dirent, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { html } from "hono/html";
import { describeMoment } from "../../../shared/domain/moments.ts";
import { Mendable } from "../command-line.ts";
import { readyFolder } from "../given-folder.ts";
import { readMail } from "../read-mail.ts";
import type { World } from "../world.ts";

const title = "Rehearsal of";

/**
 * Throws Mendable for a folder that cannot be written, or in which something stands where the mails will be. What an earlier
 * rehearsal left there will be replaced, and whatever else is in the folder stays.
 */
export function readyForMails(folder: string): void {
  readyFolder(folder, "out");
  const foreign = readdirSync(folder, { withFileTypes: true }).find((entry) => !mayReplace(folder, entry));
  if (foreign)
    throw new Mendable(
      `${join(folder, foreign.name)} is not of an earlier rehearsal and would be lost. Name another folder with --out.`,
    );
}

function mayReplace(folder: string, entry: Dirent): boolean {
  const path = join(folder, entry.name);
  if (entry.name === "index.html")
    return entry.isFile() && readFileSync(path, "utf8").includes(`<title>${title} `);
  if (entry.name === "mails")
    return entry.isDirectory() && readdirSync(path).every((name) => /^(\d{5}\.(eml|html)|\..*)$/.test(name));
  return true;
}

/**
 * Writes `mails/00001.eml`, the same as a page beside it, and `index.html`, in the place of what an earlier rehearsal left.
 * Throws Mendable when the folder cannot be written.
 */
export async function leaveMails(world: World, folder: string, report: string): Promise<void> {
  try {
    rmSync(join(folder, "mails"), { recursive: true, force: true });
    mkdirSync(join(folder, "mails"));
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
<html lang="en"><head><meta charset="utf-8"><title>${title} ${world.school.name}</title>
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
