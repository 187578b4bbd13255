// What must hold however requests interleave, tried round after round: on one server, and on four processes of one database.
// ANTEROOM_RACE_ROUNDS says how many rounds; `npm run races` runs ten thousand of each.
import { deepEqual, equal, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { groupRoleNames } from "../src/contract/roles.ts";
import { engines, skipReason } from "./support/engines.ts";
import { type Field, oneServer, processes, times } from "./support/field.ts";
import { invitePath } from "./support/invites.ts";
import { isLinearizable, type Operation } from "./support/linearizable.ts";
import { ids, type Reply } from "./support/world.ts";

const rounds = Number(process.env.ANTEROOM_RACE_ROUNDS ?? 15);
const org = `/api/atlas/v2/orgs/${ids.org}`;

const v2024 = { accept: "application/vnd.atlas.2024-08-05+json" };
const v2025 = { accept: "application/vnd.atlas.2025-02-19+json" };

const succeeded = (replies: readonly Reply[]) => replies.filter(({ status }) => status < 300);

/** Of two owners who are both taken the role at once, one stays. */
async function keepsAnOwner(field: Field): Promise<void> {
  const { results } = (await field.ask({ path: `${org}/users`, headers: v2025 })).json;
  const people: string[] = results
    .filter((user: { username: string }) => /^(owner|member)@/.test(user.username))
    .map((user: { id: string }) => user.id);
  equal(people.length, 2);
  const change = (id: string, verb: string) => ({
    method: "POST",
    path: `${org}/users/${id}:${verb}`,
    headers: { ...v2025, "content-type": v2025.accept },
    body: { orgRole: "ORG_OWNER" },
  });
  for (let round = 0; round < rounds; round++) {
    for (const id of people) await field.ask(change(id, "addRole"));
    const replies = await field.race(people.map((id) => change(id, "removeRole")));
    deepEqual(replies.map(({ status }) => status).sort(), [200, 403], replies.map(({ text }) => text).join());
  }
}

/** Of five new secrets of an account that has one, and may have two, one is made. */
async function boundsSecrets(field: Field): Promise<void> {
  const made = await field.ask({
    method: "POST",
    path: `${org}/serviceAccounts`,
    headers: { ...v2024, "content-type": v2024.accept },
    body: { name: "contested", description: "contested", roles: ["ORG_MEMBER"], secretExpiresAfterHours: 24 },
  });
  const path = `${org}/serviceAccounts/${made.json.clientId}/secrets`;
  const create = {
    method: "POST",
    path,
    headers: { ...v2024, "content-type": v2024.accept },
    body: { secretExpiresAfterHours: 24 },
  };
  for (let round = 0; round < rounds; round++) {
    const [one, ...others] = succeeded(await field.race(times(5, () => create)));
    equal(others.length, 0);
    const removal = { method: "DELETE", path: `${path}/${one?.json.id}`, headers: v2024 };
    equal((await field.ask(removal)).status, 204);
  }
}

/** Whoever is deleted while it works has done what it was answered, and nothing after it was gone. */
async function endsWithItsAccount(field: Field): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const { clientId, secrets } = (
      await field.ask({
        method: "POST",
        path: `${org}/serviceAccounts`,
        headers: { ...v2024, "content-type": v2024.accept },
        body: { name: "doomed", description: "doomed", roles: ["ORG_OWNER"], secretExpiresAfterHours: 24 },
      })
    ).json;
    const headers = await field.headersOf({ clientId, clientSecret: secrets[0].secret });
    const patch = (index: number) => ({
      method: "PATCH",
      path: invitePath,
      headers,
      body: { roles: [index % 2 === 0 ? "GROUP_OWNER" : "GROUP_CLUSTER_MANAGER"] },
    });
    const [removal, ...changes] = await field.race([
      { method: "DELETE", path: `${org}/serviceAccounts/${clientId}`, headers: v2024 },
      ...times(6, patch),
    ]);
    equal(removal?.status, 204);
    deepEqual(
      changes.filter(({ status }) => status !== 200 && status !== 401).map(({ text }) => text),
      [],
    );
    equal((await field.ask(patch(0))).status, 401);
    const recorded = await field.rows(
      `select id from events where type = 'USER_ROLES_CHANGED_AUDIT' and actor_name = '${clientId}'`,
    );
    ok(recorded.length <= succeeded(changes).length, "an event without its answer");
  }
}

/** Reads and changes of one invitation, by clients at several processes, are as if one came after the other. */
async function isOneRegister(field: Field): Promise<void> {
  const names = groupRoleNames.slice(0, 12);
  const nameOf = (roles: readonly string[]) => roles.toSorted().join();
  let written = 0;
  for (let round = 0; round < rounds; round++) {
    const history: Operation[] = [];
    const initial = nameOf((await field.ask({ path: invitePath })).json.roles);
    const client = async () => {
      for (let turn = 0; turn < 8; turn++) {
        const kind = turn % 2 === 0 ? "write" : "read";
        // No set of roles is written twice in a history.
        const bits = (++written % 4095) + 1;
        const roles = names.filter((_, bit) => bits & (1 << bit));
        const from = performance.now();
        const reply = await field.ask(
          kind === "write" ? { method: "PATCH", path: invitePath, body: { roles } } : { path: invitePath },
        );
        const to = performance.now();
        equal(reply.status, 200, reply.text);
        history.push({ kind, value: nameOf(kind === "write" ? roles : reply.json.roles), from, to });
      }
    };
    await Promise.all(times(5, client));
    ok(isLinearizable(history, initial), JSON.stringify({ initial, history }));
  }
}

async function holdAll(t: TestContext, field: Field): Promise<void> {
  await t.test(`${rounds} × an organization keeps an owner`, () => keepsAnOwner(field));
  await t.test(`${rounds} × an account has two secrets at most`, () => boundsSecrets(field));
  await t.test(`${rounds} × nothing is done by an account that is gone`, () => endsWithItsAccount(field));
  await t.test(`${rounds} × an invitation reads and changes as one register`, () => isOneRegister(field));
}

for (const engine of engines) {
  test(`invariants on one server, ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await holdAll(t, await oneServer(t, engine));
  });
}

test("invariants on four processes of one PostgreSQL", { skip: skipReason("postgres") }, async (t) => {
  await holdAll(t, await processes(t, 4));
});
