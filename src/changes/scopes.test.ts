// Where somebody may enter: each way to be refused, and what is locked for what is decided by all of somebody's organizations.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { tellStore } from "../../test/support/told-store.ts";
import { fault } from "../contract/errors.ts";
import { door } from "../domain/access.ts";
import {
  enterGroup,
  enterOrg,
  holdOwnOrgs,
  holdsInGroup,
  orgOf,
  ownsOrg,
  visitGroup,
  visitOrg,
} from "./scopes.ts";

const caller = { id: "u", kind: "USER" } as const;
const org = { id: "o", name: "Acme" };

function visiting(answers: Readonly<Record<string, readonly unknown[]>>) {
  const { calls, tx } = tellStore(answers);
  return { calls, tx, visit: { tx, fault } };
}
const inOrg = (...roles: string[]) => visiting({ "orgs.find": [org], "orgs.rolesOf": [roles] });
const inGroup = (...roles: string[]) => visiting({ "groups.enter": [{ group: { id: "p" }, org, roles }] });

test("an organization is entered by a role there: any of them, or one that is asked for", async () => {
  const { visit, calls } = inOrg("ORG_READ_ONLY");
  deepEqual(await visitOrg(visit, "o", caller), { org, roles: ["ORG_READ_ONLY"] });
  deepEqual(calls, [
    ["orgs.find", "o"],
    ["orgs.rolesOf", "o", "u"],
  ]);
  deepEqual((await enterOrg(inOrg("ORG_OWNER").visit, "o", caller, "ORG_READ_ONLY")).org, org);
  await rejects(enterOrg(visit, "o", caller, "ORG_OWNER"), { code: "USER_UNAUTHORIZED" });
  for (const enter of [
    visitOrg,
    (...given: Parameters<typeof visitOrg>) => enterOrg(given[0] as never, given[1], given[2], "ORG_OWNER"),
  ]) {
    await rejects(enter(visiting({}).visit, "o", caller), { code: "ORG_NOT_FOUND", parameters: ["o"] });
    await rejects(enter(inOrg().visit, "o", caller), { code: "USER_CANNOT_ACCESS_ORG" });
  }
});

test("a project is entered by a role there, of its own or of its organization where that implies one", async () => {
  const { visit, calls } = inGroup("GROUP_READ_ONLY");
  deepEqual((await visitGroup(visit, "p", caller)).group, { id: "p" });
  deepEqual(calls, [["groups.enter", "p", caller]]);
  deepEqual((await enterGroup(inGroup("ORG_OWNER").visit, "p", caller, door.group("GROUP_OWNER"))).roles, [
    "ORG_OWNER",
  ]);
  await rejects(enterGroup(visit, "p", caller, door.group("GROUP_OWNER")), { code: "USER_UNAUTHORIZED" });
  for (const enter of [
    visitGroup,
    (...given: Parameters<typeof visitGroup>) =>
      enterGroup(given[0] as never, given[1], given[2], door.group("GROUP_OWNER")),
  ]) {
    await rejects(enter(visiting({}).visit, "p", caller), { code: "GROUP_NOT_FOUND", parameters: ["p"] });
    await rejects(enter(inGroup("ORG_MEMBER").visit, "p", caller), { code: "USER_CANNOT_ACCESS_GROUP" });
  }
});

test("who owns an organization, and who holds a role in a project", async () => {
  equal(await ownsOrg(inOrg("ORG_MEMBER", "ORG_OWNER").tx, "o", "u"), true);
  equal(await ownsOrg(inOrg("ORG_READ_ONLY").tx, "o", "u"), false);
  equal(await holdsInGroup(inGroup("ORG_OWNER").tx, "p", caller, "GROUP_OWNER"), true);
  equal(await holdsInGroup(inGroup("GROUP_READ_ONLY").tx, "p", caller, "GROUP_OWNER"), false);
  equal(await holdsInGroup(visiting({}).tx, "p", caller, "GROUP_READ_ONLY"), false);
});

test("a project has an organization, or the store is broken", async () => {
  equal(await orgOf(inOrg().tx, { orgId: "o" }), org);
  await rejects(orgOf(visiting({}).tx, { orgId: "o" }), {
    message: "project of an organization that is not there: o",
  });
});

test("all organizations of a caller are locked in one order, those joined meanwhile too, and a person's account", async () => {
  const around = (...ids: string[]) => ids.map((id) => ({ id }));
  const found = [around("b", "a"), around("a", "c", "b"), around("a", "b", "c")];
  for (const [kind, last] of [
    ["USER", [["locks.person", "u"]]],
    ["API_KEY", []],
  ] as const) {
    const { tx, calls } = tellStore({ "orgs.around": found });
    await holdOwnOrgs({ tx, caller: { ...caller, kind } as never });
    deepEqual(
      calls.filter(([name]) => name !== "orgs.around"),
      [...["a", "b", "c"].map((id) => ["locks.org", id]), ...last],
    );
    equal(calls.length, 6 + last.length);
  }
});
