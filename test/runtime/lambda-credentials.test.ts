/** A function takes its rights from its environment, and says so when they are missing. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { defaultProvider } from "../../shared/runtime/lambda-credentials.ts";

const names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] as const;
const before = names.map((name) => [name, process.env[name]] as const);
const restore = () => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
};
beforeEach(() => {
  for (const name of names) delete process.env[name];
});
afterEach(restore);

it("key, secret and token", async () => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: "key",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_SESSION_TOKEN: "token",
  });
  expect(await defaultProvider()()).toEqual({
    accessKeyId: "key",
    secretAccessKey: "secret",
    sessionToken: "token",
  });
});

it("no token where there is none", async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" });
  expect(await defaultProvider()()).toEqual({ accessKeyId: "key", secretAccessKey: "secret" });
});

it("nothing there is a fault", async () => {
  await expect(defaultProvider()()).rejects.toThrow("no credentials in its environment");
});
