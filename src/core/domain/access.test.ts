// Tests of the algebra of roles, the doors they open, and the roles made of a list in a request.
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import {
  groupRoleNames,
  inOrder,
  isGroupRole,
  isOrgRole,
  orgRoleNames,
  type RoleName,
} from "../contract/roles.ts";
import { type Door, demandedRoles, effectiveRoles, isAtMost, permit } from "./access.ts";
import { chooseGroupRoles, chooseOrgRoles } from "./role-list.ts";

const roleNames = [...orgRoleNames, ...groupRoleNames];
const someRoles = fc.subarray(roleNames);
const doors: Door[] = [
  ...groupRoleNames.map((role) => ({ kind: "group" as const, role })),
  ...orgRoleNames.map((role) => ({ kind: "org" as const, role })),
];
const someDoor = fc.constantFrom(...doors);

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
  for (const door of doors) if ("role" in door) equal(permit(door, [door.role]), true);
});

test("a door opens exactly for roles that amount to the one it names", () => {
  fc.assert(
    fc.property(someDoor, someRoles, (door, held) => {
      const amounts = "role" in door && effectiveRoles(held).has(door.role);
      equal(permit(door, held), amounts);
    }),
  );
});

test("one role more never shuts a door", () => {
  fc.assert(
    fc.property(someDoor, someRoles, fc.constantFrom(...roleNames), (door, held, another) => {
      if (permit(door, held)) ok(permit(door, [...held, another]));
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

test("every role amounts to the least of its scope, so that a caller without it holds no role there", () => {
  for (const role of roleNames) {
    const least: Door = isGroupRole(role)
      ? { kind: "group", role: "GROUP_READ_ONLY" }
      : { kind: "org", role: "ORG_MEMBER" };
    ok(permit(least, [role]), role);
  }
});

test("roles of the organization at the door of a project", () => {
  const reader: Door = { kind: "group", role: "GROUP_READ_ONLY" };
  const manager: Door = { kind: "group", role: "GROUP_ACCESS_MANAGER" };
  equal(permit(manager, ["ORG_OWNER"]), true);
  equal(permit(reader, ["ORG_READ_ONLY"]), true);
  equal(permit(manager, ["ORG_READ_ONLY"]), false);
  equal(permit(reader, ["ORG_MEMBER"]), false);
  equal(permit(reader, ["ORG_GROUP_CREATOR", "ORG_BILLING_ADMIN"]), false);
});

test("a door of a project may name a role of its organization", () => {
  const door: Door = { kind: "group", role: "ORG_OWNER" };
  equal(permit(door, ["ORG_OWNER"]), true);
  equal(permit(door, ["GROUP_OWNER"]), false);
  equal(permit(door, ["ORG_MEMBER"]), false);
});

test("doors without a role open for callers without roles", () => {
  equal(permit({ kind: "signedIn" }, []), true);
  equal(permit({ kind: "open" }, []), true);
});

test("a role is at most others if whoever holds them passes every door it opens", () => {
  fc.assert(
    fc.property(someRoles, fc.constantFrom(...roleNames), (held, role) => {
      const opens = (by: readonly RoleName[]) => demandedRoles.filter((each) => effectiveRoles(by).has(each));
      equal(
        isAtMost(role, held),
        opens([role]).every((each) => opens(held).includes(each)),
      );
    }),
  );
});

test("of project roles, Project Owner and those of clusters, of access to the data, of search and models, of support and of backups are above Project Access Manager", () => {
  deepEqual(
    groupRoleNames.filter((role) => !isAtMost(role, ["GROUP_ACCESS_MANAGER"])),
    [
      "GROUP_OWNER",
      "GROUP_ALERTS_MANAGER",
      "GROUP_NETWORK_ACCESS_MANAGER",
      "GROUP_SUPPORT_ACCESS_MANAGER",
      "GROUP_CLUSTER_MANAGER",
      "GROUP_CLUSTER_CREATOR",
      "GROUP_CLUSTER_LOG_VIEWER",
      "GROUP_CLUSTER_RESILIENCE_TESTER",
      "GROUP_REPLICA_SET_MANAGER",
      "GROUP_STREAM_PROCESSING_OWNER",
      "GROUP_DATA_ACCESS_ADMIN",
      "GROUP_DATA_ACCESS_READ_WRITE",
      "GROUP_DATA_ACCESS_READ_ONLY",
      "GROUP_DATABASE_ACCESS_ADMIN",
      "GROUP_BACKUP_MANAGER",
      "GROUP_BACKUP_CREATOR",
      "GROUP_BACKUP_RECOVERY_OPERATOR",
      "GROUP_BACKUP_EXPORT_OPERATOR",
      "GROUP_OBSERVABILITY_VIEWER",
      "GROUP_INDEX_MANAGER",
      "GROUP_SEARCH_INDEX_EDITOR",
      "GROUP_MODEL_OWNER",
    ],
  );
});

const [group, org] = [
  { names: groupRoleNames as readonly string[], choose: chooseGroupRoles, foreign: "INVALID_ROLE_FOR_GROUP" },
  { names: orgRoleNames as readonly string[], choose: chooseOrgRoles, foreign: "INVALID_ROLE_FOR_ORG" },
];
const sorts = [
  { ...group, others: org.names },
  { ...org, others: group.names },
];

for (const { names, choose, foreign, others } of sorts) {
  const [name = "", other = ""] = [names[0], others[0]];

  test(`${name}: duplicates collapse, into the order of the table`, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 100 }), (roles) => {
        const chosen = choose(roles, "id", fault);
        deepEqual(
          chosen,
          names.filter((each) => roles.includes(each)),
        );
        deepEqual(choose(chosen, "id", fault), chosen);
        deepEqual(inOrder(chosen), chosen);
      }),
    );
  });

  test(`${name}: a role of the other sort is refused wherever it is in the list, and named`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...names)),
        fc.constantFrom(...others),
        fc.nat(),
        (roles, role, at) => {
          const mixed = roles.toSpliced(at % (roles.length + 1), 0, role);
          throws(() => choose(mixed, "id", fault), { code: foreign, parameters: [role, "id"] });
        },
      ),
    );
  });

  test(`${name}: no list, an empty one, and one that is too long`, () => {
    throws(() => choose(undefined, "id", fault), { code: "MISSING_ATTRIBUTE" });
    throws(() => choose([], "id", fault), { code: "BAD_REQUEST" });
    deepEqual(choose(Array(100).fill(name), "id", fault), [name]);
    throws(() => choose(Array(101).fill(name), "id", fault), { code: "BAD_REQUEST" });
  });

  test(`${name}: each name that is no role is mentioned once, before roles of the other sort are`, () => {
    throws(() => choose([other, "KING", name, "toString", "KING"], "id", fault), {
      code: "BAD_REQUEST",
      fields: ["KING", "toString"].map((role) => ({
        description: `Invalid role name '${role}'. Must be a valid Role name.`,
        field: "_roles",
      })),
    });
  });
}
