import type { ListedPerson } from "../../domain/directory.ts";
import { door, operation, optional, type Reads, Type, timestampOf } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

/** A small part, since others wait while it is read. */
const size = 25;

export const listOrgAccess = operation("GET /console/orgs/{orgId}/access", {
  ...onPages,
  summary: "List what people of an organization may do",
  description:
    "Roles of 25 people in the organization and its projects, and their teams: of active people, or of those who are invited to the organization. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: {
    isInvited: optional(Type.Boolean(), false),
    after: Type.Optional(Type.String({ maxLength: 254 })),
  },
}).handle(async ({ tx, org, query, now }) => {
  const { isInvited, after } = query;
  const { people, hasMore } = await tx.directory.page(
    { orgId: org.id, groupId: null },
    {
      words: [],
      state: isInvited ? "INVITED" : "ACTIVE",
      sees: { alone: false, states: ["INVITED"] },
    },
    {
      order: "address",
      isReversed: false,
      after: after === undefined ? undefined : { key: after, lastAuthAt: -1 },
      size,
    },
    now,
  );
  const holdings = await (isInvited ? offeredTo(tx, people) : heldBy(tx, org.id, people));
  return {
    people: people.map(({ username, firstName, lastName, lastAuthAt, roles }, nth) => ({
      username,
      firstName,
      lastName,
      lastAuthAt: timestampOf(lastAuthAt),
      roles,
      ...holdings[nth],
    })),
    /** Null behind the last. */
    next: hasMore ? (people.at(-1)?.place.key ?? null) : null,
  };
}, asIs);

async function heldBy(tx: Reads, orgId: string, people: readonly ListedPerson[]) {
  const groupRoles = await tx.members.groupRolesOf(
    orgId,
    people.map(({ userId }) => userId ?? ""),
  );
  return people.map(({ userId, teams }) => ({
    groupRoles: groupRoles(userId ?? ""),
    teamIds: teams.map(({ id }) => id),
  }));
}

/** By the one invitation that can be accepted. */
const offeredTo = (tx: Reads, people: readonly ListedPerson[]) =>
  Promise.all(
    people.map(async ({ invites: [invite] }) => {
      if (invite === undefined) return { groupRoles: [], teamIds: [] };
      const { groupRoles, teamIds } = await tx.invites.holdingsOf({ id: invite.id, groupId: null });
      return { groupRoles, teamIds };
    }),
  );
