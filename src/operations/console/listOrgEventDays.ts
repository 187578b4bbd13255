import { orgEventType } from "../../contract/schemas/events.ts";
import { door, operation } from "../declare.ts";
import { asIs, daysIn, onPages } from "./common.ts";

export const listOrgEventDays = operation("GET /console/orgs/{orgId}/eventDays", {
  ...onPages,
  summary: "Count the events of an organization by day",
  description: "The last 30 days, in UTC, the oldest first. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { eventType: orgEventType },
}).handle(({ tx, org, query, now }) => daysIn(tx, { orgId: org.id }, query.eventType, now), asIs);
