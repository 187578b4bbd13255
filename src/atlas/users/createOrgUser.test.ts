// POST /orgs/{orgId}/users, answer by answer.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { inviteMany } from "../../../test/support/fill.ts";
import { assertRefusal, eventBy, expiry, now, refusal, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids, keys } from "../../../test/support/world.ts";

const username = "zoe@example.com";
const post = (body: object = {}) => ({
  method: "POST",
  path: users.orgUsers,
  headers: { accept: users.v2025 },
  body: { username, roles: { orgRoles: ["ORG_MEMBER"] }, ...body },
});
const assigning = (groupRoleAssignments: object[]) =>
  post({ roles: { orgRoles: ["ORG_MEMBER"], groupRoleAssignments } });

test("createOrgUser", async (t) => {
  const stage = await startStage(t);
  const ask = (body?: object) => users.asking(stage, "owner", post(body));
  const [team] = stage.rows("select id from teams") as [{ id: string }];
  const created = {
    invitationCreatedAt: now,
    invitationExpiresAt: expiry,
    inviterUsername: keys.owner.publicKey,
    orgMembershipStatus: "PENDING",
    roles: { groupRoleAssignments: [] as object[], orgRoles: ["ORG_MEMBER"] },
    teamIds: [] as string[],
    username,
  };

  await t.test("201 a pending user, who can accept for thirty days", async () => {
    const reply = await ask();
    match(reply.json.id, /^[0-9a-f]{24}$/);
    users.succeeds(reply, 201, { id: reply.json.id, ...created });
    users.succeeds(
      await users.asking(stage, "owner", { path: `${users.orgUsers}/${reply.json.id}` }),
      200,
      reply.json,
    );
  });

  await t.test("201 with roles in projects and with teams", async () => {
    const roles = {
      groupRoleAssignments: [{ groupId: ids.group, groupRoles: ["GROUP_READ_ONLY"] }],
      orgRoles: ["ORG_READ_ONLY"],
    };
    const reply = await ask({ roles, teamIds: [team.id] });
    users.succeeds(reply, 201, { id: reply.json.id, ...created, roles, teamIds: [team.id] });
    deepEqual(stage.events(), [
      eventBy("owner", "INVITED_TO_ORG", { orgId: ids.org, target: username }),
      eventBy("owner", "INVITED_TO_GROUP", { groupId: ids.group, target: username }),
      eventBy("owner", "INVITED_TO_TEAM", { orgId: ids.org, target: username }),
    ]);
  });

  await t.test(
    "201 the id of the account, where the address has one; the invitation has another",
    async () => {
      const reply = await ask({ username: "other@example.com" });
      equal(reply.json.id, users.idOf(stage, "other@example.com"));
      const rows = stage.rows(`select id from invites where user_id = '${reply.json.id}'`) as {
        id: string;
      }[];
      notEqual(rows[0]?.id, reply.json.id);
    },
  );

  for (const ending of ["decline", "expire"] as const) {
    await t.test(`201 in the place of an invitation after ${ending}`, async () => {
      await stage.end(ids.orgInvite, ending);
      equal((await ask({ username: users.pending })).status, 201);
      const query = "?orgMembershipStatuses=INVITATION_EXPIRED&orgMembershipStatuses=INVITATION_REJECTED";
      equal((await users.asking(stage, "owner", { path: `${users.orgUsers}${query}` })).json.totalCount, 0);
    });
  }

  await t.test("201 in the place of an invitation older than thirty days", async () => {
    stage.clock.set({ now: expiry });
    equal((await ask({ username: users.pending })).status, 201);
  });

  await t.test("400 for roles and addresses that cannot be", async () => {
    assertRefusal(
      await ask({ roles: { orgRoles: [] } }),
      users.badRoles("At least one role must be specified."),
    );
    assertRefusal(await ask({ roles: { orgRoles: ["INVALID_ROLE"] } }), users.unknownRole("INVALID_ROLE"));
    assertRefusal(await ask({ roles: { orgRoles: ["GROUP_OWNER"] } }), users.groupRoleInOrg);
    const foreign = assigning([{ groupId: ids.group, groupRoles: ["ORG_OWNER"] }]);
    assertRefusal(await users.asking(stage, "owner", foreign), users.orgRoleInGroup);
    const nowhere = assigning([{ groupRoles: ["GROUP_OWNER"] }]);
    equal((await users.asking(stage, "owner", nowhere)).json.errorCode, "MISSING_ATTRIBUTE");
    equal((await ask({ username: "zoe" })).json.errorCode, "INVALID_USERNAME");
    deepEqual(stage.events(), []);
  });

  await t.test("400 MAX_USERS_PER_ORG_EXCEEDED when 500 are active or pending", async () => {
    // With the two seeded users and the seeded invitation these make 499.
    inviteMany(stage, 496, "org");
    equal((await ask()).status, 201);
    assertRefusal(
      await ask({ username: "one-more@example.com" }),
      refusal("MAX_USERS_PER_ORG_EXCEEDED", [500, ids.org]),
    );
  });

  await t.test("404 for a project or a team the organization does not have", async () => {
    const elsewhere = assigning([{ groupId: ids.otherGroup, groupRoles: ["GROUP_OWNER"] }]);
    assertRefusal(
      await users.asking(stage, "owner", elsewhere),
      refusal("GROUP_NOT_FOUND", [ids.otherGroup]),
    );
    assertRefusal(await ask({ teamIds: [ids.missing] }), refusal("TEAM_NOT_FOUND", [ids.missing]));
  });

  await t.test("409 when the address is active or pending, in whatever case", async () => {
    assertRefusal(
      await ask({ username: "Member@example.com" }),
      refusal("USER_ALREADY_IN_ORG", ["Member@example.com", ids.org]),
    );
    assertRefusal(
      await ask({ username: users.pending }),
      refusal("DUPLICATE_ORG_INVITATION", [users.pending, ids.org]),
    );
    equal((await ask({ username: users.member })).status, 409);
  });
});
