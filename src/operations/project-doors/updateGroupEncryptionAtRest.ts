import { changeEncryption, encryptionErrors } from "../../changes/encrypting.ts";
import { atlas } from "../atlas.ts";
import { showEncryption } from "./common.ts";

export const updateGroupEncryptionAtRest = atlas("updateGroupEncryptionAtRest", {
  holds: "group",
  errors: [...encryptionErrors],
}).handle(
  (context) => changeEncryption({ ...context, ...context.issue }, context.group, context.body),
  showEncryption,
);
