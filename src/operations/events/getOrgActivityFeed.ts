import { atlas } from "../atlas.ts";
import { feedFilters, showFeedLink } from "./common.ts";

export const getOrgActivityFeed = atlas("getOrgActivityFeed", {
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  async ({ org, query, fault }) => ({ id: org.id, filters: feedFilters(query, fault) }),
  showFeedLink("orgs"),
);
