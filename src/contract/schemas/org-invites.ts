// Bodies of the organization invitation operations.
import * as Type from "typebox";
import { orgRoleNames } from "../roles.ts";
import { always, demanded, groupRole, Links, ObjectId, Timestamp } from "./common.ts";

const roles = Type.Array(Type.Enum(orgRoleNames, { type: "string", checkedByRule: true }), {
  uniqueItems: true,
  description: "Organization roles the invited person will hold after accepting; at least one.",
});
const username = Type.String({ format: "email", description: "Invited e-mail address." });
const teamIds = {
  uniqueItems: true,
  description: "Teams of the organization the invited person will join after accepting.",
};

const GroupRole = Type.Object(
  {
    groupId: always({ ...ObjectId, description: "Project the role is held in." }),
    groupRole: always({ ...groupRole, description: "Project role." }),
  },
  { $id: "GroupRole" },
);

export const OrganizationInvitation = Type.Object(
  {
    createdAt: always({ ...Timestamp, readOnly: true, description: "When the invitation was made." }),
    expiresAt: always({
      ...Timestamp,
      readOnly: true,
      description: "When the invitation can no longer be accepted: thirty days after it was made.",
    }),
    groupRoleAssignments: always(
      Type.Array(GroupRole, {
        uniqueItems: true,
        description: "Project roles the invited person will hold after accepting, an item for each role.",
      }),
    ),
    id: always({ ...ObjectId, readOnly: true, description: "Id of the invitation." }),
    inviterUsername: always(
      Type.String({
        readOnly: true,
        description:
          "Who invited: a person's address, an API key's public key or a service account's client id.",
      }),
    ),
    links: Type.Optional(Links),
    orgId: always({ ...ObjectId, readOnly: true, description: "Organization the invitation is to." }),
    orgName: Type.String({ description: "Name of that organization." }),
    roles: always(roles),
    teamIds: always(Type.Array(Type.String(), { ...teamIds, readOnly: true })),
    username: always(username),
  },
  { $id: "OrganizationInvitation" },
);

const Assignment = Type.Object(
  {
    groupId: Type.Optional({ ...ObjectId, description: "Project of the organization." }),
    roles: Type.Optional(
      Type.Array(groupRole, { uniqueItems: true, description: "Project roles in it; at least one." }),
    ),
  },
  { $id: "OrganizationInvitationGroupRoleAssignmentsRequest" },
);

const offered = {
  groupRoleAssignments: Type.Optional(
    Type.Array(Assignment, {
      description: "Project roles the invited person will hold after accepting, an item for each project.",
    }),
  ),
  roles: demanded(roles),
  teamIds: Type.Optional(Type.Array(Type.String(), teamIds)),
};

export const OrganizationInvitationRequest = Type.Object(
  { ...offered, username: demanded(username) },
  { $id: "OrganizationInvitationRequest" },
);

export const OrganizationInvitationUpdateRequest = Type.Object(offered, {
  $id: "OrganizationInvitationUpdateRequest",
});
