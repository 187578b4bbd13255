import { rolesHeld } from "../../changes/explaining.ts";
import { orgOf } from "../../changes/scopes.ts";
import { weighInGroup } from "../../domain/explanation.ts";
import { door, ObjectId, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listGroupUserRoles = operation("GET /console/groups/{groupId}/users/{userId}/roles", {
  ...onPages,
  summary: "List the roles a person holds in a project",
  description:
    "Given in the project, through a team, or in the organization, as far as they let into the project; none for who holds none. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { userId: ObjectId },
}).handle(async ({ tx, group, params }) => {
  const place = { org: await orgOf(tx, group), group };
  return weighInGroup(await rolesHeld(tx, place, params.userId));
}, asIs);
