// The shared parts of operations on a project's own database roles: their paths, how roles are found, and how one looks.

import type { Resource } from "../../core/changes/resources.ts";
import type { FaultMaker, Reads } from "../../core/operations/declare.ts";
import { customRoles } from "./kept.ts";
import type { CustomRole } from "./rules/custom-role.ts";

interface Looking {
  readonly tx: Reads;
  readonly now: number;
  readonly group: { readonly id: string };
}

export async function findRole({
  params: { roleName: role },
  fault,
  ...looking
}: Looking & {
  readonly params: { readonly roleName: string };
  readonly fault: FaultMaker<"ATLAS_CUSTOM_ROLE_NOT_FOUND">;
}) {
  const found = await customRoles.find(looking, looking.group, role);
  if (found === undefined) throw fault("ATLAS_CUSTOM_ROLE_NOT_FOUND", { role });
  return found;
}

export const showRole = ({ name, document }: Resource<CustomRole>) => ({
  actions: document.actions,
  inheritedRoles: document.inheritedRoles,
  roleName: name,
});
