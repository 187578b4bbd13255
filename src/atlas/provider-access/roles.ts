// Checks the access to a provider's account that something else uses.
import type { Looking } from "../../core/changes/changing.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { providerAccesses } from "./kept.ts";
import type { ProviderAccess } from "./rules/provider-access.ts";

export const findRoleErrors = [
  "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH",
  "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND",
] as const;

export const roleErrors = [...findRoleErrors, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED"] as const;

/** Finds access to a provider; refuses one that is missing, or to another provider. */
export async function findRole(
  looking: Looking<(typeof findRoleErrors)[number]>,
  group: GroupRef,
  roleId: string,
  providerName: ProviderAccess["providerName"],
): Promise<ProviderAccess> {
  const { fault } = looking;
  const access = (await providerAccesses.find(looking, group, roleId))?.document;
  if (access === undefined) {
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", { roleId, groupId: group.id });
  }
  if (access.providerName !== providerName) {
    throw fault("CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", { providerName });
  }
  return access;
}

/** Refuses access that is missing, to another provider, or not yet authorized. */
export async function checkRole(
  looking: Looking<(typeof roleErrors)[number]>,
  group: GroupRef,
  roleId: string,
  providerName: ProviderAccess["providerName"],
): Promise<void> {
  const access = await findRole(looking, group, roleId, providerName);
  if (access.providerName === "AWS" && access.authorized === undefined) {
    throw looking.fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", { roleId });
  }
}
