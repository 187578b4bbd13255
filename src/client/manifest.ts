// Written by scripts/manifest.ts from the table of operations; do not edit.
import type { OperationId } from "../operations/index.ts";
import type { Described } from "./request.ts";

export const manifest = {
  /** Create a project. */
  createGroup: {
    method: "POST",
    path: "/api/atlas/v2/groups",
    version: "2023-01-01",
    query: ["pretty", "projectOwnerId"],
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
  /** Get a project. */
  getGroup: {
    method: "GET",
    path: "/api/atlas/v2/groups/{groupId}",
    version: "2023-01-01",
    query: ["pretty"],
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
  /** Get an organization. */
  getOrg: {
    method: "GET",
    path: "/api/atlas/v2/orgs/{orgId}",
    version: "2023-01-01",
    query: ["pretty"],
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
  /** List the projects the caller may see. */
  listGroups: {
    method: "GET",
    path: "/api/atlas/v2/groups",
    version: "2023-01-01",
    query: ["pretty", "includeCount", "itemsPerPage", "pageNum"],
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
  /** Update a project. */
  updateGroup: {
    method: "PATCH",
    path: "/api/atlas/v2/groups/{groupId}",
    version: "2023-01-01",
    query: ["pretty"],
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
} as const satisfies Readonly<Record<OperationId, Described>>;
