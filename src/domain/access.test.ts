// The algebra of roles, and which doors they open.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupRoleNames, inOrder, isGroupRole, isOrgRole, orgRoleNames } from "../contract/roles.ts";
import { type Door, effectiveRoles, permit } from "./access.ts";

const roleNames = [...orgRoleNames, ...groupRoleNames];
const someRoles = fc.subarray(roleNames);
const doors: Door[] = [
  ...groupRoleNames.map((role) => ({ kind: "group" as const, role })),
  ...orgRoleNames.map((role) => ({ kind: "org" as const, role })),
];
const someDoor = fc.constantFrom(...doors);
const rank = { outside: 0, insufficient: 1, open: 2 };

test("a role gives itself", () => {
  for (const role of roleNames) ok(effectiveRoles([role]).has(role), role);
});

test("a role's closure is closed", () => {
  for (const role of roleNames) {
    const closure = effectiveRoles([role]);
    deepEqual(inOrder(effectiveRoles(closure)), inOrder(closure), role);
  }
});

test("roles give together what each gives alone", () => {
  fc.assert(
    fc.property(someRoles, someRoles, (some, others) => {
      const apart = new Set([...effectiveRoles(some), ...effectiveRoles(others)]);
      deepEqual(inOrder(effectiveRoles([...some, ...others])), inOrder(apart));
    }),
  );
});

test("an owner has every role of the scope, and only an organization's owner has an owner's in projects", () => {
  deepEqual(inOrder(effectiveRoles(["ORG_OWNER"])), roleNames);
  deepEqual(inOrder(effectiveRoles(["GROUP_OWNER"])), groupRoleNames);
  const below = orgRoleNames.filter((role) => role !== "ORG_OWNER");
  equal(effectiveRoles(below).has("GROUP_OWNER"), false);
});

test("no project role gives a role in the organization", () => {
  deepEqual([...effectiveRoles(groupRoleNames)].filter(isOrgRole), []);
});

test("every role but Organization Member includes the least one of its scope", () => {
  for (const role of groupRoleNames) ok(effectiveRoles([role]).has("GROUP_READ_ONLY"), role);
  for (const role of orgRoleNames) ok(effectiveRoles([role]).has("ORG_MEMBER"), role);
});

test("the role a door names opens it", () => {
  for (const door of doors) if ("role" in door) equal(permit(door, [door.role]), "open");
});

test("a door opens exactly for roles that amount to the one it names", () => {
  fc.assert(
    fc.property(someDoor, someRoles, (door, held) => {
      const amounts = "role" in door && effectiveRoles(held).has(door.role);
      equal(permit(door, held) === "open", amounts);
    }),
  );
});

test("one role more never shuts a door", () => {
  fc.assert(
    fc.property(someDoor, someRoles, fc.constantFrom(...roleNames), (door, held, another) => {
      ok(rank[permit(door, [...held, another])] >= rank[permit(door, held)]);
    }),
  );
});

test("the order of roles does not matter to a door", () => {
  fc.assert(
    fc.property(someDoor, someRoles, (door, held) => {
      equal(permit(door, [...held].reverse()), permit(door, held));
    }),
  );
});

test("a caller is outside exactly when no role amounts to one in the scope", () => {
  fc.assert(
    fc.property(someDoor, someRoles, (door, held) => {
      const isOfScope = door.kind === "group" ? isGroupRole : isOrgRole;
      equal(permit(door, held) === "outside", ![...effectiveRoles(held)].some(isOfScope));
    }),
  );
});

test("roles of the organization at the door of a project", () => {
  const reader: Door = { kind: "group", role: "GROUP_READ_ONLY" };
  const manager: Door = { kind: "group", role: "GROUP_ACCESS_MANAGER" };
  equal(permit(manager, ["ORG_OWNER"]), "open");
  equal(permit(reader, ["ORG_READ_ONLY"]), "open");
  equal(permit(manager, ["ORG_READ_ONLY"]), "insufficient");
  equal(permit(reader, ["ORG_MEMBER"]), "outside");
  equal(permit(reader, ["ORG_GROUP_CREATOR", "ORG_BILLING_ADMIN"]), "outside");
});

test("a door of a project may name a role of its organization", () => {
  const door: Door = { kind: "group", role: "ORG_OWNER" };
  equal(permit(door, ["ORG_OWNER"]), "open");
  equal(permit(door, ["GROUP_OWNER"]), "insufficient");
  equal(permit(door, ["ORG_MEMBER"]), "outside");
});

test("doors without a role open for callers without roles", () => {
  equal(permit({ kind: "signedIn" }, []), "open");
  equal(permit({ kind: "open" }, []), "open");
});
