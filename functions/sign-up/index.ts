/** Lets people ask for a link, join the program, and sign in. */
import { pagesApp } from "../../shared/pages/app.ts";
import { type PagesHandler, pagesHandler } from "../../shared/pages/lambda.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { addJoining } from "./joining.ts";
import { addSigningIn } from "./signing-in.ts";

export const signUp = (runtime: Runtime): PagesHandler => {
  const app = pagesApp(runtime);
  addJoining(app, runtime);
  addSigningIn(app, runtime);
  return pagesHandler(app);
};

export const handler = onLambda(signUp);
