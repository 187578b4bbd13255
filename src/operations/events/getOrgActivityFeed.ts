import { fewOrgEventTypes, maxDate, minDate } from "../../contract/schemas/events.ts";
import { door, operation, schemas } from "../declare.ts";
import { feedFilters, orgSide, showFeedLink } from "./common.ts";

export const getOrgActivityFeed = operation("GET /api/atlas/v2/orgs/{orgId}/activityFeed", {
  ...orgSide,
  tag: "Activity Feed",
  summary: "Get a link to the activity feed of an organization",
  description:
    "Answers the address of the page that shows people the events of the organization with the filters that were sent. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { eventType: fewOrgEventTypes, maxDate, minDate },
  without: ["envelope"],
  versions: { "2025-03-12": { reply: schemas.ActivityFeedLinkResponse } },
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  async ({ org, query, fault }) => ({ id: org.id, filters: feedFilters(query, fault) }),
  showFeedLink("orgs"),
);
