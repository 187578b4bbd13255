// Proves acceptInvitation: the invited person, and nobody else, joins once with everything that was offered.

import { deepEqual, equal } from "node:assert/strict";
import {
  eventOf,
  member,
  other,
  owner,
  rich,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";
import { draftInvite } from "../../core/domain/invite.ts";
import { draftUser } from "../../core/domain/user.ts";

const anothers = refusal("INVITATION_OF_ANOTHER_ADDRESS");

testConsole("acceptInvitation", async (t, stage) => {
  const { get, perform, refuses } = stage;

  /** Signs in somebody who has an account, but belongs to no organization. */
  async function newcomer(username: string) {
    const id = "c2b6e34b3d91647abb20e7b8";
    await stage.store.write((tx) => tx.users.add(draftUser({ id, username, now: 1 }), null));
    return { id, username, session: await stage.session(username) };
  }

  await t.test("200: a project's invitation makes a member of project and organization", async () => {
    const person = await newcomer(invited);
    const token = await stage.link({ inviteId: ids.invite });
    deepEqual(await get("acceptInvitation", { token }, person), {
      status: "ACCEPTED",
      orgId: ids.org,
      groupId: ids.group,
    });
    deepEqual(await stage.grants(invited), [`${ids.group} GROUP_READ_ONLY`, `${ids.org} ORG_MEMBER`]);
    deepEqual(await stage.events(), [
      eventOf(person, "JOINED_ORG", { orgId: ids.org }),
      eventOf(person, "JOINED_GROUP", { groupId: ids.group }),
    ]);
  });

  await t.test("200: an organization's invitation gives roles, project roles and teams", async () => {
    // The address in another case is the same address.
    const person = await newcomer("RICH@example.com");
    const token = await stage.link({ inviteId: rich.id });
    const { json } = await perform("acceptInvitation", { token }, person);
    deepEqual(json, { status: "ACCEPTED", orgId: ids.org, groupId: null });
    deepEqual(await stage.grants(rich.username), [
      `${ids.group} GROUP_OWNER`,
      `${ids.group} GROUP_READ_ONLY`,
      `${ids.org} ORG_MEMBER`,
      `${ids.org} ORG_READ_ONLY`,
    ]);
    const teams = (await stage.rows("team_members"))
      .filter(({ user_id }) => user_id === person.id)
      .map(({ team_id, user_id }) => ({ team_id, user_id }));
    deepEqual(teams, [{ team_id: ids.team, user_id: person.id }]);
    deepEqual(await stage.events(), [
      eventOf(person, "JOINED_ORG", { orgId: ids.org }),
      eventOf(person, "JOINED_GROUP", { groupId: ids.group }),
      eventOf(person, "JOINED_TEAM", { orgId: ids.org }),
    ]);
  });

  await t.test("a member gains roles without joining the organization again", async () => {
    const session = await stage.session(other);
    const invite = draftInvite({
      id: "d2b6e34b3d91647abb20e7b8",
      group: { id: ids.otherGroup, orgId: ids.otherOrg, name: "shipping" },
      username: other,
      roles: ["GROUP_READ_ONLY"],
      inviter: "somebody",
      now: stage.clock.now(),
    });
    await stage.store.write((tx) => tx.invites.add(invite));
    const token = await stage.link({ inviteId: invite.id });
    await get("acceptInvitation", { token }, { session });
    const person = { id: await stage.userId(other), username: other };
    deepEqual(await stage.events(), [
      eventOf(person, "USER_ROLES_CHANGED_AUDIT", { orgId: ids.otherOrg }),
      eventOf(person, "JOINED_GROUP", { groupId: ids.otherGroup }),
    ]);
  });

  await t.test("200 and nothing more for accepting again, with this link or another", async () => {
    const person = await newcomer(invited);
    const token = await stage.link({ inviteId: ids.invite });
    const first = await perform("acceptInvitation", { token }, person);
    const before = await stage.dump();
    deepEqual(await get("acceptInvitation", { token }, person), first.json);
    deepEqual(await stage.dump(), before);
    const another = await stage.link({ inviteId: ids.invite });
    deepEqual(await get("acceptInvitation", { token: another }, person), first.json);
    equal((await stage.events()).length, 2);
  });

  await t.test("403 for anybody else, whatever became of the invitation", async () => {
    const token = await stage.link({ inviteId: ids.invite });
    for (const username of [owner, member]) {
      const by = { session: await stage.session(username) };
      await refuses("acceptInvitation", { token }, anothers, by);
    }
    await stage.endInvite(ids.invite, "ACCEPTED");
    const by = { session: await stage.session(owner) };
    await refuses("acceptInvitation", { token }, anothers, by);
    deepEqual(await stage.events(), []);
  });

  await t.test(
    "roles, teams and events are one: where an event cannot be written, nothing is kept",
    async () => {
      const person = await newcomer(rich.username);
      const token = await stage.link({ inviteId: rich.id });
      const before = await stage.dump();
      stage.execute(
        "create trigger no_events before insert on events when new.type = 'JOINED_TEAM' begin select raise(abort, 'no events today'); end",
      );
      const { status } = await perform("acceptInvitation", { token }, person);
      stage.execute("drop trigger no_events");
      equal(status, 500);
      deepEqual(await stage.dump(), before);
      await get("acceptInvitation", { token }, person);
    },
  );
});
