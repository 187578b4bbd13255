// GET /orgs/{orgId}/invites/{invitationId}, answer by answer.
import { test } from "node:test";
import { notFound } from "../../../test/support/invites.ts";
import {
  deprecatedForOrgs,
  orgInvitation,
  orgInvitesPath,
  orgInvitePath as path,
  refusedAfterItsEnd,
} from "../../../test/support/org-invites.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("getOrgInvite", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the pending invitation", async () => {
    const expected = { status: 200, limit: 500, headers: deprecatedForOrgs, json: orgInvitation };
    assertSuccess(await stage.ask("owner", { path }), expected);
  });

  await t.test("404 RESOURCE_NOT_FOUND for an id that is no invitation to this organization", async () => {
    for (const id of [ids.missing, ids.invite, "no-id"]) {
      assertRefusal(await stage.ask("owner", { path: `${orgInvitesPath}/${id}` }), notFound(id));
    }
    const elsewhere = { path: path.replace(ids.org, ids.otherOrg) };
    assertRefusal(await stage.ask("stranger", elsewhere), notFound(ids.orgInvite));
  });

  await refusedAfterItsEnd(t, stage, { path }, notFound(ids.orgInvite));
});
