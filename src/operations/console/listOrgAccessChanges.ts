import { accessTypes } from "../../domain/event.ts";
import { door, ObjectId, operation, Type } from "../declare.ts";
import { partSize, placeIn, placeQuery } from "../events/common.ts";
import { asIs, onPages } from "./common.ts";

export const listOrgAccessChanges = operation("GET /console/orgs/{orgId}/accessChanges", {
  ...onPages,
  summary: "List what changed access in an organization",
  description:
    "Events after an instant, newest first, 250 read at a time: of the organization, or of a project that is or was in it. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: { since: Type.Integer({ minimum: 0 }), ...placeQuery, groupId: Type.Optional(ObjectId) },
}).handle(async ({ tx, org, query, now }) => {
  const { since = now } = query;
  const feed = query.groupId === undefined ? { orgId: org.id } : { groupId: query.groupId };
  const { events, next } = await tx.access.events(feed, {
    from: since + 1,
    before: placeIn(query),
    limit: partSize,
    isWanted: ({ type }) => accessTypes.includes(type),
  });
  return {
    events: events.map(({ id, type, at, groupId = "", details = {}, kept = {} }) => ({
      id,
      type,
      at,
      groupId,
      details,
      kept,
    })),
    next,
  };
}, asIs);
