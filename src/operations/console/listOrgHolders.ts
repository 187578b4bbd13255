import { holdersOf } from "../../changes/explaining.ts";
import { orgRoleNames } from "../../contract/roles.ts";
import { rolesThatOpen } from "../../domain/explanation.ts";
import { door, operation, pageOf, paging, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listOrgHolders = operation("GET /console/orgs/{orgId}/holders/{role}", {
  ...onPages,
  summary: "List who holds a role in an organization",
  description:
    "People, service accounts and API keys with the role or one that implies it. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: { role: Type.Unsafe<(typeof orgRoleNames)[number]>({ type: "string", enum: orgRoleNames }) },
  query: paging,
}).handle(
  async ({ tx, org, params, query }) =>
    pageOf(await holdersOf(tx, { org }, rolesThatOpen(door.org(params.role))), query),
  asIs,
);
