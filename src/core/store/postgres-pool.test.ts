// Tests who waits for a connection: all strangers of a wide network together, and each organization separately.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { inTurn, postgresLimits } from "./postgres-pool.ts";

test("a network that has many addresses has one share", async () => {
  const turns = inTurn(async () => ({ release() {} }) as never, { ...postgresLimits, connectionMs: 0 });
  const served: string[] = [];
  const ask = (share: string) => void turns.take({ share }).then(() => served.push(share));
  const hostile = Array.from({ length: 9 }, (_, host) => `2001:db8:bad:${host}::1`);
  for (const share of hostile) ask(share);
  await turn();
  deepEqual([served, turns.waiting()], [hostile.slice(0, 4), 5]);
});

test("strangers of many networks together leave room for organizations, and take turns by network", async () => {
  const releases: (() => void)[] = [];
  const connect = async () => {
    const client = { release: () => {} };
    releases.push(() => client.release());
    return client as never;
  };
  const turns = inTurn(connect, { ...postgresLimits, connectionMs: 0 });
  const served: string[] = [];
  const ask = (share: string) => void turns.take({ share }).then(() => served.push(share));
  const many = ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6"];
  for (const share of [...many, "10.0.1.1"]) ask(share);
  const orgs = Array.from({ length: 4 }, (_, number) => `5f0c1a2e7d344b6a9c810e2${number}`);
  for (const share of orgs) ask(share);
  await turn();
  deepEqual([...served].sort(), [...many.slice(0, 4), ...orgs].sort());
  releases.at(-1)?.();
  await turn();
  deepEqual(served.at(-1), "10.0.1.1");
});

test("reads of one organization hold four connections, and its changes up to eight", async () => {
  const turns = inTurn(async () => ({ release() {} }) as never, { ...postgresLimits, connectionMs: 0 });
  const served: string[] = [];
  const ask = (share: string, isRead: boolean) =>
    void turns
      .take({ share }, { isRead })
      .then(() => served.push(`${share} ${isRead ? "reads" : "changes"}`));
  const most = (share: string, kind: string) => served.filter((each) => each === `${share} ${kind}`).length;
  for (let count = 0; count < 9; count++) ask("a", true);
  await turn();
  equal(most("a", "reads"), 4);
  for (let count = 0; count < 9; count++) ask("a", false);
  await turn();
  deepEqual([most("a", "changes"), turns.waiting()], [4, 10]);
  ask("b", true);
  ask("c", false);
  await turn();
  deepEqual(served.slice(8), ["c changes", "b reads"]);
});
