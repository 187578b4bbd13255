import { withEndedEvents } from "../../changes/resources.ts";
import { ofClusters } from "../../domain/door-events.ts";
import { type AuditEvent, choosePeriod } from "../../domain/event.ts";
import { atlas } from "../atlas.ts";
import { pageOf, type Reads } from "../declare.ts";
import { showEvents } from "./common.ts";

export const listGroupEvents = atlas("listGroupEvents", {
  errors: ["INVALID_DATE_FORMAT"],
}).handle(async ({ tx, now, group, query, fault }) => {
  const filter = {
    types: query.eventType,
    excludedTypes: query.excludedEventType,
    ...choosePeriod(query, fault),
  };
  const { clusterNames: names } = query;
  const found = await withEndedEvents(
    { tx, now },
    group.id,
    names === undefined
      ? tx.events.list({ groupId: group.id }, filter, query)
      : listOfClusters({ tx, group, query }, filter, names),
  );
  return { ...found, includeRaw: query.includeRaw };
}, showEvents);

/** Its name; earlier versions kept it beside the event. */
const clusterOf = ({ details, kept }: AuditEvent): string =>
  details?.clusterName || kept?.name?.after || kept?.name?.before || "";

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
  return pageOf(
    results.filter((event) => names.includes(clusterOf(event))),
    query,
  );
}
