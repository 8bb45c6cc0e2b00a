/** Takes an administrator's file of people. Apart from the other pages, which need not carry what reads files. */
import { type PagesHandler, pagesHandler } from "../../shared/pages/lambda.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { administratorApp } from "../administrator-page/administrator-app.ts";
import { importRoutes } from "../administrator-page/import.ts";

export const importPeople = (runtime: Runtime): PagesHandler => {
  const app = administratorApp(runtime);
  importRoutes(app, runtime);
  return pagesHandler(app);
};

export const handler = onLambda(importPeople);
