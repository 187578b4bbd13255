// Finds things that need attention soon, for the first page of the console: each list is one statement that reads no more than
// it shows.
import { sql } from "kysely";
import type { GroupRole } from "../contract/roles.ts";
import { unusedAfter } from "../domain/credential.ts";
import type { Instant } from "../domain/instant.ts";
import { many, manyAmong, type Unit, withKnownRoles } from "./facet.ts";
import { pendingInvites } from "./invites.ts";
import { derived } from "./query.ts";

const throughTeams = many((db, userId: string) =>
  db
    .selectFrom("teamMembers")
    .innerJoin("teamGrants", "teamGrants.teamId", "teamMembers.teamId")
    .select(["teamGrants.teamId", "teamGrants.groupId", "teamGrants.role"])
    .where("teamMembers.userId", "=", userId),
);

/** A period that begins now, and the most rows to show of it. */
export interface Ending {
  readonly now: Instant;
  readonly until: Instant;
  readonly most: number;
}

export interface Expiring extends Ending {
  readonly orgIds: readonly string[];
  readonly groupIds: readonly string[];
}

const expiring = (column: "orgId" | "groupId", isUnsent: boolean) =>
  manyAmong((db, ids, at: Ending) => {
    const pending = pendingInvites(db, at.now)
      .select(["id", "orgId", "groupId", "username", "expiresAt"])
      .where(column, "in", ids)
      .where("expiresAt", "<=", at.until)
      .orderBy("expiresAt")
      .limit(at.most);
    const found = isUnsent
      ? pending.where("id", "not in", (mailed) =>
          mailed
            .selectFrom("outbox")
            .select("inviteId")
            .where("outbox.status", "=", sql.lit("SENT" as const))
            .where("inviteId", "is not", null)
            .$narrowType<{ inviteId: string }>(),
        )
      : pending;
    return column === "orgId" ? found.where("groupId", "is", null) : found.where("groupId", "is not", null);
  });

/** Lists invitations to organizations, and to projects alone, the soonest to expire first: at most so many of each. */
function both(isUnsent: boolean) {
  const [inOrgs, inGroups] = [expiring("orgId", isUnsent), expiring("groupId", isUnsent)];
  return async (unit: Unit, at: Expiring) => {
    const [toOrgs, toGroups] = await Promise.all([
      inOrgs(unit, at.orgIds, at),
      inGroups(unit, at.groupIds, at),
    ]);
    return [...toOrgs, ...toGroups];
  };
}

export const reads = {
  async rolesThroughTeams(unit: Unit, userId: string) {
    const rows = withKnownRoles(unit, await throughTeams(unit, userId), (row) => `team ${row.teamId}`);
    return rows.map((row) => ({ groupId: row.groupId, role: row.role as GroupRole }));
  },

  /** Lists pending invitations that expire in a period. */
  expiring: both(false),
  /** Lists pending invitations for which no message was sent. */
  unsent: both(true),

  /** Lists service accounts of people whose last secret expires in a period, the soonest first. */
  endingSecrets: manyAmong(
    (db, orgIds, { now, until, most }: Ending) =>
      db
        .selectFrom("serviceAccounts")
        .innerJoin("serviceAccountSecrets as secrets", "secrets.serviceAccountId", "serviceAccounts.id")
        .select(["serviceAccounts.id", "serviceAccounts.orgId", "serviceAccounts.name"])
        .select((row) => row.fn.max("secrets.expiresAt").as("expiresAt"))
        .where("serviceAccounts.orgId", "in", orgIds)
        .where("serviceAccounts.mcpConfigId", "is", null)
        .groupBy(["serviceAccounts.id", "serviceAccounts.orgId", "serviceAccounts.name"])
        .having((row) => row.fn.max("secrets.expiresAt"), ">", now)
        .having((row) => row.fn.max("secrets.expiresAt"), "<=", until)
        .orderBy("expiresAt")
        .limit(most),
    (row) => ({ ...row, expiresAt: Number(row.expiresAt) }),
  ),

  /** Lists owners who can sign in with a password alone, by address. */
  passwordOwners: manyAmong((db, orgIds, most: number) =>
    db
      .selectFrom("grants")
      .innerJoin("users", "users.id", "grants.principalId")
      .select(["users.id", "grants.orgId", "users.username"])
      .where("grants.orgId", "in", orgIds)
      .where("grants.groupId", "is", null)
      .where("grants.role", "=", sql.lit("ORG_OWNER"))
      .where("users.passwordHash", "is not", null)
      .where("users.id", "not in", (safe) => safe.selectFrom("passkeys").select("userId"))
      .orderBy("users.usernameKey")
      .limit(most),
  ),

  /** Lists API keys that have not been used for long, oldest first. */
  unusedKeys: manyAmong(
    (db, orgIds, { now, most }: { now: Instant; most: number }) =>
      db
        .selectFrom("apiKeys")
        .leftJoin("keyUses", "keyUses.id", "apiKeys.id")
        .select(["apiKeys.id", "apiKeys.orgId", "keyUses.lastUsedAt"])
        .select(["apiKeys.publicKey", "apiKeys.description"])
        .where("apiKeys.orgId", "in", orgIds)
        .where((row) => {
          const before = (age: number) => derived(now, (at) => at - age);
          const isNeverUsed = row("keyUses.lastUsedAt", "is", null);
          return row.or([
            row("keyUses.lastUsedAt", "<", before(unusedAfter.last)),
            row.and([
              isNeverUsed,
              row("keyUses.watchedFrom", "is", null),
              row("apiKeys.createdAt", "<", before(unusedAfter.never)),
            ]),
            row.and([isNeverUsed, row("keyUses.watchedFrom", "<", before(unusedAfter.last))]),
          ]);
        })
        .orderBy("apiKeys.createdAt")
        .limit(most),
    ({ publicKey, description, ...key }) => ({ ...key, name: description === "" ? publicKey : description }),
  ),
};
