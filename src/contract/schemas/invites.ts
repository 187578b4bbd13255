// Bodies of the operations on invitations, to projects and to organizations.
import * as Type from "typebox";
import { groupRoleNames, orgRoleNames } from "../roles.ts";
import { always, demanded, groupRole, Links, ObjectId, object, Timestamp } from "./common.ts";

const dates = {
  createdAt: always({ ...Timestamp, readOnly: true, description: "When the invitation was made." }),
  expiresAt: always({
    ...Timestamp,
    readOnly: true,
    description: "When the invitation can no longer be accepted: thirty days after it was made.",
  }),
};
const inviterUsername = always(
  Type.String({
    readOnly: true,
    description: "Who invited: a person's address, an API key's public key or a service account's client id.",
  }),
);
const username = Type.String({ format: "email", description: "Invited e-mail address." });

const groupRoles = Type.Array(groupRole, {
  uniqueItems: true,
  description: `Project roles the invited person will hold after accepting; at least one of ${groupRoleNames.join(", ")}.`,
});

export const GroupInvitation = object("GroupInvitation", {
  ...dates,
  groupId: always({ ...ObjectId, readOnly: true, description: "Project the invitation is to." }),
  groupName: always(Type.String({ readOnly: true, description: "Name of that project." })),
  id: always({ ...ObjectId, readOnly: true, description: "Id of the invitation." }),
  inviterUsername,
  roles: always(groupRoles),
  username: always(Type.String({ format: "email", readOnly: true, description: "Invited e-mail address." })),
});

export const GroupInvitationRequest = object("GroupInvitationRequest", {
  roles: demanded(groupRoles),
  username: demanded(username),
});

export const GroupInvitationUpdateRequest = object("GroupInvitationUpdateRequest", {
  roles: demanded(groupRoles),
});

const orgRoles = Type.Array(Type.Enum(orgRoleNames, { type: "string", checkedByRule: true }), {
  uniqueItems: true,
  description: "Organization roles the invited person will hold after accepting; at least one.",
});
const teamIds = {
  uniqueItems: true,
  description: "Teams of the organization the invited person will join after accepting.",
};

const GroupRole = object("GroupRole", {
  groupId: always({ ...ObjectId, description: "Project the role is held in." }),
  groupRole: always({ ...groupRole, description: "Project role." }),
});

export const OrganizationInvitation = object("OrganizationInvitation", {
  ...dates,
  groupRoleAssignments: always(
    Type.Array(GroupRole, {
      uniqueItems: true,
      description: "Project roles the invited person will hold after accepting, an item for each role.",
    }),
  ),
  id: always({ ...ObjectId, readOnly: true, description: "Id of the invitation." }),
  inviterUsername,
  links: Type.Optional(Links),
  orgId: always({ ...ObjectId, readOnly: true, description: "Organization the invitation is to." }),
  orgName: Type.String({ description: "Name of that organization." }),
  roles: always(orgRoles),
  teamIds: always(Type.Array(Type.String(), { ...teamIds, readOnly: true })),
  username: always(username),
});

const Assignment = object("OrganizationInvitationGroupRoleAssignmentsRequest", {
  groupId: Type.Optional({ ...ObjectId, description: "Project of the organization." }),
  roles: Type.Optional(
    Type.Array(groupRole, { uniqueItems: true, description: "Project roles in it; at least one." }),
  ),
});

const offered = {
  groupRoleAssignments: Type.Optional(
    Type.Array(Assignment, {
      description: "Project roles the invited person will hold after accepting, an item for each project.",
    }),
  ),
  roles: demanded(orgRoles),
  teamIds: Type.Optional(Type.Array(Type.String(), teamIds)),
};

export const OrganizationInvitationRequest = object("OrganizationInvitationRequest", {
  ...offered,
  username: demanded(username),
});

export const OrganizationInvitationUpdateRequest = object("OrganizationInvitationUpdateRequest", offered);
