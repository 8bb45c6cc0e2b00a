/** Serves a local world on this machine alone: the school's own pages, and the mailbox and clock beside them. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import { Mendable, sentenceOfSystem } from "./command-line.ts";
import { localApp, mailBody } from "./pages/local-app.ts";
import type { World } from "./world.ts";

export const localAddress = "127.0.0.1";

export type Door = { open: (world: World) => void; close: () => void };

/** Takes the port at once and lets callers wait until the world is open. Throws Mendable when somebody else has the port, or it may not be taken. */
export async function takePort(port: number): Promise<Door> {
  const { promise: opened, resolve: open } = Promise.withResolvers<World>();
  const server = createServer(async (incoming, outgoing) => {
    try {
      const response = await answer(
        await opened,
        port,
        await toRequest(incoming, port),
        incoming.headers.host,
      );
      response.headers.forEach((value, name) => {
        if (name !== "set-cookie") outgoing.setHeader(name, value);
      });
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
      outgoing.writeHead(response.status);
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    } catch (error) {
      process.stderr.write(`${sentenceOfSystem(error) ?? (error as Error).stack}\n`);
      outgoing.writeHead(500).end("The local world met a fault; see the terminal.");
    }
  });
  await listen(server, port);
  return {
    open,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What somebody can do about a port that cannot be had, by the system's code. */
const whyNot: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is in use. Stop what runs there, or choose another with --port.`,
  EACCES: (port) =>
    `Port ${port} may not be opened here: most systems keep those below 1024 for themselves. Choose another with --port.`,
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentence = whyNot[error.code ?? ""]?.(port);
      reject(sentence === undefined ? error : new Mendable(sentence));
    });
    server.listen(port, localAddress, resolve);
  });

/** What a browser on this machine may call it; the usual port of the web is left out (RFC 9110 4.2.3). */
const hostsOf = (port: number): string[] =>
  [localAddress, "localhost"].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);

async function answer(
  world: World,
  port: number,
  request: Request,
  host: string | undefined,
): Promise<Response> {
  // A page elsewhere that resolves its own name to this machine must not read or move this world.
  if (host === undefined || !hostsOf(port).includes(host))
    return new Response("This world answers only on 127.0.0.1.", { status: 421 });
  const { pathname, search } = new URL(request.url);
  // A form is taken from one site alone, the one that links in mails lead to.
  if (host.startsWith("localhost"))
    return Response.redirect(`http://${localAddress}:${port}${pathname}${search}`, 307);
  if (pathname.startsWith("/local/body/")) return mailBody(world, pathname.split("/").at(-1)!);
  if (pathname === "/local" || pathname.startsWith("/local/")) return localApp(world).fetch(request);
  const response = await world.request(request);
  await world.settle();
  return response;
}

async function toRequest(incoming: IncomingMessage, port: number): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const method = incoming.method ?? "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value));
  const hasBody = method !== "GET" && method !== "HEAD" && chunks.length > 0;
  return new Request(`http://${localAddress}:${port}${incoming.url ?? "/"}`, {
    method,
    headers,
    ...(hasBody && { body: Buffer.concat(chunks) }),
    redirect: "manual",
  });
}
