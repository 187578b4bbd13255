import {
  clusterNames,
  excludedEventType,
  groupEventType,
  includeRaw,
  maxDate,
  minDate,
} from "../../contract/schemas/events.ts";
import { ofClusters } from "../../domain/door-events.ts";
import { choosePeriod } from "../../domain/event.ts";
import { door, operation, Page, pageOf, paging, type Reads, schemas } from "../declare.ts";
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
  const { clusterNames: names } = query;
  const found =
    names === undefined
      ? await tx.events.list({ groupId: group.id }, filter, query)
      : await listOfClusters({ tx, group, query }, filter, names);
  return { ...found, includeRaw: query.includeRaw };
}, showEvents);

/** More than clusters of a project cause. */
const all = { includeCount: false, itemsPerPage: 10_000, pageNum: 1 };

interface Asked {
  readonly tx: Reads;
  readonly group: { readonly id: string };
  readonly query: Parameters<typeof pageOf>[1];
}

async function listOfClusters(
  { tx, group, query }: Asked,
  filter: Parameters<Reads["events"]["list"]>[1],
  names: readonly string[],
) {
  const types = ofClusters.filter((type) => filter.types?.includes(type) ?? true);
  if (types.length === 0) return pageOf<never>([], query);
  const { results } = await tx.events.list({ groupId: group.id }, { ...filter, types }, all);
  const isNamed = (name = "") => names.includes(name);
  return pageOf(
    results.filter(({ kept }) => isNamed(kept?.name?.before) || isNamed(kept?.name?.after)),
    query,
  );
}
