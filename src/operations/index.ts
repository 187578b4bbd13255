// The table of operations. A new one is its file, its test and a line here; `npm run new -- <operationId>` writes all three.
import { addGroupApiKey } from "./api-keys/addGroupApiKey.ts";
import { createGroupApiKey } from "./api-keys/createGroupApiKey.ts";
import { createOrgApiKey } from "./api-keys/createOrgApiKey.ts";
import { createOrgApiKeyAccessListEntry } from "./api-keys/createOrgApiKeyAccessListEntry.ts";
import { deleteOrgApiKey } from "./api-keys/deleteOrgApiKey.ts";
import { deleteOrgApiKeyAccessListEntry } from "./api-keys/deleteOrgApiKeyAccessListEntry.ts";
import { getOrgApiKey } from "./api-keys/getOrgApiKey.ts";
import { getOrgApiKeyAccessListEntry } from "./api-keys/getOrgApiKeyAccessListEntry.ts";
import { listGroupApiKeys } from "./api-keys/listGroupApiKeys.ts";
import { listOrgApiKeyAccessListEntries } from "./api-keys/listOrgApiKeyAccessListEntries.ts";
import { listOrgApiKeys } from "./api-keys/listOrgApiKeys.ts";
import { removeGroupApiKey } from "./api-keys/removeGroupApiKey.ts";
import { updateGroupApiKeyRoles } from "./api-keys/updateGroupApiKeyRoles.ts";
import { updateOrgApiKey } from "./api-keys/updateOrgApiKey.ts";
import { getGroupActivityFeed } from "./events/getGroupActivityFeed.ts";
import { getGroupEvent } from "./events/getGroupEvent.ts";
import { getOrgActivityFeed } from "./events/getOrgActivityFeed.ts";
import { getOrgEvent } from "./events/getOrgEvent.ts";
import { listEventTypes } from "./events/listEventTypes.ts";
import { listGroupEvents } from "./events/listGroupEvents.ts";
import { listOrgEvents } from "./events/listOrgEvents.ts";
import { createGroup } from "./groups/createGroup.ts";
import { deleteGroup } from "./groups/deleteGroup.ts";
import { deleteGroupLimit } from "./groups/deleteGroupLimit.ts";
import { getGroup } from "./groups/getGroup.ts";
import { getGroupByName } from "./groups/getGroupByName.ts";
import { getGroupIpAddresses } from "./groups/getGroupIpAddresses.ts";
import { getGroupLimit } from "./groups/getGroupLimit.ts";
import { getGroupMongoDbVersions } from "./groups/getGroupMongoDbVersions.ts";
import { getGroupSettings } from "./groups/getGroupSettings.ts";
import { listGroupLimits } from "./groups/listGroupLimits.ts";
import { listGroups } from "./groups/listGroups.ts";
import { migrateGroup } from "./groups/migrateGroup.ts";
import { setGroupLimit } from "./groups/setGroupLimit.ts";
import { updateGroup } from "./groups/updateGroup.ts";
import { updateGroupSettings } from "./groups/updateGroupSettings.ts";
import { createGroupInvite } from "./invites/createGroupInvite.ts";
import { deleteGroupInvite } from "./invites/deleteGroupInvite.ts";
import { getGroupInvite } from "./invites/getGroupInvite.ts";
import { listGroupInvites } from "./invites/listGroupInvites.ts";
import { updateGroupInviteById } from "./invites/updateGroupInviteById.ts";
import { updateGroupInvites } from "./invites/updateGroupInvites.ts";
import { disableGroupManagedSlowMs } from "./neighbours/disableGroupManagedSlowMs.ts";
import { enableGroupManagedSlowMs } from "./neighbours/enableGroupManagedSlowMs.ts";
import { getGroupManagedSlowMs } from "./neighbours/getGroupManagedSlowMs.ts";
import { getIpInfo } from "./neighbours/getIpInfo.ts";
import { listClusterDetails } from "./neighbours/listClusterDetails.ts";
import { listDeprecatedCalls } from "./neighbours/listDeprecatedCalls.ts";
import { listGroupClusters } from "./neighbours/listGroupClusters.ts";
import { sendTelemetry } from "./neighbours/sendTelemetry.ts";
import { sendUnauthTelemetry } from "./neighbours/sendUnauthTelemetry.ts";
import { createOrgInvite } from "./org-invites/createOrgInvite.ts";
import { deleteOrgInvite } from "./org-invites/deleteOrgInvite.ts";
import { getOrgInvite } from "./org-invites/getOrgInvite.ts";
import { listOrgInvites } from "./org-invites/listOrgInvites.ts";
import { updateOrgInviteById } from "./org-invites/updateOrgInviteById.ts";
import { updateOrgInvites } from "./org-invites/updateOrgInvites.ts";
import { createOrg } from "./orgs/createOrg.ts";
import { deleteOrg } from "./orgs/deleteOrg.ts";
import { getOrg } from "./orgs/getOrg.ts";
import { getOrgDelegationSettings } from "./orgs/getOrgDelegationSettings.ts";
import { getOrgGroups } from "./orgs/getOrgGroups.ts";
import { getOrgMaintenanceSettings } from "./orgs/getOrgMaintenanceSettings.ts";
import { getOrgSettings } from "./orgs/getOrgSettings.ts";
import { listOrgs } from "./orgs/listOrgs.ts";
import { resetOrgMaintenanceSettings } from "./orgs/resetOrgMaintenanceSettings.ts";
import { updateOrg } from "./orgs/updateOrg.ts";
import { updateOrgDelegationSettings } from "./orgs/updateOrgDelegationSettings.ts";
import { updateOrgMaintenanceSettings } from "./orgs/updateOrgMaintenanceSettings.ts";
import { updateOrgSettings } from "./orgs/updateOrgSettings.ts";
import { getRateLimit } from "./rate-limits/getRateLimit.ts";
import { listRateLimits } from "./rate-limits/listRateLimits.ts";
import { getSystemStatus } from "./root/getSystemStatus.ts";
import { listControlPlaneIpAddresses } from "./root/listControlPlaneIpAddresses.ts";
import { createGroupServiceAccount } from "./service-accounts/createGroupServiceAccount.ts";
import { createGroupServiceAccountAccessList } from "./service-accounts/createGroupServiceAccountAccessList.ts";
import { createGroupServiceAccountSecret } from "./service-accounts/createGroupServiceAccountSecret.ts";
import { createOrgServiceAccount } from "./service-accounts/createOrgServiceAccount.ts";
import { createOrgServiceAccountAccessList } from "./service-accounts/createOrgServiceAccountAccessList.ts";
import { createOrgServiceAccountSecret } from "./service-accounts/createOrgServiceAccountSecret.ts";
import { deleteGroupServiceAccount } from "./service-accounts/deleteGroupServiceAccount.ts";
import { deleteGroupServiceAccountAccessListEntry } from "./service-accounts/deleteGroupServiceAccountAccessListEntry.ts";
import { deleteGroupServiceAccountSecret } from "./service-accounts/deleteGroupServiceAccountSecret.ts";
import { deleteOrgServiceAccount } from "./service-accounts/deleteOrgServiceAccount.ts";
import { deleteOrgServiceAccountAccessListEntry } from "./service-accounts/deleteOrgServiceAccountAccessListEntry.ts";
import { deleteOrgServiceAccountSecret } from "./service-accounts/deleteOrgServiceAccountSecret.ts";
import { getGroupServiceAccount } from "./service-accounts/getGroupServiceAccount.ts";
import { getOrgServiceAccount } from "./service-accounts/getOrgServiceAccount.ts";
import { getOrgServiceAccountGroups } from "./service-accounts/getOrgServiceAccountGroups.ts";
import { inviteGroupServiceAccount } from "./service-accounts/inviteGroupServiceAccount.ts";
import { listGroupServiceAccountAccessList } from "./service-accounts/listGroupServiceAccountAccessList.ts";
import { listGroupServiceAccounts } from "./service-accounts/listGroupServiceAccounts.ts";
import { listOrgServiceAccountAccessList } from "./service-accounts/listOrgServiceAccountAccessList.ts";
import { listOrgServiceAccounts } from "./service-accounts/listOrgServiceAccounts.ts";
import { updateGroupServiceAccount } from "./service-accounts/updateGroupServiceAccount.ts";
import { updateOrgServiceAccount } from "./service-accounts/updateOrgServiceAccount.ts";
import { addGroupTeams } from "./teams/addGroupTeams.ts";
import { addOrgTeamUser } from "./teams/addOrgTeamUser.ts";
import { addOrgTeamUsers } from "./teams/addOrgTeamUsers.ts";
import { createOrgTeam } from "./teams/createOrgTeam.ts";
import { deleteOrgTeam } from "./teams/deleteOrgTeam.ts";
import { getGroupTeam } from "./teams/getGroupTeam.ts";
import { getOrgTeam } from "./teams/getOrgTeam.ts";
import { getOrgTeamByName } from "./teams/getOrgTeamByName.ts";
import { listGroupTeams } from "./teams/listGroupTeams.ts";
import { listOrgTeams } from "./teams/listOrgTeams.ts";
import { listOrgTeamUsers } from "./teams/listOrgTeamUsers.ts";
import { removeGroupTeam } from "./teams/removeGroupTeam.ts";
import { removeOrgTeamUser } from "./teams/removeOrgTeamUser.ts";
import { removeOrgTeamUserFromTeam } from "./teams/removeOrgTeamUserFromTeam.ts";
import { renameOrgTeam } from "./teams/renameOrgTeam.ts";
import { updateGroupTeam } from "./teams/updateGroupTeam.ts";
import { addGroupAccessUser } from "./users/addGroupAccessUser.ts";
import { addGroupUserRole } from "./users/addGroupUserRole.ts";
import { addGroupUsers } from "./users/addGroupUsers.ts";
import { addOrgUserRole } from "./users/addOrgUserRole.ts";
import { createOrgUser } from "./users/createOrgUser.ts";
import { createUser } from "./users/createUser.ts";
import { getGroupUser } from "./users/getGroupUser.ts";
import { getOrgUser } from "./users/getOrgUser.ts";
import { getUser } from "./users/getUser.ts";
import { getUserByName } from "./users/getUserByName.ts";
import { listGroupUsers } from "./users/listGroupUsers.ts";
import { listOrgUsers } from "./users/listOrgUsers.ts";
import { removeGroupUser } from "./users/removeGroupUser.ts";
import { removeGroupUserRole } from "./users/removeGroupUserRole.ts";
import { removeOrgUser } from "./users/removeOrgUser.ts";
import { removeOrgUserRole } from "./users/removeOrgUserRole.ts";
import { updateGroupUserRoles } from "./users/updateGroupUserRoles.ts";
import { updateOrgUser } from "./users/updateOrgUser.ts";
import { updateOrgUserRoles } from "./users/updateOrgUserRoles.ts";

export const operations = {
  addGroupAccessUser,
  addGroupApiKey,
  addGroupTeams,
  addGroupUserRole,
  addGroupUsers,
  addOrgTeamUser,
  addOrgTeamUsers,
  addOrgUserRole,
  createGroup,
  createGroupApiKey,
  createGroupInvite,
  createGroupServiceAccount,
  createGroupServiceAccountAccessList,
  createGroupServiceAccountSecret,
  createOrg,
  createOrgApiKey,
  createOrgApiKeyAccessListEntry,
  createOrgInvite,
  createOrgServiceAccount,
  createOrgServiceAccountAccessList,
  createOrgServiceAccountSecret,
  createOrgTeam,
  createOrgUser,
  createUser,
  deleteGroup,
  deleteGroupInvite,
  deleteGroupLimit,
  deleteGroupServiceAccount,
  deleteGroupServiceAccountAccessListEntry,
  deleteGroupServiceAccountSecret,
  deleteOrg,
  deleteOrgApiKey,
  deleteOrgApiKeyAccessListEntry,
  deleteOrgInvite,
  deleteOrgServiceAccount,
  deleteOrgServiceAccountAccessListEntry,
  deleteOrgServiceAccountSecret,
  deleteOrgTeam,
  disableGroupManagedSlowMs,
  enableGroupManagedSlowMs,
  getGroup,
  getGroupActivityFeed,
  getGroupByName,
  getGroupEvent,
  getGroupInvite,
  getGroupIpAddresses,
  getGroupLimit,
  getGroupManagedSlowMs,
  getGroupMongoDbVersions,
  getGroupServiceAccount,
  getGroupSettings,
  getGroupTeam,
  getGroupUser,
  getIpInfo,
  getOrg,
  getOrgActivityFeed,
  getOrgApiKey,
  getOrgApiKeyAccessListEntry,
  getOrgDelegationSettings,
  getOrgEvent,
  getOrgGroups,
  getOrgInvite,
  getOrgMaintenanceSettings,
  getOrgServiceAccount,
  getOrgServiceAccountGroups,
  getOrgSettings,
  getOrgTeam,
  getOrgTeamByName,
  getOrgUser,
  getRateLimit,
  getSystemStatus,
  getUser,
  getUserByName,
  inviteGroupServiceAccount,
  listClusterDetails,
  listDeprecatedCalls,
  listControlPlaneIpAddresses,
  listEventTypes,
  listGroupApiKeys,
  listGroupClusters,
  listGroupEvents,
  listGroupInvites,
  listGroupLimits,
  listGroupServiceAccountAccessList,
  listGroupServiceAccounts,
  listGroupTeams,
  listGroupUsers,
  listGroups,
  listOrgApiKeyAccessListEntries,
  listOrgApiKeys,
  listOrgEvents,
  listOrgInvites,
  listOrgServiceAccountAccessList,
  listOrgServiceAccounts,
  listOrgTeamUsers,
  listOrgTeams,
  listOrgUsers,
  listOrgs,
  listRateLimits,
  migrateGroup,
  removeGroupApiKey,
  removeGroupTeam,
  removeGroupUser,
  removeGroupUserRole,
  removeOrgTeamUser,
  removeOrgTeamUserFromTeam,
  removeOrgUser,
  removeOrgUserRole,
  renameOrgTeam,
  resetOrgMaintenanceSettings,
  sendTelemetry,
  sendUnauthTelemetry,
  setGroupLimit,
  updateGroup,
  updateGroupApiKeyRoles,
  updateGroupInviteById,
  updateGroupInvites,
  updateGroupServiceAccount,
  updateGroupSettings,
  updateGroupTeam,
  updateGroupUserRoles,
  updateOrg,
  updateOrgApiKey,
  updateOrgDelegationSettings,
  updateOrgInviteById,
  updateOrgInvites,
  updateOrgMaintenanceSettings,
  updateOrgServiceAccount,
  updateOrgSettings,
  updateOrgUser,
  updateOrgUserRoles,
};

export type OperationId = keyof typeof operations;
