import { choosePeriod } from "../../domain/event.ts";
import { atlas } from "../atlas.ts";
import { showEvents } from "./common.ts";

export const listOrgEvents = atlas("listOrgEvents", {
  errors: ["INVALID_DATE_FORMAT"],
}).handle(async ({ tx, org, query, fault }) => {
  const filter = { types: query.eventType, ...choosePeriod(query, fault) };
  const found = await tx.events.list({ orgId: org.id }, filter, query);
  return { ...found, includeRaw: query.includeRaw };
}, showEvents);
