// DELETE /orgs/{orgId}/users/{userId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../../test/support/fill.ts";
import { assertRefusal, eventBy, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids, invited } from "../../../test/support/world.ts";

test("removeOrgUser", async (t) => {
  const stage = await startStage(t);
  const remove = (userId: string) => ({
    method: "DELETE",
    path: `${users.orgUsers}/${userId}`,
    headers: { accept: users.v2025 },
  });
  const ask = (username: string) => users.asking(stage, "owner", remove(users.idOf(stage, username)));
  const about = (username: string) => ({ orgId: ids.org, target: username });

  await t.test("204 takes an active user out of the organization, its projects and teams", async () => {
    users.giveGroup(stage);
    const id = users.idOf(stage, users.member);
    fill(stage, "team_members", { team_id: ids.team, user_id: id });
    users.succeeds(await ask(users.member), 204, undefined);
    deepEqual(stage.rows(`select * from grants where principal_id = '${id}'`), []);
    deepEqual(stage.rows(`select * from team_members where user_id = '${id}'`), []);
    deepEqual(stage.events(), [
      eventBy("owner", "REMOVED_FROM_GROUP", { groupId: ids.group, target: users.member }),
      eventBy("owner", "REMOVED_FROM_TEAM", about(users.member)),
      eventBy("owner", "REMOVED_FROM_ORG", about(users.member)),
    ]);
    assertRefusal(await ask(users.member), users.notFound(id));
  });

  await t.test(
    "204 revokes what invites the person to projects, and says that invitations of theirs are pending",
    async () => {
      const invites = `/api/atlas/v2/groups/${ids.group}/invites`;
      const body = { username: users.member.toUpperCase(), roles: ["GROUP_OWNER"] };
      const invite = await stage.ask("owner", { method: "POST", path: invites, body });
      stage.execute(`update invites set inviter_username = '${users.member}' where id = '${ids.orgInvite}'`);
      users.succeeds(await ask(users.member), 204, undefined);
      deepEqual(stage.rows(`select id from invites where status = 'REVOKED'`), [{ id: invite.json.id }]);
      deepEqual(stage.events().slice(-3), [
        eventBy("owner", "REMOVED_FROM_ORG", about(users.member)),
        eventBy("owner", "GROUP_INVITATION_DELETED", {
          groupId: ids.group,
          target: users.member.toUpperCase(),
        }),
        eventBy("owner", "INVITATIONS_OF_REMOVED_INVITER", about(users.member)),
      ]);
    },
  );

  await t.test("204 cancels the invitation of a pending user", async () => {
    users.succeeds(await ask(users.pending), 204, undefined);
    deepEqual(stage.rows(`select status from invites where id = '${ids.orgInvite}'`), [
      { status: "REVOKED" },
    ]);
    deepEqual(stage.events(), [eventBy("owner", "ORG_INVITATION_DELETED", about(users.pending))]);
  });

  await t.test("204 revokes what invites a pending user to projects of the organization", async () => {
    stage.execute(
      `update invites set username_key = '${users.pending}' where id in ('${ids.invite}', '${ids.otherInvite}')`,
    );
    users.succeeds(await ask(users.pending), 204, undefined);
    const revoked = stage.rows(`select id from invites where status = 'REVOKED' order by id`);
    deepEqual(revoked, [{ id: ids.invite }, { id: ids.orgInvite }]);
    deepEqual(stage.events(), [
      eventBy("owner", "ORG_INVITATION_DELETED", about(users.pending)),
      eventBy("owner", "GROUP_INVITATION_DELETED", { groupId: ids.group, target: invited }),
    ]);
  });

  await t.test("204 for an active user, in version 2023-01-01, which knows no other", async () => {
    const old = (username: string) =>
      stage.ask("owner", { method: "DELETE", path: `${users.orgUsers}/${users.idOf(stage, username)}` });
    const reply = await old(users.member);
    deepEqual([reply.status, reply.headers.sunset], [204, "Thu, 1 Jul 2027 00:00:00 GMT"]);
    assertRefusal(await old(users.pending), users.notInOrg(users.pending));
  });

  await t.test("403 CANNOT_DELETE_LAST_ADMIN for the last owner", async () => {
    assertRefusal(await ask(users.owner), users.lastOwner("CANNOT_DELETE_LAST_ADMIN"));
    equal(stage.events().length, 0);
  });

  await users.refusedPeople(t, stage, remove);
});
