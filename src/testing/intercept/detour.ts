// The detour of requests for another server's address, which an Anteroom answers.
import type { Server } from "node:http";

/** The member of an Anteroom with its detour. It is not part of the public interface. */
export const detour = Symbol.for("atlas-anteroom.detour");

/** The answers to requests for another server's address, such as https://cloud.mongodb.com. */
export interface Detour {
  /** Returns the port of 127.0.0.1 where its requests are answered. */
  portFor(origin: string): number;
  /** Returns a fetch that answers them without a socket. */
  fetchFor(origin: string): typeof fetch;
}

interface DetourDeps extends Pick<Detour, "fetchFor"> {
  serverFor(origin: string): Server;
  listen(server: Server): number;
}

export function createDetour({ serverFor, listen, fetchFor }: DetourDeps): Detour & { close(): void } {
  const opened = new Map<string, { readonly server: Server; readonly port: number }>();

  function open(origin: string) {
    const server = serverFor(origin);
    server.on("connection", (socket) => {
      socket.unref();
      // The client's side has no TLS, and links begin as the address does.
      if (origin.startsWith("https:")) Object.assign(socket, { encrypted: true });
    });
    const there = { server, port: listen(server) };
    server.unref();
    opened.set(origin, there);
    return there;
  }

  return {
    fetchFor,
    portFor: (origin) => (opened.get(origin) ?? open(origin)).port,
    close() {
      for (const { server } of opened.values()) server.close();
    },
  };
}
