// Operations of pages on events.

import { eventsOf, eventsQuery, exportOf, exportQuery } from "../../atlas/events/common.ts";
import { door, operation } from "../../core/operations/declare.ts";
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
