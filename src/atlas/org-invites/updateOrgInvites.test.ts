// PATCH /orgs/{orgId}/invites, answer by answer.
import { test } from "node:test";
import { notFound, refusedUsernames } from "../../../test/support/invites.ts";
import * as invites from "../../../test/support/org-invites.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";

const { orgInvited } = invites;

const patch = (body: object = {}) => ({
  method: "PATCH",
  path: invites.orgInvitesPath,
  body: { username: orgInvited, roles: ["ORG_READ_ONLY"], ...body },
});

test("updateOrgInvites", async (t) => {
  const stage = await startStage(t);
  await invites.orgInviteChanges(t, stage, patch);
  await refusedUsernames(t, stage, (username) => patch({ username }));

  await t.test("200 finds the address in any case, and keeps it as it was written", async () => {
    const json = { ...invites.orgInvitation, roles: ["ORG_READ_ONLY"] };
    const reply = await stage.ask("owner", patch({ username: "NEW@Example.com" }));
    assertSuccess(reply, { status: 200, limit: 500, headers: invites.deprecatedForOrgs, json });
  });

  await t.test("404 RESOURCE_NOT_FOUND for an address that is not invited to the organization", async () => {
    for (const username of ["nobody@example.com", "hello@example.com", "member@example.com"]) {
      assertRefusal(await stage.ask("owner", patch({ username })), notFound(username));
    }
  });

  await invites.refusedAfterItsEnd(t, stage, patch(), notFound(orgInvited));
});
