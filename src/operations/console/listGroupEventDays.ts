import { groupEventType } from "../../contract/schemas/events.ts";
import { door, operation } from "../declare.ts";
import { asIs, daysIn, onPages } from "./common.ts";

export const listGroupEventDays = operation("GET /console/groups/{groupId}/eventDays", {
  ...onPages,
  summary: "Count the events of a project by day",
  description: "The last 30 days, in UTC, the oldest first. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { eventType: groupEventType },
}).handle(({ tx, group, query, now }) => daysIn(tx, { groupId: group.id }, query.eventType, now), asIs);
