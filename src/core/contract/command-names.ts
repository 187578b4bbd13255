// The names of commands, flags and variables, as the atlas CLI has them where they differ from the API's own.

/** Operations that the atlas CLI calls by a shorter name; the long one is an alias there as well. */
const shortNames: Readonly<Record<string, string>> = {
  addGroupAccessUser: "addGroupUser",
  addOrgTeamUsers: "addTeamUsers",
  addOrgUserRole: "addOrgRole",
  createGroupServiceAccountAccessList: "createAccessList",
  createGroupServiceAccountSecret: "createGroupSecret",
  createOrgApiKeyAccessListEntry: "createOrgAccessEntry",
  createOrgServiceAccountAccessList: "createOrgAccessList",
  createOrgServiceAccountSecret: "createOrgSecret",
  deleteGroupServiceAccountAccessListEntry: "deleteGroupAccessEntry",
  deleteGroupServiceAccountSecret: "deleteGroupSecret",
  deleteOrgApiKeyAccessListEntry: "deleteAccessEntry",
  deleteOrgServiceAccountAccessListEntry: "deleteOrgAccessEntry",
  deleteOrgServiceAccountSecret: "deleteOrgSecret",
  disableGroupManagedSlowMs: "disableManagedSlowMs",
  enableGroupManagedSlowMs: "enableManagedSlowMs",
  getGroupManagedSlowMs: "getManagedSlowMs",
  getGroupMongoDbVersions: "getMongoDbVersions",
  getOrgApiKeyAccessListEntry: "getOrgAccessEntry",
  getOrgServiceAccountGroups: "getServiceAccountGroups",
  getOrgTeamByName: "getTeamByName",
  listControlPlaneIpAddresses: "listControlPlaneAddresses",
  listGroupClusters: "listClusters",
  listGroupServiceAccountAccessList: "listAccessList",
  listOrgApiKeyAccessListEntries: "listOrgAccessEntries",
  listOrgServiceAccountAccessList: "listOrgAccessList",
  listOrgTeamUsers: "listTeamUsers",
  removeOrgTeamUserFromTeam: "removeUserFromTeam",
  removeOrgUserRole: "removeOrgRole",
  updateGroupApiKeyRoles: "updateApiKeyRoles",
  updateGroupInviteById: "updateInviteById",
};

export const commandName = ({ id }: { readonly id: string }): string => shortNames[id] ?? id;

/** Other spellings of a flag, by the parameter it stands for. */
export const flagAliases: Readonly<Record<string, string>> = { groupId: "projectId" };

/** The variables that give an id of the path when its flag does not. */
export const idVariables: Readonly<Record<string, string>> = {
  groupId: "MONGODB_ATLAS_PROJECT_ID",
  orgId: "MONGODB_ATLAS_ORG_ID",
};

/** A tag as a word of the command line, spelled as the atlas CLI spells it: `MongoDB Cloud Users` → `mongoDbCloudUsers`. */
export function tagName(tag: string): string {
  const words = tag.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words
    .map(
      (word, index) => (index === 0 ? "" : word.slice(0, 1)) + word.slice(index === 0 ? 0 : 1).toLowerCase(),
    )
    .join("");
}
