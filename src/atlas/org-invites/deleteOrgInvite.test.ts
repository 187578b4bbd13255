// DELETE /orgs/{orgId}/invites/{invitationId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { notFound } from "../../../test/support/invites.ts";
import {
  deprecatedForOrgs,
  orgInvited,
  orgInvitesPath,
  orgInvitePath as path,
  refusedAfterItsEnd,
} from "../../../test/support/org-invites.ts";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";

const remove = { method: "DELETE", path };

test("deleteOrgInvite", async (t) => {
  const stage = await startStage(t);
  const invalidId = (id: string) => refusal("INVALID_INVITATION_ID", [id]);

  await t.test("204 ends the invitation, and keeps it as history", async () => {
    assertSuccess(await stage.ask("owner", remove), { status: 204, limit: 500, headers: deprecatedForOrgs });
    assertRefusal(await stage.ask("owner", { path }), notFound(ids.orgInvite));
    const rows = stage.rows("select id, status from invites order by id");
    deepEqual(rows, [
      { id: ids.invite, status: "PENDING" },
      { id: ids.orgInvite, status: "REVOKED" },
      { id: ids.otherInvite, status: "PENDING" },
    ]);
  });

  await t.test("the revocation writes its event", async () => {
    await stage.ask("owner", remove);
    const about = { orgId: ids.org, target: orgInvited };
    deepEqual(stage.events(), [eventBy("owner", "ORG_INVITATION_DELETED", about)]);
  });

  await t.test("204 revokes what invites the address to projects of the organization as well", async () => {
    stage.execute(
      `update invites set username_key = '${orgInvited}' where id in ('${ids.invite}', '${ids.otherInvite}')`,
    );
    await stage.ask("owner", remove);
    const rows = stage.rows("select id from invites where status = 'REVOKED' order by id");
    deepEqual(rows, [{ id: ids.invite }, { id: ids.orgInvite }]);
    deepEqual(stage.events(), [
      eventBy("owner", "ORG_INVITATION_DELETED", { orgId: ids.org, target: orgInvited }),
      eventBy("owner", "GROUP_INVITATION_DELETED", { groupId: ids.group, target: invited }),
    ]);
  });

  await t.test("400 INVALID_INVITATION_ID for an id that is no invitation to this organization", async () => {
    for (const id of [ids.missing, ids.otherInvite, "no-id"]) {
      const other = { method: "DELETE", path: `${orgInvitesPath}/${id}` };
      assertRefusal(await stage.ask("owner", other), invalidId(id));
    }
    deepEqual(stage.events(), []);
  });

  await t.test("400 CANNOT_DELETE_GROUP_INVITATION for an invitation to one of its projects", async () => {
    const other = { method: "DELETE", path: `${orgInvitesPath}/${ids.invite}` };
    assertRefusal(await stage.ask("owner", other), refusal("CANNOT_DELETE_GROUP_INVITATION", [ids.invite]));
  });

  await refusedAfterItsEnd(t, stage, remove, invalidId(ids.orgInvite));
});
