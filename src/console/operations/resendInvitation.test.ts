// Proves resendInvitation: another message about the same invitation, for its owners, a few times an hour.
import { deepEqual } from "node:assert/strict";
import {
  assertRefused,
  member,
  other,
  owner,
  refusals,
  rich,
  testConsole,
  tooMany,
} from "../../../test/console/support/console-operations.ts";
import { now, refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const missing = (id: string) => refusal("RESOURCE_NOT_FOUND", [id]);

testConsole("resendInvitation", async (t, stage) => {
  const { get, perform, refuses } = stage;

  for (const invitationId of [ids.invite, ids.orgInvite]) {
    await t.test(`200 and a message that waits, about ${invitationId}, which stays as it is`, async () => {
      const by = { session: await stage.session(owner) };
      const [before, mails] = [await stage.rows("invites"), await stage.rows("outbox")];
      deepEqual(await get("resendInvitation", { invitationId }, by), {});
      const added = (await stage.rows("outbox")).filter(({ id }) => !mails.some((mail) => mail.id === id));
      deepEqual(added, [
        {
          id: added[0]?.id,
          kind: "INVITE",
          invite_id: invitationId,
          address: null,
          notice: null,
          status: "WAITING",
          attempts: 0,
          created_at: Date.parse(now),
          due_at: 0,
          problem: null,
        },
      ]);
      deepEqual(await stage.rows("invites"), before);
      deepEqual(await stage.events(), []);
    });
  }

  await t.test("200 for an owner of the project, by a role of its own or through a team", async () => {
    const by = { session: await stage.session(member) };
    const userId = await stage.userId(member);
    await refuses("resendInvitation", { invitationId: ids.invite }, missing(ids.invite), by);
    await stage.giveTeam(["GROUP_OWNER"], member);
    await get("resendInvitation", { invitationId: ids.invite }, by);
    await stage.store.write((tx) => tx.teams.leave(ids.team, userId));
    await stage.give(member, "GROUP_OWNER");
    await get("resendInvitation", { invitationId: ids.invite }, by);
    // The invitation to the organization gives roles in the project.
    await get("resendInvitation", { invitationId: rich.id }, by);
    await refuses("resendInvitation", { invitationId: ids.orgInvite }, missing(ids.orgInvite), by);
  });

  await t.test(
    "404 for somebody who has no part in it or too little, as for one that is missing",
    async () => {
      const stranger = { session: await stage.session(other) };
      const by = { session: await stage.session(member) };
      await stage.give(member, "GROUP_READ_ONLY");
      await stage.give(member, "ORG_READ_ONLY", { orgId: ids.org, groupId: null });
      for (const invitationId of [ids.invite, ids.orgInvite, ids.missing]) {
        await refuses("resendInvitation", { invitationId }, missing(invitationId), stranger);
        await refuses("resendInvitation", { invitationId }, missing(invitationId), by);
      }
    },
  );

  for (const status of ["ACCEPTED", "DECLINED", "REVOKED", "EXPIRED"] as const) {
    await t.test(`409 INVITATION_ENDED after it was ${status}`, async () => {
      const by = { session: await stage.session(owner) };
      await stage.endInvite(ids.invite, status);
      await refuses("resendInvitation", { invitationId: ids.invite }, refusals.ended(status), by);
    });
  }

  await t.test("429 after three in a row, whichever owner asks; strangers use nothing up", async () => {
    const stranger = { session: await stage.session(other) };
    for (let index = 0; index < 5; index++) {
      await perform("resendInvitation", { invitationId: ids.invite }, stranger);
    }
    await stage.give(member, "GROUP_OWNER");
    const sessions = [await stage.session(owner), await stage.session(member)];
    for (const session of [...sessions, ...sessions.slice(1)]) {
      await get("resendInvitation", { invitationId: ids.invite }, { session });
    }
    const [session] = sessions;
    const late = await perform("resendInvitation", { invitationId: ids.invite }, { session });
    assertRefused(late, tooMany(1200, 3, 1, 1200));
    await get("resendInvitation", { invitationId: ids.orgInvite }, { session });
    stage.pass(1_200_000);
    await get("resendInvitation", { invitationId: ids.invite }, { session });
  });
});
