/** A port that somebody else has, or that the system keeps for itself, is told in a sentence. */
import { Server } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { Mendable } from "../../infra/local/command-line.ts";
import { takePort } from "../../infra/local/server.ts";

afterEach(() => void vi.restoreAllMocks());

/** A machine on which no port can be had, for this reason; whoever runs as root may take every one. */
const refusing = (code: string): Error => {
  const fault = Object.assign(new Error(`listen ${code}`), { code });
  vi.spyOn(Server.prototype, "listen").mockImplementation(function (this: Server) {
    queueMicrotask(() => this.emit("error", fault));
    return this;
  });
  return fault;
};

it.each([
  [
    "EACCES",
    "Port 80 may not be opened here: most systems keep those below 1024 for themselves. Choose another with --port.",
  ],
  ["EADDRINUSE", "Port 80 is in use. Stop what runs there, or choose another with --port."],
])("%s", async (code, sentence) => {
  refusing(code);
  await expect(takePort(80)).rejects.toEqual(new Mendable(sentence));
});

it("what nobody foresaw stays a fault", async () => {
  const fault = refusing("ENOMEM");
  await expect(takePort(80)).rejects.toBe(fault);
});
