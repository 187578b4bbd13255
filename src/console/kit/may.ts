// The actions that a person may take in an organization or a project, by the doors that refuse the others, so that pages
// offer only these.

import { operations } from "../../atlas/index.ts";
import type { OperationId } from "../../client/types.ts";
import { type Door, permit } from "../../core/domain/access.ts";
import type { Calls } from "../client.ts";

/** Reports whether the visitor's roles open a door, or the door of an operation. */
export type May = (what: OperationId | Door) => boolean;

export async function mayIn(
  { perform }: Pick<Calls, "perform">,
  scope: { readonly orgId: string } | { readonly groupId: string },
): Promise<May> {
  const roles =
    "orgId" in scope ? await perform("listMyOrgRoles", scope) : await perform("listMyGroupRoles", scope);
  return (what) => permit(typeof what === "string" ? operations[what].door : what, roles);
}
