// Written by scripts/manifest.ts from the table of operations; do not edit.
import type { OperationId } from "../operations/index.ts";
import type { Described } from "./request.ts";

export const manifest = {
  /**
   * Let a person into a project.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use addGroupUsers instead.
   */
  addGroupAccessUser: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/access",
    version: "2023-02-01",
    query: ["pretty"],
    body: true,
  },
  /** Add an API key to a project. */
  addGroupApiKey: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/apiKeys/{apiUserId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Add teams to a project. */
  addGroupTeams: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/teams",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Give a person one more role in a project. */
  addGroupUserRole: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/users/{userId}:addRole",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /** Add a person to a project. */
  addGroupUsers: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/users",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /** Add a person to a team. */
  addOrgTeamUser: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/teams/{teamId}:addUser",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /**
   * Add people to a team.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use addOrgTeamUser instead.
   */
  addOrgTeamUsers: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/teams/{teamId}/users",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Give a person one more role in an organization. */
  addOrgUserRole: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/users/{userId}:addRole",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /** Create a project. */
  createGroup: {
    method: "POST",
    path: "/api/atlas/v2/groups",
    version: "2023-01-01",
    query: ["pretty", "projectOwnerId"],
    body: true,
  },
  /** Make an API key for a project. */
  createGroupApiKey: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/apiKeys",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /**
   * Invite a person to a project.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use addGroupUsers instead.
   */
  createGroupInvite: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/invites",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Make a service account in a project. */
  createGroupServiceAccount: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts",
    version: "2024-08-05",
    query: ["pretty"],
    body: true,
  },
  /** Add entries to the access list of a service account. */
  createGroupServiceAccountAccessList: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}/accessList",
    version: "2024-08-05",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: true,
  },
  /** Make a secret for a service account. */
  createGroupServiceAccountSecret: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}/secrets",
    version: "2024-08-05",
    query: ["pretty"],
    body: true,
  },
  /** Create an organization. */
  createOrg: {
    method: "POST",
    path: "/api/atlas/v2/orgs",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Make an API key in an organization. */
  createOrgApiKey: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Add entries to the access list of an API key. */
  createOrgApiKeyAccessListEntry: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: true,
  },
  /**
   * Invite a person to an organization.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use createOrgUser instead.
   */
  createOrgInvite: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/invites",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Make a service account in an organization. */
  createOrgServiceAccount: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts",
    version: "2024-08-05",
    query: ["pretty"],
    body: true,
  },
  /** Add entries to the access list of a service account. */
  createOrgServiceAccountAccessList: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/accessList",
    version: "2024-08-05",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: true,
  },
  /** Make a secret for a service account. */
  createOrgServiceAccountSecret: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/secrets",
    version: "2024-08-05",
    query: ["pretty"],
    body: true,
  },
  /** Create a team. */
  createOrgTeam: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/teams",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Invite a person to an organization. */
  createOrgUser: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/users",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /**
   * Create an account.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use createOrgUser instead.
   */
  createUser: {
    method: "POST",
    path: "/api/atlas/v2/users",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Delete a project. */
  deleteGroup: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /**
   * Revoke a pending project invitation.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use removeGroupUser instead.
   */
  deleteGroupInvite: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/invites/{invitationId}",
    version: "2023-01-01",
    query: [],
    body: false,
  },
  /** Put a limit of a project back to its default. */
  deleteGroupLimit: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/limits/{limitName}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Remove a service account from a project. */
  deleteGroupServiceAccount: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}",
    version: "2024-08-05",
    query: ["pretty"],
    body: false,
  },
  /** Remove an entry from the access list of a service account. */
  deleteGroupServiceAccountAccessListEntry: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}/accessList/{ipAddress}",
    version: "2024-08-05",
    query: ["pretty"],
    body: false,
  },
  /** Delete a secret of a service account. */
  deleteGroupServiceAccountSecret: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}/secrets/{secretId}",
    version: "2024-08-05",
    query: ["pretty"],
    body: false,
  },
  /** Delete an organization. */
  deleteOrg: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}",
    version: "2023-01-01",
    query: [],
    body: false,
  },
  /** Delete an API key. */
  deleteOrgApiKey: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Remove an entry from the access list of an API key. */
  deleteOrgApiKeyAccessListEntry: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /**
   * Revoke a pending organization invitation.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use removeOrgUser instead.
   */
  deleteOrgInvite: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/invites/{invitationId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Delete a service account. */
  deleteOrgServiceAccount: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}",
    version: "2024-08-05",
    query: ["pretty"],
    body: false,
  },
  /** Remove an entry from the access list of a service account. */
  deleteOrgServiceAccountAccessListEntry: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/accessList/{ipAddress}",
    version: "2024-08-05",
    query: ["pretty"],
    body: false,
  },
  /** Delete a secret of a service account. */
  deleteOrgServiceAccountSecret: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/secrets/{secretId}",
    version: "2024-08-05",
    query: ["pretty"],
    body: false,
  },
  /** Delete a team. */
  deleteOrgTeam: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/teams/{teamId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Have the threshold of slow operations managed no longer. */
  disableGroupManagedSlowMs: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/managedSlowMs/disable",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Have the threshold of slow operations managed. */
  enableGroupManagedSlowMs: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/managedSlowMs/enable",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get a project. */
  getGroup: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get a link to the activity feed of a project. */
  getGroupActivityFeed: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/activityFeed",
    version: "2025-03-12",
    query: ["pretty", "eventType", "maxDate", "minDate", "clusterName"],
    body: false,
  },
  /** Get a project by its name. */
  getGroupByName: {
    method: "GET",
    path: "/api/atlas/v2/groups/byName/{groupName}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get an event of a project. */
  getGroupEvent: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/events/{eventId}",
    version: "2023-01-01",
    query: ["pretty", "includeRaw"],
    body: false,
  },
  /**
   * Get a pending project invitation.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use getGroupUser instead.
   */
  getGroupInvite: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/invites/{invitationId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get the IP addresses of a project. */
  getGroupIpAddresses: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/ipAddresses",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get a limit of a project. */
  getGroupLimit: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/limits/{limitName}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get whether the threshold of slow operations is managed. */
  getGroupManagedSlowMs: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/managedSlowMs",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** List the MongoDB versions of a project. */
  getGroupMongoDbVersions: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/mongoDBVersions",
    version: "2023-01-01",
    query: ["pretty", "cloudProvider", "instanceSize", "defaultStatus", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** Get a service account of a project. */
  getGroupServiceAccount: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}",
    version: "2024-08-05",
    query: ["pretty"],
    body: false,
  },
  /** Get the settings of a project. */
  getGroupSettings: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/settings",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get a team of a project. */
  getGroupTeam: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/teams/{teamId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get one person of a project. */
  getGroupUser: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/users/{userId}",
    version: "2025-02-19",
    query: ["pretty", "orgMembershipStatuses"],
    body: false,
  },
  /** Get the address of the caller. */
  getIpInfo: {
    method: "GET",
    path: "/api/private/ipinfo",
    version: "unversioned",
    query: [],
    body: false,
  },
  /** Get an organization. */
  getOrg: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get a link to the activity feed of an organization. */
  getOrgActivityFeed: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/activityFeed",
    version: "2025-03-12",
    query: ["pretty", "eventType", "maxDate", "minDate"],
    body: false,
  },
  /** Get an API key. */
  getOrgApiKey: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get an entry of the access list of an API key. */
  getOrgApiKeyAccessListEntry: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get the delegation settings of an organization. */
  getOrgDelegationSettings: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/delegationSettings",
    version: "2025-03-12",
    query: ["pretty"],
    body: false,
  },
  /** Get an event of an organization. */
  getOrgEvent: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/events/{eventId}",
    version: "2023-01-01",
    query: ["pretty", "includeRaw"],
    body: false,
  },
  /** List the projects of an organization. */
  getOrgGroups: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/groups",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum", "name"],
    body: false,
  },
  /**
   * Get a pending organization invitation.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use getOrgUser instead.
   */
  getOrgInvite: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/invites/{invitationId}",
    version: "2023-01-01",
    query: [],
    body: false,
  },
  /** Get the maintenance settings of an organization. */
  getOrgMaintenanceSettings: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/maintenanceSettings",
    version: "preview",
    query: ["pretty"],
    body: false,
  },
  /** Get a service account of an organization. */
  getOrgServiceAccount: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}",
    version: "2024-08-05",
    query: ["pretty"],
    body: false,
  },
  /** List the projects of a service account. */
  getOrgServiceAccountGroups: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/groups",
    version: "2024-08-05",
    query: ["pretty", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** Get the settings of an organization. */
  getOrgSettings: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/settings",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get a team. */
  getOrgTeam: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/teams/{teamId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get a team by its name. */
  getOrgTeamByName: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/teams/byName/{teamName}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Get one person of an organization. */
  getOrgUser: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/users/{userId}",
    version: "2025-02-19",
    query: ["pretty", "orgMembershipStatuses"],
    body: false,
  },
  /** Get a rate limit. */
  getRateLimit: {
    method: "GET",
    path: "/api/atlas/v2/rateLimits/{endpointSetId}",
    version: "2025-03-12",
    query: ["pretty", "groupId", "ipAddress", "orgId", "userId"],
    body: false,
  },
  /** Get the status of the server and of the key that asks. */
  getSystemStatus: {
    method: "GET",
    path: "/api/atlas/v2",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /**
   * Get an account by its id.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use getOrgUser instead.
   */
  getUser: {
    method: "GET",
    path: "/api/atlas/v2/users/{userId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /**
   * Get an account by its address.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use listOrgUsers instead.
   */
  getUserByName: {
    method: "GET",
    path: "/api/atlas/v2/users/byName/{userName}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Add a service account to a project. */
  inviteGroupServiceAccount: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}:invite",
    version: "2024-08-05",
    query: ["pretty"],
    body: true,
  },
  /** List the clusters of all projects. */
  listClusterDetails: {
    method: "GET",
    path: "/api/atlas/v2/clusters",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the addresses of the control plane. */
  listControlPlaneIpAddresses: {
    method: "GET",
    path: "/api/atlas/v2/unauth/controlPlaneIPAddresses",
    version: "2023-11-15",
    query: [],
    body: false,
  },
  /** List the types of events. */
  listEventTypes: {
    method: "GET",
    path: "/api/atlas/v2/eventTypes",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the API keys of a project. */
  listGroupApiKeys: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/apiKeys",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the clusters of a project. */
  listGroupClusters: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/clusters",
    version: "2024-08-05",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum", "includeDeletedWithRetainedBackups"],
    body: false,
  },
  /** List the events of a project. */
  listGroupEvents: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/events",
    version: "2023-01-01",
    query: [
      "pretty",
      "includeCount",
      "itemsPerPage",
      "pageNum",
      "clusterNames",
      "eventType",
      "excludedEventType",
      "includeRaw",
      "maxDate",
      "minDate",
    ],
    body: false,
  },
  /**
   * List the pending invitations to a project.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use listGroupUsers instead.
   */
  listGroupInvites: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/invites",
    version: "2023-01-01",
    query: ["pretty", "username"],
    body: false,
  },
  /** List the limits of a project. */
  listGroupLimits: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/limits",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** List the access list of a service account. */
  listGroupServiceAccountAccessList: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}/accessList",
    version: "2024-08-05",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the service accounts of a project. */
  listGroupServiceAccounts: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts",
    version: "2024-08-05",
    query: ["pretty", "includeSystemManaged", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the teams of a project. */
  listGroupTeams: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/teams",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the people of a project. */
  listGroupUsers: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}/users",
    version: "2025-02-19",
    query: [
      "pretty",
      "includeCount",
      "itemsPerPage",
      "pageNum",
      "flattenTeams",
      "includeOrgUsers",
      "orgMembershipStatus",
      "orgMembershipStatuses",
      "username",
    ],
    body: false,
  },
  /** List the projects the caller may see. */
  listGroups: {
    method: "GET",
    path: "/api/atlas/v2/groups",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the access list of an API key. */
  listOrgApiKeyAccessListEntries: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the API keys of an organization. */
  listOrgApiKeys: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the events of an organization. */
  listOrgEvents: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/events",
    version: "2023-01-01",
    query: [
      "pretty",
      "includeCount",
      "itemsPerPage",
      "pageNum",
      "eventType",
      "includeRaw",
      "maxDate",
      "minDate",
    ],
    body: false,
  },
  /**
   * List the pending invitations to an organization.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use listOrgUsers instead.
   */
  listOrgInvites: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/invites",
    version: "2023-01-01",
    query: ["pretty", "username"],
    body: false,
  },
  /** List the access list of a service account. */
  listOrgServiceAccountAccessList: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/accessList",
    version: "2024-08-05",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the service accounts of an organization. */
  listOrgServiceAccounts: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts",
    version: "2024-08-05",
    query: ["pretty", "includeSystemManaged", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the people in a team. */
  listOrgTeamUsers: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/teams/{teamId}/users",
    version: "2025-02-19",
    query: [
      "pretty",
      "itemsPerPage",
      "pageNum",
      "username",
      "orgMembershipStatus",
      "orgMembershipStatuses",
      "userId",
    ],
    body: false,
  },
  /** List the teams of an organization. */
  listOrgTeams: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/teams",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: false,
  },
  /** List the people of an organization. */
  listOrgUsers: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}/users",
    version: "2025-02-19",
    query: [
      "pretty",
      "includeCount",
      "itemsPerPage",
      "pageNum",
      "username",
      "orgMembershipStatus",
      "orgMembershipStatuses",
    ],
    body: false,
  },
  /** List the caller's organizations. */
  listOrgs: {
    method: "GET",
    path: "/api/atlas/v2/orgs",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum", "name"],
    body: false,
  },
  /** List rate limits. */
  listRateLimits: {
    method: "GET",
    path: "/api/atlas/v2/rateLimits",
    version: "2025-03-12",
    query: [
      "itemsPerPage",
      "pageNum",
      "pretty",
      "groupId",
      "ipAddress",
      "orgId",
      "userId",
      "endpointPath",
      "name",
    ],
    body: false,
  },
  /** Move a project to another organization. */
  migrateGroup: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}:migrate",
    version: "2024-05-30",
    query: [],
    body: true,
  },
  /** Remove an API key from a project. */
  removeGroupApiKey: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/apiKeys/{apiUserId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Remove a team from a project. */
  removeGroupTeam: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/teams/{teamId}",
    version: "2023-01-01",
    query: [],
    body: false,
  },
  /** Remove a person from a project. */
  removeGroupUser: {
    method: "DELETE",
    path: "/api/atlas/v2/groups/{groupId}/users/{userId}",
    version: "2025-02-19",
    query: ["pretty"],
    body: false,
  },
  /** Take one role in a project from a person. */
  removeGroupUserRole: {
    method: "POST",
    path: "/api/atlas/v2/groups/{groupId}/users/{userId}:removeRole",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /** Remove a person from a team. */
  removeOrgTeamUser: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/teams/{teamId}:removeUser",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /**
   * Remove a person from a team, the older way.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use removeOrgTeamUser instead.
   */
  removeOrgTeamUserFromTeam: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/teams/{teamId}/users/{userId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: false,
  },
  /** Remove a person from an organization. */
  removeOrgUser: {
    method: "DELETE",
    path: "/api/atlas/v2/orgs/{orgId}/users/{userId}",
    version: "2025-02-19",
    query: ["pretty"],
    body: false,
  },
  /** Take one role in an organization from a person. */
  removeOrgUserRole: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/users/{userId}:removeRole",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /** Rename a team. */
  renameOrgTeam: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/teams/{teamId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Reset the maintenance settings of an organization. */
  resetOrgMaintenanceSettings: {
    method: "POST",
    path: "/api/atlas/v2/orgs/{orgId}/maintenanceSettings:reset",
    version: "preview",
    query: ["pretty"],
    body: false,
  },
  /** Send telemetry. */
  sendTelemetry: {
    method: "POST",
    path: "/api/private/v1.0/telemetry/events",
    version: "unversioned",
    query: [],
    body: false,
  },
  /** Send telemetry without credentials. */
  sendUnauthTelemetry: {
    method: "POST",
    path: "/api/private/unauth/telemetry/events",
    version: "unversioned",
    query: [],
    body: false,
  },
  /** Set a limit of a project. */
  setGroupLimit: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}/limits/{limitName}",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Update a project. */
  updateGroup: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Set the roles of an API key in a project. */
  updateGroupApiKeyRoles: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}/apiKeys/{apiUserId}",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
    body: true,
  },
  /**
   * Change the roles of a pending project invitation, chosen by id.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use updateOrgUser, addGroupUserRole and removeGroupUserRole instead.
   */
  updateGroupInviteById: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}/invites/{invitationId}",
    version: "2023-01-01",
    query: [],
    body: true,
  },
  /**
   * Change the roles of a pending project invitation, chosen by address.
   * @deprecated Since 2023-10-04. Removed on 2027-07-01. Use updateOrgUser, addGroupUserRole and removeGroupUserRole instead.
   */
  updateGroupInvites: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}/invites",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Update a service account of a project. */
  updateGroupServiceAccount: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}",
    version: "2024-08-05",
    query: ["pretty"],
    body: true,
  },
  /** Change the settings of a project. */
  updateGroupSettings: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}/settings",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Change the roles of a team in a project. */
  updateGroupTeam: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}/teams/{teamId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /**
   * Replace the project roles of a person.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use addGroupUserRole and removeGroupUserRole instead.
   */
  updateGroupUserRoles: {
    method: "PUT",
    path: "/api/atlas/v2/groups/{groupId}/users/{userId}/roles",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Rename an organization. */
  updateOrg: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Update an API key. */
  updateOrgApiKey: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Change the delegation settings of an organization. */
  updateOrgDelegationSettings: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/delegationSettings",
    version: "2025-03-12",
    query: ["pretty"],
    body: true,
  },
  /**
   * Change a pending organization invitation, chosen by id.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use updateOrgUser instead.
   */
  updateOrgInviteById: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/invites/{invitationId}",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /**
   * Change a pending organization invitation, chosen by address.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use updateOrgUser instead.
   */
  updateOrgInvites: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/invites",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Change the maintenance settings of an organization. */
  updateOrgMaintenanceSettings: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/maintenanceSettings",
    version: "preview",
    query: ["pretty"],
    body: true,
  },
  /** Update a service account of an organization. */
  updateOrgServiceAccount: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}",
    version: "2024-08-05",
    query: ["pretty"],
    body: true,
  },
  /** Change the settings of an organization. */
  updateOrgSettings: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/settings",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
  /** Change the roles and teams of a person in an organization. */
  updateOrgUser: {
    method: "PATCH",
    path: "/api/atlas/v2/orgs/{orgId}/users/{userId}",
    version: "2025-02-19",
    query: ["pretty"],
    body: true,
  },
  /**
   * Replace the organization roles of a person.
   * @deprecated Since 2025-02-19. Removed on 2027-07-01. Use updateOrgUser, addOrgUserRole and removeOrgUserRole instead.
   */
  updateOrgUserRoles: {
    method: "PUT",
    path: "/api/atlas/v2/orgs/{orgId}/users/{userId}/roles",
    version: "2023-01-01",
    query: ["pretty"],
    body: true,
  },
} as const satisfies Readonly<Record<OperationId, Described>>;
