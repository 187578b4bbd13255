// Bodies of the project invitation operations.
import * as Type from "typebox";
import { groupRoleNames } from "../roles.ts";
import { always, demanded, groupRole, ObjectId, Timestamp } from "./common.ts";

const roles = Type.Array(groupRole, {
  uniqueItems: true,
  description: `Project roles the invited person will hold after accepting; at least one of ${groupRoleNames.join(", ")}.`,
});

export const GroupInvitation = Type.Object(
  {
    createdAt: always({ ...Timestamp, readOnly: true, description: "When the invitation was made." }),
    expiresAt: always({
      ...Timestamp,
      readOnly: true,
      description: "When the invitation can no longer be accepted: thirty days after it was made.",
    }),
    groupId: always({ ...ObjectId, readOnly: true, description: "Project the invitation is to." }),
    groupName: always(Type.String({ readOnly: true, description: "Name of that project." })),
    id: always({ ...ObjectId, readOnly: true, description: "Id of the invitation." }),
    inviterUsername: always(
      Type.String({
        readOnly: true,
        description:
          "Who invited: a person's address, an API key's public key or a service account's client id.",
      }),
    ),
    roles: always(roles),
    username: always(
      Type.String({ format: "email", readOnly: true, description: "Invited e-mail address." }),
    ),
  },
  { $id: "GroupInvitation" },
);

const username = Type.String({ format: "email", description: "Invited e-mail address." });

export const GroupInvitationRequest = Type.Object(
  { roles: demanded(roles), username: demanded(username) },
  { $id: "GroupInvitationRequest" },
);

export const GroupInvitationUpdateRequest = Type.Object(
  { roles: demanded(roles) },
  { $id: "GroupInvitationUpdateRequest" },
);
