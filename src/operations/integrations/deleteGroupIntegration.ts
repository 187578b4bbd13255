import { integrations } from "../../changes/resources.ts";
import { door, operation } from "../declare.ts";
import { findIntegration, params, pathOfOne, shared } from "./common.ts";

export const deleteGroupIntegration = operation(`DELETE ${pathOfOne}`, {
  ...shared,
  summary: "Delete a third-party integration of a project",
  description: "Its secrets are removed as well. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params,
  versions: { "2023-01-01": {} },
  errors: ["INTEGRATION_NOT_CONFIGURED"],
}).handle(async (context) => integrations.remove(context, await findIntegration(context)));
