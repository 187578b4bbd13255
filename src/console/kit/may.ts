// What a person may do in an organization or a project: by the doors that refuse it, so that a page offers nothing else.

import { operations } from "../../atlas/index.ts";
import type { OperationId } from "../../client/types.ts";
import { type Door, permit } from "../../core/domain/access.ts";
import type { Calls } from "../client.ts";

/** Whether the roles of the visitor open a door, or that of an operation of the API. */
export type May = (what: OperationId | Door) => boolean;

export async function mayIn(
  { perform }: Pick<Calls, "perform">,
  scope: { readonly orgId: string } | { readonly groupId: string },
): Promise<May> {
  const roles =
    "orgId" in scope ? await perform("listMyOrgRoles", scope) : await perform("listMyGroupRoles", scope);
  return (what) => permit(typeof what === "string" ? operations[what].door : what, roles);
}
