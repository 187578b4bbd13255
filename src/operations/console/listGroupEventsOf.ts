import { door, operation } from "../declare.ts";
import { asIs, eventsOf, eventsQuery, onPages } from "./common.ts";

export const listGroupEventsOf = operation("GET /console/groups/{groupId}/eventsOf", {
  ...onPages,
  summary: "List the events of a project by or about somebody",
  description: "Among the newest 20,000 that the other filters leave, newest first. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: eventsQuery,
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  ({ tx, group, query, now, fault }) => eventsOf({ tx, now, fault }, { groupId: group.id }, query),
  asIs,
);
