// Answers a link to the events of an organization.
import { limitSets } from "../../contract/limits.ts";
import { ObjectId, pretty } from "../../contract/schemas/common.ts";
import { ActivityFeedLinkResponse, fewEventTypes, maxDate, minDate } from "../../contract/schemas/events.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { feedFilters, showFeedLink } from "./feed-link.ts";

export const getOrgActivityFeed = operation({
  id: "getOrgActivityFeed",
  method: "GET",
  path: "/api/atlas/v2/orgs/{orgId}/activityFeed",
  tag: "Activity Feed",
  summary: "Get a link to the activity feed of an organization",
  description:
    "Answers the address of the page that shows people the events of the organization with the filters that were sent. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.orgEvents,
  status: 200,
  params: { orgId: { ...ObjectId, description: "Id of the organization." } },
  query: { pretty, eventType: fewEventTypes, maxDate, minDate },
  versions: { "2025-03-12": { reply: ActivityFeedLinkResponse } },
  errors: ["INVALID_DATE_FORMAT"],
}).handle(async ({ org, query, fault }) => ({ id: org.id, filters: feedFilters(query, fault) }), {
  "2025-03-12": showFeedLink("orgs"),
});
