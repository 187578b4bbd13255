import { door, operation, pathParams, schemas } from "../declare.ts";
import { eventId, groupSide, showEvent } from "./common.ts";

export const getGroupEvent = operation("GET /api/atlas/v2/groups/{groupId}/events/{eventId}", {
  ...groupSide,
  summary: "Get an event of a project",
  description: "Answers the event, if it belongs to the project. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  params: { eventId, groupId: pathParams.groupId },
  query: { includeRaw: schemas.includeRaw },
  versions: { "2023-01-01": { reply: schemas.EventViewForNdsGroup } },
  errors: ["EVENT_NOT_FOUND"],
}).handle(async ({ tx, group, params, query, fault }) => {
  const { eventId } = params;
  const event = await tx.events.find(eventId);
  if (event?.groupId !== group.id) throw fault("EVENT_NOT_FOUND", { eventId, groupId: group.id });
  return { event, includeRaw: query.includeRaw };
}, showEvent);
