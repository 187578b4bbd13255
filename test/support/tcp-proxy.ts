// A TCP proxy before PostgreSQL that does what networks do: lead elsewhere, swallow, cut, and join packets.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { TestContext } from "node:test";

export interface TcpProxy {
  /** The URL of the database with the proxy's address in place of its own. */
  readonly url: string;
  /** Leads new connections to another server from now on, by its port. */
  lead(port: number): void;
  /** Sets whether what either side sends is thrown away, on all connections, those under way too. */
  swallow(isOn: boolean): void;
  /** Breaks all connections. */
  cut(): void;
  /** Sets whether each ReadyForQuery brings, in its packet, the FATAL with which a server ends a connection. */
  end(isOn: boolean): void;
}

/** ReadyForQuery of a connection outside of a transaction, as in the protocol of PostgreSQL. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** "terminating connection due to administrator command". */
const fatal = (() => {
  const fields = Buffer.from(
    "SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0",
  );
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
})();

/** Listens until the test ends. */
export async function startProxy(t: TestContext, target: string): Promise<TcpProxy> {
  const url = new URL(target);
  let port = Number(url.port);
  let isSwallowing = false;
  let isEnding = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, url.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        if (!isSwallowing) to.destroy();
      });
      from.on("data", (chunk: Buffer) => {
        if (isSwallowing) return;
        const isLast = from === far && isEnding && chunk.subarray(-ready.length).equals(ready);
        to.write(isLast ? Buffer.concat([chunk, fatal]) : chunk);
        if (isLast) to.end();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    // Node never closes a socket that is reset while its end is being sent, and the process would not end.
    for (const socket of sockets) socket.writableEnded ? socket.destroy() : socket.resetAndDestroy();
  };
  t.after(() => {
    server.close();
    cut();
  });
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    lead(to) {
      port = to;
    },
    swallow(isOn) {
      isSwallowing = isOn;
    },
    cut,
    end(isOn) {
      isEnding = isOn;
    },
  };
}
