// An explanation says of a door what permit decides, and names the roles that make the difference.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupRoleNames, orgRoleNames } from "../contract/roles.ts";
import { type Door, door, permit } from "./access.ts";
import { explain, rolesThatOpen, type SourcedRole } from "./explanation.ts";

const roleNames = [...orgRoleNames, ...groupRoleNames];
const doors: Door[] = [
  door.open,
  door.signedIn,
  ...roleNames.map((role) => door.group(role)),
  ...orgRoleNames.map((role) => door.org(role)),
];
const someDoor = fc.constantFrom(...doors);
const from = fc.record({
  kind: fc.constantFrom("GROUP" as const, "ORG" as const, "TEAM" as const),
  id: fc.string(),
  name: fc.string(),
});
const someHeld: fc.Arbitrary<SourcedRole[]> = fc.array(
  fc.record({ role: fc.constantFrom(...roleNames), from }),
);
const rolesOf = (held: readonly SourcedRole[]) => held.map(({ role }) => role);

test("an explanation says open exactly where permit does", () => {
  fc.assert(
    fc.property(someDoor, someHeld, (door, held) => {
      equal(explain(door, held).isOpen, permit(door, rolesOf(held)));
    }),
  );
});

test("each role it names opens the door alone, and without them it stays shut", () => {
  fc.assert(
    fc.property(someDoor, someHeld, (door, held) => {
      const { by } = explain(door, held);
      for (const { role } of by) ok(permit(door, [role]));
      const others = held.filter((each) => !by.includes(each));
      if ("role" in door) equal(permit(door, rolesOf(others)), false);
      else deepEqual(by, []);
    }),
  );
});

test("the least role opens the door, and nothing below it does", () => {
  fc.assert(
    fc.property(someDoor, (door) => {
      const { leastRole, openedBy } = explain(door, []);
      deepEqual(openedBy, rolesThatOpen(door));
      if (leastRole === null) return deepEqual(openedBy, []);
      ok(openedBy.includes(leastRole));
      // Whoever opens it holds the least role as well, and so all that it opens.
      for (const role of openedBy) ok(permit({ kind: "group", role: leastRole }, [role]));
    }),
  );
});

test("who changes the roles of a pending invitation, by which role", () => {
  const acme = { kind: "ORG", id: "a", name: "Acme" } as const;
  const team = { kind: "TEAM", id: "t", name: "core" } as const;
  const held: SourcedRole[] = [
    { role: "ORG_MEMBER", from: acme },
    { role: "GROUP_OWNER", from: team },
  ];
  deepEqual(explain(door.group("GROUP_OWNER"), held), {
    isOpen: true,
    leastRole: "GROUP_OWNER",
    openedBy: ["ORG_OWNER", "GROUP_OWNER"],
    held,
    by: [{ role: "GROUP_OWNER", from: team }],
  });
});
