// Operations on encryption at rest.

import { atlas } from "../../core/operations/atlas.ts";
import { showEncryption } from "../project-settings/common.ts";
import { encryptions } from "../project-settings/settings.ts";
import { changeEncryption, encryptionErrors } from "./encrypting.ts";

export const getGroupEncryptionAtRest = atlas("getGroupEncryptionAtRest", {}).handle(
  ({ group, ...reading }) => encryptions.read(reading, group),
  showEncryption,
);

export const updateGroupEncryptionAtRest = atlas("updateGroupEncryptionAtRest", {
  locks: "group",
  errors: [...encryptionErrors],
  needs: ["issue"],
}).handle(
  (context) => changeEncryption({ ...context, ...context.issue }, context.group, context.body),
  showEncryption,
);
