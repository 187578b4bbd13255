import { holdersOf } from "../../changes/explaining.ts";
import { orgOf } from "../../changes/scopes.ts";
import { groupRoleNames, orgRoleNames } from "../../contract/roles.ts";
import { door, operation, pageOf, paging, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

const roleNames = [...groupRoleNames, ...orgRoleNames];

export const listGroupHolders = operation("GET /console/groups/{groupId}/holders/{role}", {
  ...onPages,
  summary: "List who holds a role in a project",
  description:
    "People, service accounts and API keys with the role or one that implies it: given in the project, through a team, or in the organization. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { role: Type.Unsafe<(typeof roleNames)[number]>({ type: "string", enum: roleNames }) },
  query: paging,
}).handle(async ({ tx, group, params, query }) => {
  const place = { org: await orgOf(tx, group), group };
  return pageOf(await holdersOf(tx, place, door.group(params.role)), query);
}, asIs);
