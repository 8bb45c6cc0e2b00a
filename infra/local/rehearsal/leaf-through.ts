/** Leaves every mail of a rehearsal as a file, with a page to leaf through them. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { html } from "hono/html";
import { describeMoment } from "../../../shared/domain/moments.ts";
import { Mendable } from "../command-line.ts";
import { readyFolder } from "../given-folder.ts";
import { readMail } from "../read-mail.ts";
import type { World } from "../world.ts";

const title = "Rehearsal of";

/**
 * Throws Mendable for a folder that cannot be written, or that holds anything but an earlier rehearsal. What that one left
 * will be replaced; whatever was laid beside it stays.
 */
export function readyForMails(folder: string): void {
  readyFolder(folder, "out");
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  if (names.length > 0 && !isRehearsal(join(folder, "index.html")))
    throw new Mendable(
      `${folder} is not empty and holds no earlier rehearsal. Name a new folder with --out, so that nothing is mixed up or lost.`,
    );
  if (names.includes("mails") && !areOurMails(join(folder, "mails")))
    throw new Mendable(
      `${join(folder, "mails")} is not of an earlier rehearsal and would be lost. Name another folder with --out.`,
    );
}

/** Every rehearsal leaves this page, before any mail. */
function isRehearsal(page: string): boolean {
  try {
    return readFileSync(page, "utf8").includes(`<title>${title} `);
  } catch {
    return false;
  }
}

function areOurMails(path: string): boolean {
  return (
    lstatSync(path).isDirectory() &&
    readdirSync(path).every((name) => /^(\d{5}\.(eml|html)|\..*)$/.test(name))
  );
}

/**
 * Writes `index.html`, `mails/00001.eml` and the same as a page beside it, in the place of what an earlier rehearsal left.
 * Throws Mendable when the folder cannot be written.
 */
export async function leaveMails(world: World, folder: string, report: string): Promise<void> {
  try {
    const rows = world.mailbox.map((mail, index) => ({ name: String(index + 1).padStart(5, "0"), mail }));
    writeFileSync(join(folder, "index.html"), String(await contents(world, rows, report)));
    rmSync(join(folder, "mails"), { recursive: true, force: true });
    mkdirSync(join(folder, "mails"));
    for (const { name, mail } of rows) {
      const { html: page, text } = await readMail(mail);
      writeFileSync(join(folder, "mails", `${name}.eml`), mail.bytes);
      writeFileSync(join(folder, "mails", `${name}.html`), page || String(html`<pre>${text}</pre>`));
    }
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
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} ${world.school.name}</title>
<style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 0; display: grid; grid-template-columns: 28rem 1fr; height: 100vh }
nav { overflow: auto; border-right: 1px solid #bbb; padding: 1rem } iframe { border: 0; width: 100%; height: 100% }
li { margin: .5rem 0 } small { color: #555; display: block } pre { font-size: 12px }
@media (max-width: 60rem) { body { grid-template: 1fr 1fr / 1fr } nav { border: 0; border-bottom: 1px solid #bbb; min-width: 0 } }
</style></head>
<body><nav><h1>${world.school.name}</h1><details><summary>Figures</summary><pre>${report}</pre></details><ol>
${rows.map(
  ({ name, mail }) => html`<li><a href="mails/${name}.html" target="mail">${mail.subject}</a>
<small>${describeMoment(mail.at, world.school.timeZone)} · to ${mail.to} · <a href="mails/${name}.eml">eml</a></small></li>
`,
)}</ol></nav><iframe name="mail" title="Mail" sandbox src="${rows[0] ? `mails/${rows[0].name}.html` : "about:blank"}"></iframe></body></html>
`;
