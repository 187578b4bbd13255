// PATCH /orgs/{orgId}/invites, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { notFound, refusedUsernames } from "../../../test/support/invites.ts";
import {
  deprecatedForOrgs,
  orgInvitation,
  orgInvited,
  orgInvitePath,
  orgNotFound,
  orgOwnersOnly,
  orgInvitesPath as path,
  refusedAfterItsEnd,
  refusedGifts,
  teamIdOf,
} from "../../../test/support/org-invites.ts";
import {
  assertCallers,
  assertOneUnit,
  assertRefusal,
  assertSuccess,
  eventBy,
  startStage,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const patch = (body: object = {}) => ({
  method: "PATCH",
  path,
  body: { username: orgInvited, roles: ["ORG_READ_ONLY"], ...body },
});

test("updateOrgInvites", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 500, headers: deprecatedForOrgs };

  await t.test("200 replaces the roles; id, dates and inviter stay", async () => {
    const json = { ...orgInvitation, roles: ["ORG_READ_ONLY"] };
    assertSuccess(await stage.ask("owner", patch()), { ...success, json });
    stage.clock.set({ advance: "P1D" });
    const both = { ...json, roles: ["ORG_GROUP_CREATOR", "ORG_BILLING_ADMIN"] };
    const roles = ["ORG_BILLING_ADMIN", "ORG_GROUP_CREATOR", "ORG_BILLING_ADMIN"];
    assertSuccess(await stage.ask("owner", patch({ roles })), { ...success, json: both });
    deepEqual((await stage.ask("owner", { path: orgInvitePath })).json, both);
  });

  await t.test("200 replaces project roles and teams that are sent, and leaves what is not", async () => {
    const teamIds = [teamIdOf(stage)];
    const groupRoleAssignments = [{ groupId: ids.group, groupRole: "GROUP_OWNER" }];
    const given = { groupRoleAssignments: [{ groupId: ids.group, roles: ["GROUP_OWNER"] }], teamIds };
    const json = { ...orgInvitation, groupRoleAssignments, roles: ["ORG_READ_ONLY"], teamIds };
    for (const body of [given, {}]) {
      assertSuccess(await stage.ask("owner", patch(body)), { ...success, json });
    }
    const emptied = { ...json, groupRoleAssignments: [], teamIds: [] };
    const reply = await stage.ask("owner", patch({ groupRoleAssignments: [], teamIds: [] }));
    assertSuccess(reply, { ...success, json: emptied });
    deepEqual((await stage.ask("owner", { path: orgInvitePath })).json, emptied);
  });

  await t.test("the change writes its event", async () => {
    await stage.ask("owner", patch());
    const about = { orgId: ids.org, target: orgInvited };
    deepEqual(stage.events(), [eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("500 and the old roles when its event cannot be written", () => assertOneUnit(stage, patch()));

  await refusedGifts(t, stage, (gifts) => ({
    method: "PATCH",
    path,
    body: { username: orgInvited, ...gifts },
  }));
  await refusedUsernames(t, stage, (username) => patch({ username }));

  await t.test("200 finds the address in any case, and keeps it as it was written", async () => {
    const json = { ...orgInvitation, roles: ["ORG_READ_ONLY"] };
    const reply = await stage.ask("owner", patch({ username: "NEW@Example.com" }));
    assertSuccess(reply, { ...success, json });
  });

  await t.test("404 RESOURCE_NOT_FOUND for an address that is not invited to the organization", async () => {
    for (const username of ["nobody@example.com", "hello@example.com", "member@example.com"]) {
      assertRefusal(await stage.ask("owner", patch({ username })), notFound(username));
    }
  });

  await refusedAfterItsEnd(t, stage, patch(), notFound(orgInvited));

  await t.test("404 ORG_NOT_FOUND when there is no such organization", async () => {
    const nowhere = { ...patch(), path: path.replace(ids.org, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), orgNotFound);
  });

  await t.test("Organization Owners may", () => assertCallers(stage, patch(), orgOwnersOnly(200)));
});
