// Opens the socket of a server within a call, for callers that need its port at once.
import dns from "node:dns";
import type { Server } from "node:http";

type Found = (error: null, found: string | readonly object[], family?: number) => void;

/** Listens on a free port of 127.0.0.1. Node looks even an address up, later; so that is answered at once. Throws where it may not. */
export function listenAtOnce(server: Server): number {
  const { lookup } = dns;
  let reason: unknown;
  const note = (error: unknown) => {
    reason = error;
  };
  server.once("error", note);
  // Newer versions of Node ask for all addresses.
  dns.lookup = ((address: string, ...[options, answer]: [object, Found] | [Found]) =>
    answer ? answer(null, [{ address, family: 4 }]) : (options as Found)(null, address, 4)) as typeof lookup;
  try {
    server.listen(0, "127.0.0.1");
  } finally {
    dns.lookup = lookup;
  }
  const address = server.address();
  if (address !== null && typeof address === "object") {
    server.off("error", note);
    return address.port;
  }
  const message =
    "no socket could be opened at once; give createAnteroom a port, 0 for any, and it opens one itself";
  throw new Error(message, { cause: reason });
}
