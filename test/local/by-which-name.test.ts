/** The local world answers by this machine's own names, as a browser writes them, and by nobody else's; the forms stand under one of them. */
import { request } from "node:http";
import { type AddressInfo, Server } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { takePort } from "../../infra/local/server.ts";
import { openSmallWorld } from "./small-world.ts";

afterEach(() => void vi.restoreAllMocks());

/** The status of an answer to a visit by this name, at a port that not everybody may take; another one stands in for it. */
async function statusOf(port: number, host: string): Promise<number | undefined> {
  const { listen } = Server.prototype;
  let taken: Server | undefined;
  vi.spyOn(Server.prototype, "listen").mockImplementation(function (this: Server, ...given: unknown[]) {
    taken = this;
    return Reflect.apply(listen, this, [0, ...given.slice(1)]);
  });
  const door = await takePort(port);
  const world = await openSmallWorld({ "sign-up": () => ({ statusCode: 204 }) });
  door.open(world);
  const status = await new Promise<number | undefined>((resolve, reject) =>
    request({ port: (taken!.address() as AddressInfo).port, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once("error", reject)
      .end(),
  );
  door.close();
  await world.close();
  return status;
}

it.each([
  [4800, "127.0.0.1:4800", 204],
  // Its forms would be refused by this name.
  [4800, "localhost:4800", 307],
  [4800, "127.0.0.1", 421],
  [4800, "127.0.0.1:4801", 421],
  [4800, "school.example", 421],
  // The usual port of the web is left out.
  [80, "127.0.0.1", 204],
  [80, "localhost", 307],
  [80, "127.0.0.1:80", 204],
  [80, "school.example", 421],
])("at port %i, %s: %i", async (port, host, status) => {
  expect(await statusOf(port, host)).toBe(status);
});
