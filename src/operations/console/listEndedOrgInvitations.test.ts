// Proves listEndedOrgInvitations: what became of an organization's invitations, for its owners.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  member,
  other,
  owner,
  rich,
  startConsoleOperations,
} from "../../../test/support/console-operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("listEndedOrgInvitations", async (t) => {
  const stage = await startConsoleOperations(t);
  const { perform } = stage;
  const { org: orgId } = ids;

  await t.test("200 with those to the organization itself, and none to its projects", async () => {
    const session = await stage.session(owner);
    deepEqual((await perform("listEndedOrgInvitations", { orgId }, { session })).json, []);
    await stage.store.write(async (tx) => {
      await tx.invites.end(rich.id, "REVOKED", stage.clock.now() + 1000);
      await tx.invites.end(ids.invite, "REVOKED", stage.clock.now() + 1000);
    });
    const { status, json } = await perform("listEndedOrgInvitations", { orgId }, { session });
    equal(status, 200);
    const [invite] = (await stage.rows("invites")).filter(({ id }) => id === rich.id);
    deepEqual(json, [
      {
        id: rich.id,
        username: rich.username,
        roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
        status: "REVOKED",
        createdAt: now,
        endedAt: "2026-08-10T03:04:54Z",
        inviter: invite?.inviter_username,
      },
    ]);
  });

  await t.test("refused to others, as the organization itself", async () => {
    deepEqual(await stage.codesFor([member, other], "listEndedOrgInvitations", { orgId }), {
      [member]: "USER_UNAUTHORIZED",
      [other]: "USER_CANNOT_ACCESS_ORG",
    });
    equal((await perform("listEndedOrgInvitations", { orgId })).status, 401);
  });
});
