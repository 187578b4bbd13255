import { placeOf } from "../../domain/access-history.ts";
import { door, ObjectId, operation, Type, timestampOf } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

/** A small part, since others wait while it is read. */
const size = 100;

export const listOrgDatabaseUsers = operation("GET /console/orgs/{orgId}/databaseUsers", {
  ...onPages,
  summary: "List the database users of an organization's projects",
  description:
    "What 100 of them hold, in the order of their ids, with their end: those that have ended and are kept, too. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: { after: Type.Optional(ObjectId) },
}).handle(async ({ tx, org, query }) => {
  const users = await tx.databaseUsers.ofOrg(org.id, query.after ?? "", size);
  return {
    users: users.map(({ groupId, who, title, roles, endsAt }) => ({
      who,
      title,
      in: placeOf(groupId),
      roles,
      endsAt: timestampOf(endsAt),
    })),
    /** Null behind the last. */
    next: users.length < size ? null : (users.at(-1)?.id ?? null),
  };
}, asIs);
