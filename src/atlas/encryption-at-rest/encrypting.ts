// Changes a project's own keys for encryption at rest, for requests and seeds alike.

import type { Changing, Looking } from "../../core/changes/changing.ts";
import type { ProviderName } from "../../core/contract/cluster-hardware.ts";
import { wrongField } from "../../core/contract/errors.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { clusters } from "../clusters/kept.ts";
import { keyEndpoints } from "../private-endpoints/kept.ts";
import { checkRole } from "../provider-access/roles.ts";
import { encryptions } from "./kept.ts";
import {
  chooseEncryption,
  type EncryptionAtRest,
  type KeySecrets,
  keyServiceNames,
  providerOf,
  type SentEncryption,
} from "./rules/encryption-at-rest.ts";

export const encryptionErrors = [
  "CANNOT_DISABLE_ENCRYPTION_AT_REST",
  "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH",
  "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED",
  "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND",
  "INVALID_ATTRIBUTE",
  "MISSING_ATTRIBUTE",
] as const;

type Keyed = Changing<(typeof encryptionErrors)[number]> & {
  readonly seal: (secret: string) => string;
  readonly unseal: (sealed: string) => string;
};

/** Changes the keys. `seal` stores the secrets, which no answer shows. */
export async function changeEncryption(
  changing: Keyed,
  group: GroupRef,
  sent: SentEncryption,
): Promise<EncryptionAtRest> {
  const { fault, seal, unseal } = changing;
  const before = await encryptions.find(changing, group);
  const { document: shown, sealedSecret } = before;
  const secrets: KeySecrets = sealedSecret === null ? {} : JSON.parse(unseal(sealedSecret));
  const after = chooseEncryption({ shown, secrets }, sent, fault);
  await checkRoles(changing, group, sent);
  await checkUse(changing, group, shown, after.shown);
  const [kept, given] = [JSON.stringify(secrets), JSON.stringify(after.secrets)];
  return encryptions.replace(changing, before, after.shown, given === kept ? undefined : seal(given));
}

/** Checks that access to the provider's account was authorized before a key uses it. */
async function checkRoles(
  looking: Looking<(typeof encryptionErrors)[number]>,
  group: GroupRef,
  sent: SentEncryption,
): Promise<void> {
  for (const name of keyServiceNames) {
    const roleId = sent[name]?.roleId;
    if (typeof roleId === "string") await checkRole(looking, group, roleId, providerOf(name));
  }
}

/** Refuses to turn off a key that encrypts a cluster, or that a private endpoint leads to. */
async function checkUse(
  looking: Looking<"CANNOT_DISABLE_ENCRYPTION_AT_REST">,
  group: GroupRef,
  before: EncryptionAtRest,
  after: EncryptionAtRest,
): Promise<void> {
  const off = keyServiceNames.filter((name) => before[name].enabled && !after[name].enabled).map(providerOf);
  if (off.length === 0) return;
  const isOff = (provider: string) => off.some((each) => each === provider);
  const cluster = (await clusters.all(looking, group)).find(
    ({ document }) => document.kind === "CLUSTER" && isOff(document.settings.encryptionAtRestProvider),
  );
  const endpoint = (await keyEndpoints.all(looking, group)).find(
    ({ document, endsAt }) => endsAt === null && isOff(document.cloudProvider),
  );
  const user = cluster ? `cluster ${cluster.name}` : endpoint && `private endpoint ${endpoint.name}`;
  if (user !== undefined) {
    throw looking.fault("CANNOT_DISABLE_ENCRYPTION_AT_REST", { groupId: group.id, user });
  }
}

/** Refuses to encrypt a cluster with a key that is not enabled. */
export async function requireKey(
  looking: Looking<"ENCRYPTION_AT_REST_NOT_ENABLED">,
  group: GroupRef,
  provider: ProviderName | "NONE",
): Promise<void> {
  if (provider === "NONE") return;
  const keys = await encryptions.read(looking, group);
  if (keyServiceNames.some((name) => providerOf(name) === provider && keys[name].enabled)) return;
  const field = wrongField("encryptionAtRestProvider", `The project has no key of ${provider} enabled.`);
  throw looking.fault("ENCRYPTION_AT_REST_NOT_ENABLED", { groupId: group.id }, field);
}
