/** A verb's page with what a link is about, ready to be shown and answered. */
import type { Link } from "../links/link.ts";
import type { FormState } from "../pages/fields.ts";
import type { Typed } from "../pages/typed.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { refusalsInWords } from "./refusals.ts";
import { openMeetingScene, openPairScene, openPersonScene } from "./scene.ts";
import type { Acted, AnswerPage, VerbPage } from "./verb-page.ts";

/** The link's page with all that it speaks of. */
export type OpenPage = {
  show: (refilled?: FormState) => AnswerPage | Promise<AnswerPage>;
  act: (form: Typed) => Promise<Acted>;
};

/** A verb's page on what the link is about; undefined when that is gone, or is not the reader's. */
export async function openPage(runtime: Runtime, link: Link, page: VerbPage): Promise<OpenPage | undefined> {
  switch (page.about) {
    case "person":
      return behind(page, () => openPersonScene(runtime, link));
    case "pair":
      return behind(page, () => openPairScene(runtime, link));
    case "meeting":
      return behind(page, () => openMeetingScene(runtime, link));
  }
}

type Actions<Scene> = {
  show: (scene: Scene, refilled?: FormState) => ReturnType<OpenPage["show"]>;
  act: (scene: Scene, form: Typed) => Promise<Acted>;
};

async function behind<Scene>(
  { show, act }: Actions<Scene>,
  open: () => Promise<Scene | undefined>,
): Promise<OpenPage | undefined> {
  const scene = await open();
  return (
    scene && {
      show: (refilled) => show(scene, refilled),
      act: async (form) => {
        const acted = await act(scene, form);
        if (acted.ok || typeof acted.refusal !== "string" || refusalsInWords[acted.refusal].status !== 409)
          return acted;
        // A double click sends a form twice: what the first has just done is no reason against the second.
        const now = await open();
        const again = now && (await act(now, form));
        return again?.ok ? again : acted;
      },
    }
  );
}
