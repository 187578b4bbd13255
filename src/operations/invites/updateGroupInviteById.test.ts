// PATCH /groups/{groupId}/invites/{invitationId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  groupNotFound,
  invitesPath,
  notFound,
  ownersOnly,
  invitePath as path,
  reader,
  readers,
  refusedAfterItsEnd,
  refusedRoles,
} from "../../../test/support/invites.ts";
import {
  assertCallers,
  assertOneUnit,
  assertRefusal,
  assertSuccess,
  deprecated,
  eventBy,
  invitation,
  startStage,
} from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";

const patch = (roles: string[] | undefined, id: string = ids.invite) => ({
  method: "PATCH",
  path: `${invitesPath}/${id}`,
  body: { roles },
});
const change = patch(readers);

test("updateGroupInviteById", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: deprecated };

  await t.test("200 replaces the roles and keeps id, dates, inviter and address", async () => {
    stage.clock.set({ advance: "P1D" });
    const changed = { ...success, json: { ...invitation, roles: readers } };
    assertSuccess(await stage.ask("groupOwner", change), changed);
    assertSuccess(await stage.ask("groupOwner", { path }), changed);
  });

  await t.test("200 takes away the roles that are not named", async () => {
    const reply = await stage.ask("owner", patch(["GROUP_CLUSTER_MANAGER"]));
    assertSuccess(reply, { ...success, json: { ...invitation, roles: ["GROUP_CLUSTER_MANAGER"] } });
  });

  await t.test("200 names each role once, in one order, however they were sent", async () => {
    const reply = await stage.ask("owner", patch([...readers, ...readers].reverse()));
    assertSuccess(reply, { ...success, json: { ...invitation, roles: readers } });
  });

  await t.test("200 again when the roles are held already", async () => {
    assertSuccess(await stage.ask("owner", patch(reader)), { ...success, json: invitation });
  });

  await t.test("the change writes its event", async () => {
    await stage.ask("groupOwner", change);
    const about = { groupId: ids.group, target: invited };
    deepEqual(stage.events(), [eventBy("groupOwner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("500 and the old roles when its event cannot be written", () => assertOneUnit(stage, change));

  await refusedRoles(t, stage, (roles) => patch(roles));

  await t.test("404 RESOURCE_NOT_FOUND for an id that is no pending invitation to this project", async () => {
    for (const id of [ids.missing, ids.otherInvite, ids.orgInvite]) {
      assertRefusal(await stage.ask("owner", patch(readers, id)), notFound(id));
    }
    deepEqual(stage.events(), []);
  });
  await refusedAfterItsEnd(t, stage, change, notFound(ids.invite));

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { ...change, path: path.replace(ids.group, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });

  await t.test("Project Owners may, in the project or through its organization", async () => {
    await assertCallers(stage, change, ownersOnly(200));
  });
});
