import { door, limitSets, operation, schemas } from "../declare.ts";
import { asIs } from "./common.ts";

const off = { enabled: false };

export const getGroupEncryptionAtRest = operation("GET /api/atlas/v2/groups/{groupId}/encryptionAtRest", {
  tag: "Encryption at Rest using Customer Key Management",
  limit: limitSets.encryptionAtRest,
  summary: "Get the keys of a project for encryption at rest",
  description: "Answers that none are used. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.EncryptionAtRest } },
}).handle(
  async () => ({ awsKms: off, azureKeyVault: off, enabledForSearchNodes: false, googleCloudKms: off }),
  asIs,
);
