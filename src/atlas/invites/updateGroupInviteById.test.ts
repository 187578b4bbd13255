// PATCH /groups/{groupId}/invites/{invitationId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import * as invites from "../../../test/support/invites.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const { notFound, readers } = invites;

const patch = (roles: string[] | undefined, id: string = ids.invite) => ({
  method: "PATCH",
  path: `${invites.invitesPath}/${id}`,
  body: { roles },
});

test("updateGroupInviteById", async (t) => {
  const stage = await startStage(t);
  await invites.roleChanges(t, stage, (roles) => patch(roles));

  await t.test("404 RESOURCE_NOT_FOUND for an id that is no pending invitation to this project", async () => {
    for (const id of [ids.missing, ids.otherInvite, ids.orgInvite]) {
      assertRefusal(await stage.ask("owner", patch(readers, id)), notFound(id));
    }
    deepEqual(stage.events(), []);
  });
  await invites.refusedAfterItsEnd(t, stage, patch(readers), notFound(ids.invite));
});
