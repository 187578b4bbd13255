// Tests what the users and roles of projects become in a deployment; worker.test.ts proves that MongoDB accepts the commands.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { DatabaseUser } from "./database-user.ts";
import { otherProof, type WantedRole, type WantedUser, wantedIn } from "./provisioning.ts";

const groupId = "32b6e34b3d91647abb20e7b8";
const none = { awsIAMType: "NONE", ldapAuthType: "NONE", oidcAuthType: "NONE", x509Type: "NONE" } as const;
const user = (username: string, more: Partial<DatabaseUser> = {}) => ({
  document: {
    ...none,
    username,
    databaseName: "admin" as const,
    labels: [],
    scopes: [],
    roles: [{ roleName: "read", databaseName: "sales" }],
    ...more,
  },
  sealedSecret: `sealed ${username}`,
  endsAt: null,
});
const clusters = new Set(["east"]);
const namesOf = (users: readonly ReturnType<typeof user>[], on = clusters) =>
  wantedIn({ groupId, clusters: on, users, roles: [] }).map(({ name }) => name);

test("users without a password, of other clusters, or of no cluster are not made", () => {
  const scoped = (name: string, type: "CLUSTER" | "DATA_LAKE") =>
    user(name, { scopes: [{ name: "east", type }] });
  const all = [
    user("plain"),
    scoped("here", "CLUSTER"),
    scoped("lake", "DATA_LAKE"),
    user("there", { scopes: [{ name: "west", type: "CLUSTER" }] }),
    user("CN=x", { x509Type: "CUSTOMER", databaseName: "$external" }),
    user("cn=group", { ldapAuthType: "GROUP" }),
    user("idp/group", { oidcAuthType: "IDP_GROUP" }),
  ];
  deepEqual(namesOf(all), ["plain", "here"]);
  deepEqual(namesOf(all, new Set(["east", "west"])), ["plain", "here", "there"]);
  deepEqual(namesOf(all, new Set()), []);
  deepEqual(
    all.map(({ document }) => otherProof(document)).filter((proof) => proof !== undefined),
    ["x509Type CUSTOMER", "ldapAuthType GROUP", "oidcAuthType IDP_GROUP"],
  );
});

test("roles of two projects and of one name have two names, and users keep theirs", () => {
  const roles = [{ name: "app", document: { actions: [], inheritedRoles: [{ role: "read", db: "sales" }] } }];
  const holder = user("app", { roles: [{ roleName: "app", databaseName: "admin" }] });
  const [one, two] = ["1".repeat(24), "2".repeat(24)].map((id) =>
    wantedIn({ groupId: id, clusters, users: [holder], roles }),
  ) as [[WantedRole, WantedUser], [WantedRole, WantedUser]];
  equal(one[0].name, `anteroom.${"1".repeat(24)}.app`);
  equal(two[0].name, `anteroom.${"2".repeat(24)}.app`);
  deepEqual([one[1].name, one[1].roles], ["app", [{ role: one[0].name, db: "admin" }]]);
});

test("a role comes after those that it inherits, in whichever order they were made", () => {
  const inherits = (name: string, ...from: string[]) => ({
    name,
    document: { actions: [], inheritedRoles: from.map((role) => ({ role, db: "admin" })) },
  });
  const roles = [
    inherits("c", "b", "a"),
    inherits("b", "a"),
    inherits("a", "readAnyDatabase", "autoCompact"),
  ];
  const wanted = wantedIn({ groupId, clusters, users: [], roles }) as WantedRole[];
  deepEqual(
    wanted.map(({ name }) => name.at(-1)),
    ["a", "b", "c"],
  );
  deepEqual(wanted[0]?.roles, [{ role: "readAnyDatabase", db: "admin" }]);
  deepEqual(wanted[0]?.privileges, [{ resource: { cluster: true }, actions: ["compact"] }]);
});
