// Answers one limit of a project.
import { limitSets } from "../../contract/limits.ts";
import { envelope, pretty } from "../../contract/schemas/common.ts";
import { DataFederationLimit } from "../../contract/schemas/group-limits.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { findLimit, groupId, limitName, limitsPath, showLimit } from "./limits.ts";

export const getGroupLimit = operation({
  id: "getGroupLimit",
  method: "GET",
  path: `${limitsPath}/{limitName}`,
  tag: "Projects",
  summary: "Get a limit of a project",
  description:
    "Answers the limit with what was set, or with its default. A limit of data federation is not found until it is set. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.group,
  status: 200,
  params: { groupId, limitName },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: DataFederationLimit } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(({ tx, group, params, fault }) => findLimit(tx, { group, name: params.limitName }, fault), {
  "2023-01-01": showLimit,
});
