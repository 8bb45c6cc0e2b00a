/** Names: kebab-case, in the product's words, and no drawer for odds and ends. */
import { globSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";

const everything = globSync("{infra,functions,shared,test}/**/*").sort();

it("every file and folder is named in kebab-case", () => {
  const odd = everything.filter(
    (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(basename(path)),
  );
  expect(odd).toEqual([]);
});

it("nothing is called utils, helpers, manager, common, misc or lib", () => {
  expect(
    everything.filter((path) => /(^|[/-])(utils?|helpers?|managers?|common|misc|lib)(\.|\/|$)/.test(path)),
  ).toEqual([]);
});
