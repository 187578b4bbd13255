// Tests that new connections are preferred, but not forever.
import { deepEqual, equal } from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import { takeConnectionsFirst } from "./taking.ts";

const turn = () => new Promise(setImmediate);

test("a request begins at once, unless connections come", () => {
  const done: string[] = [];
  const begin = takeConnectionsFirst(new EventEmitter() as never);
  begin(() => done.push("request"));
  deepEqual(done, ["request"]);
});

test("requests wait until no more connections come, and keep their order", async () => {
  const server = new EventEmitter();
  const done: string[] = [];
  const begin = takeConnectionsFirst(server as never);
  for (const name of ["first", "second"]) {
    server.emit("connection");
    begin(() => done.push(name));
    deepEqual(done, []);
    await turn();
  }
  while (done.length === 0) await turn();
  deepEqual(done, ["first", "second"]);
  begin(() => done.push("third"));
  deepEqual(done.at(-1), "third");
});

test("connections without end keep no request waiting for long", async () => {
  const server = new EventEmitter();
  const begin = takeConnectionsFirst(server as never);
  let turns = 0;
  let hasBegun = false;
  server.emit("connection");
  begin(() => {
    hasBegun = true;
  });
  while (!hasBegun) {
    server.emit("connection");
    turns++;
    await turn();
  }
  equal(turns, 300);
});
