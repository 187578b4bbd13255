import { fewClusterNames, fewGroupEventTypes, maxDate, minDate } from "../../contract/schemas/events.ts";
import { door, operation, schemas } from "../declare.ts";
import { feedFilters, groupSide, showFeedLink } from "./common.ts";

export const getGroupActivityFeed = operation("GET /api/atlas/v2/groups/{groupId}/activityFeed", {
  ...groupSide,
  tag: "Activity Feed",
  summary: "Get a link to the activity feed of a project",
  description:
    "Answers the address of the page that shows people the events of the project with the filters that were sent. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { eventType: fewGroupEventTypes, maxDate, minDate, clusterName: fewClusterNames },
  without: ["envelope"],
  versions: { "2025-03-12": { reply: schemas.ActivityFeedLinkResponse } },
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  async ({ group, query, fault }) => ({ id: group.id, filters: feedFilters(query, fault) }),
  showFeedLink("projects"),
);
