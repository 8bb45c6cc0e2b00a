/** A secret of the browser: a link to sign in opens only where it was asked for, and who has just joined is known again. */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { looksLikeSecret, newSecret } from "../../shared/links/secrets.ts";
import { cookieOptions } from "../../shared/pages/session-guard.ts";
import { sha256 } from "../../shared/records/keys.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

const cookieName = "browser";
/** In seconds: a little longer than a link to sign in works, and than anybody takes over the form to join. */
const lastsFor = { signingIn: 15 * 60, joining: 3 * 60 * 60 };

/** The browser's secret; one that it has already is kept, so that an earlier mail's link goes on working. */
export function browserToken(context: Context, runtime: Runtime, purpose: keyof typeof lastsFor): string {
  const token = knownToken(context) ?? newSecret(runtime.randomBytes);
  setCookie(context, cookieName, token, { ...cookieOptions(runtime.siteUrl), maxAge: lastsFor[purpose] });
  return token;
}

/** True in the browser whose secret has this hash. */
export const isBrowser = (context: Context, hash: unknown): boolean => {
  const token = knownToken(context);
  return token !== undefined && sha256(token) === hash;
};

const knownToken = (context: Context): string | undefined => {
  const token = getCookie(context, cookieName);
  return token !== undefined && looksLikeSecret(token) ? token : undefined;
};
