/** A real browser on the pages of a world, without a network: every request is answered by the world itself. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import type { World } from "../../infra/local/world.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const mustRun = process.env.CI !== undefined && process.env.CI !== "";

/** True where no browser is here and none must be: use it as `describe.skipIf(noBrowser)`. In CI it is never true. */
export const noBrowser = !existsSync(executablePath) && !mustRun;

/** Says in a test's name why it did not run. */
export const inBrowser = noBrowser
  ? `in a browser (left out: there is no ${executablePath} here; apt-get install chromium)`
  : "in a browser";

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

type Look = { width: number; scheme?: "light" | "dark"; cookie?: string };

/** A page whose every request goes to the world. `cookie` is `name=value`. */
export async function pageOn(browser: Browser, world: World, siteUrl: string, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.scheme ?? "light",
  });
  const [name, value] = (look.cookie ?? "").split("=");
  if (name && value) await context.addCookies([{ name, value, url: siteUrl }]);
  const page = await context.newPage();
  await page.route("**/*", async (route) => {
    const asked = route.request();
    const body = asked.postDataBuffer();
    const answer = await world.request(
      new Request(asked.url(), {
        method: asked.method(),
        headers: await asked.allHeaders().then(withoutPseudo),
        ...(body && { body: new Uint8Array(body) }),
        redirect: "manual",
      }),
    );
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  return page;
}

const withoutPseudo = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":")));
