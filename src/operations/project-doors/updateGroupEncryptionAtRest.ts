import { changeEncryption, encryptionErrors } from "../../changes/encrypting.ts";
import { door, operation, schemas } from "../declare.ts";
import { encryption, encryptionPath, showEncryption } from "./common.ts";

export const updateGroupEncryptionAtRest = operation(`PATCH ${encryptionPath}`, {
  ...encryption,
  summary: "Set the keys of a project for encryption at rest",
  description:
    "Is remembered; no provider is asked, and nothing is encrypted. What is not sent stays, and a provider that is turned off is forgotten. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  body: schemas.EncryptionAtRest,
  versions: { "2023-01-01": { reply: schemas.EncryptionAtRest } },
  errors: [...encryptionErrors],
}).handle(
  (context) => changeEncryption({ ...context, ...context.issue }, context.group, context.body),
  showEncryption,
);
