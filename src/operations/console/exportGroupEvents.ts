import { door, operation } from "../declare.ts";
import { exportOf, exportQuery } from "../events/common.ts";
import { asIs, onPages } from "./common.ts";

export const exportGroupEvents = operation("GET /console/groups/{groupId}/eventsOf/export", {
  ...onPages,
  summary: "Export the events of a project, some at a time",
  description: "Newest first, with what they keep beside Atlas's members. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: exportQuery,
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  ({ tx, group, query, now, fault }) =>
    exportOf({ tx, now, fault }, { groupId: group.id }, group.orgId, query),
  asIs,
);
