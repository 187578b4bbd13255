import { atlas } from "../atlas.ts";
import { showEvent } from "./common.ts";

export const getGroupEvent = atlas("getGroupEvent", {
  errors: ["EVENT_NOT_FOUND"],
}).handle(async ({ tx, group, params, query, fault }) => {
  const { eventId } = params;
  const event = await tx.events.find(eventId);
  if (event?.groupId !== group.id) throw fault("EVENT_NOT_FOUND", { eventId, groupId: group.id });
  return { event, includeRaw: query.includeRaw };
}, showEvent);
