// Node's server as we use it: with limits of time and size, refusals in the form of the API, and an end that cuts nothing under
// way.
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { Server as TlsServer } from "node:https";
import { type AddressInfo, createServer as createPlainServer, Server as PlainServer } from "node:net";
import { refuseEvents, refuseUnreadable, serverOptions, tlsOptions } from "./unreadable.ts";

/** A certificate in PEM form. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Returns the host and port at which this machine reaches a listening server. */
export function hostOf({ address, family, port }: AddressInfo): string {
  const name = family === "IPv6" ? `[${address}]` : address === "0.0.0.0" ? "127.0.0.1" : address;
  return `${name}:${port}`;
}

export interface WebServer {
  readonly server: Server | TlsServer;
  /** Listens, and returns the address, such as http://127.0.0.1:8080. */
  listen(at: { readonly host: string; readonly port: number }): Promise<string>;
  /** Stops listening, ends idle connections once `drain` has waited, and waits until all have ended. */
  close(drain?: () => Promise<void>): Promise<void>;
}

/** Creates a server, of plain HTTP without a certificate. */
export function createWebServer(answer: RequestListener, certificate: Certificate | null): WebServer {
  const server = certificate === null ? createServer(serverOptions, answer) : secure(answer, certificate);
  // All headers arrive and are counted here: with a limit, Node would drop some.
  server.maxHeadersCount = 0;
  server.on("clientError", refuseUnreadable);
  refuseEvents(server);
  const beside: PlainServer[] = [];

  /** Listens on the other address of a name of this machine, since clients choose either. */
  async function listenBeside(host: string): Promise<void> {
    const { address: taken, port } = server.address() as AddressInfo;
    const found = await lookup(host, { all: true });
    for (const { address } of found.filter((each) => each.address !== taken)) {
      const other = createPlainServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
        server.emit("connection", socket),
      );
      // Not every machine has the addresses that its list of names says.
      const isThere = await listening(other, { host: address, port }).catch(() => false);
      if (isThere) beside.push(other);
    }
  }

  return {
    server,
    async listen({ host, port }) {
      await listening(server, { host, port });
      if (host === "localhost") await listenBeside(host);
      return `${certificate === null ? "http" : "https"}://${hostOf(server.address() as AddressInfo)}`;
    },
    async close(drain) {
      // Node's HTTP server would end idle connections, though their next requests may be on the way, so its parent's method is
      // called. In Bun it has no such parent, and ends them.
      const { close } = server instanceof PlainServer ? PlainServer.prototype : server;
      const stopped = new Promise<unknown>((resolve) => close.call(server, resolve));
      const ended = [stopped, ...beside.map((each) => new Promise((resolve) => each.close(resolve)))];
      await drain?.();
      server.close();
      await Promise.all(ended);
    },
  };
}

/** Loads TLS, which takes milliseconds and is not needed for plain HTTP. */
const secure = (answer: RequestListener, certificate: Certificate): TlsServer =>
  process.getBuiltinModule("node:https").createServer({ ...tlsOptions, ...certificate }, answer);

/** The backlog of the system: in a burst, clients beyond it would try again after a second or more. */
const waitingForUs = 4_096;

async function listening(server: PlainServer, at: { host: string; port: number }): Promise<true> {
  server.listen({ ...at, backlog: waitingForUs });
  await once(server, "listening");
  return true;
}
