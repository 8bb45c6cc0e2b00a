/** A verb's page with what a link is about, ready to be shown and answered. */
import type { Link } from "../links/link.ts";
import type { FormState } from "../pages/fields.ts";
import type { Typed } from "../pages/typed.ts";
import type { Runtime } from "../runtime/runtime.ts";
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
      return behind(page, await openPersonScene(runtime, link));
    case "pair":
      return behind(page, await openPairScene(runtime, link));
    case "meeting":
      return behind(page, await openMeetingScene(runtime, link));
  }
}

type Actions<Scene> = {
  show: (scene: Scene, refilled?: FormState) => ReturnType<OpenPage["show"]>;
  act: (scene: Scene, form: Typed) => Promise<Acted>;
};

const behind = <Scene>({ show, act }: Actions<Scene>, scene: Scene | undefined): OpenPage | undefined =>
  scene && { show: (refilled) => show(scene, refilled), act: (form) => act(scene, form) };
