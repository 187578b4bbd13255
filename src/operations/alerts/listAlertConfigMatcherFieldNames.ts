import { matcherFieldNames } from "../../contract/alert-kinds.ts";
import { door, limitSets, operation, schemas } from "../declare.ts";

export const listAlertConfigMatcherFieldNames = operation(
  "GET /api/atlas/v2/alertConfigs/matchers/fieldNames",
  {
    tag: "Alert Configurations",
    limit: limitSets.alertMatchers,
    summary: "List what alert configurations can be narrowed by",
    description: "The same for every caller.",
    door: door.signedIn,
    versions: { "2023-01-01": { reply: schemas.MatcherFields } },
  },
).handle(
  async () => matcherFieldNames,
  (names) => [...names],
);
