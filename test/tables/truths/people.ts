// The statements of clients on users and teams.
import { G, none, O, T, type Truths } from "./truth.ts";

const users = `/orgs/${O}/users`;
const teams = `/orgs/${O}/teams`;
const guest = "guest@example.com";
const oldTeams = { version: "2023-01-01" };
const before2021 = "of 2020, and of an older version; the published catalogue has CANNOT_ADD_PENDING_USER";

export const people: Truths = {
  "in the project already": {
    call: "addGroupUsers of a user with a role there",
    by: "Terraform clouduserprojectassignment/resource_test.go:33 (live)",
    ask: ({ outcome }) =>
      outcome(`POST /groups/${G}/users`, { username: "owner@example.com", roles: ["GROUP_READ_ONLY"] }),
    expected: "409 USER_ALREADY_IN_GROUP",
  },
  "invited already": {
    call: "createOrgUser of an invited address",
    by: "Baton users.go:470: 409 is done",
    ask: async ({ outcome }) => {
      const body = { username: guest, roles: { orgRoles: ["ORG_MEMBER"] } };
      return [await outcome(`POST ${users}`, body), await outcome(`POST ${users}`, body)];
    },
    expected: ["201", "409 DUPLICATE_ORG_INVITATION"],
  },
  missing: {
    call: "getOrgUser, removeOrgUser, getGroupUser of an unknown person",
    by: "Terraform clouduserorgassignment, clouduserprojectassignment: 404",
    ask: async ({ reply }) => [
      (await reply(`GET ${users}/${none}`)).status,
      (await reply(`DELETE ${users}/${none}`)).status,
      (await reply(`GET /groups/${G}/users/${none}`)).status,
    ],
    expected: [404, 404, 404],
  },
  "by address, nobody": {
    call: "listOrgUsers and listGroupUsers by an unknown address",
    by: "Terraform clouduserorgassignment, Baton users.go",
    ask: async ({ read }) => [
      (await read(`GET ${users}?username=${guest}`)).results,
      (await read(`GET /groups/${G}/users?username=${guest}`)).results,
    ],
    expected: [[], []],
  },
  "pending, members": {
    call: "getOrgUser of an invited person: id and what an invitation has",
    by: "Terraform clouduserorgassignment/resource_test.go:171 (live)",
    ask: async ({ read }) => {
      const made = await read(`POST ${users}`, { username: guest, roles: { orgRoles: ["ORG_MEMBER"] } });
      const one = await read(`GET ${users}/${made.id}`);
      const members = ["id", "invitationCreatedAt", "invitationExpiresAt", "inviterUsername"];
      return members.filter((name) => name in one);
    },
    expected: ["id", "invitationCreatedAt", "invitationExpiresAt", "inviterUsername"],
  },
  "roles as read": {
    call: "updateOrgUser with the roles that were read",
    by: "Baton organizations.go:254",
    ask: async ({ outcome, read, userId }) => {
      const at = `${users}/${userId("owner@example.com")}`;
      const { roles } = await read(`GET ${at}`);
      return [Array.isArray(roles.orgRoles), await outcome(`PATCH ${at}`, { roles })];
    },
    expected: [true, "200"],
  },
  "by name, nobody": {
    call: "getUserByName of an unknown address: how it differs from an invited one",
    by: "Baton pkg/connector/users.go:247: NOT_USER_ADMIN",
    ask: ({ outcome }) => outcome(`GET /users/byName/${guest}`),
    expected: "401 NOT_USER_ADMIN",
    differs: {
      here: "404 USERNAME_NOT_FOUND",
      reason:
        "Baton tells it on a list; the catalogue has 404 for this call, and Terraform and CloudFormation take any error",
    },
  },
  "by name, pending": {
    call: "getUserByName of an invited person",
    by: "Terraform 361 (2020): fails with 401; Baton users.go:247: CANNOT_ADD_PENDING_USER",
    ask: ({ outcome }) => outcome("GET /users/byName/new@example.com"),
    expected: "401 CANNOT_ADD_PENDING_USER",
    differs: {
      here: "404 USERNAME_NOT_FOUND",
      reason: "the status is of 2020, the code of a list; no client decides by either here",
    },
  },
  "made with a password": {
    call: "createUser with the password of the CLI's tests",
    by: "CLI test/e2e/iam/users (recorded)",
    ask: async ({ reply }) => {
      const person = { country: "US", firstName: "A", lastName: "B", mobileNumber: "1", roles: [] };
      const asked = {
        ...person,
        username: guest,
        password: "**passW0rd**",
        roles: [{ orgId: O, roleName: "ORG_MEMBER" }],
      };
      const { status, json } = await reply("POST /users", asked);
      return [status, json.roles];
    },
    expected: [201, []],
  },
};

export const teamsOfPeople: Truths = {
  "missing, read": {
    call: "getOrgTeam of a team that is not there",
    by: "operator atlasproject/team_reconciler.go:116: NOT_IN_GROUP or RESOURCE_NOT_FOUND",
    ask: ({ outcome }) => outcome(`GET ${teams}/${none}`),
    expected: "404 RESOURCE_NOT_FOUND",
  },
  "missing, deleted": {
    call: "deleteOrgTeam of a team that is not there",
    by: "operator atlasproject/team_reconciler.go:301: NOT_IN_GROUP or RESOURCE_NOT_FOUND",
    ask: ({ outcome }) => outcome(`DELETE ${teams}/${none}`),
    expected: "404 RESOURCE_NOT_FOUND",
  },
  "missing, by name": {
    call: "getOrgTeamByName of a name that no team has",
    by: "operator translation/teams/teams.go:77; Terraform team/resource_team.go:105: any 404",
    ask: async ({ reply }) => (await reply(`GET ${teams}/byName/nope`)).status,
    expected: 404,
  },
  "gone, removed from a project": {
    call: "removeGroupTeam of a team that was deleted",
    by: "Terraform project/resource_project.go:574 (PR 668 for issue 662)",
    ask: async ({ outcome }) => [
      await outcome(`POST /groups/${G}/teams`, [{ teamId: T, roleNames: ["GROUP_READ_ONLY"] }]),
      await outcome(`DELETE ${teams}/${T}`),
      await outcome(`DELETE /groups/${G}/teams/${T}`),
      await outcome(`DELETE ${teams}/${T}`),
      await outcome(`DELETE /groups/${G}/teams/${T}`),
    ],
    expected: ["200", "404 CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", "204", "204", "401 USER_UNAUTHORIZED"],
  },
  "not in the project": {
    call: "removeGroupTeam of a team without a role there",
    by: "Terraform teamprojectassignment/resource.go:164: 404 is gone",
    ask: ({ outcome }) => outcome(`DELETE /groups/${G}/teams/${T}`),
    expected: "404 TEAM_NOT_IN_GROUP",
  },
  "of a project": {
    call: "updateGroupTeam with an empty teamId, then getGroupTeam",
    by: "operator; Terraform (CLOUDP-335018)",
    ask: async ({ outcome, read }) => {
      await outcome(`POST /groups/${G}/teams`, [{ teamId: T, roleNames: ["GROUP_READ_ONLY"] }]);
      const at = `/groups/${G}/teams/${T}`;
      const { results } = await read(`PATCH ${at}`, { teamId: "", roleNames: ["GROUP_OWNER"] });
      return [results[0].roleNames, (await read(`GET ${at}`)).roleNames];
    },
    expected: [["GROUP_OWNER"], ["GROUP_OWNER"]],
  },
  "the last one, older": {
    call: "removeOrgTeamUserFromTeam of the last one",
    by: "Terraform 2662, 2680; team/update_user.go:19 adds before it removes",
    ask: ({ outcome, userId }) => outcome(`DELETE ${teams}/${T}/users/${userId("owner@example.com")}`),
    expected: "400 CANNOT_REMOVE_LAST_USER_FROM_TEAM",
  },
  "the last one, newer": {
    call: "removeOrgTeamUser of the last one",
    by: "Terraform clouduserteamassignment/resource_test.go:68 (live)",
    ask: ({ outcome, userId }) =>
      outcome(`POST ${teams}/${T}:removeUser`, { id: userId("owner@example.com") }),
    expected: "200",
  },
  "of nobody": {
    call: "createOrgTeam with usernames null, absent or empty",
    by: "Terraform resource_team_test.go:18 (live)",
    ask: async ({ outcome }) => [
      await outcome(`POST ${teams}`, { name: "a", usernames: null }),
      await outcome(`POST ${teams}`, { name: "b" }),
      await outcome(`POST ${teams}`, { name: "c", usernames: [] }),
    ],
    expected: ["201", "201", "201"],
  },
  "of a pending person": {
    call: "createOrgTeam with the address of an invited person",
    by: "Terraform 361 (2020)",
    ask: ({ outcome }) => outcome(`POST ${teams}`, { name: "a", usernames: ["new@example.com"] }),
    expected: "201",
    differs: { here: "404 CANNOT_ADD_PENDING_USER", reason: before2021 },
  },
  "a pending person, older": {
    call: "addOrgTeamUsers of an invited person",
    by: "CLI 3373 (2024): its text says so",
    ask: async ({ outcome, read }) => {
      const [{ id }] = (await read(`GET ${users}?username=new@example.com`)).results;
      return outcome(`POST ${teams}/${T}/users`, [{ id }], oldTeams);
    },
    expected: "200",
    differs: {
      here: "404 CANNOT_ADD_PENDING_USER",
      reason: `the help of a command, not an answer; ${before2021.slice(before2021.indexOf("the published"))}`,
    },
  },
  "a pending person, newer": {
    call: "addOrgTeamUser of an invited person",
    by: "Terraform clouduserorgassignment/resource_test.go:140 (live)",
    ask: async ({ outcome, read }) => {
      const [{ id }] = (await read(`GET ${users}?username=new@example.com`)).results;
      return outcome(`POST ${teams}/${T}:addUser`, { id });
    },
    expected: "200",
  },
  "an invented address": {
    call: "createOrgTeam with an unknown address",
    by: "operator 994 (2023), pulumi 440 (2024): 500 UNEXPECTED_ERROR",
    ask: ({ outcome }) => outcome(`POST ${teams}`, { name: "a", usernames: [guest] }),
    expected: "500 UNEXPECTED_ERROR",
    differs: {
      here: "404 USERNAME_NOT_FOUND",
      reason: "it is a defect of Atlas; a fault can inject this answer in a rehearsal",
    },
  },
  "an id that is none, in a body": {
    call: "addGroupTeams with a teamId that is no id",
    by: "Terraform 389 (2021, version 1.0): 400 INVALID_JSON_ATTRIBUTE",
    ask: ({ outcome }) => outcome(`POST /groups/${G}/teams`, [{ teamId: "x", roleNames: ["GROUP_OWNER"] }]),
    expected: "400 INVALID_JSON_ATTRIBUTE",
    differs: { here: "400 BAD_REQUEST", reason: "version 1.0 of 2021; here the field is named" },
  },
  "a member again": {
    call: "addOrgTeamUsers of a member",
    by: "Baton teams.go:221: 409 is granted already",
    ask: async ({ reply, userId }) =>
      (await reply(`POST ${teams}/${T}/users`, [{ id: userId("owner@example.com") }])).status,
    expected: 409,
  },
  "not a member": {
    call: "removeOrgTeamUserFromTeam of somebody who is not in it",
    by: "Baton teams.go:265: 404",
    ask: async ({ reply, userId }) =>
      (await reply(`DELETE ${teams}/${T}/users/${userId("member@example.com")}`)).status,
    expected: 404,
  },
  filters: {
    call: "listOrgTeamUsers by userId, and by username",
    by: "Terraform clouduserteamassignment/resource.go:70",
    ask: async ({ read, userId }) => [
      (await read(`GET ${teams}/${T}/users?userId=${userId("owner@example.com")}`)).totalCount,
      (await read(`GET ${teams}/${T}/users?username=member@example.com`)).totalCount,
    ],
    expected: [1, 0],
  },
  location: {
    call: "createOrgTeam: Location",
    by: "CLI recording of teams",
    ask: async ({ reply, stage }) => {
      const { headers, json } = await reply(`POST ${teams}`, { name: "a", usernames: [] });
      return headers.location?.replace(stage.url, "").replace(json.id, "{id}");
    },
    expected: `/orgs/${O}/teams/{id}`,
  },
  "events, made": {
    call: "createOrgTeam with people: its events, the newest first",
    by: "CLI recording of the organization's events, twice",
    ask: async ({ outcome, events }) => {
      await outcome(`POST ${teams}`, { name: "a", usernames: ["owner@example.com"] });
      return (await events()).slice(0, 2);
    },
    expected: ["TEAM_CREATED", "JOINED_TEAM"],
  },
  "events, deleted": {
    call: "deleteOrgTeam with people: its events, the newest first",
    by: "CLI recording of the organization's events, twice",
    ask: async ({ outcome, events }) => {
      await outcome(`DELETE ${teams}/${T}`);
      return (await events()).slice(0, 2);
    },
    expected: ["TEAM_DELETED", "REMOVED_FROM_TEAM"],
  },
};
