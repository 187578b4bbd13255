import { accessTypes } from "../../domain/event.ts";
import { latestInstant } from "../../domain/instant.ts";
import { door, ObjectId, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

/** A small part, since others wait while it is read. */
const size = 250;

const instant = Type.Integer({ minimum: 0 });

export const listOrgAccessChanges = operation("GET /console/orgs/{orgId}/accessChanges", {
  ...onPages,
  summary: "List what changed access in an organization",
  description:
    "Events after an instant, newest first, 250 read at a time: of the organization, or of a project that is or was in it. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: {
    since: instant,
    /** Where to go on: an instant, and the id of an event. */
    at: instant,
    id: Type.Optional(Type.String({ maxLength: 24 })),
    groupId: Type.Optional(ObjectId),
  },
}).handle(async ({ tx, org, query, now }) => {
  const { since = now, at = latestInstant, id = "g", groupId } = query;
  const feed = groupId === undefined ? { orgId: org.id } : { groupId };
  const { events, next } = await tx.access.events(feed, {
    ...{ from: since + 1, before: { at, id }, limit: size },
    isWanted: ({ type }) => accessTypes.includes(type),
  });
  return {
    events: events.map(
      ({ id: eventId, type, at: happened, groupId: group = "", details = {}, kept = {} }) => ({
        ...{ id: eventId, type, at: happened, groupId: group, details, kept },
      }),
    ),
    next,
  };
}, asIs);
