// PATCH /groups/{groupId}/invites, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  groupNotFound,
  invitePath,
  notFound,
  ownersOnly,
  invitesPath as path,
  reader,
  readers,
  refusedAfterItsEnd,
  refusedRoles,
  refusedUsernames,
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
import { account, ids, invited } from "../../../test/support/world.ts";

const patch = (username: string | undefined, roles: string[] | undefined) => ({
  method: "PATCH",
  path,
  body: { username, roles },
});
const change = patch(invited, readers);

test("updateGroupInvites", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: deprecated };

  await t.test("200 replaces the roles and keeps id, dates and inviter", async () => {
    stage.clock.set({ advance: "P1D" });
    const changed = { ...success, json: { ...invitation, roles: readers } };
    assertSuccess(await stage.ask("groupOwner", change), changed);
    assertSuccess(await stage.ask("groupOwner", { path: invitePath }), changed);
  });

  await t.test("200 takes away the roles that are not named", async () => {
    const reply = await stage.ask("owner", patch(invited, ["GROUP_CLUSTER_MANAGER"]));
    assertSuccess(reply, { ...success, json: { ...invitation, roles: ["GROUP_CLUSTER_MANAGER"] } });
  });

  await t.test("200 finds the address in any case, and answers it as it was first written", async () => {
    const reply = await stage.ask("owner", patch("Hello@EXAMPLE.com", readers));
    assertSuccess(reply, { ...success, json: { ...invitation, roles: readers } });
  });

  await t.test("200 names each role once, in one order, however they were sent", async () => {
    const reply = await stage.ask("owner", patch(invited, [...readers, ...readers].reverse()));
    assertSuccess(reply, { ...success, json: { ...invitation, roles: readers } });
  });

  await t.test("200 again when the roles are held already", async () => {
    const same = patch(invited, reader);
    assertSuccess(await stage.ask("owner", same), { ...success, json: invitation });
    assertSuccess(await stage.ask("owner", same), { ...success, json: invitation });
  });

  await t.test("200 leaves the address's invitation to another project alone", async () => {
    equal((await stage.ask("owner", change)).status, 200);
    const other = `/api/atlas/v2/groups/${ids.otherGroup}/invites/${ids.otherInvite}`;
    deepEqual((await stage.ask("stranger", { path: other })).json.roles, ["GROUP_OWNER"]);
  });

  await t.test("200 until the last second of the thirty days", async () => {
    stage.clock.set({ now: "2026-09-09T03:04:52Z" });
    assertSuccess(await stage.ask("owner", change), { ...success, json: { ...invitation, roles: readers } });
  });

  await t.test("the change writes its event", async () => {
    await stage.ask("groupOwner", change);
    const about = { groupId: ids.group, target: invited };
    deepEqual(stage.events(), [eventBy("groupOwner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("the event names a service account by its client id", async () => {
    await stage.ask("account", change);
    const [event] = stage.events();
    deepEqual([event?.actor_kind, event?.actor_name], ["SERVICE_ACCOUNT", account.clientId]);
  });

  await t.test("500 and the old roles when its event cannot be written", () => assertOneUnit(stage, change));

  await refusedUsernames(t, stage, (username) => patch(username, readers));
  await refusedRoles(t, stage, (roles) => patch(invited, roles));

  await t.test("404 RESOURCE_NOT_FOUND for an address that is not invited to this project", async () => {
    for (const username of ["nobody@example.com", "owner@example.com", "new@example.com"]) {
      assertRefusal(await stage.ask("owner", patch(username, readers)), notFound(username));
    }
    deepEqual(stage.events(), []);
  });
  await refusedAfterItsEnd(t, stage, change, notFound(invited));

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { ...change, path: `/api/atlas/v2/groups/${ids.missing}/invites` };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });

  await t.test("Project Owners may, in the project or through its organization", async () => {
    await assertCallers(stage, change, ownersOnly(200));
  });
});
