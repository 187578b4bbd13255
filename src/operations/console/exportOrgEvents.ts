import { door, operation } from "../declare.ts";
import { exportOf, exportQuery } from "../events/common.ts";
import { asIs, onPages } from "./common.ts";

export const exportOrgEvents = operation("GET /console/orgs/{orgId}/eventsOf/export", {
  ...onPages,
  summary: "Export the events of an organization, some at a time",
  description: "Newest first, with what they keep beside Atlas's members. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: exportQuery,
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  ({ tx, org, query, now, fault }) => exportOf({ tx, now, fault }, { orgId: org.id }, org.id, query),
  asIs,
);
