// How an API key is made, and who may change its access list.
import type { FaultMaker } from "../../contract/errors.ts";
import { type Caller, effectiveRoles } from "../../domain/access.ts";
import type { ApiKey } from "../../domain/api-key.ts";
import type { HeldRole } from "../../domain/credential.ts";
import type { FreshApiKey } from "../../secrets/issue.ts";
import type { Reads } from "../../store/store.ts";

/** A key as it was just made, with the private key that no later answer shows. */
export interface MadeKey extends ApiKey {
  readonly privateKey: string;
}

export function makeKey(
  fresh: FreshApiKey,
  key: { id: string; orgId: string; description: string; roles: readonly HeldRole[]; createdAt: number },
): MadeKey {
  const { publicKey, privateKey } = fresh;
  return { ...key, publicKey, privateKey, privateKeyTail: privateKey.slice(-12) };
}

/** The list of a key is changed by owners of its organization, and by the key itself. */
export async function refuseOthers(
  tx: Reads,
  key: ApiKey,
  caller: Caller,
  fault: FaultMaker<"USER_UNAUTHORIZED">,
): Promise<void> {
  if (caller.id === key.id) return;
  const roles = effectiveRoles(await tx.orgs.rolesOf(key.orgId, caller.id));
  if (!roles.has("ORG_OWNER")) throw fault("USER_UNAUTHORIZED", {});
}
