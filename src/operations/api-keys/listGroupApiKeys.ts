import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { groupPath, groupSide, showKey } from "./common.ts";

export const listGroupApiKeys = operation(`GET ${groupPath}`, {
  ...groupSide,
  summary: "List the API keys of a project",
  description:
    "Every key with a role in the project, newest first; keys that reach it only through a role in the organization are left out. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.ApiKeyPage } },
}).handle(async ({ tx, group, query }) => tx.apiKeys.inGroup(group, query), showPageOf(showKey));
