import { door, operation, schemas, Type } from "../declare.ts";
import { limitsPath, oneGroup, readLimits, showLimit } from "./common.ts";

export const listGroupLimits = operation(`GET ${limitsPath}`, {
  ...oneGroup,
  summary: "List the limits of a project",
  description:
    "Answers every limit with what was set, or with its default. Limits of data federation have no default, and are listed once they are set. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: Type.Array(schemas.DataFederationLimit) } },
}).handle(
  ({ tx, group }) => readLimits(tx, group),
  (limits) => limits.map(showLimit),
);
