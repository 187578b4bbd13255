import { atlas } from "../atlas.ts";
import { showEvent } from "./common.ts";

export const getOrgEvent = atlas("getOrgEvent", {
  errors: ["ORG_EVENT_NOT_FOUND"],
}).handle(async ({ tx, org, params, query, fault }) => {
  const { eventId } = params;
  const event = await tx.events.find(eventId);
  if (event?.orgId !== org.id) throw fault("ORG_EVENT_NOT_FOUND", { eventId, orgId: org.id });
  return { event, includeRaw: query.includeRaw };
}, showEvent);
