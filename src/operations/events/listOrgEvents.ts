import { includeRaw, maxDate, minDate, orgEventType } from "../../contract/schemas/events.ts";
import { choosePeriod } from "../../domain/event.ts";
import { door, operation, Page, paging, schemas } from "../declare.ts";
import { orgSide, showEvents } from "./common.ts";

export const listOrgEvents = operation("GET /api/atlas/v2/orgs/{orgId}/events", {
  ...orgSide,
  summary: "List the events of an organization",
  description: "Answers what happened in the organization, newest first. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging, eventType: orgEventType, includeRaw, maxDate, minDate },
  versions: { "2023-01-01": { reply: Page(schemas.EventViewForOrg, "OrgPaginatedEventView") } },
  errors: ["INVALID_DATE_FORMAT"],
}).handle(async ({ tx, org, query, fault }) => {
  const filter = { types: query.eventType, ...choosePeriod(query, fault) };
  const found = await tx.events.list({ orgId: org.id }, filter, query);
  return { ...found, includeRaw: query.includeRaw };
}, showEvents);
