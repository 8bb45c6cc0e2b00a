/** Makes the catalogue's functions into the files that Lambda runs: one for each function, all in one go. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { catalogue } from "../../functions/catalogue.ts";
import { leanSdk } from "./lean-sdk.ts";

const fromHouse = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Measured by `npm run bench:init`: CommonJS from the packages' ES modules, with the SDK inside, starts fastest. */
export const bundleOptions = {
  absWorkingDir: fromHouse(""),
  bundle: true,
  platform: "node",
  target: "node24",
  format: "cjs",
  mainFields: ["module", "main"],
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
} as const satisfies BuildOptions;

/** What our functions never use, and what stands in its place. */
const leaner: BuildOptions = {
  alias: {
    "@aws-sdk/credential-provider-node": fromHouse("shared/runtime/lambda-credentials.ts"),
    "@aws-sdk/middleware-endpoint-discovery": fromHouse("shared/runtime/no-endpoint-discovery.ts"),
  },
  // Loaded by the SDK only for an operation that streams events; none of ours does.
  external: ["@smithy/core/event-streams"],
  plugins: [leanSdk],
};

/**
 * Writes `<directory>/<function>/index.js` for every function of the catalogue. The school is told to a function in
 * its environment, so that all schools share these files. Answers what went into them.
 */
export async function bundleFunctions(directory: string): Promise<Metafile> {
  const { metafile } = await build({
    ...bundleOptions,
    ...leaner,
    entryPoints: catalogue.map(({ name }) => ({
      in: fromHouse(`functions/${name}/index.ts`),
      out: join(name, "index"),
    })),
    outdir: directory,
    metafile: true,
  });
  return metafile;
}

/** Most bytes of a bundle with these parts: pages and mail are the large ones, and a function with neither stays small. */
export const mostBytesOf = (parts: readonly string[]): number =>
  parts.some((part) => /shared\/(pages\/|runtime\/mime)/.test(part)) ? 450_000 : 300_000;
