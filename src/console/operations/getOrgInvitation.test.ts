// Proves getOrgInvitation: all details of an invitation to an organization, for its owners.
import { deepEqual, equal } from "node:assert/strict";
import { assertRefused, owner, rich, testConsole } from "../../../test/console/support/console-operations.ts";
import { now, refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("getOrgInvitation", async (t, stage) => {
  const { org: orgId } = ids;
  const at = { orgId, invitationId: rich.id };
  const get = async (input: Readonly<Record<string, unknown>> = at) =>
    stage.ask(owner, "getOrgInvitation", input);

  await t.test("200 with what it gives, its messages and its history, also after it has ended", async () => {
    const pending = (await get()).json;
    deepEqual(
      {
        ...pending,
        groupRoles: null,
        teams: null,
        mails: null,
        events: null,
        inviter: pending.inviter.name,
        token: null,
      },
      {
        orgName: "Acme",
        groupName: null,
        roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
        groupRoles: null,
        teams: null,
        id: rich.id,
        status: "PENDING",
        username: rich.username,
        userId: pending.userId,
        inviter: pending.inviter.name,
        createdAt: now,
        expiresAt: "2026-09-09T03:04:53Z",
        endedAt: null,
        mails: null,
        events: null,
        token: null,
      },
    );
    const { userId } = pending;

    await stage.ask(owner, "resendInvitation", { invitationId: rich.id });
    await stage.store.write(async (tx) => {
      const [mail] = await tx.outbox.ofInvite(rich.id);
      await tx.outbox.markSent(mail?.id ?? "", stage.clock.now());
      const about = { targetUsername: rich.username, actor: null, at: stage.clock.now() };
      const roles = { before: ["GROUP_OWNER"], after: ["GROUP_READ_ONLY"] } as const;
      await tx.events.add({
        ...about,
        id: "1".repeat(24),
        type: "USER_ROLES_CHANGED_AUDIT",
        groupId: ids.group,
        kept: { roles },
      });
      // An event about another person.
      const others = { ...about, targetUsername: "else@example.com", orgId };
      await tx.events.add({ ...others, id: "2".repeat(24), type: "INVITED_TO_ORG" });
      await tx.invites.end(rich.id, "REVOKED", stage.clock.now());
    });
    const { status, json } = await get();
    equal(status, 200);
    deepEqual([json.status, json.endedAt, json.userId], ["REVOKED", now, userId]);
    deepEqual(json.mails.slice(0, 1), [
      { id: json.mails[0].id, status: "SENT", attempts: 0, createdAt: now, at: null, problem: null },
    ]);
    deepEqual(json.events, [
      {
        id: "1".repeat(24),
        type: "USER_ROLES_CHANGED_AUDIT",
        at: now,
        actor: null,
        groupName: "payments",
        roles: { before: ["GROUP_OWNER"], after: ["GROUP_READ_ONLY"] },
      },
    ]);
  });

  await t.test("404 for one of a project, and for none", async () => {
    for (const invitationId of [ids.invite, "0".repeat(24)]) {
      assertRefused(await get({ orgId, invitationId }), refusal("RESOURCE_NOT_FOUND", [invitationId]));
    }
  });
});
