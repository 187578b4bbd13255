import { door, neighbourSets, operation, pageOf, paging, showPageOf } from "../declare.ts";
import { NoPage } from "./common.ts";

export const listGroupStreamWorkspaces = operation("GET /api/atlas/v2/groups/{groupId}/streams", {
  tag: "Streams",
  limit: neighbourSets.streams,
  neighbour: true,
  summary: "List the stream workspaces of a project",
  description: "Answers an empty page: there are none here. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2023-02-01": { reply: NoPage("StreamsTenant", "PaginatedApiStreamsTenantView") } },
}).handle(
  async ({ query }) => pageOf<never>([], query),
  showPageOf((workspace) => workspace),
);
