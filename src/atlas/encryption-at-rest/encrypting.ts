// Changes a project's own keys for encryption at rest, for requests and seeds alike.

import type { Changing, Looking } from "../../core/changes/changing.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { clusters } from "../clusters/kept.ts";
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

/** Refuses to turn off a key that encrypts a cluster. */
async function checkUse(
  looking: Looking<"CANNOT_DISABLE_ENCRYPTION_AT_REST">,
  group: GroupRef,
  before: EncryptionAtRest,
  after: EncryptionAtRest,
): Promise<void> {
  const off = keyServiceNames.filter((name) => before[name].enabled && !after[name].enabled).map(providerOf);
  if (off.length === 0) return;
  const users = (await clusters.all(looking, group)).filter(
    ({ document }) =>
      document.kind === "CLUSTER" && off.some((each) => each === document.settings.encryptionAtRestProvider),
  );
  const [user] = users;
  if (user !== undefined) {
    throw looking.fault("CANNOT_DISABLE_ENCRYPTION_AT_REST", { groupId: group.id, name: user.name });
  }
}
