// Invitations that ended, of either kind: the history people look at.
import { type ExpressionBuilder, sql } from "kysely";
import { inOrder } from "../contract/roles.ts";
import type { Instant } from "../domain/instant.ts";
import { type EndedInvite, statusAt } from "../domain/invite.ts";
import type { Unit } from "./connection.ts";
import { inviteColumns, isPending, readRoles, toInvite } from "./invite-rows.ts";
import { type Builder, query } from "./query.ts";
import type { Tables } from "./tables.ts";

const mostShown = 100;

/** An overdue invitation is marked as such only when another is to take its place. */
const ranOut = (row: ExpressionBuilder<Tables, "invites">) =>
  row.and([row("status", "=", sql.lit("EXPIRED" as const)), row("amended_at", ">", row.ref("expires_at"))]);

/** The instant of an end: when it was written down, but of one that ran out, when it did. */
const ended = (db: Builder, now: Instant) =>
  db
    .selectFrom("invites")
    .select([...inviteColumns, "status"])
    .select((row) =>
      row
        .case()
        .when(row.or([row("status", "=", isPending), ranOut(row)]))
        .then(row.ref("expires_at"))
        .else(row.ref("amended_at"))
        .end()
        .as("ended_at"),
    )
    .where((row) => row.or([row("status", "<>", isPending), row("expires_at", "<=", now)]))
    .orderBy("ended_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(mostShown));

const endedInGroup = query((db, at: { groupId: string; now: Instant }) =>
  ended(db, at.now).where("group_id", "=", at.groupId),
);

const endedInOrg = query((db, at: { orgId: string; now: Instant }) =>
  ended(db, at.now).where("org_id", "=", at.orgId).where("group_id", "is", null),
);

export const inviteHistory = {
  /** The last hundred that ended, the last one first, to a project or to an organization itself. */
  async ended(
    unit: Unit,
    of: { readonly groupId: string } | { readonly orgId: string },
    now: Instant,
  ): Promise<EndedInvite[]> {
    const rows =
      "groupId" in of
        ? await unit.all(endedInGroup, { ...of, now })
        : await unit.all(endedInOrg, { ...of, now });
    const history: EndedInvite[] = [];
    for (const row of rows) {
      const { expiresAt, ...invite } = toInvite(row);
      history.push({
        ...invite,
        roles: inOrder(await readRoles(unit, invite.id)),
        // Never pending: of those, the query finds the ones that ran out.
        status: statusAt({ status: row.status, expiresAt }, now) as EndedInvite["status"],
        endedAt: row.ended_at,
      });
    }
    return history;
  },
};
