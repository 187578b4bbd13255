// Tests that the socket is open when the call returns, and that the process is left unchanged.
import { equal, ok, throws } from "node:assert/strict";
import dns from "node:dns";
import { EventEmitter } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { listenAtOnce } from "./listen-at-once.ts";

const { lookup } = dns;

test("a server listens on this machine alone, and names are looked up as before", async (t) => {
  const server = createServer((_request, response) => response.end("here"));
  t.after(() => server.close());
  const port = listenAtOnce(server);
  const { address, family, port: taken } = server.address() as AddressInfo;
  equal(`${family} ${address} ${taken}`, `IPv4 127.0.0.1 ${port}`);
  equal(dns.lookup, lookup);
  equal(server.listenerCount("error"), 0);
  equal(await (await fetch(`http://127.0.0.1:${port}`, { headers: { connection: "close" } })).text(), "here");
  throws(() => listenAtOnce(server), { code: "ERR_SERVER_ALREADY_LISTEN" });
  equal(dns.lookup, lookup);
});

test("a socket that is not open when the call returns is refused, with the reason where there is one", () => {
  const reason = new Error("not by itself");
  for (const [address, cause] of [
    [null, reason],
    [null, undefined],
    ["/run/socket", undefined],
  ] as const) {
    const server = Object.assign(new EventEmitter(), {
      listen: () => cause && server.emit("error", cause),
      address: () => address,
    });
    throws(
      () => listenAtOnce(server as never),
      (refused: Error) => {
        ok(refused.message.startsWith("no socket could be opened at once; give createAnteroom a port"));
        equal(refused.cause, cause);
        return true;
      },
    );
  }
});
