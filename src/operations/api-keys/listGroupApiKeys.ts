// Lists the API keys that hold a role in a project.
import { limitSets } from "../../contract/limits.ts";
import { ApiKeyPage } from "../../contract/schemas/api-keys.ts";
import { group } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { envelope, groupId, groupPath, paging, pretty, showKey, tag } from "./keys.ts";

export const listGroupApiKeys = operation({
  id: "listGroupApiKeys",
  method: "GET",
  path: groupPath,
  tag,
  summary: "List the API keys of a project",
  description:
    "Every key with a role in the project, newest first; keys that reach it only through a role in the organization are left out. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.groupApiKeys,
  status: 200,
  params: { groupId },
  query: { envelope, pretty, ...paging },
  versions: { "2023-01-01": { reply: ApiKeyPage } },
  errors: [],
}).handle(async ({ tx, group, query }) => tx.apiKeys.inGroup(group, query), {
  "2023-01-01": (page, showing) => showPage(page, showing, (key) => showKey(key, showing)),
});
