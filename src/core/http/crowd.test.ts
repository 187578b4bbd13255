// Tests which connections of a crowd are served, and which are closed, with sockets that only open and close.
import { deepEqual, equal } from "node:assert/strict";
import { EventEmitter } from "node:events";
import type { Server, Socket } from "node:net";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createTurns, mostConnections, watchCrowd } from "./crowd.ts";

/** A connection that only opens, gets requests, and closes. */
class Caller extends EventEmitter {
  readonly remoteAddress: string;
  destroyed = false;
  bytesRead = 0;
  writableLength = 0;
  timeout = 0;
  readonly _handle = { writeQueueSize: 0 };
  constructor(remoteAddress: string) {
    super();
    this.remoteAddress = remoteAddress;
  }
  destroy(): void {
    this.destroyed = true;
    this.emit("close");
  }
}

type Options = NonNullable<Parameters<typeof watchCrowd>[1]>;

/** Opens a server with so many places, and a function that connects to it, each time from a network of its own. */
function open(most?: number, furthest?: number, more: Options = {}) {
  const server = new EventEmitter();
  const given = { ...(most !== undefined && { most }), ...(furthest !== undefined && { furthest }), ...more };
  const { isBeyond, know, endSilent, count } = watchCrowd(server as Server, given);
  let connected = 0;
  const connectFrom = (address: string): Caller => {
    const caller = new Caller(address);
    server.emit("connection", caller as unknown as Socket);
    return caller;
  };
  return {
    endSilent,
    count,
    connectFrom,
    connect: () => connectFrom(`10.${++connected >> 8}.${connected & 255}.1`),
    isBeyond: (caller: Caller) => isBeyond(caller as unknown as Socket),
    isBeyondByTls: (caller: Caller) => isBeyond({ _parent: caller } as never),
    know: (caller: Caller) => know({ _parent: caller } as never),
  };
}

const times = <T>(count: number, make: (nth: number) => T): T[] =>
  Array.from({ length: count }, (_, nth) => make(nth));

test("as many as there are places are served, and nobody else", () => {
  const { connect, isBeyond } = open(2, 2);
  deepEqual(times(4, connect).map(isBeyond), [false, false, true, true]);
});

test("whoever is beyond gets a place that is left, and is asked no more", () => {
  const { connect, isBeyond } = open(2, 2);
  const [first, , third, fourth] = times(4, connect) as [Caller, Caller, Caller, Caller];
  first.emit("close");
  equal(isBeyond(third), false, "the place of the first is the third's");
  equal(isBeyond(third), false);
  equal(isBeyond(fourth), true, "and no second one is left");
});

test("a connection that comes takes a place that is left before those who wait have asked", () => {
  const { connect, isBeyond } = open(2, 1);
  const [first, , third] = times(3, connect) as [Caller, Caller, Caller];
  first.emit("close");
  const next = connect();
  equal(third.destroyed, false, "who has a place takes none of those beyond");
  deepEqual([next, third].map(isBeyond), [false, true]);
});

test("of too many beyond, who has waited longest is cut off", () => {
  const { connect, isBeyond } = open(1, 2);
  const callers = times(5, connect);
  deepEqual(
    callers.map(({ destroyed }) => destroyed),
    [false, true, true, false, false],
  );
  deepEqual(callers.map(isBeyond), [false, false, false, true, true]);
  // A caller who was cut off has left already, so no place became free.
  const next = connect();
  equal(callers[3]?.destroyed, true);
  equal(isBeyond(next), true);
});

test("who was beyond and closes leaves room beyond", () => {
  const { connect } = open(1, 2);
  const [, second, third] = times(3, connect) as [Caller, Caller, Caller];
  second.emit("close");
  connect();
  equal(third.destroyed, false);
});

test("of a connection by TLS, the socket below it counts", () => {
  const { connect, isBeyondByTls } = open(1, 1);
  deepEqual(times(2, connect).map(isBeyondByTls), [false, true]);
});

test("5,000 are served, and 500 more may say what they want", () => {
  const { connect, isBeyond } = open();
  const callers = times(mostConnections + 501, connect);
  equal(mostConnections, 5_000);
  deepEqual(
    callers.flatMap(({ destroyed }, index) => (destroyed ? [index] : [])),
    [mostConnections],
  );
  deepEqual(
    [mostConnections - 1, mostConnections + 1].map((at) => isBeyond(callers[at] as Caller)),
    [false, true],
  );
});

test("who has never said a word is ended, and others are counted", () => {
  const { connect, endSilent, count } = open();
  equal(count(), 0);
  const [silent, heard, gone] = times(3, connect) as [Caller, Caller, Caller];
  heard.bytesRead = gone.bytesRead = 1;
  gone.emit("close");
  equal(count(), 2);
  endSilent();
  deepEqual([silent.destroyed, heard.destroyed, gone.destroyed], [true, false, false]);
  equal(count(), 1);
});

test("one network takes a twentieth of the places, or half where callers have proven who they are", () => {
  const { connectFrom, connect, isBeyond, know } = open(40, 40);
  // Each has a request in progress, as of the time when it is sent.
  const ask = (host: number) => {
    const caller = connectFrom(`192.0.2.${host}`);
    return { caller, isRefused: isBeyond(caller) };
  };
  const many = times(27, ask);
  deepEqual([many.filter(({ isRefused }) => isRefused).length, many[0]?.isRefused], [25, false]);
  know(new Caller("192.0.2.1"));
  for (const { caller } of many.slice(0, 1)) know(caller);
  equal(many.filter(({ caller }) => isBeyond(caller)).length, 7, "those who wait find room");
  equal(isBeyond(connect()), false);
});

test("who asks from this machine is known", () => {
  for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1", ""]) {
    const { connectFrom, isBeyond } = open(40, 40);
    equal(times(30, () => connectFrom(address)).filter(isBeyond).length, 10, address);
  }
});

test("of those beyond, 25 are of one network", () => {
  const { connectFrom, connect } = open(2, 40);
  const near = times(40, () => connectFrom("127.0.0.1"));
  const far = times(5, connect);
  equal(near.filter(({ destroyed }) => destroyed).length, 14);
  deepEqual([near[14]?.destroyed, near[15]?.destroyed], [true, false]);
  equal(
    far.some(({ destroyed }) => destroyed),
    false,
  );
});

test("connections of a proxy are those of many networks", () => {
  const { connectFrom, isBeyond } = open(40, 40, { isProxy: (address) => address === "10.0.0.1" });
  equal(times(50, () => connectFrom("10.0.0.1")).filter(isBeyond).length, 10);
});

test("when all places are taken, a connection that rests makes room, and none on which something is under way", () => {
  const { connectFrom, connect, isBeyond } = open(40, 40);
  const many = times(20, () => connectFrom("127.0.0.1")) as [Caller, ...Caller[]];
  for (const caller of many) isBeyond(caller);
  const [first, second] = many as [Caller, Caller];
  // Node sets this between two requests.
  second.timeout = 72_000;
  times(20, connect);
  equal(isBeyond(connect()), false);
  deepEqual([first.destroyed, second.destroyed], [false, true]);
  equal(isBeyond(connect()), true);
});

test("a client that takes nothing of its answer for long is ended", async () => {
  const { connect, isBeyond } = open(9, 2, { unreadMs: 20, lookEveryMs: 1 });
  const [stuck, slow, done, silent] = times(4, connect) as [Caller, Caller, Caller, Caller];
  for (const caller of [stuck, slow, done]) isBeyond(caller);
  for (const caller of [stuck, slow, silent]) caller.writableLength = 9;
  for (const caller of [stuck, slow, done, silent]) caller._handle.writeQueueSize = 1_000_000;
  while (!stuck.destroyed) {
    slow._handle.writeQueueSize--;
    await sleep(1);
  }
  deepEqual(
    [slow, done, silent].map(({ destroyed }) => destroyed),
    [false, false, false],
  );
});

test("what is sent ahead is begun in its turn, and no more is read until all of it is", () => {
  const inTurn = createTurns();
  const done: string[] = [];
  const socket = { pause: () => done.push("pause"), resume: () => done.push("resume") } as never;
  const answer = (its: unknown = null) => Object.assign(new EventEmitter(), { socket: its }) as never;
  const [second, third] = [answer(), answer()] as EventEmitter[];
  inTurn(socket, answer(socket), () => done.push("first"));
  inTurn(socket, second as never, () => done.push("second"));
  inTurn(socket, third as never, () => done.push("third"));
  deepEqual(done.splice(0), ["first", "pause", "pause"]);
  second?.emit("socket");
  deepEqual(done.splice(0), ["second"]);
  third?.emit("socket");
  deepEqual(done, ["resume", "third"]);
});
