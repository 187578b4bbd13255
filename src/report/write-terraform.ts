// Writes a call as a block of the Terraform provider: the resource or data source for it.
import { quoteProgram } from "../domain/quoting.ts";
import { type Body, type Call, isBlank, type Successor, userId, type Value } from "./steps.ts";
import { endingNote } from "./terraform-endings.ts";

const account = "name description roles secretExpiresAfterHours";
const entry = "ipAddress cidrBlock";

/**
 * By operation its resource and the members of the body that this takes, each with its argument where that is another word.
 * `-name` is a parameter that the resource has no argument for, `+name` an argument that it cannot do without.
 */
const resources: Readonly<Record<string, string>> = {
  addGroupUsers: "cloud_user_project_assignment username roles",
  addGroupUserRole: "cloud_user_project_assignment -userId +username +roles",
  createOrgUser: "cloud_user_org_assignment username roles",
  updateOrgUser: "cloud_user_org_assignment -userId +username roles",
  addOrgTeamUser: "cloud_user_team_assignment -userId id=user_id",

  createGroup: "project name orgId",
  updateGroup: "project -groupId +org_id name",
  updateGroupSettings:
    "project -groupId +org_id +name isClusterAiAssistantEnabled isCollectDatabaseSpecificsStatisticsEnabled isDataExplorerEnabled isDataExplorerGenAIFeaturesEnabled isDataExplorerGenAISampleDocumentPassingEnabled isExtendedStorageSizesEnabled isNativeRerankingEnabled isPerformanceAdvisorEnabled isRealtimePerformancePanelEnabled isSchemaAdvisorEnabled",
  createOrg: "organization name orgOwnerId",
  updateOrg: "organization -orgId name",
  updateOrgSettings:
    "organization -orgId +name apiAccessListRequired multiFactorAuthRequired restrictEmployeeAccess genAIFeaturesEnabled securityContact",

  createOrgTeam: "team name usernames",
  renameOrgTeam: "team -teamId name",
  addGroupTeams: "team_project_assignment teamId roleNames",
  updateGroupTeam: "team_project_assignment roleNames",

  createOrgApiKey: "api_key desc=description roles=role_names",
  updateOrgApiKey: "api_key -apiUserId desc=description roles=role_names +description +role_names",
  addGroupApiKey: "api_key_project_assignment roles",
  updateGroupApiKeyRoles: "api_key_project_assignment roles",
  createOrgApiKeyAccessListEntry: `access_list_api_key ${entry}`,

  createOrgServiceAccount: `service_account ${account}`,
  updateOrgServiceAccount: `service_account -clientId ${account} +name +description +roles`,
  createOrgServiceAccountSecret: "service_account_secret secretExpiresAfterHours",
  createOrgServiceAccountAccessList: `service_account_access_list_entry ${entry}`,
  inviteGroupServiceAccount: "service_account_project_assignment roles",
  createGroupServiceAccount: `project_service_account ${account}`,
  updateGroupServiceAccount: `project_service_account -clientId ${account} +name +description +roles`,
  createGroupServiceAccountSecret: "project_service_account_secret secretExpiresAfterHours",
  createGroupServiceAccountAccessList: `project_service_account_access_list_entry ${entry}`,
};

const dataSources: Readonly<Record<string, string>> = {
  getGroupUser: "cloud_user_project_assignment",
  listGroupUsers: "project",
  getOrgUser: "cloud_user_org_assignment",
  listOrgUsers: "organization",
  listOrgTeamUsers: "organization -teamId",
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
};

/** How to find in its attributes what the list has. */
const hints: Readonly<Record<string, string>> = {
  listGroupUsers: "# Its attribute users has the people.",
  listOrgUsers: "# Its attribute users has the people.",
  listOrgTeamUsers:
    "# Its attribute users has the people; those of the team have its id among their team_ids.",
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
};

/** What the provider calls otherwise than the API. */
const renamed: Readonly<Record<string, string>> = {
  groupId: "project_id",
  groupName: "name",
  limitName: "name",
  teamName: "name",
  apiUserId: "api_key_id",
};

/** `orgId` → `org_id`. */
const argumentOf = (name: string): string =>
  renamed[name] ?? name.replace("AI", "Ai").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A text of HCL: `${` and `%{` would begin an expression. */
export const quoteHcl = (text: string): string => quoteProgram(text).replace(/[$%](?=\{)/g, "$&$&");

const variable = (blank: string): string => `var.${blank.toLowerCase()}`;

function write(value: Body | undefined): string {
  if (typeof value === "string") return quoteHcl(value);
  if (isBlank(value)) return variable(value.blank);
  if (Array.isArray(value)) return `[${value.map(write).join(", ")}]`;
  // The one object that a body has: roles in an organization.
  return typeof value === "object" && value !== null
    ? `{\n    org_roles = ${write((value as Record<string, Body>).orgRoles ?? [])}\n  }`
    : String(value);
}

/** Arguments as `terraform fmt` has them: what spans several lines is aligned with nothing, so it comes last. */
export function writeArguments(given: Readonly<Record<string, string>>, indent = "  "): string {
  const isLong = (value: string) => value.includes("\n");
  const all = Object.entries(given).sort(([, a], [, b]) => Number(isLong(a)) - Number(isLong(b)));
  const lengthOf = (name: string) => [...name].length;
  const width = Math.max(...all.map(([name, value]) => (isLong(value) ? 0 : lengthOf(name))));
  return all
    .map(([name, value]) => {
      const gap = isLong(value) ? "" : " ".repeat(width - lengthOf(name));
      return `${indent}${name}${gap} = ${value}`;
    })
    .join("\n");
}

const above = (...lines: readonly string[]): string => lines.filter(Boolean).join("\n");

function blockOf(call: Call, roles?: readonly Value[]): string | undefined {
  const { operationId, query } = call;
  const removed = removals[operationId];
  if (removed !== undefined) {
    const type = `mongodbatlas_${removed}`;
    return above(endingNote(type), `# Remove the block of resource "${type}" and apply.`);
  }
  const isResource = operationId in resources;
  const block = resources[operationId] ?? dataSources[operationId];
  if (block === undefined) return undefined;
  const [ofAll = "", ...members] = block.split(" ");
  const ofOne = query?.username === undefined ? undefined : ofOnePerson[operationId];
  const type = `mongodbatlas_${ofOne ?? ofAll}`;
  const args = argumentsOf(call, members, ofOne !== undefined);
  if (roles !== undefined) args.roles = write(roles);
  // The provider finds people by their address, without an id from a look-up.
  if (!isResource && /_cloud_user_/.test(type) && !("user_id" in args))
    args.username ??= variable("USERNAME");
  const hint = ofOne === undefined ? (hints[operationId] ?? "") : "";
  const inside = Object.keys(args).length === 0 ? "" : `\n${writeArguments(args)}\n`;
  const note = endingNote(isResource ? type : `data.${type}`);
  return above(note, hint, `${isResource ? "resource" : "data"} "${type}" "this" {${inside}}`);
}

function argumentsOf({ params, query, body }: Call, members: readonly string[], isOfOne: boolean) {
  const args: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...params, ...(isOfOne && { username: query?.username }) })) {
    const isLookedUp = isBlank(value) && value.blank === userId.blank;
    if (!isLookedUp && !members.includes(`-${name}`)) args[argumentOf(name)] = write(value);
  }
  // A list becomes a resource for each; one shows how.
  const first = ((Array.isArray(body) ? body[0] : body) ?? {}) as Record<string, Body>;
  for (const member of members) {
    const [name = "", argument = argumentOf(name)] = member.split("=");
    if (name.startsWith("+")) args[name.slice(1)] ??= variable(name.slice(1));
    else if (first[name] !== undefined) args[argument] = write(first[name]);
  }
  return args;
}

/** The resource of a person in an organization takes neither roles in projects nor teams: those are resources of their own. */
function partsOfPerson(call: Call): Call[] {
  const {
    roles = {},
    teamIds = [],
    username = { blank: "USERNAME" },
  } = (call.body ?? {}) as Record<string, Body>;
  const { groupRoleAssignments = [] } = roles as Record<string, Body>;
  if (!/^(create|update)OrgUser$/.test(call.operationId)) return [call];
  return [
    call,
    ...(groupRoleAssignments as Record<"groupId" | "groupRoles", Value>[]).map(
      ({ groupId, groupRoles }): Call => ({
        operationId: "addGroupUsers",
        params: { groupId },
        body: { username, roles: groupRoles },
      }),
    ),
    ...(teamIds as Value[]).map(
      (teamId): Call => ({
        operationId: "addOrgTeamUser",
        params: { ...call.params, teamId },
        body: { id: userId },
      }),
    ),
  ];
}

/** One block for each thing that the calls leave or read; look-ups are not needed, since the provider finds people itself. */
export function writeTerraform({ steps }: Successor): string {
  const written = steps.flatMap((step) => {
    if (step.kind === "find") return [];
    if (step.kind === "roles") return blockOf(step.add, step.wanted) ?? [];
    return partsOfPerson(step.call).flatMap((call) => blockOf(call) ?? []);
  });
  if (written.length === 0)
    return "# Nothing is written for Terraform here: look for it in the provider's documentation.";
  return written
    .map((block, index) => (index === 0 ? block : block.replace('"this"', `"this_${index + 1}"`)))
    .join("\n\n");
}
