import { holdersOf } from "../../changes/explaining.ts";
import { orgOf } from "../../changes/scopes.ts";
import { groupRoleNames, orgRoleNames } from "../../contract/roles.ts";
import { rolesThatOpen } from "../../domain/explanation.ts";
import { door, operation, pageOf, paging, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

const roleNames = [...groupRoleNames, ...orgRoleNames];
const role = Type.Unsafe<(typeof roleNames)[number]>({ type: "string", enum: roleNames });

export const listGroupHolders = operation("GET /console/groups/{groupId}/holders/{role}", {
  ...onPages,
  summary: "List who holds a role in a project",
  description:
    "People, service accounts and API keys with the role, one of `also`, or one that implies any of them: given in the project, through a team, or in the organization. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { role },
  query: { ...paging, also: Type.Optional(Type.Array(role, { maxItems: roleNames.length })) },
}).handle(async ({ tx, group, params, query }) => {
  const place = { org: await orgOf(tx, group), group };
  const roles = [params.role, ...(query.also ?? [])].flatMap((each) => rolesThatOpen(door.group(each)));
  return pageOf(await holdersOf(tx, place, [...new Set(roles)]), query);
}, asIs);
