// GET /orgs/{orgId}/users/{userId}, answer by answer.
import { test } from "node:test";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("getOrgUser", async (t) => {
  const stage = await startStage(t);
  const get = (username: string, query = "") =>
    users.asking(stage, "member", { path: `${users.orgUsers}/${users.idOf(stage, username)}${query}` });

  await t.test("200 an active user", async () =>
    users.succeeds(await get(users.owner), 200, users.ownerUser(stage)),
  );
  await t.test("200 a pending user", async () =>
    users.succeeds(await get(users.pending), 200, users.pendingUser(stage)),
  );

  await t.test("200 one whose invitation ran out, when asked for", async () => {
    await stage.end(ids.orgInvite, "expire");
    const expired = users.pendingUser(stage, { orgMembershipStatus: "INVITATION_EXPIRED" });
    users.succeeds(await get(users.pending, "?orgMembershipStatuses=INVITATION_EXPIRED"), 200, expired);
  });

  await t.test("404 USER_NOT_IN_ORG for one of another status than is asked for", async () => {
    assertRefusal(await get(users.owner, "?orgMembershipStatuses=PENDING"), users.notInOrg(users.owner));
  });

  await users.refusedPeople(t, stage, (id) => ({ path: `${users.orgUsers}/${id}` }));
});
