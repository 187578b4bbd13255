// Pending invitations are moved to the operations that stay: shown first, then done one by one, finished by the next run where one was
// stopped, and written as Terraform has them.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import type { SeedDocument } from "../../src/anteroom.ts";
import { AtlasClient, AtlasUnreachable } from "../../src/client/client.ts";
import { findPending, perform, planMoves } from "../../src/july/convert/moves.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { anteroom } from "../support/command.ts";
import { pluck } from "../support/pluck.ts";
import { ids, keys } from "../support/world.ts";

const second = "32b6e34b3d91647abb20e7b9";
/** The instant of the tests, less than thirty days before the operations end. */
const now = "2027-06-10T00:00:00Z";

const seed: SeedDocument = {
  mailed: false,
  orgs: [
    {
      id: ids.org,
      name: "Acme",
      users: [
        { id: "d10000000000000000000000", username: "owner@example.com", orgRoles: ["ORG_OWNER"] },
        { id: "d10000000000000000000001", username: "member@example.com", orgRoles: ["ORG_MEMBER"] },
        { id: "d10000000000000000000002", username: "partly@example.com", orgRoles: ["ORG_MEMBER"] },
      ],
      apiKeys: [
        { ...keys.owner, roles: ["ORG_OWNER"] },
        { ...keys.reader, roles: ["ORG_READ_ONLY"] },
      ],
      invites: [{ id: ids.orgInvite, username: "new@example.com", roles: ["ORG_READ_ONLY"] }],
      teams: [{ id: ids.team, name: "core (1)", usernames: ["owner@example.com", "member@example.com"] }],
      groups: [
        {
          id: ids.group,
          name: "payments",
          invites: [
            { username: "hello@example.com", roles: ["GROUP_READ_ONLY"] },
            { username: "member@example.com", roles: ["GROUP_OWNER"] },
            { username: "new@example.com", roles: ["GROUP_READ_ONLY"] },
            { username: "partly@example.com", roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
          ],
        },
        {
          id: second,
          name: "website",
          invites: [{ username: "Hello@example.com", roles: ["GROUP_OWNER"] }],
        },
      ],
    },
  ],
};

/** Starts a world in which a person got one of two roles in the meantime. */
async function startWorld() {
  const server = await createAnteroom({ seed, now });
  const client = new AtlasClient({ ...keys.owner, baseUrl: server.url });
  const body = { username: "partly@example.com", roles: ["GROUP_READ_ONLY" as const] };
  await client.addGroupUsers({ groupId: ids.group, body });
  return { server, client };
}

const plan = async (client: AtlasClient) => {
  const pending = await findPending(client, ids.org, 4);
  return planMoves(ids.org, pending.invitations, pending.members);
};

/** Returns what everybody holds, as the newer operations name it. */
async function holdings(client: AtlasClient) {
  const people = await client.listOrgUsers({ orgId: ids.org }).all();
  return people
    .map(({ username, orgMembershipStatus, roles }) => {
      const held = roles?.groupRoleAssignments.map(({ groupId, groupRoles }) => `${groupId} ${groupRoles}`);
      return `${username} ${orgMembershipStatus} ${roles?.orgRoles}: ${held?.join("; ")}`;
    })
    .sort();
}

const moved = [
  `hello@example.com PENDING ORG_MEMBER: ${ids.group} GROUP_READ_ONLY; ${second} GROUP_OWNER`,
  `member@example.com ACTIVE ORG_MEMBER: ${ids.group} GROUP_OWNER`,
  `new@example.com PENDING ORG_READ_ONLY: ${ids.group} GROUP_READ_ONLY`,
  "owner@example.com ACTIVE ORG_OWNER: ",
  `partly@example.com ACTIVE ORG_MEMBER: ${ids.group} GROUP_OWNER,GROUP_READ_ONLY`,
];

test("a plan has the calls of the successors, and says what they mean", async () => {
  const { server, client } = await startWorld();
  await using _ = server;
  const before = await holdings(client);
  const moves = await plan(client);
  deepEqual(
    moves.map(({ invitation, state, calls }) => [
      invitation.username,
      state,
      calls.map(({ operationId }) => operationId).join(" "),
    ]),
    [
      ["new@example.com", "there already", ""],
      ["hello@example.com", "to be moved", "addGroupUsers deleteGroupInvite"],
      ["member@example.com", "to be moved", "addGroupUsers deleteGroupInvite"],
      ["new@example.com", "to be moved", "addGroupUsers deleteGroupInvite"],
      ["partly@example.com", "to be moved", "addGroupUserRole deleteGroupInvite"],
      ["Hello@example.com", "to be moved", "addGroupUsers deleteGroupInvite"],
    ],
  );
  deepEqual(moves[1]?.calls[0]?.input, {
    groupId: ids.group,
    body: { roles: ["GROUP_READ_ONLY"], username: "hello@example.com" },
  });
  match(moves[2]?.meaning ?? "", /has these roles at once/);
  deepEqual(await holdings(client), before);
});

test("wherever a run is stopped, the next one finishes it, and one more does nothing", async (t) => {
  for (let answers = 0; answers < 12; answers += 3) {
    const { server, client } = await startWorld();
    await using _ = server;
    let left = answers;
    const failing = new AtlasClient({
      ...keys.owner,
      baseUrl: server.url,
      // The change is made, and its answer lost.
      fetch: async (...given) => {
        const answer = await fetch(...given);
        if (left-- <= 0) throw new TypeError("fetch failed", { cause: new Error("the cable is out") });
        return answer;
      },
    });
    const moves = (await plan(client)).filter(({ state }) => state === "to be moved");
    await rejects(async () => {
      for (const move of moves) await perform(failing, move);
    }, AtlasUnreachable);
    for (const move of await plan(client)) equal(await perform(client, move), undefined);
    deepEqual(await holdings(client), moved, `stopped after ${answers} answers`);
    deepEqual(await client.listGroupInvites({ groupId: ids.group }), []);
    deepEqual(await client.listGroupInvites({ groupId: second }), []);
    ok((await plan(client)).every(({ state }) => state === "there already"));
  }
  t.diagnostic("stopped at four places");
});

test("an invitation that was accepted meanwhile is no failure; a refusal is told and leaves the others", async () => {
  const { server, client } = await startWorld();
  await using _ = server;
  const moves = await plan(client);
  const [, hello, member] = moves;
  ok(hello && member);
  await client.deleteGroupInvite({ groupId: ids.group, invitationId: hello.invitation.id });
  equal(await perform(client, hello), undefined);
  await client.addGroupUsers({
    groupId: ids.group,
    body: { username: "member@example.com", roles: ["GROUP_READ_ONLY"] },
  });
  match((await perform(client, member)) ?? "", /USER_ALREADY_IN_GROUP/);
});

test("anteroom convert-invites, from a shell", async () => {
  const { server, client } = await startWorld();
  await using _ = server;
  const env = {
    MONGODB_ATLAS_PUBLIC_API_KEY: keys.owner.publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: keys.owner.privateKey,
    ANTEROOM_URL: server.url,
  };
  const shown = await anteroom(["convert-invites"], { env });
  equal(shown.code, 0, shown.stderr);
  match(shown.stdout, /^there already {3}organization: new@example.com, ORG_READ_ONLY: a pending user/m);
  match(shown.stdout, /^to be moved {5}project payments: hello@example.com, GROUP_READ_ONLY: is invited/m);
  equal(
    shown.stderr,
    "anteroom: 5 pending invitations to projects, of 4 people: 5 to be moved; 1 to the organization, there already; nothing was changed, --apply moves them\n",
  );

  const reader = {
    ...env,
    MONGODB_ATLAS_PUBLIC_API_KEY: keys.reader.publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: keys.reader.privateKey,
  };
  const blind = await anteroom(["convert-invites"], { env: reader });
  equal(blind.code, 1);
  match(blind.stderr, /invitations that could not be read:\n {2}invites: 401/);

  const applied = await anteroom(["convert-invites", "--apply", "--json"], { env });
  equal(applied.code, 0, applied.stderr);
  const report = JSON.parse(applied.stdout);
  equal(report.applied, true);
  deepEqual(pluck(report.invitations, "state"), [
    "there already",
    "moved",
    "moved",
    "moved",
    "moved",
    "moved",
  ]);
  deepEqual(await holdings(client), moved);

  // The day after, what was moved is there, and what was not could not be moved any more.
  server.clock.set({ now: "2027-07-02" });
  const late = await anteroom(["convert-invites", "--apply"], { env });
  equal(late.code, 1);
  match(late.stderr, /410 VERSION_GONE[\s\S]*nobody can move these any more/);
  const pending = await client.listGroupUsers({ groupId: second, orgMembershipStatuses: ["PENDING"] }).all();
  deepEqual(pluck(pending, "username"), ["hello@example.com"]);

  for (const [words, message] of [
    [["--plan", "x", "--apply"], /cannot be used with/],
    [
      ["--only", "nobody"],
      /^anteroom: nobody: give an address, such as ada@example\.com, or a domain, such as @example\.com\n$/,
    ],
    [["--apply", "nowhere.yaml"], /--apply nowhere\.yaml cannot be read: ENOENT/],
  ] as const) {
    const ended = await anteroom(["convert-invites", ...words], { env });
    match(ended.stderr, message);
    deepEqual([ended.code, ended.stdout], [2, ""]);
  }
});
