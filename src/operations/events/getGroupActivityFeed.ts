import { atlas } from "../atlas.ts";
import { feedFilters, showFeedLink } from "./common.ts";

export const getGroupActivityFeed = atlas("getGroupActivityFeed", {
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  async ({ group, query, fault }) => ({ id: group.id, filters: feedFilters(query, fault) }),
  showFeedLink("projects"),
);
