// Tests the gate with real sockets: who is let in, whose connection is closed, and that each port keeps its number.
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { until } from "../../../test/support/until.ts";
import { ids, seed } from "../../../test/support/world.ts";
import { networkEntries } from "../../atlas/access-lists/kept.ts";
import { changingOf } from "../../core/changes/changing.ts";
import { elapsed } from "../../core/clock.ts";
import { minute } from "../../core/domain/instant.ts";
import { createKeyring } from "../../core/secrets/keyring.ts";
import { mintId } from "../../core/secrets/mint.ts";
import { openInMemory } from "../../core/store/in-memory.ts";
import type { Store } from "../../core/store/store.ts";
import { plant } from "../../testing/seed/plant.ts";
import { openGate } from "./gate.ts";

const group = { id: ids.group };
const start = Date.parse("2026-08-10T03:04:53Z");

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Starts a database that echoes what it gets, and half-closes when its client does. */
async function startEcho(t: TestContext, answer: (socket: Socket) => void = (socket) => socket.pipe(socket)) {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    answer(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { server, sockets, url: `mongodb://127.0.0.1:${portOf(server)}/?authSource=admin&replicaSet=rs0` };
}

interface Line {
  readonly level: string;
  readonly about: Record<string, unknown>;
  readonly text: string;
}

interface Opening {
  /** The database behind the gate: a new echo, if none is given. */
  readonly echo?: Awaited<ReturnType<typeof startEcho>>;
  readonly url?: string;
  readonly store?: Store;
  readonly at?: Partial<Parameters<typeof openGate>[0]["at"]>;
  readonly limits?: { readonly ofProject: number; readonly ofAll: number };
}

async function plantedStore(t: TestContext): Promise<Store> {
  const store = await openInMemory();
  t.after(() => store.close());
  await plant(seed, { store, keyring: createKeyring(Buffer.alloc(32)), now: start });
  await store.write((tx) => addCluster(tx, ids.group));
  return store;
}

const addCluster = (tx: Parameters<Parameters<Store["write"]>[0]>[0], groupId: string) =>
  tx.documents.add({
    id: mintId(start),
    groupId,
    kind: "cluster",
    name: "Main",
    document: {},
    sealedSecret: null,
    createdAt: start,
    endsAt: null,
  });

async function open(t: TestContext, { at, limits, ...opening }: Opening = {}) {
  const { echo = await startEcho(t) } = opening;
  const { url = echo.url } = opening;
  const store = opening.store ?? (await plantedStore(t));
  const lines: Line[] = [];
  const clock = { time: start, now: () => clock.time };
  const note =
    (level: string) =>
    (about: unknown, text = "") =>
      void lines.push({ level, about: about as Line["about"], text });
  const gate = await openGate({
    at: { host: "127.0.0.1", port: null, ...at },
    shownHost: "127.0.0.1",
    behind: { of: () => url, nameOf: () => "the database" },
    store,
    clock,
    elapsed,
    log: { error: note("error"), warn: note("warn"), info: note("info") } as never,
    ...(limits && { limits }),
  });
  t.after(() => gate.close(0));
  gate.start("http://127.0.0.1:8080");
  const change = async (work: (changing: ReturnType<typeof changingOf>) => Promise<unknown>) => {
    await store.write((tx) => work(changingOf({ tx, now: clock.now(), newId: () => mintId(start) }, null)));
    gate.schedule();
  };
  const allow = (cidr: string, endsAt: number | null = null) =>
    change((changing) => networkEntries.add(changing, group, cidr, { document: { cidr }, endsAt }));
  const withdraw = (cidr: string) =>
    change(async (changing) => {
      const found = await networkEntries.find(changing, group, cidr);
      if (found !== undefined) await networkEntries.remove(changing, found);
    });
  const text = (groupId: string = ids.group) =>
    gate.of({ orgId: ids.org, groupId, name: "Main", sealedSecret: null });
  const port = Number(/:(\d+)\//.exec(text() ?? "")?.[1]);
  return { ...echo, gate, store, clock, lines, allow, withdraw, text, port };
}

/** Connects, sends a word, and returns the answer; undefined if the connection was closed instead. */
async function tryPort(t: TestContext, port: number, word = "hello", localAddress = "127.0.0.1") {
  const socket = connect({ port, host: "127.0.0.1", localAddress, allowHalfOpen: true });
  socket.on("error", () => {});
  t.after(() => socket.destroy());
  const answer = new Promise<string | undefined>((resolve) => {
    socket.once("data", (data) => resolve(String(data)));
    socket.once("end", () => resolve(undefined));
    socket.once("close", () => resolve(undefined));
  });
  socket.write(word);
  return { socket, answer: await answer };
}

const isClosed = (socket: Socket) => until(() => socket.destroyed || socket.readableEnded);
const warnings = (lines: readonly Line[]) => lines.filter(({ level }) => level === "warn");

test("an address is let in while it is on the list: this machine's own as well", async (t) => {
  const { port, allow, withdraw, lines, gate, sockets } = await open(t);
  const figures = () => [gate.figures.open, gate.figures.letIn, Object.fromEntries(gate.figures.turnedAway)];
  equal((await tryPort(t, port)).answer, undefined);
  await until(() => warnings(lines).length === 1);
  const [refused] = warnings(lines);
  deepEqual(refused?.about, { address: "127.0.0.1", groupId: ids.group, project: "payments", count: 1 });
  equal(
    refused?.text,
    `a connection to a database was refused: its address is not on the project's IP access list; add it with \`atlas accessLists create 127.0.0.1 --type ipAddress --projectId ${ids.group}\`, or at http://127.0.0.1:8080/projects/${ids.group}/network-access`,
  );
  equal(sockets.size, 0);

  await allow("127.0.0.1/32");
  const inside = await tryPort(t, port);
  equal(inside.answer, "hello");
  deepEqual(figures(), [1, 1, { "not listed": 1 }]);

  await withdraw("127.0.0.1/32");
  equal((await tryPort(t, port)).answer, undefined);
  await isClosed(inside.socket);
  await until(() => sockets.size === 0);
  deepEqual(figures(), [0, 1, { "not listed": 2, "no longer listed": 1 }]);
  match(
    warnings(lines).at(-1)?.text ?? "",
    /^a connection to a database was closed: its address is no longer/,
  );
});

test("an address that is still on the list stays inside while another is put out", async (t) => {
  const { port, allow, withdraw } = await open(t);
  for (const address of ["127.0.0.1/32", "127.0.0.2/32"]) await allow(address);
  const { socket } = await tryPort(t, port);
  const other = await tryPort(t, port, "hello", "127.0.0.2");
  equal(other.answer, "hello");
  const answer = Promise.race([once(socket, "data"), once(socket, "end"), once(socket, "close")]);
  await withdraw("127.0.0.2/32");
  await isClosed(other.socket);
  socket.write("again");
  equal(String(await answer), "again");
});

test("other addresses, security groups and another project's list let nobody in", async (t) => {
  const { port, allow, store, gate, text } = await open(t);
  await allow("203.0.113.0/24");
  await allow("::1/128");
  await store.write((tx) => addCluster(tx, ids.otherGroup));
  await store.write((tx) =>
    networkEntries.add(
      changingOf({ tx, now: start, newId: () => mintId(start) }, null),
      { id: ids.otherGroup },
      "127.0.0.1/32",
      { document: { cidr: "127.0.0.1/32" } },
    ),
  );
  await store.write((tx) =>
    networkEntries.add(
      changingOf({ tx, now: start, newId: () => mintId(start) }, null),
      group,
      "sg-0123456789abcdef0",
      { document: {} },
    ),
  );
  gate.schedule();
  equal((await tryPort(t, port)).answer, undefined);
  const other = Number(/:(\d+)\//.exec(text(ids.otherGroup) ?? "")?.[1]);
  notEqual(other, port);
  equal((await tryPort(t, other)).answer, "hello");
});

test("an entry ends by the clock, for those inside and for those who come", async (t) => {
  const { port, allow, clock } = await open(t);
  await allow("127.0.0.0/8", start + minute);
  const inside = await tryPort(t, port);
  equal(inside.answer, "hello");
  clock.time = start + minute;
  equal((await tryPort(t, port)).answer, undefined);
  await isClosed(inside.socket);
});

test("IPv6 networks are told apart", async (t) => {
  const { port, allow } = await open(t, { at: { host: "::1" } });
  const at6 = async () => {
    const socket = connect({ port, host: "::1" });
    socket.on("error", () => {});
    t.after(() => socket.destroy());
    socket.write("hello");
    return new Promise<string | undefined>((resolve) => {
      socket.once("data", (data) => resolve(String(data)));
      socket.once("close", () => resolve(undefined));
    });
  };
  await allow("127.0.0.1/32");
  await allow("2001:db8::/32");
  equal(await at6(), undefined);
  await allow("::/64");
  equal(await at6(), "hello");
});

test("a cluster without a database keeps the string that says so", async (t) => {
  const { text } = await open(t, { url: "mongodb://deployment-of-another-organization.invalid" });
  equal(text(), "mongodb://deployment-of-another-organization.invalid");
});

test("a flood of refused connections is one line, and later one with their number", async (t) => {
  const { port, lines, gate } = await open(t);
  for (let at = 0; at < 50; at++) equal((await tryPort(t, port)).answer, undefined);
  equal(warnings(lines).length, 1);
  await gate.close(0);
  await until(() => warnings(lines).length === 2);
  equal(warnings(lines)[1]?.about.count, 49);
});

test("no more connections than there is room for", async (t) => {
  const { port, allow, lines, gate } = await open(t, { limits: { ofProject: 3, ofAll: 10 } });
  await allow("127.0.0.1/32");
  const three = [await tryPort(t, port), await tryPort(t, port), await tryPort(t, port)];
  deepEqual(
    three.map(({ answer }) => answer),
    ["hello", "hello", "hello"],
  );
  equal((await tryPort(t, port)).answer, undefined);
  await until(() => warnings(lines).length === 1);
  match(warnings(lines)[0]?.text ?? "", /refused: there are already the 3 of its project$/);
  equal(gate.figures.turnedAway.get("no place left"), 1);
  three[0]?.socket.destroy();
  await until(async () => (await tryPort(t, port)).answer === "hello");
});

test("a port has its number again at the next start, and another one if that is taken", async (t) => {
  const first = await open(t);
  await first.gate.close(0);
  const second = await open(t, { echo: first, store: first.store });
  equal(second.port, first.port);
  await second.gate.close(0);

  const thief = createServer().listen(first.port, "127.0.0.1");
  await once(thief, "listening");
  t.after(() => thief.close());
  const third = await open(t, { echo: first, store: first.store });
  notEqual(third.port, first.port);
  match(
    warnings(third.lines)[0]?.text ?? "",
    new RegExp(`^the port ${first.port} .* is taken: it is ${third.port} now$`),
  );
  await third.gate.close(0);
  equal((await open(t, { echo: first, store: first.store })).port, third.port);
});

test("ports are taken from the given one on", async (t) => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  t.after(() => taken.close());
  const { port } = await open(t, { at: { port: portOf(taken) } });
  ok(port > portOf(taken) && port < portOf(taken) + 100, `${port} after ${portOf(taken)}`);
});

test("the port of a cluster that is gone closes, with its connections", async (t) => {
  const { port, allow, store } = await open(t);
  await allow("127.0.0.1/32");
  const inside = await tryPort(t, port);
  await store.write(async (tx) => {
    for (const { id } of await tx.documents.all(ids.group, "cluster", start)) await tx.documents.remove(id);
  });
  await isClosed(inside.socket);
  await until(async () => {
    const socket = connect(port, "127.0.0.1");
    const [reason] = await Promise.race([once(socket, "error"), once(socket, "connect")]);
    socket.destroy();
    return reason?.code === "ECONNREFUSED";
  });
});

test("either side may end first, and what the other still says arrives", async (t) => {
  const { url } = await startEcho(t, (socket) => {
    socket.on("data", () => {});
    socket.on("end", () => socket.end("all that was asked"));
  });
  const { port, allow } = await open(t, { url });
  await allow("127.0.0.1/32");
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  socket.end("a question");
  const texts: Buffer[] = [];
  for await (const chunk of socket) texts.push(chunk as Buffer);
  equal(String(Buffer.concat(texts)), "all that was asked");
});

test("a client that reads nothing holds the database back, and costs no memory", async (t) => {
  const piece = Buffer.alloc(2 ** 16);
  let sent = 0;
  const { url } = await startEcho(t, (socket) => {
    const pour = () => {
      while (sent < 2 ** 28 && socket.write(piece)) sent += piece.length;
    };
    socket.on("drain", pour);
    pour();
  });
  const { port, allow } = await open(t, { url });
  await allow("127.0.0.1/32");
  const socket = connect({ port, host: "127.0.0.1" });
  socket.pause();
  t.after(() => socket.destroy());
  let before = -1;
  await until(() => {
    const isStill = before === sent && sent > 0;
    before = sent;
    return isStill;
  }, 300);
  ok(sent < 2 ** 25, `${sent} bytes were taken from the database`);
});

test("a database that is away closes the connection, with a line that says so", async (t) => {
  const { port, allow, lines, gate, server } = await open(t);
  await allow("127.0.0.1/32");
  server.close();
  await once(server, "close");
  equal((await tryPort(t, port)).answer, undefined);
  match(lines.at(-1)?.text ?? "", /^the gate does not reach the database/);
  deepEqual([gate.figures.letIn, gate.figures.turnedAway.get("database away")], [0, 1]);
});

test("nobody is let in while the list cannot be read", async (t) => {
  const store = await plantedStore(t);
  const state = { isAway: false };
  const failing: Store = {
    ...store,
    look: async (work) => {
      if (state.isAway) throw new Error("away");
      return store.look(work);
    },
  };
  const { port, allow, gate, lines } = await open(t, { store: failing });
  await allow("127.0.0.1/32");
  const inside = await tryPort(t, port);
  state.isAway = true;
  gate.schedule();
  equal((await tryPort(t, port)).answer, undefined);
  ok(lines.some(({ text }) => /nobody is let in$/.test(text)));
  equal(gate.figures.turnedAway.get("list unread"), 1);
  inside.socket.write("still here");
  equal(String((await once(inside.socket, "data"))[0]), "still here");
  state.isAway = false;
  equal((await tryPort(t, port)).answer, "hello");
});

test("at the end those who wait for an answer get it, and the others are closed at once", async (t) => {
  let answer: (() => void) | undefined;
  const { url } = await startEcho(t, (socket) =>
    socket.on("data", (data) => {
      if (String(data) === "slowly") answer = () => void socket.write("at last");
      else socket.write(data);
    }),
  );
  const { port, allow, gate } = await open(t, { url });
  await allow("127.0.0.1/32");
  const idle = await tryPort(t, port);
  const busy = await tryPort(t, port);
  busy.socket.write("slowly");
  await until(() => answer !== undefined);
  const closing = gate.close(60_000);
  await isClosed(idle.socket);
  equal(busy.socket.destroyed, false);
  const answered = once(busy.socket, "data");
  answer?.();
  equal(String((await answered)[0]), "at last");
  await closing;
});
