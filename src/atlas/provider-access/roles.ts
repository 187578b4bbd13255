// Checks the access to a provider's account that something else uses.
import type { Looking } from "../../core/changes/changing.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { providerAccesses } from "./kept.ts";
import type { ProviderAccess } from "./rules/provider-access.ts";

export const roleErrors = [
  "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH",
  "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED",
  "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND",
] as const;

/** Refuses access that is missing, to another provider, or not yet authorized. */
export async function checkRole(
  looking: Looking<(typeof roleErrors)[number]>,
  group: GroupRef,
  roleId: string,
  providerName: ProviderAccess["providerName"],
): Promise<void> {
  const { fault } = looking;
  const access = (await providerAccesses.find(looking, group, roleId))?.document;
  if (access === undefined) {
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", { roleId, groupId: group.id });
  }
  if (access.providerName !== providerName) {
    throw fault("CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", { providerName });
  }
  if (access.providerName === "AWS" && access.authorized === undefined) {
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", { roleId });
  }
}
