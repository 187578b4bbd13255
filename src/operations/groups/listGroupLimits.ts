// Lists the limits of a project.
import Type from "typebox";
import { limitSets } from "../../contract/limits.ts";
import { envelope, pretty } from "../../contract/schemas/common.ts";
import { DataFederationLimit } from "../../contract/schemas/group-limits.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { groupId, limitsPath, readLimits, showLimit } from "./limits.ts";

export const listGroupLimits = operation({
  id: "listGroupLimits",
  method: "GET",
  path: limitsPath,
  tag: "Projects",
  summary: "List the limits of a project",
  description:
    "Answers every limit with what was set, or with its default. Limits of data federation have no default, and are listed once they are set. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.group,
  status: 200,
  params: { groupId },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: Type.Array(DataFederationLimit) } },
  errors: [],
}).handle(({ tx, group }) => readLimits(tx, group), {
  "2023-01-01": (limits) => limits.map(showLimit),
});
