// Tests the text of each part of readiness, and the facts it depends on.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { pluck } from "../../../test/support/pluck.ts";
import { fault } from "../../core/contract/errors.ts";
import type { Backlog } from "./backlog.ts";
import { createReadiness } from "./readiness.ts";

const idle: Backlog = {
  unsealed: 0,
  unsealedSeconds: 0,
  mailWaiting: 0,
  mailSeconds: 0,
  mailFailed: 0,
  provisionsWaiting: 0,
  provisionsSeconds: 0,
  provisionProblems: new Map(),
  lackingRoles: 0,
  lackedActions: [],
  schemaFlaw: undefined,
};

function start() {
  const outages = new Map<
    string,
    { outage: { words: string; retryAfter: number; lasts: number }; count: number }
  >();
  const state = {
    at: 0,
    isEnding: false,
    probed: async () => {},
    backlog: idle as Backlog | undefined,
    trouble: undefined as string | undefined,
    away: new Map<string, string>(),
    problems: [] as string[],
    wholeAfter: Number.NEGATIVE_INFINITY,
    hurried: 0,
    freeBytes: 2 ** 40,
    meet(words: string, lasts: number) {
      const seen = outages.get(words);
      if (seen === undefined) outages.set(words, { outage: { words, retryAfter: 1, lasts }, count: 1 });
      else seen.count++;
    },
  };
  const vitals = { outages, file: () => ({ bytes: 1, logBytes: 1, freeBytes: state.freeBytes }) };
  const readiness = createReadiness({
    store: { vitals } as never,
    probe: () => state.probed(),
    backlog: async () => state.backlog,
    file: {
      problems: () => state.problems,
      wasWholeAfter: (at: number) => state.wholeAfter > at,
      hurry: () => void state.hurried++,
    } as never,
    isEnding: () => state.isEnding,
    isSealing: true,
    mailTrouble: () => state.trouble,
    deploymentTroubles: () => state.away,
    elapsed: () => state.at,
  });
  return { state, readiness };
}

test("all is well while nothing is wrong, or nobody knows", async () => {
  const { state, readiness } = start();
  const names = ["server", "store", "integrity", "room", "schema", "seals", "mail", "deployments"];
  deepEqual(Object.keys(await readiness()), names);
  deepEqual(new Set(pluck(Object.values(await readiness()), "status")), new Set(["ok"]));
  state.backlog = undefined;
  deepEqual(new Set(pluck(Object.values(await readiness()), "status")), new Set(["ok"]));
});

test("a server that ends is not ready, nor is one whose store takes no change", async () => {
  const { state, readiness } = start();
  state.isEnding = true;
  deepEqual((await readiness()).server, { status: "bad", reason: "The server is ending", cause: undefined });
  const cause = new Error("no route to host");
  const away = fault("SERVICE_UNAVAILABLE", { reason: "The database is away" }, { cause });
  const broken = new Error("broken");
  for (const [reason, words, told] of [
    [away, "The database is away", cause],
    [broken, "The database cannot be written", broken],
  ] as const) {
    state.probed = () => Promise.reject(reason);
    deepEqual((await readiness()).store, { status: "bad", reason: words, cause: told });
  }
});

test("what a request met is remembered for as long as it lasts", async () => {
  const { state, readiness } = start();
  for (const [words, part] of [
    ["The database is full", "room"],
    ["The disk of the database fails", "integrity"],
  ] as const) {
    state.meet(words, 10);
    deepEqual((await readiness())[part].reason, `${words}, as a request found`);
    state.at += 10_000;
    equal((await readiness())[part].status, "bad");
    state.at += 1;
    equal((await readiness())[part].status, "ok");
    state.meet(words, 10);
    equal((await readiness())[part].status, "bad", "it is met again");
    state.at += 10_001;
    equal((await readiness())[part].status, "ok");
  }
});

test("damage that a request met has the file checked, and is over when that finds it whole", async () => {
  const { state, readiness } = start();
  state.at = 5;
  state.meet("The database is damaged", 600);
  deepEqual((await readiness()).integrity.reason, "The database is damaged, as a request found");
  equal(state.hurried, 1);
  state.wholeAfter = 5;
  equal((await readiness()).integrity.status, "bad", "that check began before");
  state.wholeAfter = 6;
  equal((await readiness()).integrity.status, "ok");
  state.problems = ["Tree 5 page 9: btreeInitPage() returns error code 11"];
  deepEqual((await readiness()).integrity, {
    status: "bad",
    reason: "The file of the database is damaged: Tree 5 page 9: btreeInitPage() returns error code 11",
    cause: undefined,
  });
});

test("a schema that a newer version has changed is to be left to that version", async () => {
  const { state, readiness } = start();
  state.backlog = { ...idle, schemaFlaw: "was written by a newer Anteroom" };
  const { schema } = await readiness();
  deepEqual(schema, { status: "bad", reason: "The store was written by a newer Anteroom", cause: undefined });
});

test("what will be trouble is a warning", async () => {
  const { state, readiness } = start();
  state.freeBytes = 100 * 1024 * 1024;
  state.backlog = {
    ...idle,
    unsealed: 7,
    unsealedSeconds: 60.5,
  };
  state.trouble = "ECONNREFUSED";
  const warn = (reason: string) => ({ status: "warn", reason });
  const { room, seals, mail } = await readiness();
  deepEqual(room, warn("The disk of the store has 100 MiB left"));
  deepEqual(seals, warn("7 events wait to be sealed, the oldest for 61 s"));
  deepEqual(mail, warn("The mail server takes nothing (ECONNREFUSED); 0 messages wait, the oldest for 0 s"));
  state.trouble = undefined;
  state.backlog = { ...idle, mailWaiting: 2, mailSeconds: 601 };
  deepEqual((await readiness()).mail, warn("2 messages wait, the oldest for 601 s"));
  state.backlog = { ...idle, mailWaiting: 2, mailSeconds: 600, unsealedSeconds: 60 };
  deepEqual(pluck([(await readiness()).mail, (await readiness()).seals], "status"), ["ok", "ok"]);
});

test("users and roles that wait are a warning once one has a problem, which says how many and why", async () => {
  const { state, readiness } = start();
  const waits = { ...idle, provisionsWaiting: 3, provisionsSeconds: 4.4 };
  const told = async () => (await readiness()).deployments;
  state.backlog = waits;
  deepEqual(await told(), { status: "ok" });
  const queue = "3 users and roles wait, the oldest for 4 s";
  state.backlog = {
    ...waits,
    provisionProblems: new Map([
      ["AWAY:ECONNRESET", 1],
      ["REFUSED:OutOfDiskSpace", 1],
    ]),
  };
  const refused = "1 of them: the deployment refuses it (OutOfDiskSpace)";
  deepEqual(await told(), {
    status: "warn",
    reason: `${queue}; 1 of them: the deployment cannot be asked: it broke the connection; ${refused}`,
  });
  const lacking = { lackingRoles: 2, lackedActions: ["OUT_TO_S3", "analyze"] };
  const lack = "2 roles are made without actions that the deployment does not know: OUT_TO_S3, analyze";
  const before = state.backlog;
  state.backlog = { ...idle, ...lacking };
  deepEqual(await told(), { status: "ok", reason: lack });
  state.backlog = { ...waits, ...lacking, provisionsSeconds: 61 };
  deepEqual(await told(), {
    status: "warn",
    reason: `3 users and roles wait, the oldest for 61 s; ${lack}`,
  });
  state.backlog = before;
  // Deployments that are away at present have a reason of their own.
  state.away.set("db:27017", "ETIMEDOUT");
  deepEqual(await told(), {
    status: "warn",
    reason: `The deployment db:27017 cannot be asked: no answer within 5 s; ${queue}; ${refused}`,
  });
});
