// The kind of resource for keys of encryption at rest.

import { settingOf } from "../../core/changes/resources.ts";
import { type EncryptionAtRest, noEncryption } from "./rules/encryption-at-rest.ts";

/** The settings, with the secrets of the keys as the secret. */
export const encryptions = settingOf<EncryptionAtRest>({
  kind: "encryptionAtRest",
  initial: noEncryption,
  events: "ENCRYPTION_AT_REST_CONFIGURATION_UPDATED",
});
