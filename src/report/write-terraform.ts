// Writes a call as a block of the Terraform provider: the resource or data source for it.
import { type Body, type Call, isBlank, type Successor, userId, type Value } from "./steps.ts";

const account = "name description roles secretExpiresAfterHours";
const entry = "ipAddress cidrBlock";
const invitation = "username roles teamIds";

/** By operation its resource and the members of the body that this takes, each with its argument where that is another word. */
const resources: Readonly<Record<string, string>> = {
  addGroupUsers: "cloud_user_project_assignment username roles",
  addGroupUserRole: "cloud_user_project_assignment",
  createOrgUser: "cloud_user_org_assignment username roles",
  updateOrgUser: "cloud_user_org_assignment roles",
  addOrgTeamUser: "cloud_user_team_assignment id=user_id",

  createGroup: "project name orgId",
  updateGroup: "project name",
  updateGroupSettings:
    "project isCollectDatabaseSpecificsStatisticsEnabled isDataExplorerEnabled isExtendedStorageSizesEnabled isPerformanceAdvisorEnabled isRealtimePerformancePanelEnabled isSchemaAdvisorEnabled",
  createOrg: "organization name orgOwnerId",
  updateOrg: "organization name",
  updateOrgSettings:
    "organization apiAccessListRequired multiFactorAuthRequired restrictEmployeeAccess genAIFeaturesEnabled=gen_ai_features_enabled securityContact",

  createOrgTeam: "team name usernames",
  renameOrgTeam: "team name",
  addGroupTeams: "team_project_assignment teamId roleNames",
  updateGroupTeam: "team_project_assignment roleNames",

  createOrgApiKey: "api_key desc=description roles=role_names",
  updateOrgApiKey: "api_key desc=description roles=role_names",
  addGroupApiKey: "api_key_project_assignment roles",
  updateGroupApiKeyRoles: "api_key_project_assignment roles",
  createOrgApiKeyAccessListEntry: `access_list_api_key ${entry}`,

  createOrgServiceAccount: `service_account ${account}`,
  updateOrgServiceAccount: `service_account ${account}`,
  createOrgServiceAccountSecret: "service_account_secret secretExpiresAfterHours",
  createOrgServiceAccountAccessList: `service_account_access_list_entry ${entry}`,
  inviteGroupServiceAccount: "service_account_project_assignment roles",
  createGroupServiceAccount: `project_service_account ${account}`,
  updateGroupServiceAccount: `project_service_account ${account}`,
  createGroupServiceAccountSecret: "project_service_account_secret secretExpiresAfterHours",
  createGroupServiceAccountAccessList: `project_service_account_access_list_entry ${entry}`,

  createGroupInvite: `project_invitation ${invitation}`,
  updateGroupInvites: `project_invitation ${invitation}`,
  createOrgInvite: `org_invitation ${invitation}`,
  updateOrgInvites: `org_invitation ${invitation}`,
};

const dataSources: Readonly<Record<string, string>> = {
  getGroupUser: "cloud_user_project_assignment",
  listGroupUsers: "project",
  getOrgUser: "cloud_user_org_assignment",
  listOrgUsers: "organization",
  listOrgTeamUsers: "team",
  getGroup: "project",
  getGroupByName: "project",
  listGroups: "projects",
  getOrg: "organization",
  getOrgSettings: "organization",
  listOrgs: "organizations",
  getOrgTeam: "team",
  getOrgTeamByName: "team",
  getGroupTeam: "team_project_assignment",
  getOrgApiKey: "api_key",
  listOrgApiKeys: "api_keys",
  listGroupApiKeys: "project_api_keys",
  getOrgApiKeyAccessListEntry: "access_list_api_key",
  listOrgApiKeyAccessListEntries: "access_list_api_keys",
  getOrgServiceAccount: "service_account",
  listOrgServiceAccounts: "service_accounts",
  listOrgServiceAccountAccessList: "service_account_access_list_entries",
  getGroupServiceAccount: "project_service_account",
  listGroupServiceAccounts: "project_service_accounts",
  listGroupServiceAccountAccessList: "project_service_account_access_list_entries",
  getGroupInvite: "project_invitation",
  getOrgInvite: "org_invitation",
};

/** A list by an address is the data source of one person; without one it has everybody in its attribute users. */
const ofOnePerson: Readonly<Record<string, string>> = {
  listGroupUsers: "cloud_user_project_assignment",
  listOrgUsers: "cloud_user_org_assignment",
};

/** Ended by removing the block. */
const removals: Readonly<Record<string, string>> = {
  removeGroupUser: "cloud_user_project_assignment",
  removeOrgUser: "cloud_user_org_assignment",
  removeOrgTeamUser: "cloud_user_team_assignment",
  deleteGroup: "project",
  deleteOrg: "organization",
  deleteOrgTeam: "team",
  removeGroupTeam: "team_project_assignment",
  deleteOrgApiKey: "api_key",
  removeGroupApiKey: "api_key_project_assignment",
  deleteOrgApiKeyAccessListEntry: "access_list_api_key",
  deleteOrgServiceAccount: "service_account",
  deleteOrgServiceAccountSecret: "service_account_secret",
  deleteOrgServiceAccountAccessListEntry: "service_account_access_list_entry",
  deleteGroupServiceAccount: "service_account_project_assignment",
  deleteGroupServiceAccountSecret: "project_service_account_secret",
  deleteGroupServiceAccountAccessListEntry: "project_service_account_access_list_entry",
  deleteGroupInvite: "project_invitation",
  deleteOrgInvite: "org_invitation",
};

/** What the provider calls otherwise than the API. */
const renamed: Readonly<Record<string, string>> = {
  groupId: "project_id",
  groupName: "name",
  limitName: "name",
  teamName: "name",
  apiUserId: "api_key_id",
  teamIds: "teams_ids",
};

/** `orgId` → `org_id`. */
const argumentOf = (name: string): string =>
  renamed[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A text of HCL: `${` and `%{` would begin an expression. */
export const quoteHcl = (text: string): string => JSON.stringify(text).replace(/[$%](?=\{)/g, "$&$&");

const variable = (blank: string): string => `var.${blank.toLowerCase()}`;

function write(value: Body | undefined): string {
  if (typeof value === "string") return quoteHcl(value);
  if (isBlank(value)) return variable(value.blank);
  if (Array.isArray(value)) return `[${value.map(write).join(", ")}]`;
  return typeof value === "object" && value !== null
    ? writeRoles(value as Record<string, Body>)
    : String(value);
}

/** The one object that a body has, beside lists of it: roles in an organization and its projects. */
function writeRoles({ orgRoles = [], groupRoleAssignments = [] }: Readonly<Record<string, Body>>): string {
  const projects = (groupRoleAssignments as Record<string, Body>[]).map(
    ({ groupId, groupRoles = [] }) =>
      `      { project_id = ${write(groupId)}, project_roles = ${write(groupRoles)} },`,
  );
  return [
    "{",
    `    org_roles = ${write(orgRoles)}`,
    ...(projects.length === 0 ? [] : ["    project_role_assignments = [", ...projects, "    ]"]),
    "  }",
  ].join("\n");
}

/** Arguments as `terraform fmt` has them: what spans several lines is aligned with nothing, so it comes last. */
export function writeArguments(given: Readonly<Record<string, string>>, indent = "  "): string {
  const isLong = (value: string) => value.includes("\n");
  const all = Object.entries(given).sort(([, a], [, b]) => Number(isLong(a)) - Number(isLong(b)));
  const width = Math.max(...all.map(([name, value]) => (isLong(value) ? 0 : name.length)));
  return all
    .map(([name, value]) => `${indent}${isLong(value) ? name : name.padEnd(width)} = ${value}`)
    .join("\n");
}

function blockOf({ operationId, params, query, body }: Call, roles?: readonly Value[]): string | undefined {
  const removed = removals[operationId];
  if (removed !== undefined) return `# Remove the block of resource "mongodbatlas_${removed}" and apply.`;
  const kind = operationId in resources ? "resource" : "data";
  const block = resources[operationId] ?? dataSources[operationId];
  if (block === undefined) return undefined;
  const [ofAll = "", ...members] = block.split(" ");
  const ofOne = query?.username === undefined ? undefined : ofOnePerson[operationId];
  const type = ofOne ?? ofAll;
  const args: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...params, ...(ofOne && { username: query?.username }) })) {
    // The provider finds people by their address, without an id from a look-up.
    if (!(isBlank(value) && value.blank === userId.blank)) args[argumentOf(name)] = write(value);
  }
  // A list becomes a resource for each; one shows how.
  const first = ((Array.isArray(body) ? body[0] : body) ?? {}) as Record<string, Body>;
  for (const member of members) {
    const [name = "", argument = argumentOf(name)] = member.split("=");
    if (first[name] !== undefined) args[argument] = write(first[name]);
  }
  if (roles !== undefined) args.roles = write(roles);
  if (!("user_id" in args || "username" in args) && type.startsWith("cloud_user_")) {
    args.username = variable("USERNAME");
  }
  const isOfMany = ofOne === undefined && /^list\w*Users$/.test(operationId);
  const hint = isOfMany ? "# Its attribute users has the people.\n" : "";
  const inside = Object.keys(args).length === 0 ? "" : `\n${writeArguments(args)}\n`;
  return `${hint}${kind} "mongodbatlas_${type}" "this" {${inside}}`;
}

/** One block for each thing that the calls leave or read; look-ups are not needed, since the provider finds people itself. */
export function writeTerraform({ steps }: Successor): string {
  const written = steps.flatMap((step) => {
    if (step.kind === "find") return [];
    const block = step.kind === "roles" ? blockOf(step.add, step.wanted) : blockOf(step.call);
    return block === undefined ? [] : [block];
  });
  if (written.length === 0) return "# Terraform's provider has no resource for it.";
  return written
    .map((block, index) => (index === 0 ? block : block.replace('"this"', `"this_${index + 1}"`)))
    .join("\n\n");
}
