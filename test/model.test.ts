// The life of invitations against a model of it in memory: whatever is done, in whatever order, both say the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { engines, skipReason } from "./support/engines.ts";
import { now } from "./support/stage.ts";
import { createStorage } from "./support/storage.ts";
import { ids, keys, startWorld, type World } from "./support/world.ts";

const longRun = process.env.ANTEROOM_LONG_RUN === "1";
const runs = longRun ? 400 : 20;
const mostSteps = longRun ? 60 : 40;

const day = 24 * 60 * 60 * 1000;
const groups = [
  { id: ids.group, name: "payments" },
  { id: ids.otherGroup, name: "shipping" },
] as const;
/** Two people in three spellings, so that they meet each other often. */
const addresses = ["ada@example.com", "Ada@EXAMPLE.com", "zoe@example.com"];
/** In the order of answers. */
const roleNames = ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER", "GROUP_DATA_ACCESS_READ_ONLY"];

interface ModelInvite {
  readonly id: string;
  readonly group: (typeof groups)[number];
  readonly username: string;
  readonly createdAt: number;
  roles: readonly string[];
  ended: boolean;
}

/** What there is, and the law it follows, in as few words as possible. */
class Model {
  now = Date.parse(now);
  readonly invites: ModelInvite[] = [];
  readonly members = new Set<string>();

  isPending = ({ ended, createdAt }: ModelInvite) => !ended && this.now < createdAt + 30 * day;

  pending(group: { id: string }, username?: string): ModelInvite[] {
    return this.invites.filter(
      (invite) =>
        this.isPending(invite) &&
        invite.group.id === group.id &&
        (username === undefined || invite.username.toLowerCase() === username.toLowerCase()),
    );
  }

  /** An invitation there is or was, or none while there was none yet. */
  pick = (number: number): ModelInvite | undefined => this.invites[number % this.invites.length];
}

const timestamp = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");

const shown = ({ id, group, username, createdAt, roles }: ModelInvite) => ({
  createdAt: timestamp(createdAt),
  expiresAt: timestamp(createdAt + 30 * day),
  groupId: group.id,
  groupName: group.name,
  id,
  inviterUsername: keys.owner.publicKey,
  roles: roleNames.filter((role) => roles.includes(role)),
  username,
});

const memberKey = (group: { id: string }, username: string) => `${group.id} ${username.toLowerCase()}`;
const invitesOf = (group: { id: string }) => `/api/atlas/v2/groups/${group.id}/invites`;
const pathOf = (invite: ModelInvite | undefined) =>
  invite === undefined ? `${invitesOf(groups[0])}/${ids.missing}` : `${invitesOf(invite.group)}/${invite.id}`;

let steps = 0;

type Command = fc.AsyncCommand<Model, World>;

const command = (label: string, run: (model: Model, world: World) => Promise<void>): Command => ({
  check: () => true,
  toString: () => label,
  async run(model, world) {
    steps++;
    await run(model, world);
    for (const group of groups) {
      const listed = (await world.as(keys.owner, { path: invitesOf(group) })).json;
      assert.deepEqual(listed, model.pending(group).map(shown));
    }
  },
});

/** Asks, and compares with what the model says: a body, or the code of a refusal. */
async function expect(
  world: World,
  sending: { method?: string; path: string; body?: object },
  expected: string | object | undefined,
) {
  const reply = await world.as(keys.owner, sending);
  const said = reply.status < 300 ? reply.json : reply.json.errorCode;
  assert.deepEqual(said, expected, `${sending.method ?? "GET"} ${sending.path}: ${reply.text}`);
}

const group = fc.constantFrom(...groups);
const username = fc.constantFrom(...addresses);
const roles = fc.shuffledSubarray(roleNames, { minLength: 1 });
const number = fc.nat(20);

const create = fc.tuple(group, username, roles).map(([group, username, roles]) =>
  command(`create(${group.name}, ${username}, ${roles})`, async (model, world) => {
    const sending = { method: "POST", path: invitesOf(group), body: { username, roles } };
    if (model.pending(group, username).length > 0) return expect(world, sending, "DUPLICATE_INVITATION");
    if (model.members.has(memberKey(group, username))) return expect(world, sending, "USER_ALREADY_IN_GROUP");
    const reply = await world.as(keys.owner, sending);
    assert.equal(reply.status, 200, reply.text);
    const invite = { id: reply.json.id, group, username, createdAt: model.now, roles, ended: false };
    assert.deepEqual(reply.json, shown(invite));
    assert.ok(model.invites.every(({ id }) => id !== invite.id));
    model.invites.push(invite);
  }),
);

const updateByAddress = fc.tuple(group, username, roles).map(([group, username, roles]) =>
  command(`update(${group.name}, ${username}, ${roles})`, async (model, world) => {
    const [invite] = model.pending(group, username);
    if (invite !== undefined) invite.roles = roles;
    const sending = { method: "PATCH", path: invitesOf(group), body: { username, roles } };
    await expect(world, sending, invite === undefined ? "RESOURCE_NOT_FOUND" : shown(invite));
  }),
);

const updateById = fc.tuple(number, roles).map(([number, roles]) =>
  command(`updateById(${number}, ${roles})`, async (model, world) => {
    const invite = model.pick(number);
    const pending = invite !== undefined && model.isPending(invite);
    if (pending) invite.roles = roles;
    const sending = { method: "PATCH", path: pathOf(invite), body: { roles } };
    await expect(world, sending, pending ? shown(invite) : "RESOURCE_NOT_FOUND");
  }),
);

const get = number.map((number) =>
  command(`get(${number})`, async (model, world) => {
    const invite = model.pick(number);
    const pending = invite !== undefined && model.isPending(invite);
    await expect(world, { path: pathOf(invite) }, pending ? shown(invite) : "RESOURCE_NOT_FOUND");
  }),
);

const list = fc.tuple(group, username).map(([group, username]) =>
  command(`list(${group.name}, ${username})`, async (model, world) => {
    const path = `${invitesOf(group)}?username=${encodeURIComponent(username)}`;
    await expect(world, { path }, model.pending(group, username).map(shown));
  }),
);

const remove = number.map((number) =>
  command(`delete(${number})`, async (model, world) => {
    const invite = model.pick(number);
    const pending = invite !== undefined && model.isPending(invite);
    if (pending) invite.ended = true;
    const sending = { method: "DELETE", path: pathOf(invite) };
    await expect(world, sending, pending ? undefined : "INVALID_INVITATION_ID");
  }),
);

const end = fc.tuple(number, fc.constantFrom("accept", "decline", "expire")).map(([number, ending]) =>
  command(`${ending}(${number})`, async (model, world) => {
    const invite = model.pick(number);
    const pending = invite !== undefined && model.isPending(invite);
    if (pending) {
      invite.ended = true;
      if (ending === "accept") model.members.add(memberKey(invite.group, invite.username));
    }
    const path = `/_anteroom/v1/invites/${invite?.id ?? ids.missing}:${ending}`;
    assert.equal((await world.send({ method: "POST", path })).status, pending ? 204 : 404);
  }),
);

const pass = fc.constantFrom("PT1S", "P1D", "P15D", "P30D").map((duration) =>
  command(`pass(${duration})`, async (model, world) => {
    world.clock.set({ advance: duration });
    model.now = Date.parse(world.clock.now());
  }),
);

/** More often what gives the others something to do. */
const commands = fc.commands(
  [create, create, create, updateByAddress, updateByAddress, updateById, get, list, remove, end, pass],
  { maxCommands: mostSteps, size: "max" },
);

const seed = {
  orgs: [
    {
      id: ids.org,
      name: "Acme",
      apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER" as const] }],
      groups: groups.map((group) => ({ ...group })),
    },
  ],
};

for (const engine of engines) {
  test(`invitations live as the model says, on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const storage = await createStorage(t, engine);
    const world = await startWorld(t, { seed, ...storage.options });
    await world.snapshot.take("seed");
    steps = 0;
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        await world.snapshot.restore("seed");
        world.clock.set({ now });
        await fc.asyncModelRun(() => ({ model: new Model(), real: world }), sequence);
        const twice = await storage.rows(
          `select group_id, username_key from invites where status = 'PENDING'
           group by group_id, username_key having count(*) > 1`,
        );
        assert.deepEqual(twice, []);
      }),
      { numRuns: runs },
    );
    t.diagnostic(`${steps} steps`);
    assert.ok(steps > runs, "the sequences were empty");
  });
}
