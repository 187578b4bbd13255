// POST /orgs/{orgId}/invites, answer by answer.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { inviteMany } from "../../../test/support/fill.ts";
import { refusedUsernames } from "../../../test/support/invites.ts";
import {
  deprecatedForOrgs,
  orgInvitation,
  orgInvited,
  orgInvitePath,
  orgInvitesPath as path,
  refusedGifts,
  teamIdOf,
} from "../../../test/support/org-invites.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  expiry,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { account, ids, keys } from "../../../test/support/world.ts";

const username = "zoe@example.com";
const post = (body: object = {}) => ({
  method: "POST",
  path,
  body: { username, roles: ["ORG_MEMBER"], ...body },
});

test("createOrgInvite", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 500, headers: deprecatedForOrgs };
  const created = { ...orgInvitation, inviterUsername: keys.owner.publicKey, username };

  await t.test("200 invites for thirty days, in the name of the key", async () => {
    const reply = await stage.ask("owner", post());
    match(reply.json.id, /^[0-9a-f]{24}$/);
    const expected = { ...success, json: { ...created, id: reply.json.id } };
    assertSuccess(reply, expected);
    assertSuccess(await stage.ask("owner", { path: `${path}/${reply.json.id}` }), expected);
  });

  await t.test("200 carries project roles and teams, each once, in an order of its own", async () => {
    const team = teamIdOf(stage);
    const gifts = {
      roles: ["ORG_MEMBER", "ORG_GROUP_CREATOR", "ORG_MEMBER"],
      groupRoleAssignments: [
        { groupId: ids.group, roles: ["GROUP_READ_ONLY", "GROUP_OWNER"] },
        { groupId: ids.group, roles: ["GROUP_OWNER"] },
      ],
      teamIds: [team, team],
    };
    const reply = await stage.ask("owner", post(gifts));
    const json = {
      ...created,
      groupRoleAssignments: [
        { groupId: ids.group, groupRole: "GROUP_OWNER" },
        { groupId: ids.group, groupRole: "GROUP_READ_ONLY" },
      ],
      id: reply.json.id,
      roles: ["ORG_GROUP_CREATOR", "ORG_MEMBER"],
      teamIds: [team],
    };
    assertSuccess(reply, { ...success, json });
    assertSuccess(await stage.ask("owner", { path: `${path}/${reply.json.id}` }), { ...success, json });
    await stage.end(reply.json.id, "accept");
    const user = `(select id from users where username = '${username}')`;
    deepEqual(stage.rows(`select team_id from team_members where user_id = ${user}`), [{ team_id: team }]);
    deepEqual(stage.rows(`select role from grants where principal_id = ${user} order by role`), [
      { role: "GROUP_OWNER" },
      { role: "GROUP_READ_ONLY" },
      { role: "ORG_GROUP_CREATOR" },
      { role: "ORG_MEMBER" },
    ]);
  });

  await t.test(
    "200 names a service account that invites by its client id, and keeps the spelling",
    async () => {
      const reply = await stage.ask("account", post({ username: "Zoe@Example.com" }));
      const named = { inviterUsername: account.clientId, username: "Zoe@Example.com" };
      assertSuccess(reply, { ...success, json: { ...created, ...named, id: reply.json.id } });
    },
  );

  await t.test("200 for somebody who has an account elsewhere, under the id of the account", async () => {
    const reply = await stage.ask("owner", post({ username: "OTHER@example.com" }));
    equal(reply.status, 200, reply.text);
    const [row] = stage.rows(`select user_id from invites where id = '${reply.json.id}'`);
    const [user] = stage.rows("select id as user_id from users where username = 'other@example.com'");
    deepEqual(row, user);
  });

  await t.test("200 for a newcomer, under an id that is not the invitation's", async () => {
    const { json } = await stage.ask("owner", post());
    const [row] = stage.rows(`select user_id from invites where id = '${json.id}'`) as { user_id: string }[];
    match(row?.user_id ?? "", /^[0-9a-f]{24}$/);
    notEqual(row?.user_id, json.id);
  });

  for (const [name, end, status] of [
    ["declined", () => stage.end(ids.orgInvite, "decline"), "REVOKED"],
    ["expired", () => stage.end(ids.orgInvite, "expire"), "REVOKED"],
    ["older than thirty days", async () => stage.clock.set({ now: expiry }), "REVOKED"],
    ["revoked", () => stage.ask("owner", { method: "DELETE", path: orgInvitePath }), "REVOKED"],
  ] as const) {
    await t.test(`200 invites anew when the invitation before was ${name}`, async () => {
      await end();
      const reply = await stage.ask("owner", post({ username: orgInvited }));
      equal(reply.status, 200, reply.text);
      notEqual(reply.json.id, ids.orgInvite);
      deepEqual((await stage.ask("owner", { path })).json, [reply.json]);
      deepEqual(stage.rows(`select status from invites where id = '${ids.orgInvite}'`), [{ status }]);
    });
  }

  await t.test("the invitation writes its event", async () => {
    await stage.ask("owner", post());
    deepEqual(stage.events(), [eventBy("owner", "INVITED_TO_ORG", { orgId: ids.org, target: username })]);
  });

  await t.test("409 DUPLICATE_ORG_INVITATION when the address is pending, in any case", async () => {
    const username = "NEW@example.com";
    assertRefusal(
      await stage.ask("owner", post({ username })),
      refusal("DUPLICATE_ORG_INVITATION", [username, ids.org]),
    );
  });

  await t.test("of twenty that invite one address at once, one does", async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => stage.ask("owner", post())));
    const statuses = replies.map(({ status }) => status).sort();
    deepEqual(statuses, [200, ...Array.from({ length: 19 }, () => 409)]);
  });

  await t.test("409 USER_ALREADY_IN_ORG when the address is a member, in any case", async () => {
    const username = "Member@example.com";
    assertRefusal(
      await stage.ask("owner", post({ username })),
      refusal("USER_ALREADY_IN_ORG", [username, ids.org]),
    );
  });

  await t.test(
    "400 MAX_USERS_PER_ORG_EXCEEDED when members and pending invitations are five hundred",
    async () => {
      // Two people and one invitation are there already.
      inviteMany(stage, 496, "org");
      equal((await stage.ask("owner", post())).status, 200);
      assertRefusal(
        await stage.ask("owner", post({ username: "one-more@example.com" })),
        refusal("MAX_USERS_PER_ORG_EXCEEDED", [500, ids.org]),
      );
    },
  );

  await refusedGifts(t, stage, (gifts) => ({ method: "POST", path, body: { username, ...gifts } }));
  await refusedUsernames(t, stage, (username) => post({ username }));
});
