// Operations on encryption at rest.

import type { EncryptionAtRest as EncryptionAtRestReply } from "../../client/api.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { keepingOne } from "../../core/operations/keeping.ts";
import { changeEncryption, encryptionErrors } from "./encrypting.ts";
import { encryptions } from "./kept.ts";
import { type EncryptionAtRest, showService } from "./rules/encryption-at-rest.ts";

const showEncryption = ({ enabledForSearchNodes, ...services }: EncryptionAtRest) =>
  ({
    awsKms: showService("awsKms", services.awsKms),
    azureKeyVault: showService("azureKeyVault", services.azureKeyVault),
    enabledForSearchNodes,
    googleCloudKms: showService("googleCloudKms", services.googleCloudKms),
  }) as EncryptionAtRestReply;

export const getGroupEncryptionAtRest = keepingOne(encryptions, showEncryption).get(
  "getGroupEncryptionAtRest",
);

export const updateGroupEncryptionAtRest = atlas("updateGroupEncryptionAtRest", {
  locks: "group",
  errors: [...encryptionErrors],
  needs: ["issue"],
}).handle(
  (context) => changeEncryption({ ...context, ...context.issue }, context.group, context.body),
  showEncryption,
);
