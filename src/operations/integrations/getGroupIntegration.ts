import { door, operation, schemas } from "../declare.ts";
import { findIntegration, params, pathOfOne, shared, showIntegration } from "./common.ts";

export const getGroupIntegration = operation(`GET ${pathOfOne}`, {
  ...shared,
  summary: "Get a third-party integration of a project",
  description: "Of secrets only the last four characters. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params,
  versions: { "2023-01-01": { reply: schemas.ThirdPartyIntegration } },
  errors: ["INTEGRATION_NOT_CONFIGURED"],
}).handle(findIntegration, showIntegration);
