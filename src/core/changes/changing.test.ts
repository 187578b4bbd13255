// Tests of changes made without a request: their context, events and messages; and which roles a caller may grant and revoke.
import { deepEqual, doesNotThrow, equal, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange, tellStore } from "../../../test/support/told-store.ts";
import { changeRoles, makeAccount, makeKey, removeCredential } from "../../atlas/api-keys/credentials.ts";
import { changeGroupInvite, inviteToGroup, inviteToOrg } from "../../atlas/invites/inviting.ts";
import { addTeamToGroup, changeTeamRoles } from "../../atlas/teams/teams.ts";
import { changeMember, removeMember } from "../../atlas/users/membership.ts";
import { fault } from "../contract/errors.ts";
import type { RoleName } from "../contract/roles.ts";
import type { Holdings } from "../domain/membership.ts";
import { changingOf, checkHoldings, checkRoles, requireRecentSignIn, rolesToGive } from "./changing.ts";

test("events and messages are written into the same unit of work, in the name of the actor, at its moment", async () => {
  const { calls, tx } = tellStore();
  const actor = { kind: "USER", id: "u", name: "ada@example.com" } as never;
  const changing = changingOf({ tx, now, newId: () => "new" }, actor);
  await changing.record("JOINED_ORG", { orgId: "o", targetUsername: "new@example.com" });
  await changing.mail({ inviteId: "i" });
  deepEqual(calls, [
    [
      "events.add",
      { id: "new", type: "JOINED_ORG", at: now, actor, orgId: "o", targetUsername: "new@example.com" },
    ],
    ["outbox.add", { id: "new", about: { inviteId: "i" }, now }],
  ]);
  deepEqual([changing.held, changing.isRecent, changing.now, changing.newId()], [null, true, now, "new"]);
  equal(changing.fault, fault);
});

const scopeId = "s";
const anyone = { held: null, isRecent: true };
const notRecent = { code: "SIGN_IN_NOT_RECENT" };
const above = (role: RoleName, scope = scopeId) => ({ code: "ROLE_ABOVE_OWN", parameters: [role, scope] });

test("403 for a sign-in that is too old", () => {
  throws(() => requireRecentSignIn({ isRecent: false }), notRecent);
  doesNotThrow(() => requireRecentSignIn({ isRecent: true }));
});

test("roles to choose from are those that the caller's roles include, or all without a caller", () => {
  deepEqual(rolesToGive({ held: ["ORG_MEMBER", "GROUP_READ_ONLY"] }).includes("GROUP_READ_ONLY"), true);
  deepEqual(rolesToGive({ held: ["GROUP_READ_ONLY"] }).includes("GROUP_OWNER"), false);
  const all = rolesToGive({ held: null });
  deepEqual([all.includes("ORG_OWNER"), all.includes("GROUP_OWNER")], [true, true]);
  deepEqual(all[0], "ORG_OWNER");
});

test("a caller gives and takes no role above its own; unchanged roles do not matter", () => {
  const manager = { held: ["GROUP_ACCESS_MANAGER"] as RoleName[], isRecent: true };
  const check = (before: RoleName[], after: RoleName[]) => checkRoles(manager, { scopeId, before, after });
  throws(() => check([], ["GROUP_READ_ONLY", "GROUP_OWNER"]), above("GROUP_OWNER"));
  throws(() => check(["GROUP_OWNER"], []), above("GROUP_OWNER"));
  doesNotThrow(() => check(["GROUP_OWNER"], ["GROUP_OWNER", "GROUP_READ_ONLY"]));
  doesNotThrow(() => check(["GROUP_OWNER", "GROUP_READ_ONLY"], ["GROUP_OWNER"]));
  throws(() => checkRoles(manager, { scopeId, after: ["GROUP_OWNER"] }), above("GROUP_OWNER"));
  throws(() => checkRoles(manager, { scopeId, before: ["GROUP_OWNER"] }), above("GROUP_OWNER"));
  doesNotThrow(() => checkRoles(anyone, { scopeId, before: ["ORG_OWNER"], after: ["GROUP_OWNER"] }));
});

test("ownership is given by a recent sign-in alone; taken, or kept, by any", () => {
  const late = { held: null, isRecent: false };
  for (const role of ["ORG_OWNER", "GROUP_OWNER"] as const) {
    throws(() => checkRoles(late, { scopeId, after: ["GROUP_READ_ONLY", role] }), notRecent);
    doesNotThrow(() => checkRoles(late, { scopeId, before: [role] }));
    doesNotThrow(() => checkRoles(late, { scopeId, before: [role], after: [role] }));
    doesNotThrow(() => checkRoles(anyone, { scopeId, after: [role] }));
  }
  doesNotThrow(() => checkRoles(late, { scopeId, after: ["ORG_READ_ONLY"] }));
});

const holding = (changes: Partial<Holdings>): Holdings => ({
  roles: [],
  groupRoles: [],
  teamIds: [],
  ...changes,
});

test("all that a member holds is checked, in the organization and in each project", async () => {
  const manager = { held: ["GROUP_ACCESS_MANAGER"] as RoleName[], isRecent: true, tx: {} as never };
  const owner = [{ groupId: "p", role: "GROUP_OWNER" as const }];
  const reader = [{ groupId: "p", role: "GROUP_READ_ONLY" as const }];
  await rejects(
    checkHoldings(manager, "o", { after: holding({ roles: ["ORG_OWNER"] }) }),
    above("ORG_OWNER", "o"),
  );
  await rejects(
    checkHoldings(manager, "o", { before: holding({ roles: ["ORG_OWNER"] }) }),
    above("ORG_OWNER", "o"),
  );
  await rejects(
    checkHoldings(manager, "o", { after: holding({ groupRoles: owner }) }),
    above("GROUP_OWNER", "p"),
  );
  await rejects(
    checkHoldings(manager, "o", { before: holding({ groupRoles: owner }) }),
    above("GROUP_OWNER", "p"),
  );
  await checkHoldings(manager, "o", {
    before: holding({ groupRoles: owner }),
    after: holding({ groupRoles: [...owner, ...reader] }),
  });
});

test("a team that owns a project is joined by a recent sign-in alone", async () => {
  const roles: Record<string, RoleName[]> = {
    owning: ["GROUP_READ_ONLY", "GROUP_OWNER"],
    reading: ["GROUP_READ_ONLY"],
  };
  const asked: string[] = [];
  const rolesOf = async (id: string) => {
    asked.push(id);
    return roles[id];
  };
  const tx = { teams: { rolesOf } } as never;
  const late = { held: null, isRecent: false, tx };
  const joining = (...teamIds: string[]) => ({ after: holding({ teamIds }) });
  await rejects(checkHoldings(late, "o", joining("reading", "owning")), notRecent);
  await checkHoldings(late, "o", joining("reading"));
  await checkHoldings(late, "o", { before: holding({ teamIds: ["owning"] }), ...joining("owning") });
  deepEqual(asked, ["reading", "owning", "reading"]);
  await checkHoldings({ ...late, isRecent: true }, "o", joining("owning"));
  deepEqual(asked.length, 3);
});

const org = { id: "o", name: "Acme", mostUsers: 500 } as never;
const group = { id: "p", orgId: "o", name: "payments" } as never;
const owned = { orgId: "o", roles: ["ORG_OWNER"], groupRoles: [], teamIds: [] };
const invited = { ...owned, username: "new@example.com", inviter: "ada@example.com" };
const member = { ...owned, id: "u", username: "ada@example.com", status: "ACTIVE" } as never;
const key = { id: "k", orgId: "o", publicKey: "abcdefgh", roles: [{ groupId: "p", role: "GROUP_OWNER" }] };
const fresh = { publicKey: "abcdefgh", privateKey: "", sealedVerifier: "" } as never;
const offered = { id: "i", groupId: "p", username: "new@example.com", roles: ["GROUP_READ_ONLY"] } as never;
const reading = { teamId: "t", roles: ["GROUP_READ_ONLY"] } as never;

/** The changes that grant ownership or revoke it, by name. */
const giving: Readonly<Record<string, (changing: never) => Promise<unknown>>> = {
  "a key is made": (changing) => makeKey(changing, key as never, fresh),
  "an account is made": (changing) => makeAccount(changing, key as never, () => fresh),
  "a credential gets a role": (changing) =>
    changeRoles(changing, { ...key, roles: [] } as never, "p", ["GROUP_OWNER"]),
  "an address is invited to an organization": (changing) => inviteToOrg(changing, org, invited as never),
  "an address is invited to a project": (changing) =>
    inviteToGroup(changing, group, { ...invited, roles: ["GROUP_OWNER"] }),
  "an invitation gets a role": (changing) => changeGroupInvite(changing, offered, ["GROUP_OWNER"]),
  "a member gets a role": (changing) =>
    changeMember(changing, { ...(member as object), roles: [] } as never, owned as never),
  "a team gets roles in a project": (changing) => addTeamToGroup(changing, group, "t", ["GROUP_OWNER"]),
  "a team gets a role": (changing) => changeTeamRoles(changing, group, reading, ["GROUP_OWNER"]),
};
const taking: typeof giving = {
  "a credential is removed": (changing) => removeCredential(changing, key as never),
  "a credential loses a role": (changing) => changeRoles(changing, key as never, "p", []),
  "a member is removed": (changing) => removeMember(changing, member, org),
  "a team leaves a project": (changing) => changeTeamRoles(changing, group, reading, []),
};

const isRead = (name: string) =>
  /\.(current|find|inGroup|pendingByAddress|rolesByAddress|rolesOf)$/.test(name);

for (const [refusal, parts, changes] of [
  ["ROLE_ABOVE_OWN", { held: ["ORG_MEMBER"] }, { ...giving, ...taking }],
  ["SIGN_IN_NOT_RECENT", { isRecent: false }, giving],
] as const) {
  for (const [what, change] of Object.entries(changes)) {
    test(`403 ${refusal} where ${what}, and nothing is written`, async () => {
      const answers = { "members.current": [[]], "teams.find": [{}], "teams.inGroup": [[]] };
      const { changing, calls } = tellChange(answers, parts);
      await rejects(change(changing), { code: refusal });
      deepEqual(
        calls.filter(([name]) => !isRead(String(name))),
        [],
      );
    });
  }
}
