import { door, operation } from "../declare.ts";
import { asIs, eventsOf, eventsQuery, onPages } from "./common.ts";

export const listOrgEventsOf = operation("GET /console/orgs/{orgId}/eventsOf", {
  ...onPages,
  summary: "List the events of an organization by or about somebody",
  description:
    "Among the newest 20,000 that the other filters leave, newest first. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: eventsQuery,
  errors: ["INVALID_DATE_FORMAT"],
}).handle(({ tx, org, query, now, fault }) => eventsOf({ tx, now, fault }, { orgId: org.id }, query), asIs);
