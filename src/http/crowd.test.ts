// Who is served of a crowd, and who makes room, with sockets that only come and go.
import { deepEqual, equal } from "node:assert/strict";
import { EventEmitter } from "node:events";
import type { Server, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { test } from "node:test";
import { createTurns, mostConnections, watchCrowd } from "./crowd.ts";

/** A connection: nothing but that it opens, and closes. */
class Caller extends EventEmitter {
  destroyed = false;
  bytesRead = 0;
  destroy(): void {
    this.destroyed = true;
    this.emit("close");
  }
}

/** A server with places for so many, and a way to connect to it. */
function open(...places: number[]) {
  const server = new EventEmitter();
  const { isBeyond, endSilent, count } = watchCrowd(server as Server, ...places);
  return {
    endSilent,
    count,
    connect(): Caller {
      const caller = new Caller();
      server.emit("connection", caller as unknown as Socket);
      return caller;
    },
    isBeyond: (caller: Caller) => isBeyond(caller as unknown as Duplex),
    isBeyondByTls: (caller: Caller) => isBeyond({ _parent: caller } as never),
  };
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

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
  // Who is cut off has left; no place became free by it.
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
