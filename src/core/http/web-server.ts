// Node's server as all of ours are: bounded in time and size, refusing in the form of the API, ended without cutting what is under way.
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

/** Host and port by which this machine reaches what listens there. */
export function hostOf({ address, family, port }: AddressInfo): string {
  const name = family === "IPv6" ? `[${address}]` : address === "0.0.0.0" ? "127.0.0.1" : address;
  return `${name}:${port}`;
}

export interface WebServer {
  readonly server: Server | TlsServer;
  /** Listens, and returns the address, such as http://127.0.0.1:8080. */
  listen(at: { readonly host: string; readonly port: number }): Promise<string>;
  /** Stops listening, ends connections that rest once `drain` has waited, and waits until all have ended. */
  close(drain?: () => Promise<void>): Promise<void>;
}

/** Plain HTTP where there is no certificate. */
export function createWebServer(answer: RequestListener, certificate: Certificate | null): WebServer {
  const server = certificate === null ? createServer(serverOptions, answer) : secure(answer, certificate);
  // All of them arrive, and are counted: Node drops what goes beyond a limit of its own.
  server.maxHeadersCount = 0;
  server.on("clientError", refuseUnreadable);
  refuseEvents(server);
  const beside: PlainServer[] = [];

  /** A name of this machine may be of two addresses, and clients choose either. */
  async function listenBeside(host: string): Promise<void> {
    const { address: taken, port } = server.address() as AddressInfo;
    const found = await lookup(host, { all: true });
    for (const { address } of found.filter((each) => each.address !== taken)) {
      const other = createPlainServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
        server.emit("connection", socket),
      );
      // Not every machine has what its list of names says.
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
      // A server of HTTP would end what rests at once, though its next request may be on its way. In Bun it is no server of net, and does.
      const { close } = server instanceof PlainServer ? PlainServer.prototype : server;
      const stopped = new Promise<unknown>((resolve) => close.call(server, resolve));
      const ended = [stopped, ...beside.map((each) => new Promise((resolve) => each.close(resolve)))];
      await drain?.();
      server.close();
      await Promise.all(ended);
    },
  };
}

/** Plain HTTP does without it, and it takes milliseconds to load. */
const secure = (answer: RequestListener, certificate: Certificate): TlsServer =>
  process.getBuiltinModule("node:https").createServer({ ...tlsOptions, ...certificate }, answer);

/** Connections that the system makes before the server takes them: of a burst, those beyond would try again after a second or more. */
const waitingForUs = 4_096;

async function listening(server: PlainServer, at: { host: string; port: number }): Promise<true> {
  server.listen({ ...at, backlog: waitingForUs });
  await once(server, "listening");
  return true;
}
