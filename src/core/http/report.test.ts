// Tests the log lines for requests that failed on the server's side, and their number.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../contract/errors.ts";
import { createReport } from "./report.ts";

function start() {
  const lines: unknown[] = [];
  let at = 0;
  const say = (level: string) => (what: object, text: string) => void lines.push([level, what, text]);
  const report = createReport({ error: say("error"), warn: say("warn") } as never, () => at);
  const request = { method: "GET", path: "/x" };
  return {
    report: (reason: unknown) => report(reason, request),
    said: () => lines.splice(0),
    wait: (ms: number) => {
      at += ms;
    },
  };
}
const place = { method: "GET", path: "/x" };
const cause = new Error("the disk is full");
const away = fault("SERVICE_UNAVAILABLE", { reason: "The database is full" }, { cause });

test("what nobody foresaw is an error", () => {
  const { report, said } = start();
  report(cause);
  deepEqual(said(), [["error", { err: cause, ...place }, "unexpected error"]]);
  const unknown = fault("UNEXPECTED_ERROR", {}, { cause });
  report(unknown);
  deepEqual(said(), [["error", { err: cause, ...place }, unknown.message]]);
});

test("what the caller did, and what has no cause, is no news", () => {
  const { report, said } = start();
  report(fault("RESOURCE_NOT_FOUND", { resource: "x" }, { cause }));
  report(fault("SERVICE_UNAVAILABLE", { reason: "The server is ending" }));
  deepEqual(said(), []);
});

test("while the database is away it is said once a second, with how often it was not said", () => {
  const { report, said, wait } = start();
  const line = (more: object) => ["warn", { err: cause, ...place, ...more }, away.message];
  report(away);
  deepEqual(said(), [line({})]);
  wait(999);
  report(away);
  report(away);
  deepEqual(said(), []);
  wait(1);
  report(away);
  deepEqual(said(), [line({ unsaid: 2 })]);
  wait(1_000);
  report(away);
  deepEqual(said(), [line({})]);
});
