// Opens the socket of a server synchronously, for callers that need its port at once.
import dns from "node:dns";
import { isIPv6, type Server } from "node:net";

type Found = (error: null, found: string | readonly object[], family?: number) => void;

/**
 * Listens on an address of this machine, on any free port for port 0. Without a port there may be an error, which usually comes
 * later.
 */
export function tryToListen(server: Server, port: number, at: string) {
  const { lookup } = dns;
  const family = isIPv6(at) ? 6 : 4;
  let reason: Error | undefined;
  const note = (error: Error) => {
    reason = error;
  };
  server.once("error", note);
  // Node looks up even an address, asynchronously, so the answer is given at once. Newer versions ask for all addresses.
  dns.lookup = ((address: string, ...[options, answer]: [object, Found] | [Found]) =>
    answer
      ? answer(null, [{ address, family }])
      : (options as Found)(null, address, family)) as typeof lookup;
  try {
    server.listen(port, at);
  } finally {
    dns.lookup = lookup;
  }
  const address = server.address();
  if (address === null || typeof address !== "object") return { port: null, reason };
  server.off("error", note);
  return { port: address.port, reason };
}

/** Listens on a free port of 127.0.0.1. Throws if it may not. */
export function listenAtOnce(server: Server): number {
  const { port, reason: cause } = tryToListen(server, 0, "127.0.0.1");
  if (port !== null) return port;
  const message =
    "no socket could be opened at once; give createAnteroom a port, 0 for any, and it opens one itself";
  throw new Error(message, { cause });
}
