// Lists the types an event can have.
import { limitSets } from "../../contract/limits.ts";
import { paging } from "../../contract/schemas/common.ts";
import { EventTypeDetails } from "../../contract/schemas/events.ts";
import { Page } from "../../contract/schemas/page.ts";
import { door } from "../../domain/access.ts";
import { describeType, eventTypes } from "../../domain/event.ts";
import { pageOf, showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";

export const listEventTypes = operation({
  id: "listEventTypes",
  method: "GET",
  path: "/api/atlas/v2/eventTypes",
  tag: "Events",
  summary: "List the types of events",
  description: "Answers every type of event that is written here, in alphabetical order.",
  door: door.signedIn,
  limit: limitSets.eventTypes,
  query: { ...paging },
  versions: { "2023-01-01": { reply: Page(EventTypeDetails, "PaginatedEventTypeDetailsResponse") } },
}).handle(async ({ query }) => pageOf(eventTypes, query), {
  "2023-01-01": (page, showing) =>
    showPage(page, showing, (eventType) => ({
      alertable: false,
      description: describeType(eventType),
      eventType,
    })),
});
