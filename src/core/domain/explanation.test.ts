// Tests that an explanation of a door agrees with permit, and names the roles that would change the result.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupRoleNames, orgRoleNames } from "../contract/roles.ts";
import { type Door, door, permit } from "./access.ts";
import {
  type Explanation,
  explain,
  explainInWords,
  type GrantSource,
  needInWords,
  rolesThatOpen,
  type SourcedRole,
  weighInGroup,
  weighThroughout,
} from "./explanation.ts";

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
      // A caller who opens it holds the least role too, and so every role that this one includes.
      for (const role of openedBy) ok(permit({ kind: "group", role: leastRole }, [role]));
    }),
  );
});

const acme = { kind: "ORG", id: "a", name: "Acme" } as const;
const payments = { kind: "GROUP", id: "p", name: "payments" } as const;
const team = { kind: "TEAM", id: "t", name: "core" } as const;

test("who changes the roles of a pending invitation, by which role", () => {
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

const role = (name: SourcedRole["role"], source: GrantSource): SourcedRole => ({ role: name, from: source });

test("each role that lets into a project is weighed by what would remain of the others, each once", () => {
  const held = [
    role("ORG_MEMBER", acme),
    role("GROUP_READ_ONLY", payments),
    role("GROUP_OWNER", team),
    role("GROUP_READ_ONLY", team),
  ];
  const [, direct, owning, reading] = held;
  deepEqual(weighInGroup(held), [
    { ...direct, remaining: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
    { ...owning, remaining: ["GROUP_READ_ONLY"] },
    { ...reading, remaining: ["GROUP_READ_ONLY", "GROUP_OWNER"] },
  ]);
});

test("sources of roles in an organization say into how many projects they let, and which nothing else lets into", () => {
  const ledger = { kind: "GROUP", id: "l", name: "ledger" } as const;
  const inOrg = [role("ORG_OWNER", acme), role("ORG_MEMBER", acme)];
  const { roles, sources } = weighThroughout(
    { id: "a", name: "Acme" },
    {
      inOrg,
      inGroups: [
        { ...payments, held: [role("GROUP_OWNER", payments), role("GROUP_READ_ONLY", team)] },
        { ...ledger, held: [role("GROUP_OWNER", ledger), role("GROUP_READ_ONLY", ledger)] },
        { id: "o", name: "other", held: [role("ORG_MEMBER", acme), role("GROUP_OWNER", team)] },
      ],
    },
  );
  const [org, group] = [{ kind: "ORG", id: "a", name: "Acme" }, ledger];
  deepEqual(
    [roles[0], roles[2], roles[4], roles.length],
    [
      { ...inOrg[0], remaining: ["ORG_MEMBER"], place: org },
      { ...role("GROUP_OWNER", payments), remaining: ["GROUP_READ_ONLY"], place: payments },
      { ...role("GROUP_OWNER", ledger), remaining: ["GROUP_READ_ONLY"], place: group },
      7,
    ],
  );
  deepEqual(sources, [
    { from: { kind: "GROUP" }, groups: 2, lost: ["ledger"] },
    { from: team, groups: 2, lost: ["other"] },
  ]);
  const other = { ...team, id: "u", name: "edge" };
  deepEqual(
    weighThroughout(acme, {
      inOrg: [],
      inGroups: [{ ...payments, held: [role("GROUP_OWNER", team), role("GROUP_OWNER", other)] }],
    }).sources,
    [
      { from: team, groups: 1, lost: [] },
      { from: other, groups: 1, lost: [] },
    ],
  );
});

test("what a door asks for, in words", () => {
  const need = (of: Door) => needInWords({ door: of.kind, ...explain(of, []) } as never);
  equal(need(door.open), "needs no credential");
  equal(need(door.signedIn), "needs a credential, and no role");
  equal(need(door.org("ORG_OWNER")), "needs ORG_OWNER in the organization");
  equal(need(door.group("GROUP_OWNER")), "needs GROUP_OWNER in the project, or ORG_OWNER");
  const listed = (...openedBy: SourcedRole["role"][]) =>
    needInWords({ door: "group", leastRole: "GROUP_READ_ONLY", openedBy } as never);
  const three = ["ORG_OWNER", "GROUP_OWNER", "GROUP_CLUSTER_MANAGER"] as const;
  equal(
    listed("GROUP_READ_ONLY", ...three),
    "needs GROUP_READ_ONLY in the project, or ORG_OWNER or GROUP_OWNER or GROUP_CLUSTER_MANAGER",
  );
  equal(
    listed("GROUP_READ_ONLY", ...three, "ORG_READ_ONLY"),
    "needs GROUP_READ_ONLY in the project, or one of 4 that include it",
  );
});

test("what decided, in words: the verdict, the need, and what is held", () => {
  const say = (of: Door, held: readonly SourcedRole[], changes: Partial<Explanation> = {}) => {
    const caller = { kind: "API_KEY", id: "k", name: "abcdefgh" };
    const about = { door: of.kind, ...explain(of, held), caller, refusedBy: null, ...changes };
    const [verdict, , holds] = explainInWords(about as Explanation);
    return [verdict, holds];
  };
  const reading = door.org("ORG_READ_ONLY");
  const [owner, reader] = [role("ORG_OWNER", acme), role("ORG_READ_ONLY", team)];
  deepEqual(say(reading, [owner, reader, role("ORG_MEMBER", payments)]), [
    "let in by ORG_OWNER in organization Acme, ORG_READ_ONLY through team core",
    "abcdefgh holds ORG_OWNER in organization Acme, ORG_READ_ONLY through team core, ORG_MEMBER in project payments",
  ]);
  deepEqual(say(door.signedIn, []), ["let in", "abcdefgh holds whatever roles"]);
  const refusedBy = { rule: "door", code: "USER_UNAUTHORIZED", detail: "" } as const;
  deepEqual(say(reading, [], { refusedBy }), [
    "refused by door (USER_UNAUTHORIZED)",
    "abcdefgh holds no role there",
  ]);
  const challenged = { caller: null, refusedBy: { ...refusedBy, rule: "credential", code: null } } as const;
  deepEqual(say(reading, [], challenged), ["refused by credential", "nobody was identified"]);
});
