import { alertKinds } from "../../contract/alert-kinds.ts";
import { describeType, eventTypes } from "../../domain/event.ts";
import { door, limitSets, operation, Page, pageOf, paging, schemas, showPage } from "../declare.ts";

export const listEventTypes = operation("GET /api/atlas/v2/eventTypes", {
  tag: "Events",
  summary: "List the types of events",
  description: "Answers every type of event that is written here, in alphabetical order.",
  door: door.signedIn,
  limit: limitSets.eventTypes,
  query: { ...paging },
  versions: { "2023-01-01": { reply: Page(schemas.EventTypeDetails, "PaginatedEventTypeDetailsResponse") } },
}).handle(
  async ({ query }) => pageOf(eventTypes, query),
  (page, showing) =>
    showPage(page, showing, (eventType) => ({
      alertable: alertKinds.has(eventType),
      description: describeType(eventType),
      eventType,
    })),
);
