// How fast bytes and questions go through the gate, beside none: `node --import tsx scripts/gate-speed.ts [MiB] [QUESTIONS]`.
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { elapsed } from "../src/clock.ts";
import { openGate } from "../src/gate/gate.ts";

const [mebibytes = 2048, questions = 20_000] = process.argv.slice(2).map(Number);
const groupId = "5f9f1b9b9b9b9b9b9b9b9b9b";
const piece = Buffer.alloc(2 ** 16);
const asked = 2 ** 8;

/** A client's first byte says what it wants: all that was asked for, or an answer to each question. */
const server = createServer({ noDelay: true }, (socket) => {
  socket.on("error", () => {});
  socket.once("data", (first) => {
    if (first[0] !== 1) {
      socket.on("data", (data) => socket.write(data));
      socket.write(first);
      return;
    }
    let left = mebibytes * 16;
    const pour = () => {
      while (left-- > 0) if (!socket.write(piece)) return;
      socket.end();
    };
    socket.on("drain", pour);
    pour();
  });
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port: direct } = server.address() as AddressInfo;

const entry = { document: { cidr: "127.0.0.1/32" }, endsAt: null };
const tx = {
  meta: { get: async () => undefined, set: () => {} },
  resources: {
    named: async () => [{ orgId: "", groupId, name: "c", sealedSecret: null }],
    all: async () => [entry],
  },
};
const gate = await openGate({
  at: { host: "127.0.0.1", port: null },
  shownHost: "127.0.0.1",
  behind: { of: () => `mongodb://127.0.0.1:${direct}`, nameOf: () => undefined },
  store: { look: async (work: (tx: never) => unknown) => work(tx as never), write: async () => {} } as never,
  clock: { now: Date.now },
  elapsed,
  log: { error: console.error, warn: console.error, info: () => {} } as never,
});
const text = gate.of({ orgId: "", groupId, name: "c", sealedSecret: null });
const through = Number(/:(\d+)\//.exec(text)?.[1]);

async function pour(port: number): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const begun = elapsed();
  socket.write(Buffer.from([1]));
  let bytes = 0;
  for await (const chunk of socket) bytes += (chunk as Buffer).length;
  return `${Math.round(bytes / 2 ** 20 / ((elapsed() - begun) / 1000))} MiB/s`;
}

async function ask(port: number): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const begun = elapsed();
  for (let at = 0; at < questions; at++) {
    socket.write(Buffer.alloc(asked));
    let got = 0;
    while (got < asked) got += ((await once(socket, "data"))[0] as Buffer).length;
  }
  socket.destroy();
  return `${Math.round(questions / ((elapsed() - begun) / 1000))} questions/s`;
}

for (const [name, port] of [
  ["direct", direct],
  ["gate", through],
  ["direct", direct],
  ["gate", through],
] as const) {
  console.log(name.padEnd(8), await pour(port), await ask(port));
}
await gate.close(0);
server.close();
process.exit();
