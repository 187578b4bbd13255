// Operations on events and feeds of activity.

import { withEndedEvents } from "../../core/changes/resources.ts";
import { alertKinds } from "../../core/contract/alert-kinds.ts";
import { type AuditEvent, choosePeriod, describeType, eventTypes } from "../../core/domain/event.ts";
import { ofBelongings, ofClusters } from "../../core/domain/resource-events.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, type Reads, showPage } from "../../core/operations/declare.ts";
import { feedFilters, showEvent, showEvents, showFeedLink } from "./common.ts";

export const listEventTypes = atlas("listEventTypes", {}).handle(
  async ({ query }) => pageOf(eventTypes(), query),
  (page, showing) =>
    showPage(page, showing, (eventType) => ({
      alertable: alertKinds.has(eventType),
      description: describeType(eventType),
      eventType,
    })),
);

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

/** Returns the name of the event's cluster; earlier versions kept it beside the event. */
const clusterOf = ({ details, kept }: AuditEvent): string =>
  details?.clusterName || kept?.name?.after || kept?.name?.before || "";

/** A page for all events: it holds more than clusters of a project cause. */
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
  const types = [...ofClusters, ...ofBelongings].filter((type) => filter.types?.includes(type) ?? true);
  if (types.length === 0) return pageOf<never>([], query);
  const { results } = await tx.events.list({ groupId: group.id }, { ...filter, types }, all);
  return pageOf(
    results.filter((event) => names.includes(clusterOf(event))),
    query,
  );
}

export const listOrgEvents = atlas("listOrgEvents", {
  errors: ["INVALID_DATE_FORMAT"],
}).handle(async ({ tx, org, query, fault }) => {
  const filter = { types: query.eventType, ...choosePeriod(query, fault) };
  const found = await tx.events.list({ orgId: org.id }, filter, query);
  return { ...found, includeRaw: query.includeRaw };
}, showEvents);

export const getGroupActivityFeed = atlas("getGroupActivityFeed", {
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  async ({ group, query, fault }) => ({ id: group.id, filters: feedFilters(query, fault) }),
  showFeedLink("projects"),
);

export const getGroupEvent = atlas("getGroupEvent", {
  errors: ["EVENT_NOT_FOUND"],
}).handle(async ({ tx, group, params, query, fault }) => {
  const { eventId } = params;
  const event = await tx.events.find(eventId);
  if (event?.groupId !== group.id) throw fault("EVENT_NOT_FOUND", { eventId, groupId: group.id });
  return { event, includeRaw: query.includeRaw };
}, showEvent);

export const getOrgActivityFeed = atlas("getOrgActivityFeed", {
  errors: ["INVALID_DATE_FORMAT"],
}).handle(
  async ({ org, query, fault }) => ({ id: org.id, filters: feedFilters(query, fault) }),
  showFeedLink("orgs"),
);

export const getOrgEvent = atlas("getOrgEvent", {
  errors: ["ORG_EVENT_NOT_FOUND"],
}).handle(async ({ tx, org, params, query, fault }) => {
  const { eventId } = params;
  const event = await tx.events.find(eventId);
  if (event?.orgId !== org.id) throw fault("ORG_EVENT_NOT_FOUND", { eventId, orgId: org.id });
  return { event, includeRaw: query.includeRaw };
}, showEvent);
