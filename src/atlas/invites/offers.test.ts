// Tests of the roles that a new account gets, in addition to those it was offered before.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../../test/support/told-store.ts";
import { chooseOffers, offer } from "./offers.ts";

const caller = { id: "c", kind: "API_KEY", name: "abcdefgh" };
const org = (id: string) => ({ id, name: `org ${id}`, mostUsers: 500 });
const user = { id: "u", username: "new@example.com" } as never;
const roleGrant = (groupId: string, role: string) => ({ groupId, role });

const entering = {
  "orgs.find": org,
  "orgs.rolesOf": () => ["ORG_OWNER"],
  "groups.enter": (id: string) => ({ group: { id, orgId: "o" }, roles: ["GROUP_OWNER"] }),
};
const choose = (...assignments: Parameters<typeof chooseOffers>[1]) =>
  chooseOffers(tellChange(entering, { caller }).changing, assignments);

test("what one organization offers adds up, in its order, each once", async () => {
  deepEqual(
    await choose(
      { orgId: "o", roleName: "ORG_READ_ONLY" },
      { groupId: "q", roleName: "GROUP_OWNER" },
      { orgId: "x", roleName: "ORG_MEMBER" },
      { groupId: "p", roleName: "GROUP_OWNER" },
      { orgId: "o", roleName: "ORG_OWNER" },
      { orgId: "o", roleName: "ORG_OWNER" },
    ),
    [
      {
        org: org("o"),
        roles: ["ORG_OWNER", "ORG_READ_ONLY"],
        groupRoles: [roleGrant("p", "GROUP_OWNER"), roleGrant("q", "GROUP_OWNER")],
      },
      { org: org("x"), roles: ["ORG_MEMBER"], groupRoles: [] },
    ],
  );
  deepEqual(await choose(), []);
});

test("what is pending is added to, and keeps its roles and teams", async () => {
  const held = { roles: ["ORG_READ_ONLY"], groupRoles: [roleGrant("q", "GROUP_OWNER")], teamIds: ["t"] };
  const pending = {
    id: "w",
    orgId: "o",
    username: "New@Example.com",
    status: "PENDING",
    invite: { id: "i" },
    ...held,
  };
  const members = [{ username: "x@example.com" }, pending];
  const room = { "members.countInGroup": [0], "invites.countPending": [0] };
  const { changing, called } = tellChange({ ...room, "members.current": [members] }, { caller });
  const offered = { org: org("o"), roles: ["ORG_OWNER"], groupRoles: [roleGrant("p", "GROUP_OWNER")] };
  await offer(changing, user, offered as never);
  const added = {
    roles: ["ORG_OWNER", "ORG_READ_ONLY"],
    teamIds: ["t"],
    groupRoles: [roleGrant("p", "GROUP_OWNER"), roleGrant("q", "GROUP_OWNER")],
  };
  deepEqual(called("orgInvites.replace"), [["orgInvites.replace", "i", added, now]]);
  deepEqual(called("orgInvites.add"), []);
});
