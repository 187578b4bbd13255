// Tests what must hold however requests interleave, round after round: on one server, and on four processes of one database.
// Rounds run in several worlds at once, each an organization of its own, so that no processor waits while a request does.
// ANTEROOM_RACE_ROUNDS sets the number of rounds; `npm run races` runs ten thousand of each.
import { deepEqual, equal, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { SeedDocument } from "../src/anteroom.ts";
import { groupRoleNames } from "../src/core/contract/roles.ts";
import { countCollisions, type Pair, type Round, readLogs } from "./support/collisions.ts";
import { engines, skipReason } from "./support/engines.ts";
import { type Field, fieldOf, type Servers, startOne, startSeveral, times } from "./support/field.ts";
import { isLinearizable, type Operation } from "./support/linearizable.ts";
import { pluck } from "./support/pluck.ts";
import type { Reply, Sending } from "./support/world.ts";

const rounds = Number(process.env.ANTEROOM_RACE_ROUNDS ?? 15);
const worldCount = Math.min(rounds, 8);

const v2024 = { accept: "application/vnd.atlas.2024-08-05+json" };
const v2025 = { accept: "application/vnd.atlas.2025-02-19+json" };

const succeeded = (replies: readonly Reply[]) => replies.filter(({ status }) => status < 300);

/**
 * Returns the ids of the organization with this number: two people, an account that owns it, and a project with an invitation.
 */
function idsOf(index: number) {
  const number = index.toString(16).padStart(8, "0");
  return {
    org: `a0123456789abcde${number}`,
    group: `32b6e34b3d91647a${number}`,
    invite: `52b6e34b3d91647a${number}`,
    owner: {
      clientId: `mdb_sa_id_0123456789abcdef${number}`,
      clientSecret: `mdb_sa_sk_0123456789abcdef0123456789abcdef${number}`,
    },
  };
}

const seed: SeedDocument = {
  mailed: false,
  orgs: times(worldCount, (index) => {
    const { org, group, invite, owner } = idsOf(index);
    return {
      id: org,
      name: `Acme ${index}`,
      users: [
        { username: `owner${index}@example.com`, orgRoles: ["ORG_OWNER"] },
        { username: `member${index}@example.com`, orgRoles: ["ORG_MEMBER"] },
      ],
      serviceAccounts: [
        { clientId: owner.clientId, secret: owner.clientSecret, name: "ci", roles: ["ORG_OWNER"] },
      ],
      groups: [
        {
          id: group,
          name: `payments ${index}`,
          invites: [{ id: invite, username: "hello@example.com", roles: ["GROUP_READ_ONLY"] }],
        },
      ],
    };
  }),
};

/** An organization, asked by the account that owns it. */
interface World {
  readonly field: Field;
  readonly org: string;
  readonly invite: string;
  /** The number of rounds that this world runs. */
  readonly share: number;
  /** Races, and keeps when, with whoever asks beside its owner. */
  meet<T>(race: () => Promise<T>, ...others: readonly string[]): Promise<T>;
  /** The rounds that were raced since this was asked last. */
  takeRounds(): Round[];
}

async function worldOf(servers: Servers, index: number): Promise<World> {
  const { org, group, invite, owner } = idsOf(index);
  let raced: Round[] = [];
  return {
    field: await fieldOf(servers, owner),
    org: `/api/atlas/v2/orgs/${org}`,
    invite: `/api/atlas/v2/groups/${group}/invites/${invite}`,
    share: Math.floor((rounds + index) / worldCount),
    async meet(race, ...others) {
      const from = Date.now();
      const seen = await race();
      raced.push({ callers: [owner.clientId, ...others], from, to: Date.now() });
      return seen;
    },
    takeRounds() {
      const taken = raced;
      raced = [];
      return taken;
    },
  };
}

/** Takes the role from both owners at once; one must stay. */
async function keepsAnOwner({ field, org, share, meet }: World): Promise<void> {
  const { results } = (await field.ask({ path: `${org}/users`, headers: v2025 })).json;
  const people: string[] = results.map((user: { id: string }) => user.id);
  equal(people.length, 2);
  const change = (id: string, verb: string) => ({
    method: "POST",
    path: `${org}/users/${id}:${verb}`,
    headers: { ...v2025, "content-type": v2025.accept },
    body: { orgRole: "ORG_OWNER" },
  });
  let members = people;
  for (let round = 0; round < share; round++) {
    for (const id of members) await field.ask(change(id, "addRole"));
    const replies = await meet(() => field.race(people.map((id) => change(id, "removeRole"))));
    members = people.filter((_, index) => replies[index]?.status === 200);
    deepEqual(replies.map(({ status }) => status).sort(), [200, 403], replies.map(({ text }) => text).join());
  }
}

/** Makes five secrets of an account that has one and may have two; one must be made. */
async function boundsSecrets({ field, org, share, meet }: World): Promise<void> {
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
  for (let round = 0; round < share; round++) {
    const [one, ...others] = succeeded(await meet(() => field.race(times(5, () => create))));
    equal(others.length, 0);
    const removal = { method: "DELETE", path: `${path}/${one?.json.id}`, headers: v2024 };
    equal((await field.ask(removal)).status, 204);
  }
}

/** Deletes an account while it works; changes that it was answered must hold, and none may come after its deletion. */
async function endsWithItsAccount({ field, org, invite, share, meet }: World): Promise<void> {
  /** The number of changes that each account was answered. */
  const answered = new Map<string, number>();
  for (let round = 0; round < share; round++) {
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
      path: invite,
      headers,
      body: { roles: [index % 2 === 0 ? "GROUP_OWNER" : "GROUP_CLUSTER_MANAGER"] },
    });
    // It comes in the middle of what the account asks.
    const removal = { method: "DELETE", path: `${org}/serviceAccounts/${clientId}`, headers: v2024 };
    const changes: Sending[] = times(6, patch);
    const replies = await meet(() => field.race(changes.toSpliced(3, 0, removal)), clientId);
    const [removed] = replies.splice(3, 1);
    equal(removed?.status, 204);
    deepEqual(
      pluck(
        replies.filter(({ status }) => status !== 200 && status !== 401),
        "text",
      ),
      [],
    );
    equal((await field.ask(patch(0))).status, 401);
    answered.set(clientId, succeeded(replies).length);
  }
  const recorded = await field.rows(
    "select actor_name, count(*) as count from events where type = 'USER_ROLES_CHANGED_AUDIT' group by actor_name",
  );
  for (const { actor_name, count } of recorded as { actor_name: string; count: number }[]) {
    const most = answered.get(actor_name);
    if (most !== undefined) ok(count <= most, `${actor_name} has ${count} events, and was answered ${most}`);
  }
}

/** Reads and changes of one invitation, by clients at several processes, are as if one came after the other. */
async function isOneRegister({ field, invite, share, meet }: World): Promise<void> {
  const names = groupRoleNames.slice(0, 12);
  const nameOf = (roles: readonly string[]) => roles.toSorted().join();
  let written = 0;
  for (let round = 0; round < share; round++) {
    const history: Operation[] = [];
    const initial = nameOf((await field.ask({ path: invite })).json.roles);
    const client = async () => {
      for (let turn = 0; turn < 4; turn++) {
        const kind = turn % 2 === 0 ? "write" : "read";
        // No set of roles is written twice in a history.
        const bits = (++written % 4095) + 1;
        const roles = names.filter((_, bit) => bits & (1 << bit));
        const from = performance.now();
        const reply = await field.ask(
          kind === "write" ? { method: "PATCH", path: invite, body: { roles } } : { path: invite },
        );
        const to = performance.now();
        equal(reply.status, 200, reply.text);
        history.push({ kind, value: nameOf(kind === "write" ? roles : reply.json.roles), from, to });
      }
    };
    await meet(() => Promise.all(times(5, client)));
    ok(isLinearizable(history, initial), JSON.stringify({ initial, history }));
  }
}

/** The invariants, each with its test and the two requests of a round that are to meet. */
const invariants: readonly (readonly [string, (world: World) => Promise<void>, Pair])[] = [
  ["an organization keeps an owner", keepsAnOwner, ["removeOrgUserRole", "removeOrgUserRole"]],
  [
    "an account has two secrets at most",
    boundsSecrets,
    ["createOrgServiceAccountSecret", "createOrgServiceAccountSecret"],
  ],
  [
    "nothing is done by an account that is gone",
    endsWithItsAccount,
    ["deleteOrgServiceAccount", "updateGroupInviteById"],
  ],
  [
    "an invitation reads and changes as one register",
    isOneRegister,
    ["updateGroupInviteById", "updateGroupInviteById"],
  ],
];

/** Tries all; returns, for each, the rounds of each world. */
async function holdAll(t: TestContext, servers: Servers): Promise<Round[][][]> {
  const worlds = await Promise.all(times(worldCount, (index) => worldOf(servers, index)));
  const raced: Round[][][] = [];
  for (const [what, hold] of invariants) {
    await t.test(`${rounds} × ${what}`, async () => {
      await Promise.all(worlds.map(hold));
    });
    raced.push(worlds.map((world) => world.takeRounds()));
  }
  return raced;
}

for (const engine of engines) {
  test(`invariants on one server, ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await holdAll(t, await startOne(t, engine, seed));
  });
}

test("invariants on four processes of one PostgreSQL", { skip: skipReason("postgres") }, async (t) => {
  const servers = await startSeveral(t, 4, seed);
  const raced = await holdAll(t, servers);
  const logged = readLogs(await servers.end());
  let met = 0;
  for (const [index, [what, , pair]] of invariants.entries()) {
    const all = raced[index] ?? [];
    const collided = all.reduce((sum, each) => sum + countCollisions(logged, each, pair), 0);
    t.diagnostic(`${what}: in ${collided} of ${all.flat().length} rounds two processes met`);
    met += collided;
  }
  ok(met > rounds, `in only ${met} of ${rounds * invariants.length} rounds two processes met`);
});
