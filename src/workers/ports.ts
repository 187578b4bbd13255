// Where servers listen, and what is said where they cannot.
import { once } from "node:events";
import { createServer } from "node:net";
import { SettingsError } from "../config.ts";

/** Why a server cannot listen, by the system's code. */
const unlistenable: Readonly<Record<string, string>> = {
  EADDRINUSE: "choose another port with --port or --metrics-port, where 0 takes any free one",
  EADDRNOTAVAIL:
    "this machine has no such address: give one of its own as --host, or 0.0.0.0 for all of them",
  EAI_AGAIN: "give an address of this machine as --host, or 0.0.0.0 for all of them",
  ENOTFOUND: "give an address of this machine as --host, or 0.0.0.0 for all of them",
  EACCES:
    "the system lets no such user listen there: choose a --port from 1024 on, and let a proxy take the one below",
};

/** The reason why a server does not listen, in a sentence where there is one. */
export function inWords(reason: NodeJS.ErrnoException): Error {
  const words = unlistenable[reason.code ?? ""];
  return words === undefined ? reason : new SettingsError(`${reason.message}; ${words}`, { cause: reason });
}

/**
 * The port of the settings, found free, or any that is free where they say 0. It is found before there are workers: so that one
 * of them refuses for all, and that a port which any would do for stays the same when all of them have died.
 */
export async function findPort({ host, port }: { host: string; port: number }): Promise<number> {
  const server = createServer().listen({ host, port });
  await once(server, "listening").catch((reason) => {
    throw inWords(reason);
  });
  const address = server.address();
  await once(server.close(), "close");
  return typeof address === "object" && address !== null ? address.port : port;
}
