import { alertKinds } from "../../contract/alert-kinds.ts";
import { describeType, eventTypes } from "../../domain/event.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPage } from "../declare.ts";

export const listEventTypes = atlas("listEventTypes", {}).handle(
  async ({ query }) => pageOf(eventTypes, query),
  (page, showing) =>
    showPage(page, showing, (eventType) => ({
      alertable: alertKinds.has(eventType),
      description: describeType(eventType),
      eventType,
    })),
);
