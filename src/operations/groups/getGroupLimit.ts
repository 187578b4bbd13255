import { door, operation, schemas } from "../declare.ts";
import { findLimit, limitName, limitsPath, oneGroup, showLimit } from "./common.ts";

export const getGroupLimit = operation(`GET ${limitsPath}/{limitName}`, {
  ...oneGroup,
  summary: "Get a limit of a project",
  description:
    "Answers the limit with what was set, or with its default. A limit of data federation is not found until it is set. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  params: { limitName },
  versions: { "2023-01-01": { reply: schemas.DataFederationLimit } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  ({ tx, group, params, fault }) => findLimit(tx, { group, name: params.limitName }, fault),
  showLimit,
);
