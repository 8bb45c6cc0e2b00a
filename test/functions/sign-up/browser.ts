/** A browser that keeps its cookies, and a reader who follows the links of the mails. */
import { openMail } from "../../../infra/local/cast/mail-in-hand.ts";
import type { World } from "../../../infra/local/world.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { type Opened, open, siteUrl } from "../answer/pages-world.ts";

export type Browser = {
  cookies: Map<string, string>;
  get: (path: string) => Promise<Opened>;
  post: (path: string, form: Record<string, string>, headers?: Record<string, string>) => Promise<Opened>;
};

export function browserOf(world: World): Browser {
  const cookies = new Map<string, string>();
  const keep = (opened: Opened): Opened => {
    for (const line of opened.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/Max-Age=0/i.test(line)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return opened;
  };
  const sent = (): Record<string, string> =>
    cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  return {
    cookies,
    get: async (path) => keep(await open(world, path, { headers: sent() })),
    post: async (path, form, headers = {}) =>
      keep(await open(world, path, { method: "POST", form, headers: { ...sent(), ...headers } })),
  };
}

/** The path of a link in the last mail. */
export async function linkInLastMail(world: World, verb: Verb): Promise<string> {
  const { links } = await openMail(world, world.mailbox.at(-1)!);
  const link = links.get(verb);
  if (!link) throw new Error(`the last mail has no link to ${verb}`);
  return link.url.slice(siteUrl.length);
}
