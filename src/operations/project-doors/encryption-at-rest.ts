// Operations on encryption at rest.

import { changeEncryption, encryptionErrors } from "../../changes/encrypting.ts";
import { encryptions } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";
import { showEncryption } from "./common.ts";

export const getGroupEncryptionAtRest = atlas("getGroupEncryptionAtRest", {}).handle(
  ({ group, ...reading }) => encryptions.read(reading, group),
  showEncryption,
);

export const updateGroupEncryptionAtRest = atlas("updateGroupEncryptionAtRest", {
  holds: "group",
  errors: [...encryptionErrors],
}).handle(
  (context) => changeEncryption({ ...context, ...context.issue }, context.group, context.body),
  showEncryption,
);
