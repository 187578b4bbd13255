// Bodies of the team operations.
import * as Type from "typebox";
import { groupRoleNames } from "../roles.ts";
import { always, groupRole, Links, ObjectId } from "./common.ts";

const id = always({ ...ObjectId, readOnly: true, description: "Id of the team." });
const name = Type.String({
  description: "Name of the team, unique in its organization: 1 to 64 characters.",
});

const usernames = Type.Array(Type.String({ format: "email" }), {
  uniqueItems: true,
  description: "E-mail addresses of the people in the team, all of them active users of the organization.",
});

export const Team = Type.Object(
  {
    id,
    links: always(Links),
    name,
    usernames,
  },
  { $id: "Team" },
);

/** What the Terraform provider sends to make a team: the people are null or absent when they are assigned one by one. */
export const TeamRequest = Type.Object({
  id,
  links: Type.Optional(Links),
  name,
  usernames: Type.Optional(usernames),
});

export const TeamResponse = Type.Object(
  { id, links: always(Links), name: always(name) },
  { $id: "TeamResponse" },
);

export const TeamUpdate = Type.Object(
  { links: Type.Optional(Links), name: { ...name, writeOnly: true } },
  { $id: "TeamUpdate" },
);

const roleNames = Type.Array(groupRole, {
  uniqueItems: true,
  description: `Project roles of the team's members; at least one of ${groupRoleNames.join(", ")}.`,
});

export const TeamRole = Type.Object(
  {
    links: Type.Optional(Links),
    roleNames,
    teamId: { ...ObjectId, description: "Id of the team." },
  },
  { $id: "TeamRole" },
);

/** What official clients send to change a team's roles: the path names the team already. */
export const TeamRoleChange = Type.Object({
  links: Type.Optional(Links),
  roleNames,
  teamId: Type.Optional(
    Type.String({ description: "Accepted and ignored: the path names the team.", readOnly: true }),
  ),
});

const userId = { ...ObjectId, description: "Id of the user." };

export const AddUserToTeam = Type.Object({ id: userId }, { $id: "AddUserToTeam" });

export const AddOrRemoveUserFromTeam = Type.Object(
  { id: { ...userId, writeOnly: true } },
  { $id: "AddOrRemoveUserFromTeam" },
);
