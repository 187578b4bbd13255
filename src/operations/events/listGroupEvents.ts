import {
  clusterNames,
  excludedEventType,
  groupEventType,
  includeRaw,
  maxDate,
  minDate,
} from "../../contract/schemas/events.ts";
import { choosePeriod } from "../../domain/event.ts";
import { door, operation, Page, paging, schemas } from "../declare.ts";
import { groupSide, showEvents } from "./common.ts";

export const listGroupEvents = operation("GET /api/atlas/v2/groups/{groupId}/events", {
  ...groupSide,
  summary: "List the events of a project",
  description: "Answers what happened in the project, newest first. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
    clusterNames,
    eventType: groupEventType,
    excludedEventType,
    includeRaw,
    maxDate,
    minDate,
  },
  versions: { "2023-01-01": { reply: Page(schemas.EventViewForNdsGroup, "GroupPaginatedEventView") } },
  errors: ["INVALID_DATE_FORMAT"],
}).handle(async ({ tx, group, query, fault }) => {
  const filter = {
    types: query.eventType,
    excludedTypes: query.excludedEventType,
    ...choosePeriod(query, fault),
  };
  // No event is about a cluster.
  const found =
    query.clusterNames === undefined
      ? await tx.events.list({ groupId: group.id }, filter, query)
      : { ...query, results: [], total: 0 };
  return { ...found, includeRaw: query.includeRaw };
}, showEvents);
