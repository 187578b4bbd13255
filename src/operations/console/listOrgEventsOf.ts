import { door, operation } from "../declare.ts";
import { eventsOf, eventsQuery } from "../events/common.ts";
import { asIs, onPages } from "./common.ts";

export const listOrgEventsOf = operation("GET /console/orgs/{orgId}/eventsOf", {
  ...onPages,
  summary: "List the events of an organization for its activity page",
  description:
    "Newest first, with what they keep beside Atlas's members. A search by name or team looks at the newest 20,000 events of the period. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: eventsQuery,
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  ({ tx, org, query, now, fault }) => eventsOf({ tx, now, fault }, { orgId: org.id }, org.id, query),
  asIs,
);
