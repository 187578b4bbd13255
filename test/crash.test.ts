// A server that is killed in the middle of its work: what it acknowledged is there when it comes back.
import { deepEqual, equal, ok } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { invitesPath } from "./support/invites.ts";
import { startProcess } from "./support/process.ts";
import { createFolder } from "./support/storage.ts";
import { digest, ids, keys, nonceOf, type Sending, seed, send, v2023 } from "./support/world.ts";

const rounds = 5;
/** Several at once, so that one commit carries several changes. */
const people = ["ada@example.com", "bob@example.com", "zoe@example.com"];
const names = ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER", "GROUP_DATA_ACCESS_READ_ONLY"];
/** A choice of the four that differs from its neighbours. */
const choice = (count: number) => names.filter((_, bit) => ((count % 15) + 1) & (1 << bit)).toSorted();

async function ask(url: string, sending: Sending) {
  const headers = { accept: v2023, "content-type": "application/json" };
  const nonce = nonceOf(await send(url, { ...sending, headers }));
  const { method = "GET", path } = sending;
  const authorization = digest(keys.owner, { method, uri: path, nonce });
  return send(url, { ...sending, headers: { ...headers, authorization } });
}

/** What a person's client knows: the roles last acknowledged, and those it has sent without hearing back. */
interface Knowledge {
  acknowledged: string[];
  inFlight: string[] | null;
}

test("roles that were acknowledged survive SIGKILL", async (t) => {
  const folder = createFolder(t);
  const file = join(folder, "seed.json");
  writeFileSync(file, JSON.stringify(seed));
  const start = () => startProcess(t, ["dev", "--port", "0", "--data", join(folder, "data"), "--seed", file]);
  const known = new Map<string, Knowledge>();
  let changes = 0;

  async function check(url: string): Promise<void> {
    const listed = (await ask(url, { path: invitesPath })).json as { username: string; roles: string[] }[];
    for (const [username, { acknowledged, inFlight }] of known) {
      const roles = listed.find((invite) => invite.username === username)?.roles.toSorted();
      const possible = [acknowledged, ...(inFlight === null ? [] : [inFlight])].map(String);
      ok(possible.includes(String(roles)), `${username} has ${roles}, not ${possible.join(" or ")}`);
      known.set(username, { acknowledged: roles ?? [], inFlight: null });
    }
  }

  async function change(url: string, username: string, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const roles = choice(changes++);
      const { acknowledged } = known.get(username) ?? { acknowledged: [] };
      known.set(username, { acknowledged, inFlight: roles });
      const sending = { method: "PATCH", path: invitesPath, body: { username, roles } };
      const reply = await ask(url, sending).catch(() => undefined);
      if (reply === undefined) return;
      equal(reply.status, 200, reply.text);
      known.set(username, { acknowledged: roles, inFlight: null });
    }
  }

  for (let round = 0; round < rounds; round++) {
    const server = await start();
    if (round === 0) {
      for (const username of people) {
        const body = { username, roles: ["GROUP_READ_ONLY"] };
        equal((await ask(server.url, { method: "POST", path: invitesPath, body })).status, 200);
        known.set(username, { acknowledged: body.roles, inFlight: null });
      }
    }
    await check(server.url);
    const before = changes;
    let over = false;
    const clients = people.map((username) => change(server.url, username, () => over));
    const enough = before + 10 + Math.random() * 40;
    while (changes < enough) await sleep(1);
    await sleep(Math.random() * 5);
    await server.kill();
    over = true;
    await Promise.all(clients);
  }
  const last = await start();
  await check(last.url);
  deepEqual(new Set(known.keys()), new Set(people));
  // It works on as if nothing had happened.
  const body = { username: "ada@example.com", roles: ["GROUP_OWNER"] };
  const reply = await ask(last.url, { method: "PATCH", path: invitesPath, body });
  deepEqual([reply.json.groupId, reply.json.roles], [ids.group, ["GROUP_OWNER"]]);
  t.diagnostic(`${changes} changes, ${rounds} kills`);
});
