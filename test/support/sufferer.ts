// Load on a server while its database is harmed: every answer must be true, and what was acknowledged must be there afterwards.
import { equal, match, ok } from "node:assert/strict";
import type { TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { invitesPath } from "./invites.ts";
import { type Reply, startWorld } from "./world.ts";

const writers = ["ada", "bob", "cyd", "dan", "eve", "fay"].map((name) => `${name}@example.com`);
const names = ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER", "GROUP_DATA_ACCESS_READ_ONLY"];
/** A choice of the four that differs from its neighbours. */
const choice = (count: number) => names.filter((_, bit) => ((count % 15) + 1) & (1 << bit)).toSorted();

const unknown = "The database did not say whether it kept the change: look before you ask for it again.";

/** Checks that an answer is a success, or says truly and in the API's form why it is none. */
function checkAnswer(reply: Reply): void {
  const { status, json, headers } = reply;
  if (status === 200) return;
  if (status === 500) {
    equal(json.detail, unknown);
    return;
  }
  equal(status, 503, reply.text);
  equal(json.errorCode, "SERVICE_UNAVAILABLE");
  match(
    json.detail,
    /^(The database|The connection to the database|Too many requests wait) .*; try again later\.$/,
  );
  match(headers["retry-after"] ?? "", /^\d+$/);
}

/** A server over a database that is to be harmed, with people whose roles are changed all the time meanwhile. */
export async function startSufferer(t: TestContext, databaseUrl: string) {
  const world = await startWorld(t, { databaseUrl });
  const token = await world.token();
  const ask = (method: string, body?: object) =>
    world.bearing(token, { method, path: invitesPath, ...(body && { body }) });
  for (const username of writers) equal((await ask("POST", { username, roles: choice(0) })).status, 200);
  const known = new Map(writers.map((username) => [username, [choice(0)]]));
  let acknowledged = 0;
  let changes = 0;

  async function change(username: string, isOver: () => boolean, seen: number[]): Promise<void> {
    while (!isOver()) {
      const roles = choice(++changes);
      const before = known.get(username) ?? [];
      known.set(username, [...before, roles]);
      const reply = await ask("PATCH", { username, roles });
      checkAnswer(reply);
      seen.push(reply.status);
      if (reply.status === 200) {
        acknowledged++;
        known.set(username, [roles]);
      } else if (reply.status === 503) {
        known.set(username, before);
        await sleep(5);
      }
    }
  }

  async function look(isOver: () => boolean, seen: number[]): Promise<void> {
    while (!isOver()) {
      const reply = await ask("GET");
      checkAnswer(reply);
      seen.push(reply.status);
      if (reply.status !== 200) await sleep(5);
    }
  }

  /** Does harm under load. Then all must soon be good again, and what was acknowledged be there. */
  async function suffer(harm: () => Promise<void>): Promise<{ writes: number[]; reads: number[] }> {
    const [writes, reads]: [number[], number[]] = [[], []];
    let isOver = false;
    const load = [
      ...writers.map((username) => change(username, () => isOver, writes)),
      look(() => isOver, reads),
    ];
    load.map((each) => each.catch(() => {}));
    try {
      await sleep(100);
      await harm();
      await sleep(300);
    } finally {
      isOver = true;
      await Promise.all(load);
    }
    const until = performance.now() + 10_000;
    for (;;) {
      const reply = await ask("GET");
      if (reply.status === 200) {
        const listed = reply.json as { username: string; roles: string[] }[];
        for (const [username, possible] of known) {
          const roles = listed.find((invite) => invite.username === username)?.roles.toSorted();
          ok(
            possible.map(String).includes(String(roles)),
            `${username} has ${roles}, not ${possible.join(" or ")}`,
          );
          known.set(username, [roles ?? []]);
        }
        break;
      }
      ok(performance.now() < until, `not good again: ${reply.text}`);
      await sleep(20);
    }
    t.diagnostic(`${summary(writes)} writes, ${summary(reads)} reads; ${acknowledged} acknowledged so far`);
    return { writes, reads };
  }

  return { world, ask, suffer };
}

function summary(statuses: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${status} × ${count}`).join(", ");
}
