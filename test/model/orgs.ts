// Sets up two organizations that know some of the same people, and a server that holds them.
import { equal } from "node:assert/strict";
import type { TestContext } from "node:test";
import type { EngineName } from "../support/engines.ts";
import { requestToken } from "../support/oauth.ts";
import { now } from "../support/stage.ts";
import { createStorage } from "../support/storage.ts";
import { ids, type Reply, type Sending, startWorld, v2023, type World } from "../support/world.ts";
import type { Account, Model, Org } from "./model.ts";

interface Drawn {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly owner: { id: string; username: string };
  readonly groups: { id: string; name: string }[];
  /** Their ids come before all that are minted at the same moment. */
  readonly teams: { id: string; name: string }[];
}

const drawn: readonly Drawn[] = [
  {
    id: ids.org,
    name: "Acme",
    clientId: `mdb_sa_id_${"1".repeat(24)}`,
    owner: { id: "a1".repeat(12), username: "olga@example.com" },
    groups: [
      { id: ids.group, name: "payments" },
      { id: "31b6e34b3d91647abb20e7b8", name: "billing" },
    ],
    teams: [
      { id: `${"0".repeat(23)}1`, name: "core" },
      { id: `${"0".repeat(23)}2`, name: "night" },
    ],
  },
  {
    id: ids.otherOrg,
    name: "Globex",
    clientId: `mdb_sa_id_${"2".repeat(24)}`,
    owner: { id: "b1".repeat(12), username: "gil@example.com" },
    groups: [{ id: ids.otherGroup, name: "shipping" }],
    teams: [{ id: `${"0".repeat(23)}3`, name: "core" }],
  },
];

export const orgNames = drawn.map(({ name }) => name);
export const groupNames = drawn.flatMap(({ groups }) => groups.map(({ name }) => name));

/** Four people in six spellings, so that they meet each other often. */
export const addresses = [
  "ada@example.com",
  "Ada@EXAMPLE.com",
  "zoe@example.com",
  "ZOE@example.com",
  ...drawn.map(({ owner }) => owner.username),
];

const secret = (clientId: string) => `mdb_sa_sk_${clientId.slice(-24)}`;

const seed = {
  orgs: drawn.map(({ clientId, owner, groups, teams, ...org }) => ({
    ...org,
    users: [{ ...owner, orgRoles: ["ORG_OWNER" as const] }],
    serviceAccounts: [{ clientId, secret: secret(clientId), roles: ["ORG_OWNER" as const] }],
    groups,
    teams: teams.map((team) => ({ ...team, usernames: [owner.username] })),
  })),
};

export const start = Date.parse(now);

export function draw(): Model {
  const accounts: Account[] = drawn.map(({ owner }) => ({ ...owner, createdAt: start }));
  const orgs = drawn.map(
    ({ id, name, clientId, groups, teams }, index): Org => ({
      id,
      name,
      caller: clientId,
      groups,
      teams: teams.map((team) => ({ ...team, groupRoles: {} })),
      members: new Set([
        {
          account: accounts[index] as Account,
          roles: ["ORG_OWNER"],
          groupRoles: {},
          teamIds: teams.map((team) => team.id),
        },
      ]),
      invites: [],
    }),
  );
  return { now: start, orgs, accounts, ids: new Set() };
}

export interface Server {
  readonly world: World;
  /** Commands that were run. */
  steps: number;
  rows(sql: string): Promise<unknown[]>;
  /** Asks as an owner of the organization. */
  ask(org: Org, sending: Sending): Promise<Reply>;
  /** Asks for the tokens anew, once time has passed. */
  signIn(): Promise<void>;
  rewind(): Promise<void>;
}

const v2025 = { accept: "application/vnd.atlas.2025-02-19+json" };
export const v2023Only = { accept: v2023 };

export async function startServer(t: TestContext, engine: EngineName): Promise<Server> {
  const storage = await createStorage(t, engine, { hasSchema: true });
  // Seeded once the clock is frozen, so that every date is known.
  const world = await startWorld(t, { ...storage.options, seed: { orgs: [] } });
  world.clock.set({ now });
  await world.seed(seed);
  const tokens = new Map<string, string>();
  const signIn = async () => {
    for (const { id, clientId } of drawn) {
      const { status, json } = await requestToken(world, { clientId, clientSecret: secret(clientId) });
      equal(status, 200);
      tokens.set(id, json.access_token);
    }
  };
  await signIn();
  const signedIn = new Map(tokens);
  await world.snapshot.take("seed");
  return {
    world,
    steps: 0,
    rows: storage.rows,
    signIn,
    ask: (org, sending) =>
      world.bearing(tokens.get(org.id) ?? "", { ...sending, headers: { ...v2025, ...sending.headers } }),
    async rewind() {
      await world.snapshot.restore("seed");
      world.clock.set({ now });
      for (const [id, token] of signedIn) tokens.set(id, token);
    },
  };
}
