import { door, operation } from "../declare.ts";
import { eventsOf, eventsQuery } from "../events/common.ts";
import { asIs, onPages } from "./common.ts";

export const listGroupEventsOf = operation("GET /console/groups/{groupId}/eventsOf", {
  ...onPages,
  summary: "List the events of a project for its activity page",
  description:
    "Newest first, with what they keep beside Atlas's members. A search by name or team looks at the newest 20,000 events of the period. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: eventsQuery,
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  ({ tx, group, query, now, fault }) =>
    eventsOf({ tx, now, fault }, { groupId: group.id }, group.orgId, query),
  asIs,
);
