// Answers a link to the events of a project.
import { limitSets } from "../../contract/limits.ts";
import { ObjectId, pretty } from "../../contract/schemas/common.ts";
import {
  ActivityFeedLinkResponse,
  fewClusterNames,
  fewEventTypes,
  maxDate,
  minDate,
} from "../../contract/schemas/events.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { feedFilters, showFeedLink } from "./feed-link.ts";

export const getGroupActivityFeed = operation({
  id: "getGroupActivityFeed",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/activityFeed",
  tag: "Activity Feed",
  summary: "Get a link to the activity feed of a project",
  description:
    "Answers the address of the page that shows people the events of the project with the filters that were sent. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.groupEvents,
  status: 200,
  params: { groupId: { ...ObjectId, description: "Id of the project." } },
  query: { pretty, eventType: fewEventTypes, maxDate, minDate, clusterName: fewClusterNames },
  versions: { "2025-03-12": { reply: ActivityFeedLinkResponse } },
  errors: ["INVALID_DATE_FORMAT"],
}).handle(async ({ group, query, fault }) => ({ id: group.id, filters: feedFilters(query, fault) }), {
  "2025-03-12": showFeedLink("projects"),
});
