// The keys for encryption at rest that projects keep.

import { settingOf } from "../../core/changes/resources.ts";
import { type EncryptionAtRest, noEncryption } from "./rules/encryption-at-rest.ts";

/** The secrets of the keys are its secret. */
export const encryptions = settingOf<EncryptionAtRest>({
  kind: "encryptionAtRest",
  initial: noEncryption,
  events: "ENCRYPTION_AT_REST_CONFIGURATION_UPDATED",
});
