// Tests of the roles in projects and the teams of invitations to organizations. Their other answers are tested with invitations
// to projects.
import { deepEqual, equal, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../../test/support/fill.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { orgInvitation } from "../../../test/support/org-invites.ts";
import { ids, invited, keys } from "../../../test/support/world.ts";

const username = "zoe@example.com";
const pending = "new@example.com";
const onlyGroup = "ORG_OWNER is an organization role. Name project roles only.";

test("what invitations to an organization bring along", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, testRefusals, told } = stage;
  const to = (name = username, more: object = {}) => ({
    body: { username: name, roles: ["ORG_MEMBER"], ...more },
  });
  const assigning = (...roles: string[]) => ({ groupId: ids.group, roles });
  const one = { params: { invitationId: ids.orgInvite } };

  await t.test("200 carries project roles and teams, each once, in an order of its own", async () => {
    const roleGrants = {
      roles: ["ORG_MEMBER", "ORG_GROUP_CREATOR", "ORG_MEMBER"],
      groupRoleAssignments: [assigning("GROUP_READ_ONLY", "GROUP_OWNER"), assigning("GROUP_OWNER")],
      teamIds: [ids.team, ids.team],
    };
    const { id } = await answers("createOrgInvite", to(username, roleGrants), (made: { id: string }) => ({
      ...orgInvitation,
      groupRoleAssignments: [
        { groupId: ids.group, groupRole: "GROUP_OWNER" },
        { groupId: ids.group, groupRole: "GROUP_READ_ONLY" },
      ],
      id: made.id,
      inviterUsername: keys.owner.publicKey,
      roles: ["ORG_GROUP_CREATOR", "ORG_MEMBER"],
      teamIds: [ids.team],
      username,
    }));
    await stage.end(id, "accept");
    const user = `(select id from users where username = '${username}')`;
    deepEqual(stage.rows(`select team_id from team_members where user_id = ${user}`), [
      { team_id: ids.team },
    ]);
    const held = stage.rows(`select role from grants where principal_id = ${user} order by role`);
    deepEqual(
      held.map((row) => (row as { role: string }).role),
      ["GROUP_OWNER", "GROUP_READ_ONLY", "ORG_GROUP_CREATOR", "ORG_MEMBER"],
    );
  });

  await t.test("200 under the id of the account where there is one, or under a new one", async () => {
    const userOf = async (name: string) => {
      const { id } = await get("createOrgInvite", to(name));
      const [row] = stage.rows(`select user_id from invites where id = '${id}'`) as [{ user_id: string }];
      notEqual(row.user_id, id);
      return row;
    };
    const [user] = stage.rows("select id as user_id from users where username = 'other@example.com'");
    deepEqual(await userOf("OTHER@example.com"), user);
    equal((await userOf(username)).user_id.length, 24);
  });

  for (const [id, sent] of [
    ["updateOrgInviteById", { roles: ["ORG_READ_ONLY"] }],
    ["updateOrgInvites", { username: pending, roles: ["ORG_READ_ONLY"] }],
  ] as const) {
    await t.test(
      `${id}: 200 replaces project roles and teams that are sent, and leaves what is not`,
      async () => {
        const params = id === "updateOrgInviteById" ? one : {};
        const patch = (more: object) => ({ ...params, body: { ...sent, ...more } });
        const json = {
          ...orgInvitation,
          groupRoleAssignments: [{ groupId: ids.group, groupRole: "GROUP_OWNER" }],
          roles: ["ORG_READ_ONLY"],
          teamIds: [ids.team],
        };
        const given = { groupRoleAssignments: [assigning("GROUP_OWNER")], teamIds: [ids.team] };
        for (const body of [given, {}]) await answers(id, patch(body), json);
        const none = { groupRoleAssignments: [], teamIds: [] };
        await answers(id, patch(none), { ...json, ...none });
        await answers("getOrgInvite", one, { ...json, ...none });
      },
    );
  }

  await t.test("204 revokes what invites the address to projects of the organization as well", async () => {
    stage.execute(
      `update invites set username_key = '${pending}' where id in ('${ids.invite}', '${ids.otherInvite}')`,
    );
    await answers("deleteOrgInvite", one);
    const rows = stage.rows("select id from invites where status = 'REVOKED' order by id");
    deepEqual(rows, [{ id: ids.invite }, { id: ids.orgInvite }]);
    deepEqual(told(), [
      ["ORG_INVITATION_DELETED", "org", pending],
      ["GROUP_INVITATION_DELETED", "group", invited],
    ]);
  });

  await t.test("400 ATTRIBUTE_READ_ONLY for a username", async () => {
    const { json } = await call("updateOrgInviteById", { ...one, ...to(pending) });
    equal(json.errorCode, "ATTRIBUTE_READ_ONLY");
  });

  const foreignTeam = "d2b6e34b3d91647abb20e7b8";
  const addTeam = () => fill(stage, "teams", { id: foreignTeam, org_id: ids.otherOrg, name: "night" });
  const many = Array.from({ length: 251 }, () => ids.missing);
  const nowhere = "groupRoleAssignments.0.groupId";
  await testRefusals(
    {
      createOrgInvite: to(),
      updateOrgInvites: to(pending),
      updateOrgInviteById: { ...one, body: { roles: ["ORG_MEMBER"] } },
    },
    [
      [
        "project roles without a project",
        { body: { groupRoleAssignments: [{ roles: ["GROUP_OWNER"] }] } },
        "MISSING_ATTRIBUTE",
        [nowhere],
        nowhere,
        "Name the project the roles are for.",
      ],
      [
        "an organization role in a project",
        { body: { groupRoleAssignments: [assigning("ORG_OWNER")] } },
        "INVALID_ROLE_FOR_GROUP",
        ["ORG_OWNER", ids.group],
        "_roles",
        onlyGroup,
      ],
      ...[ids.otherGroup, ids.missing].map(
        (groupId): RefusedCall => [
          `the project ${groupId}`,
          { body: { groupRoleAssignments: [{ groupId, roles: ["GROUP_OWNER"] }] } },
          "GROUP_NOT_FOUND",
          [groupId],
        ],
      ),
      ...[foreignTeam, ids.missing, "core", "\0"].map(
        (teamId): RefusedCall => [
          `the team ${JSON.stringify(teamId)}`,
          { before: addTeam, body: { teamIds: [teamId] } },
          "TEAM_NOT_FOUND",
          [teamId],
        ],
      ),
      [
        "251 teams",
        { body: { teamIds: many } },
        "BAD_REQUEST",
        [],
        "teamIds",
        "251 were specified. At most 250 are accepted.",
      ],
    ],
  );
});
