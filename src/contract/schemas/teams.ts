// Bodies of the team operations.
import * as Type from "typebox";
import { groupRoleNames } from "../roles.ts";
import { always, groupRole, Links, ObjectId, object } from "./common.ts";

const id = always({ ...ObjectId, readOnly: true, description: "Id of the team." });
const name = Type.String({
  description: "Name of the team, unique in its organization: 1 to 64 characters.",
});

const usernames = Type.Array(Type.String({ format: "email" }), {
  uniqueItems: true,
  description: "E-mail addresses of the people in the team, all of them active users of the organization.",
});

export const Team = object("Team", {
  id,
  links: always(Links),
  name,
  usernames,
});

/** What the Terraform provider sends to make a team: the people are null or absent when they are assigned one by one. */
export const TeamRequest = Type.Object({
  id,
  links: Type.Optional(Links),
  name,
  usernames: Type.Optional(usernames),
});

export const TeamResponse = object("TeamResponse", { id, links: always(Links), name: always(name) });

export const TeamUpdate = object("TeamUpdate", {
  links: Type.Optional(Links),
  name: { ...name, writeOnly: true },
});

const roleNames = Type.Array(groupRole, {
  uniqueItems: true,
  description: `Project roles of the team's members; at least one of ${groupRoleNames.join(", ")}.`,
});

export const TeamRole = object("TeamRole", {
  links: Type.Optional(Links),
  roleNames,
  teamId: { ...ObjectId, description: "Id of the team." },
});

/** What official clients send to change a team's roles: the path names the team already. */
export const TeamRoleChange = Type.Object({
  links: Type.Optional(Links),
  roleNames,
  teamId: Type.Optional(
    Type.String({ description: "Accepted and ignored: the path names the team.", readOnly: true }),
  ),
});

const userId = { ...ObjectId, description: "Id of the user." };

export const AddUserToTeam = object("AddUserToTeam", { id: userId });

export const AddOrRemoveUserFromTeam = object("AddOrRemoveUserFromTeam", {
  id: { ...userId, writeOnly: true },
});
