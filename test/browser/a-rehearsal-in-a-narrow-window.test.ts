/** In a narrow window, such as one whose text is twice as large, a rehearsal's mail is below the list of mails instead of beside it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { leaveMails } from "../../infra/local/rehearsal/leaf-through.ts";
import { onePair, openStory } from "../journeys/a-school.ts";
import { inBrowser, noBrowser, openBrowser } from "./chromium.ts";

describe.skipIf(noBrowser)(`a rehearsal's mails ${inBrowser}`, () => {
  it.each([320, 640])("can be read at %i pixels", async (width) => {
    const folder = mkdtempSync(join(tmpdir(), "mentor-rounds-"));
    const story = await openStory(onePair);
    await leaveMails(story, folder, "");
    await story.close();
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    const [list, mail] = [
      await page.locator("nav").boundingBox(),
      await page.locator("iframe").boundingBox(),
    ];
    await browser.close();
    rmSync(folder, { recursive: true });
    expect([list?.width, mail?.width, mail?.height]).toEqual([width, width, 400]);
  });
});
