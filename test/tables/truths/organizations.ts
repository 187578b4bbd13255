// The statements of clients on organizations and their settings, and on invitations.
import { G, names, none, O, T, type Truths } from "./truth.ts";

const invites = `/orgs/${O}/invites`;
const groupInvites = `/groups/${G}/invites`;
const settings = `/orgs/${O}/settings`;
const guest = "guest@example.com";

export const organizations: Truths = {
  "unknown owner": {
    call: "createOrg with an owner who does not exist",
    by: "Terraform resource_organization.go:190, test :188 (live)",
    ask: ({ outcome }) => outcome("POST /orgs", { name: "a", orgOwnerId: none }),
    expected: "404 USER_NOT_FOUND",
  },
  "non-paying organization": {
    call: "createOrg by a key of an organization that does not pay",
    by: "Terraform organization/resource_organization_test.go:181 (live, comment)",
    ask: ({ outcome, userId }) =>
      outcome("POST /orgs", { name: "a", orgOwnerId: userId("owner@example.com") }),
    expected: "API_KEY_MUST_BE_ASSOCIATED_WITH_PAYING_ORG",
    differs: {
      here: "201",
      reason: "there is no billing here; a fault can inject this answer in a rehearsal",
    },
  },
  "key shown": {
    call: "createOrg with an API key: what is read without a check",
    by: "Terraform, CloudFormation: apiKey.publicKey, apiKey.privateKey, organization.id, organization.isDeleted",
    ask: async ({ read, userId }) => {
      const apiKey = { desc: "a", roles: ["ORG_OWNER"] };
      const made = await read("POST /orgs", { name: "a", orgOwnerId: userId("owner@example.com"), apiKey });
      const { publicKey, privateKey } = made.apiKey;
      const { id, isDeleted } = made.organization;
      return [typeof publicKey, typeof privateKey, typeof id, isDeleted];
    },
    expected: ["string", "string", "string", false],
  },
  "id in the body": {
    call: "updateOrg with the organization's id in the body",
    by: "CloudFormation organization/cmd/resource/resource.go:177",
    ask: ({ outcome }) => outcome(`PATCH /orgs/${O}`, { id: O, name: "Acme" }),
    expected: "200",
  },
  "security contact": {
    call: "updateOrgSettings with securityContact empty",
    by: "Terraform resource_organization.go:369",
    ask: ({ outcome }) => outcome(`PATCH ${settings}`, { securityContact: "" }),
    expected: "200",
  },
  "settings, read": {
    call: "getOrgSettings: status, and streamsCrossGroupEnabled",
    by: "operator translation/atlasorgsettings/service.go:46",
    ask: async ({ reply }) => {
      const { status, json } = await reply(`GET ${settings}`);
      return [status, json.streamsCrossGroupEnabled];
    },
    expected: [200, false],
  },
  "settings, all": {
    call: "updateOrgSettings with what the operator's live tests send",
    by: "operator e2e2 (live)",
    ask: ({ outcome }) =>
      outcome(`PATCH ${settings}`, {
        apiAccessListRequired: false,
        genAIFeaturesEnabled: true,
        maxServiceAccountSecretValidityInHours: 24,
        multiFactorAuthRequired: false,
        restrictEmployeeAccess: false,
        securityContact: "a@example.com",
        streamsCrossGroupEnabled: true,
      }),
    expected: "200",
  },
  "not empty": {
    call: "deleteOrg with projects",
    by: "Terraform organization test :292",
    ask: ({ outcome }) => outcome(`DELETE /orgs/${O}`),
    expected: "409 ORG_NOT_EMPTY",
  },
  "deleted by itself": {
    call: "deleteOrg, then any call of its own key",
    by: "CloudFormation organization/cmd/resource/resource.go:241, 293: wants 401",
    ask: async ({ outcome, reply }) => {
      await outcome(`DELETE /groups/${G}`);
      return [await outcome(`DELETE /orgs/${O}`), (await reply(`GET /orgs/${O}`)).status];
    },
    expected: ["204", 401],
  },
  "name, empty": {
    call: "listOrgs with an empty name",
    by: "CLI organizations list",
    ask: ({ outcome }) => outcome("GET /orgs?name="),
    expected: "200",
  },
  links: {
    call: "listOrgs, getOrg: id and name, read without a check",
    by: "Terraform, Baton",
    ask: async ({ read }) => {
      const [{ id, name }] = (await read("GET /orgs")).results;
      return [id, name];
    },
    expected: [O, "Acme"],
  },
};

export const invitations: Truths = {
  "of an organization, gone": {
    call: "getOrgInvite of one that was deleted",
    by: "Terraform resource_org_invitation.go:117, 178; CloudFormation org-invitation :102",
    ask: async ({ outcome, read }) => {
      const { id } = await read(`POST ${invites}`, { username: guest, roles: ["ORG_MEMBER"] });
      return [await outcome(`DELETE ${invites}/${id}`), await outcome(`GET ${invites}/${id}`)];
    },
    expected: ["204", "404 RESOURCE_NOT_FOUND"],
  },
  "of a project, gone": {
    call: "getGroupInvite of one that was deleted",
    by: "Terraform resource_project_invitation.go:100; CloudFormation project-invitation read.go:49",
    ask: async ({ outcome, read }) => {
      const { id } = await read(`POST ${groupInvites}`, { username: guest, roles: ["GROUP_READ_ONLY"] });
      return [await outcome(`DELETE ${groupInvites}/${id}`), await outcome(`GET ${groupInvites}/${id}`)];
    },
    expected: ["204", "404 RESOURCE_NOT_FOUND"],
  },
  "teams, none": {
    call: "createOrgInvite with teamIds empty",
    by: "Terraform resource_org_invitation.go:79; Ansible takes 200 or 201",
    ask: ({ outcome }) => outcome(`POST ${invites}`, { username: guest, roles: ["ORG_MEMBER"], teamIds: [] }),
    expected: "200",
  },
  "members of an organization's": {
    call: "createOrgInvite: members of the answer",
    by: "CLI recordings of invitations",
    ask: async ({ read }) => names(await read(`POST ${invites}`, { username: guest, roles: ["ORG_MEMBER"] })),
    expected: [
      "createdAt",
      "expiresAt",
      "groupRoleAssignments",
      "id",
      "inviterUsername",
      "orgId",
      "orgName",
      "roles",
      "teamIds",
      "username",
    ],
  },
  "members of a project's": {
    call: "createGroupInvite: members of the answer",
    by: "CLI recordings of invitations",
    ask: async ({ read }) =>
      names(await read(`POST ${groupInvites}`, { username: guest, roles: ["GROUP_READ_ONLY"] })),
    expected: [
      "createdAt",
      "expiresAt",
      "groupId",
      "groupName",
      "id",
      "inviterUsername",
      "roles",
      "username",
    ],
  },
  "lists, bare": {
    call: "listOrgInvites, listGroupInvites: bare lists",
    by: "CLI recordings; Ansible reads both forms",
    ask: async ({ read }) => [
      Array.isArray(await read(`GET ${invites}`)),
      Array.isArray(await read(`GET ${groupInvites}`)),
    ],
    expected: [true, true],
  },
  "events, changed and deleted": {
    call: "updateOrgInviteById with other roles, then deleteOrgInvite: their events",
    by: "CLI recording of the organization's events, complete for these minutes",
    ask: async ({ outcome, read, events }) => {
      const { id } = await read(`POST ${invites}`, { username: guest, roles: ["ORG_MEMBER"] });
      await outcome(`PATCH ${invites}/${id}`, { roles: ["ORG_READ_ONLY"] });
      await outcome(`DELETE ${invites}/${id}`);
      return (await events()).slice(0, 3).filter((type) => type !== "INVITED_TO_ORG");
    },
    expected: [],
    differs: {
      here: ["ORG_INVITATION_DELETED", "USER_ROLES_CHANGED_AUDIT"],
      reason:
        "an audit log must tell who withdrew or changed an invitation; both types are Atlas's, and only the older API was recorded",
    },
  },
  "into a team": {
    call: "createOrgInvite into a team: an event of its own",
    by: "CLI recording of the organization's events",
    ask: async ({ outcome, events }) => {
      await outcome(`POST ${invites}`, { username: guest, roles: ["ORG_MEMBER"], teamIds: [T] });
      return (await events()).slice(0, 2).sort();
    },
    expected: ["INVITED_TO_ORG", "INVITED_TO_TEAM"],
  },
};
