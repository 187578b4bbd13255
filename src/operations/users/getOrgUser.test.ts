// GET /orgs/{orgId}/users/{userId}, answer by answer.
import { test } from "node:test";
import { assertCallers, assertRefusal, startStage } from "../../../test/support/stage.ts";
import {
  asking,
  idOf,
  notInOrg,
  orgMembers,
  orgUsers,
  owner,
  ownerUser,
  pending,
  pendingUser,
  refusedPeople,
  succeeds,
  v2025,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("getOrgUser", async (t) => {
  const stage = await startStage(t);
  const get = (username: string, query = "") =>
    asking(stage, "member", { path: `${orgUsers}/${idOf(stage, username)}${query}` });

  await t.test("200 an active user", async () => succeeds(await get(owner), 200, ownerUser(stage)));
  await t.test("200 a pending user", async () => succeeds(await get(pending), 200, pendingUser(stage)));

  await t.test("200 one whose invitation ran out, when asked for", async () => {
    await stage.end(ids.orgInvite, "expire");
    const expired = pendingUser(stage, { orgMembershipStatus: "INVITATION_EXPIRED" });
    succeeds(await get(pending, "?orgMembershipStatuses=INVITATION_EXPIRED"), 200, expired);
  });

  await t.test("404 USER_NOT_IN_ORG for one of another status than is asked for", async () => {
    assertRefusal(await get(owner, "?orgMembershipStatuses=PENDING"), notInOrg(owner));
  });

  await refusedPeople(t, stage, (id) => ({ path: `${orgUsers}/${id}` }));

  await t.test("everybody in the organization may", async () => {
    const path = `${orgUsers}/${idOf(stage, owner)}`;
    await assertCallers(stage, { path, headers: { accept: v2025 } }, orgMembers(200));
  });
});
