import { person } from "../../domain/access-history.ts";
import { door, operation, Type, timestampOf } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

/** A small part, since others wait while it is read. */
const size = 50;

export const listOrgAccess = operation("GET /console/orgs/{orgId}/accessOfPeople", {
  ...onPages,
  summary: "List what people of an organization may do",
  description:
    "Roles of 50 active people in the organization and its projects, and their teams. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: { after: Type.Optional(Type.String({ maxLength: 254 })) },
}).handle(async ({ tx, org, query }) => {
  const people = await tx.access.people(org.id, query.after ?? "", size);
  return {
    people: people.map(({ username, firstName, lastName, lastAuthAt, held, teamIds }) => ({
      who: person(username),
      username,
      firstName,
      lastName,
      held,
      teamIds,
      lastAuthAt: timestampOf(lastAuthAt),
    })),
    /** Null behind the last. */
    next: people.length < size ? null : (people.at(-1)?.key ?? null),
  };
}, asIs);
