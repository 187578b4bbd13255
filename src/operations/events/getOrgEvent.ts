// Answers one event of an organization.
import { limitSets } from "../../contract/limits.ts";
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import { EventViewForOrg, includeRaw } from "../../contract/schemas/events.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { showEvent } from "./views.ts";

export const getOrgEvent = operation({
  id: "getOrgEvent",
  method: "GET",
  path: "/api/atlas/v2/orgs/{orgId}/events/{eventId}",
  tag: "Events",
  summary: "Get an event of an organization",
  description: "Answers the event, if it belongs to the organization. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.orgEvents,
  status: 200,
  params: {
    eventId: { ...ObjectId, description: "Id of the event." },
    orgId: { ...ObjectId, description: "Id of the organization." },
  },
  query: { envelope, pretty, includeRaw },
  versions: { "2023-01-01": { reply: EventViewForOrg } },
  errors: ["ORG_EVENT_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, query, fault }) => {
    const { eventId } = params;
    const event = await tx.events.find(eventId);
    if (event?.orgId !== org.id) throw fault("ORG_EVENT_NOT_FOUND", { eventId, orgId: org.id });
    return { event, includeRaw: query.includeRaw };
  },
  { "2023-01-01": ({ event, includeRaw }, showing) => showEvent(event, includeRaw, showing) },
);
