import { encryptions } from "../../changes/project-doors.ts";
import { door, operation, schemas } from "../declare.ts";
import { encryption, encryptionPath, showEncryption } from "./common.ts";

export const getGroupEncryptionAtRest = operation(`GET ${encryptionPath}`, {
  ...encryption,
  summary: "Get the keys of a project for encryption at rest",
  description: "Answers those of each provider without their secrets. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.EncryptionAtRest } },
}).handle(({ group, ...reading }) => encryptions.read(reading, group), showEncryption);
