// Writes a call as a block of the Terraform provider: the resource or data source for it.
import { type Body, type Call, isBlank, type Successor, type Value } from "./steps.ts";

/** Which block stands for an operation, and how the parameters of its path are called there. */
interface Block {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly names: Readonly<Record<string, string>>;
  /** Members of the body, by name, and the argument that takes each. */
  readonly members?: Readonly<Record<string, string>>;
  /** Arguments that are made of the body otherwise. */
  readonly body?: (body: Readonly<Record<string, Body>>) => Readonly<Record<string, string>>;
}

const variable = (blank: string): string => `var.${blank.toLowerCase()}`;

const write = (value: Value): string =>
  isBlank(value) ? variable(value.blank) : JSON.stringify(value).replace(/[$%](?=\{)/g, "$&$&");

const writeAny = (value: Body): string =>
  value === null || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : Array.isArray(value)
      ? `[${value.map(writeAny).join(", ")}]`
      : write(value as Value);

const list = (values: Body | undefined): string =>
  Array.isArray(values) ? `[${values.map((each) => write(each as Value)).join(", ")}]` : "[]";

const orgRoles = ({ orgRoles, groupRoleAssignments }: Readonly<Record<string, Body>>): string => {
  const assignments = (Array.isArray(groupRoleAssignments) ? groupRoleAssignments : []) as Record<
    string,
    Body
  >[];
  const projects = assignments.map(
    ({ groupId, groupRoles }) =>
      `      { project_id = ${write(groupId as Value)}, project_roles = ${list(groupRoles)} },`,
  );
  return [
    "{",
    `    org_roles = ${list(orgRoles)}`,
    ...(projects.length === 0 ? [] : ["    project_role_assignments = [", ...projects, "    ]"]),
    "  }",
  ].join("\n");
};

const inGroup = { groupId: "project_id", userId: "user_id", username: "username" };
const inOrg = { orgId: "org_id", userId: "user_id", username: "username" };
const inTeam = { orgId: "org_id", teamId: "team_id", userId: "user_id" };
const ofGroup = {
  groupId: "project_id",
  groupName: "name",
  limitName: "name",
  invitationId: "invitation_id",
};
const ofOrg = { orgId: "org_id", invitationId: "invitation_id", teamName: "name", teamId: "team_id" };
const ofTeam = { groupId: "project_id", teamId: "team_id" };
const ofKey = { orgId: "org_id", groupId: "project_id", apiUserId: "api_key_id", ipAddress: "ip_address" };
const ofAccount = {
  orgId: "org_id",
  groupId: "project_id",
  clientId: "client_id",
  secretId: "secret_id",
  ipAddress: "ip_address",
};
const keyMembers = { desc: "description", roles: "role_names" };
const accountMembers = {
  name: "name",
  description: "description",
  roles: "roles",
  secretExpiresAfterHours: "secret_expires_after_hours",
};
const secretMembers = { secretExpiresAfterHours: "secret_expires_after_hours" };
const entryMembers = { ipAddress: "ip_address", cidrBlock: "cidr_block" };
const invitationMembers = { username: "username", roles: "roles", teamIds: "teams_ids" };
const settings = {
  apiAccessListRequired: "api_access_list_required",
  multiFactorAuthRequired: "multi_factor_auth_required",
  restrictEmployeeAccess: "restrict_employee_access",
  genAIFeaturesEnabled: "gen_ai_features_enabled",
  securityContact: "security_contact",
};
const groupSettings = {
  isCollectDatabaseSpecificsStatisticsEnabled: "is_collect_database_specifics_statistics_enabled",
  isDataExplorerEnabled: "is_data_explorer_enabled",
  isExtendedStorageSizesEnabled: "is_extended_storage_sizes_enabled",
  isPerformanceAdvisorEnabled: "is_performance_advisor_enabled",
  isRealtimePerformancePanelEnabled: "is_realtime_performance_panel_enabled",
  isSchemaAdvisorEnabled: "is_schema_advisor_enabled",
};

const resource = (
  type: string,
  names: Block["names"],
  members: NonNullable<Block["members"]> = {},
): Block => ({
  kind: "resource",
  type,
  names,
  members,
});
const data = (type: string, names: Block["names"] = {}): Block => ({ kind: "data", type, names });

const blocks: Readonly<Record<string, Block>> = {
  addGroupUsers: {
    kind: "resource",
    type: "cloud_user_project_assignment",
    names: inGroup,
    body: ({ roles, username }) => ({ username: write(username as Value), roles: list(roles) }),
  },
  addGroupUserRole: { kind: "resource", type: "cloud_user_project_assignment", names: inGroup },
  getGroupUser: { kind: "data", type: "cloud_user_project_assignment", names: inGroup },
  listGroupUsers: { kind: "data", type: "project", names: inGroup },
  createOrgUser: {
    kind: "resource",
    type: "cloud_user_org_assignment",
    names: inOrg,
    body: ({ roles, username }) => ({
      username: write(username as Value),
      roles: orgRoles(roles as Record<string, Body>),
    }),
  },
  updateOrgUser: {
    kind: "resource",
    type: "cloud_user_org_assignment",
    names: inOrg,
    body: ({ roles }) => ({ roles: orgRoles(roles as Record<string, Body>) }),
  },
  getOrgUser: { kind: "data", type: "cloud_user_org_assignment", names: inOrg },
  listOrgUsers: { kind: "data", type: "organization", names: inOrg },
  addOrgTeamUser: {
    kind: "resource",
    type: "cloud_user_team_assignment",
    names: inTeam,
    body: ({ id }) => ({ user_id: write(id as Value) }),
  },
  listOrgTeamUsers: { kind: "data", type: "team", names: inTeam },

  createGroup: resource("project", {}, { name: "name", orgId: "org_id" }),
  updateGroup: resource("project", ofGroup, { name: "name" }),
  updateGroupSettings: resource("project", ofGroup, groupSettings),
  getGroup: data("project", ofGroup),
  getGroupByName: data("project", ofGroup),
  listGroups: data("projects"),
  createOrg: resource("organization", {}, { name: "name", orgOwnerId: "org_owner_id" }),
  updateOrg: resource("organization", ofOrg, { name: "name" }),
  updateOrgSettings: resource("organization", ofOrg, settings),
  getOrg: data("organization", ofOrg),
  getOrgSettings: data("organization", ofOrg),
  listOrgs: data("organizations"),

  createOrgTeam: resource("team", ofOrg, { name: "name", usernames: "usernames" }),
  renameOrgTeam: resource("team", ofOrg, { name: "name" }),
  getOrgTeam: data("team", ofOrg),
  getOrgTeamByName: data("team", ofOrg),
  addGroupTeams: resource("team_project_assignment", ofTeam, { teamId: "team_id", roleNames: "role_names" }),
  updateGroupTeam: resource("team_project_assignment", ofTeam, { roleNames: "role_names" }),
  getGroupTeam: data("team_project_assignment", ofTeam),

  createOrgApiKey: resource("api_key", ofKey, keyMembers),
  updateOrgApiKey: resource("api_key", ofKey, keyMembers),
  getOrgApiKey: data("api_key", ofKey),
  listOrgApiKeys: data("api_keys", ofKey),
  listGroupApiKeys: data("project_api_keys", ofKey),
  addGroupApiKey: resource("api_key_project_assignment", ofKey, { roles: "roles" }),
  updateGroupApiKeyRoles: resource("api_key_project_assignment", ofKey, { roles: "roles" }),
  createOrgApiKeyAccessListEntry: resource("access_list_api_key", ofKey, entryMembers),
  getOrgApiKeyAccessListEntry: data("access_list_api_key", ofKey),
  listOrgApiKeyAccessListEntries: data("access_list_api_keys", ofKey),

  createOrgServiceAccount: resource("service_account", ofAccount, accountMembers),
  updateOrgServiceAccount: resource("service_account", ofAccount, accountMembers),
  getOrgServiceAccount: data("service_account", ofAccount),
  listOrgServiceAccounts: data("service_accounts", ofAccount),
  createOrgServiceAccountSecret: resource("service_account_secret", ofAccount, secretMembers),
  createOrgServiceAccountAccessList: resource("service_account_access_list_entry", ofAccount, entryMembers),
  listOrgServiceAccountAccessList: data("service_account_access_list_entries", ofAccount),
  inviteGroupServiceAccount: resource("service_account_project_assignment", ofAccount, { roles: "roles" }),
  createGroupServiceAccount: resource("project_service_account", ofAccount, accountMembers),
  updateGroupServiceAccount: resource("project_service_account", ofAccount, accountMembers),
  getGroupServiceAccount: data("project_service_account", ofAccount),
  listGroupServiceAccounts: data("project_service_accounts", ofAccount),
  createGroupServiceAccountSecret: resource("project_service_account_secret", ofAccount, secretMembers),
  createGroupServiceAccountAccessList: resource(
    "project_service_account_access_list_entry",
    ofAccount,
    entryMembers,
  ),
  listGroupServiceAccountAccessList: data("project_service_account_access_list_entries", ofAccount),

  createGroupInvite: resource("project_invitation", ofGroup, invitationMembers),
  updateGroupInvites: resource("project_invitation", ofGroup, invitationMembers),
  getGroupInvite: data("project_invitation", ofGroup),
  createOrgInvite: resource("org_invitation", ofOrg, invitationMembers),
  updateOrgInvites: resource("org_invitation", ofOrg, invitationMembers),
  getOrgInvite: data("org_invitation", ofOrg),
};

const listsOfPeople: ReadonlySet<string> = new Set(["listGroupUsers", "listOrgUsers", "listOrgTeamUsers"]);

/** Ends a membership by removing its block. */
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

function blockOf({ operationId, params, query, body }: Call, roles?: readonly Value[]): string | undefined {
  const removed = removals[operationId];
  if (removed !== undefined) return `# Remove the block of resource "mongodbatlas_${removed}" and apply.`;
  const block = blocks[operationId];
  if (block === undefined) return undefined;
  // A list by an address is the data source of one person; without one it has everybody in its attribute users.
  const isOfOne =
    query?.username !== undefined && (operationId === "listOrgUsers" || operationId === "listGroupUsers");
  const type = isOfOne
    ? operationId === "listOrgUsers"
      ? "cloud_user_org_assignment"
      : "cloud_user_project_assignment"
    : block.type;
  const given: Record<string, Value> = { ...params, ...(isOfOne && { username: query.username as Value }) };
  const args: Record<string, string> = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const argument = block.names[name];
      // The provider finds people by their address, without an id from a look-up.
      return argument === undefined || (isBlank(value) && value.blank === "USER_ID")
        ? []
        : [[argument, write(value)]];
    }),
  );
  // A list becomes a resource for each; one shows how.
  const members = ((Array.isArray(body) ? body[0] : body) ?? {}) as Record<string, Body>;
  for (const [name, argument] of Object.entries(block.members ?? {})) {
    if (members[name] !== undefined) args[argument] = writeAny(members[name]);
  }
  if (body !== undefined && block.body !== undefined) Object.assign(args, block.body(members));
  if (roles !== undefined) args.roles = list(roles);
  if (!("user_id" in args || "username" in args) && /^cloud_user_/.test(type))
    args.username = variable("USERNAME");
  // As `terraform fmt` has it: what spans several lines is aligned with nothing, so it comes last.
  const width = Math.max(
    ...Object.entries(args).map(([name, value]) => (value.includes("\n") ? 0 : name.length)),
  );
  const inOrder = Object.entries(args).sort(
    ([, a], [, b]) => Number(a.includes("\n")) - Number(b.includes("\n")),
  );
  const lines = inOrder.map(([name, value]) =>
    value.includes("\n") ? `  ${name} = ${value}` : `  ${name.padEnd(width)} = ${value}`,
  );
  const hint = !isOfOne && listsOfPeople.has(operationId) ? "# Its attribute users has the people.\n" : "";
  const inside = lines.length === 0 ? "" : `\n${lines.join("\n")}\n`;
  return `${hint}${block.kind} "mongodbatlas_${type}" "this" {${inside}}`;
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
