// Invitations that ended, of either kind: the history people look at.
import { sql } from "kysely";
import type { Instant } from "../domain/instant.ts";
import { type EndedInvite, statusAt } from "../domain/invite.ts";
import type { Unit } from "./connection.ts";
import { inviteColumns, isPending, rolesIn, toInvite } from "./invite-rows.ts";
import { type Builder, query } from "./query.ts";

const mostShown = 100;

/** To a project, or to an organization itself. */
type Of = { readonly orgId: string; readonly groupId: string | null };

const invitesOf = (db: Builder, of: Of) => {
  const all = db.selectFrom("invites").select([...inviteColumns, "status", "ended_at"]);
  return of.groupId === null
    ? all.where("org_id", "=", of.orgId).where("group_id", "is", null)
    : all.where("group_id", "=", of.groupId);
};

/** Ended by somebody, or written down as expired. */
const ended = (db: Builder, of: Of) =>
  invitesOf(db, of)
    .where("ended_at", "is not", null)
    .orderBy("ended_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(mostShown));

/** Ran out, which nobody has written down: that is done only when another is to take its place. */
const overdue = (db: Builder, of: Of, now: Instant) =>
  invitesOf(db, of)
    .where("status", "=", isPending)
    .where("expires_at", "<=", now)
    .orderBy("expires_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(mostShown));

type InGroup = { orgId: string; groupId: string };
type InOrg = { orgId: string };
const endedInGroup = query((db, at: InGroup) => ended(db, at));
const overdueInGroup = query((db, at: InGroup & { now: Instant }) => overdue(db, at, at.now));
const endedInOrg = query((db, at: InOrg) => ended(db, { orgId: at.orgId, groupId: null }));
const overdueInOrg = query((db, at: InOrg & { now: Instant }) =>
  overdue(db, { orgId: at.orgId, groupId: null }, at.now),
);

export const inviteHistory = {
  /** The last hundred that ended, the last one first, to a project or to an organization itself. */
  async ended(unit: Unit, of: Of, now: Instant): Promise<EndedInvite[]> {
    const rows =
      of.groupId === null
        ? [...(await unit.all(endedInOrg, of)), ...(await unit.all(overdueInOrg, { ...of, now }))]
        : [
            ...(await unit.all(endedInGroup, { ...of, groupId: of.groupId })),
            ...(await unit.all(overdueInGroup, { ...of, groupId: of.groupId, now })),
          ];
    const last = rows
      .map((row) => ({ ...row, endedAt: row.ended_at ?? row.expires_at }))
      .sort((a, b) => b.endedAt - a.endedAt || (a.id < b.id ? 1 : -1))
      .slice(0, mostShown);
    const history: EndedInvite[] = [];
    for (const row of last) {
      const { expiresAt, ...invite } = toInvite(row);
      history.push({
        ...invite,
        roles: rolesIn(row),
        // Never pending: of those, the query finds the ones that ran out.
        status: statusAt({ status: row.status, expiresAt }, now) as EndedInvite["status"],
        endedAt: row.endedAt,
      });
    }
    return history;
  },
};
