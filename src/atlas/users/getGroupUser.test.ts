import { test } from "node:test";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import {
  asking,
  giveGroup,
  groupUsers,
  groupView,
  idOf,
  notInOrg,
  owner,
  ownerUser,
  pending,
  pendingUser,
  refusedOutsiders,
  succeeds,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("getGroupUser", async (t) => {
  const stage = await startStage(t);
  const get = (username: string, query = "") =>
    asking(stage, "groupReader", { path: `${groupUsers}/${idOf(stage, username)}${query}` });

  await t.test("200 an active user", async () => {
    succeeds(await get(owner), 200, groupView(ownerUser(stage), ["GROUP_OWNER"]), 1200);
  });

  await t.test("200 a pending user, and an expired one when asked for", async () => {
    giveGroup(stage);
    succeeds(await get(pending), 200, groupView(pendingUser(stage), ["GROUP_READ_ONLY"]), 1200);
    await stage.end(ids.orgInvite, "expire");
    const expired = pendingUser(stage, { orgMembershipStatus: "INVITATION_EXPIRED" });
    const reply = await get(pending, "?orgMembershipStatuses=INVITATION_EXPIRED");
    succeeds(reply, 200, groupView(expired, ["GROUP_READ_ONLY"]), 1200);
  });

  await t.test("404 USER_NOT_IN_ORG for one of another status than is asked for", async () => {
    assertRefusal(await get(owner, "?orgMembershipStatuses=PENDING"), notInOrg(owner));
  });

  await refusedOutsiders(t, stage, (userId) => ({ path: `${groupUsers}/${userId}` }));
});
