// Tests the comparison of two seeds: it has nothing about equal parts, and exactly the differences.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupRoleNames, orgRoleNames } from "../../core/contract/roles.ts";
import type { SeedDocument, SeedOrg } from "../seed/document.ts";
import { compare, type Difference, describe, describeAll } from "./compare.ts";

const usernames = ["ada@example.com", "eve@example.com", "lin@example.com", "zoe@example.com"] as const;
const groupNames = ["payments", "website", "search"] as const;
const idOf = (kind: string, number: number) => kind + String(number).padStart(24 - kind.length, "0");
const roles = <R extends string>(names: readonly R[]) =>
  fc.uniqueArray(fc.constantFrom(...names.slice(0, 5)), { minLength: 1, maxLength: 3 });

/** The table of roles: for each person, the roles in the organization, and in each project roles or nothing. */
const table = fc.record({
  orgRoles: fc.tuple(...usernames.map(() => roles(orgRoleNames))),
  groupRoles: fc.tuple(
    ...groupNames.map(() => fc.tuple(...usernames.map(() => fc.option(roles(groupRoleNames))))),
  ),
  required: fc.boolean(),
  invited: fc.subarray(["new@example.com", "old@example.com"]),
});
type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

const worldOf = ({ orgRoles, groupRoles, required, invited }: Table): SeedDocument => ({
  orgs: [
    {
      id: idOf("a", 0),
      name: "Acme",
      settings: { apiAccessListRequired: required },
      users: usernames.map((username, nth) => ({ username, orgRoles: orgRoles[nth] ?? [] })),
      groups: groupNames.map((name, number) => ({
        id: idOf("b", number),
        name,
        users: usernames.flatMap((username, nth) => {
          const held = groupRoles[number]?.[nth];
          return held ? [{ username, roles: held }] : [];
        }),
        invites:
          number === 0 ? invited.map((username) => ({ username, roles: ["GROUP_OWNER" as const] })) : [],
      })),
    },
  ],
});

/** Returns each role that is held, each invitation and the setting, as texts. */
const facts = ({ orgRoles, groupRoles, required, invited }: Table): Set<string> =>
  new Set([
    ...usernames.flatMap((username, nth) => (orgRoles[nth] ?? []).map((role) => `Acme ${username} ${role}`)),
    ...groupNames.flatMap((name, number) =>
      usernames.flatMap((username, nth) =>
        (groupRoles[number]?.[nth] ?? []).map((role) => `${name} ${username} ${role}`),
      ),
    ),
    ...invited.map((username) => `payments ${username} GROUP_OWNER`),
    `required ${required}`,
  ]);

const apart = (one: Set<string>, other: Set<string>) => [...one].filter((each) => !other.has(each)).sort();

const told = (differences: readonly Difference[], side: "gained" | "lost") =>
  differences
    .flatMap(({ place, name, lists, values }) => [
      ...(lists.roles?.[side] ?? []).map((role) => `${place.name} ${name} ${role}`),
      ...Object.values(values).map(({ from, to }) => `required ${side === "gained" ? to : from}`),
    ])
    .sort();

test("two worlds differ in exactly the roles that one has and the other has not", () => {
  fc.assert(
    fc.property(table, table, (one, other) => {
      const differences = compare(worldOf(one), worldOf(other));
      deepEqual(told(differences, "gained"), apart(facts(other), facts(one)));
      deepEqual(told(differences, "lost"), apart(facts(one), facts(other)));
    }),
  );
});

test("a world does not differ from itself, in whatever order it is written", () => {
  fc.assert(
    fc.property(table, (one) => {
      const world = worldOf(one);
      deepEqual(compare(world, structuredClone(world)), []);
      const backwards = {
        orgs: world.orgs.map((org) => ({
          ...org,
          users: [...(org.users ?? [])].reverse(),
          groups: [...(org.groups ?? [])].reverse(),
        })),
      };
      deepEqual(compare(world, backwards), []);
    }),
  );
});

test("the way back loses what the way there gained", () => {
  fc.assert(
    fc.property(table, table, (one, other) => {
      const there = compare(worldOf(one), worldOf(other));
      const back = compare(worldOf(other), worldOf(one));
      deepEqual(told(back, "lost"), told(there, "gained"));
      equal(back.length, there.length);
    }),
  );
});

const acme = (org: Partial<SeedOrg> = {}): SeedDocument => ({ orgs: [{ name: "Acme", ...org }] });

const texts = (...given: Parameters<typeof compare>) => compare(...given).map(describe);

test("people, teams and keys are told as people tell of them", () => {
  const before = acme({
    users: [{ username: "ada@example.com", orgRoles: ["ORG_OWNER"] }],
    apiKeys: [{ publicKey: "abcdefgh", desc: "ci", roles: ["ORG_MEMBER"], accessList: ["192.0.2.1"] }],
    teams: [{ id: idOf("c", 0), name: "core", usernames: ["ada@example.com"] }],
  });
  const after = acme({
    users: [
      { username: "Ada@Example.com", orgRoles: ["ORG_MEMBER"] },
      { username: "eve@example.com", orgRoles: ["ORG_MEMBER"] },
    ],
    apiKeys: [
      { publicKey: "abcdefgh", desc: "nightly", roles: ["ORG_MEMBER"], accessList: ["192.0.2.1/32"] },
    ],
    teams: [{ id: idOf("c", 0), name: "heart", usernames: [] }],
    settings: { securityContact: "security@example.com" },
  });
  equal(
    describeAll(compare(before, after)),
    `organization Acme
  ~ securityContact: none → security@example.com
  ~ Ada@Example.com gained ORG_MEMBER, lost ORG_OWNER
  ~ team core name: core → heart
  ~ API key abcdefgh description: ci → nightly
  + eve@example.com joined: ORG_MEMBER
team core (c00000000000000000000000)
  - ada@example.com left`,
  );
});

test("what has no id is held for what has its name; what has another id is another thing", () => {
  const world = (id?: string) => acme({ groups: [{ ...(id && { id }), name: "payments" }] });
  deepEqual(texts(world(), world(idOf("b", 1))), []);
  deepEqual(texts(world(idOf("b", 1)), world(idOf("b", 2))), [
    "project payments is gone",
    "project payments is new",
  ]);
  deepEqual(texts(world(idOf("b", 1)), world(idOf("b", 2)), { byName: true }), []);
});

test("teams and projects of an invitation are compared as the things they are", () => {
  const world = (team: string, group: string) =>
    acme({
      teams: [{ id: team, name: "core", usernames: [] }],
      groups: [{ id: group, name: "payments" }],
      invites: [
        {
          username: "new@example.com",
          roles: ["ORG_MEMBER"],
          teamIds: [team],
          groupRoleAssignments: [{ groupId: group, roles: ["GROUP_OWNER"] }],
        },
      ],
    });
  const [one, other] = [world(idOf("c", 1), idOf("b", 1)), world(idOf("c", 2), idOf("b", 2))];
  deepEqual(texts(one, other, { byName: true }), []);
  deepEqual(texts(acme(), one), [
    "invitation new@example.com is pending: ORG_MEMBER; GROUP_OWNER in payments; teams core",
    "team core is new",
    "project payments is new",
  ]);
});

test("what a seed gives by name is what another gives by id", () => {
  const key = { publicKey: "abcdefgh", desc: "ci" };
  const account = { clientId: `mdb_sa_id_${idOf("d", 1)}`, name: "robot" };
  const world = (isNamed: boolean) =>
    acme({
      teams: [{ id: idOf("c", 1), name: "core", usernames: [] }],
      apiKeys: [{ ...key, roles: ["ORG_MEMBER"] }],
      serviceAccounts: [{ ...account, roles: ["ORG_MEMBER"] }],
      groups: [
        {
          id: idOf("b", 1),
          name: "payments",
          teams: [{ ...(isNamed ? { team: "core" } : { teamId: idOf("c", 1) }), roleNames: ["GROUP_OWNER"] }],
          apiKeys: [{ ...(isNamed ? { apiKey: "ci" } : key), roles: ["GROUP_OWNER"] }],
          serviceAccounts: [{ ...(isNamed ? { serviceAccount: "robot" } : account), roles: ["GROUP_OWNER"] }],
        },
      ],
      invites: [
        {
          username: "new@example.com",
          roles: ["ORG_MEMBER"],
          ...(isNamed ? { teams: ["core"] } : { teamIds: [idOf("c", 1)] }),
          groupRoleAssignments: [
            { ...(isNamed ? { group: "payments" } : { groupId: idOf("b", 1) }), roles: ["GROUP_OWNER"] },
          ],
        },
      ],
    });
  deepEqual(texts(world(true), world(false)), []);
  deepEqual(texts(acme(), world(true)), texts(acme(), world(false)));
});

test("alert configurations and federations are told of by what they are, whatever ids they have", () => {
  const world = (number: number, enabled: boolean, given = {}) =>
    acme({
      ...given,
      teams: [{ id: idOf("c", number), name: "core", usernames: [] }],
      groups: [
        {
          id: idOf("b", number),
          name: "payments",
          alertConfigs: [
            {
              id: idOf("e", number),
              eventTypeName: "NO_PRIMARY",
              enabled,
              notifications: [{ typeName: "TEAM", teamId: idOf("c", number), emailEnabled: true }],
            },
          ],
          integrations: [{ type: "SLACK", apiToken: "a token of theirs", channelName: `c${number}` }],
        },
      ],
    });
  deepEqual(texts(world(1, true), world(2, false), { byName: true }), [
    "integration SLACK channelName: c1 → c2",
    "alert configuration NO_PRIMARY enabled: true → false",
  ]);
  const federation = {
    identityProviders: [{ displayName: "Okta", issuerUri: "https://id.example.com" }],
    domainAllowList: ["example.com"],
  };
  deepEqual(texts(world(1, true), world(1, true, { federation })), [
    "federation Acme is new: allowed domains example.com",
    "identity provider Okta is new",
  ]);
  const [one] = compare(acme({ groups: [{ name: "payments" }] }), world(1, true), { byName: true }).slice(-1);
  equal(JSON.stringify(one).includes("a token of theirs"), false);
});

test("clusters are told of by what they are asked to be", () => {
  const world = (...clusters: readonly object[]) =>
    acme({ groups: [{ name: "payments", clusters: clusters as never }] });
  const app = { name: "app", regionName: "EU_WEST_1" };
  const flex = { name: "zest", providerName: "FLEX", regionName: "US_EAST_1" };
  deepEqual(texts(world(app), world({ ...app, instanceSize: "M30", paused: true }, flex)), [
    "cluster app gained shards Zone 1: AWS EU_WEST_1 M30 3 nodes, 40 GB, lost shards Zone 1: AWS EU_WEST_1 M10 3 nodes, 10 GB, paused: false → true",
    "cluster zest is new: shards FLEX AWS US_EAST_1",
  ]);
  deepEqual(texts(world({ name: "zest", providerName: "FLEX" }), world(flex)), []);
  deepEqual(texts(world(app), world({ ...app, mongoDBMajorVersion: "8.0", instanceSize: "M10" })), []);
});

test("an organization that only one world has is told with all in it", () => {
  const globex = {
    name: "Globex",
    users: [{ username: "bob@example.com", orgRoles: ["ORG_OWNER" as const] }],
  };
  const one = acme();
  const two = { orgs: [...one.orgs, globex] };
  deepEqual(texts(one, two), ["organization Globex is new", "bob@example.com joined: ORG_OWNER"]);
  deepEqual(texts(two, one), ["organization Globex is gone", "bob@example.com left; had ORG_OWNER"]);
});

test("nothing is said of parts that one side does not tell of", () => {
  const [id, other] = [idOf("b", 0), idOf("b", 1)];
  const invites = [{ username: "new@example.com", roles: ["GROUP_OWNER" as const] }];
  const before = acme({
    groups: [
      { id, name: "payments", invites },
      { id: other, name: "search", invites },
    ],
  });
  const after = acme({
    groups: [
      { id, name: "payments" },
      { id: other, name: "search" },
    ],
  });
  equal(compare(before, after).length, 2);
  deepEqual(
    compare(before, after, { unread: new Set([`groups.${id}.invites`]) }).map(({ place }) => place.name),
    ["search"],
  );
  deepEqual(compare(before, acme(), { unread: new Set(["groups"]) }), []);
});

test("a setting that became empty is told as it is", () => {
  const world = (customSessionTimeouts: object) => acme({ settings: { customSessionTimeouts } });
  deepEqual(texts(world({ idleSessionTimeoutInSeconds: 600 }), world({})), [
    'customSessionTimeouts: {"idleSessionTimeoutInSeconds":600} → {}',
  ]);
});
