import { door, operation, pathParams, schemas } from "../declare.ts";
import { eventId, orgSide, showEvent } from "./common.ts";

export const getOrgEvent = operation("GET /api/atlas/v2/orgs/{orgId}/events/{eventId}", {
  ...orgSide,
  summary: "Get an event of an organization",
  description: "Answers the event, if it belongs to the organization. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  params: { eventId, orgId: pathParams.orgId },
  query: { includeRaw: schemas.includeRaw },
  versions: { "2023-01-01": { reply: schemas.EventViewForOrg } },
  errors: ["ORG_EVENT_NOT_FOUND"],
}).handle(async ({ tx, org, params, query, fault }) => {
  const { eventId } = params;
  const event = await tx.events.find(eventId);
  if (event?.orgId !== org.id) throw fault("ORG_EVENT_NOT_FOUND", { eventId, orgId: org.id });
  return { event, includeRaw: query.includeRaw };
}, showEvent);
