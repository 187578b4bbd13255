// The names of commands, flags and variables, with those of the atlas CLI where they differ from the API's.

/** The operations that the atlas CLI calls by a shorter name; it has the long one as an alias too. */
const shortNames: Readonly<Record<string, string>> = {
  addGroupAccessUser: "addGroupUser",
  addOrgTeamUsers: "addTeamUsers",
  addOrgUserRole: "addOrgRole",
  createGroupMcpConfigSecret: "createGroupMcpSecret",
  createGroupServiceAccountAccessList: "createAccessList",
  createGroupServiceAccountSecret: "createGroupSecret",
  createOrgApiKeyAccessListEntry: "createOrgAccessEntry",
  createOrgMcpConfigSecret: "createOrgMcpSecret",
  createOrgServiceAccountAccessList: "createOrgAccessList",
  createOrgServiceAccountSecret: "createOrgSecret",
  deleteGroupMcpConfigSecret: "deleteGroupMcpSecret",
  deleteGroupServiceAccountAccessListEntry: "deleteGroupAccessEntry",
  deleteGroupServiceAccountSecret: "deleteGroupSecret",
  deleteOrgApiKeyAccessListEntry: "deleteAccessEntry",
  deleteOrgMcpConfigSecret: "deleteOrgMcpSecret",
  deleteOrgServiceAccountAccessListEntry: "deleteOrgAccessEntry",
  deleteOrgServiceAccountSecret: "deleteOrgSecret",
  disableGroupManagedSlowMs: "disableManagedSlowMs",
  enableGroupManagedSlowMs: "enableManagedSlowMs",
  getGroupManagedSlowMs: "getManagedSlowMs",
  getGroupMcpConfigSecret: "getGroupMcpSecret",
  getGroupMongoDbVersions: "getMongoDbVersions",
  getOrgApiKeyAccessListEntry: "getOrgAccessEntry",
  getOrgMcpConfigSecret: "getOrgMcpSecret",
  getOrgServiceAccountGroups: "getServiceAccountGroups",
  getOrgTeamByName: "getTeamByName",
  listControlPlaneIpAddresses: "listControlPlaneAddresses",
  listGroupClusters: "listClusters",
  listGroupMcpConfigSecrets: "listGroupMcpSecrets",
  listGroupServiceAccountAccessList: "listAccessList",
  listOrgApiKeyAccessListEntries: "listOrgAccessEntries",
  listOrgMcpConfigSecrets: "listOrgMcpSecrets",
  listOrgServiceAccountAccessList: "listOrgAccessList",
  listOrgTeamUsers: "listTeamUsers",
  removeOrgTeamUserFromTeam: "removeUserFromTeam",
  removeOrgUserRole: "removeOrgRole",
  updateGroupApiKeyRoles: "updateApiKeyRoles",
  updateGroupInviteById: "updateInviteById",
};

export const commandName = ({ id }: { readonly id: string }): string => shortNames[id] ?? id;

/** The other spellings of a flag, by its parameter. */
export const flagAliases: Readonly<Record<string, string>> = { groupId: "projectId" };

/** The variables that set an id of the path if its flag is missing. */
export const idVariables: Readonly<Record<string, string>> = {
  groupId: "MONGODB_ATLAS_PROJECT_ID",
  orgId: "MONGODB_ATLAS_ORG_ID",
};

/** Converts a tag to a word of the command line as the atlas CLI does: `MongoDB Cloud Users` → `mongoDbCloudUsers`. */
export function tagName(tag: string): string {
  const words = tag.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words
    .map(
      (word, index) => (index === 0 ? "" : word.slice(0, 1)) + word.slice(index === 0 ? 0 : 1).toLowerCase(),
    )
    .join("");
}
