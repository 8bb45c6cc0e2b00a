/** A world with the real functions behind its pages' links, and a browser to open them with. */
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { parse } from "node-html-parser";
import { answer } from "../../../functions/answer/index.ts";
import { catalogue } from "../../../functions/catalogue.ts";
import { signUp } from "../../../functions/sign-up/index.ts";
import type { FunctionFactories } from "../../../infra/local/function-factories.ts";
import { openWorld, type World } from "../../../infra/local/world.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import { school } from "../../local/small-world.ts";

export const siteUrl = "https://riverside.example.edu";

/** Tuesday, November 24, 2026, 10:00 in New York. */
export const startAt: Instant = Date.UTC(2026, 10, 24, 15);

const quiet = Object.fromEntries(catalogue.map(({ name }) => [name, () => async () => undefined]));

/** Time passes in it, but nothing wakes or sweeps. */
export const openPagesWorld = (): Promise<World> =>
  openWorld({
    school,
    siteUrl,
    startAt,
    seed: "pages",
    functions: { ...quiet, answer, "sign-up": signUp } as unknown as FunctionFactories,
  });

export type Opened = {
  status: number;
  title: string;
  /** What stands in the page's main part, with single spaces. */
  text: string;
  html: string;
  headers: Headers;
};

type Sent = {
  method?: string;
  form?: Record<string, string> | URLSearchParams;
  headers?: Record<string, string>;
};

/** One request of a browser that follows nothing by itself. */
export async function open(world: World, path: string, sent: Sent = {}): Promise<Opened> {
  const { form, headers = {} } = sent;
  const response = await world.request(
    new Request(`${siteUrl}${path}`, {
      method: sent.method ?? (form ? "POST" : "GET"),
      headers,
      ...(form && { body: new URLSearchParams(form) }),
    }),
  );
  const html = await response.text();
  const main = parse(html).querySelector("main");
  const title = main?.querySelector("h1")?.textContent ?? "";
  const text = (main?.textContent ?? "").replace(/\s+/g, " ").trim();
  return { status: response.status, title, text, html, headers: response.headers };
}

/** Everything in the table, in the order of its keys. */
export async function dump({ runtime }: World): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await runtime.dynamodb.send(new ScanCommand({ TableName: runtime.tableName }));
  return Items.map((item) => unmarshall(item)).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ pk, sk }: Record<string, unknown>): string => `${pk} ${sk}`;
