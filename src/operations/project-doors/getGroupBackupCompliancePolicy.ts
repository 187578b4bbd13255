import { door, neighbourSets, operation, schemas } from "../declare.ts";
import { asIs } from "./common.ts";

export const getGroupBackupCompliancePolicy = operation(
  "GET /api/atlas/v2/groups/{groupId}/backupCompliancePolicy",
  {
    tag: "Cloud Backups",
    limit: neighbourSets.cloudBackups,
    neighbour: true,
    summary: "Get the policy that backups of a project comply with",
    description: "Answers an empty object: there is no policy. Needs Project Owner.",
    successor: "getGroupBackupCompliancePolicy in version 2023-10-01",
    door: door.group("GROUP_OWNER"),
    versions: {
      "2023-01-01": {
        deprecated: "2023-10-01",
        sunset: "2027-07-01",
        reply: schemas.DataProtectionSettings,
      },
      "2023-10-01": { reply: schemas.DataProtectionSettings20231001 },
    },
  },
).handle(async () => ({}), asIs);
