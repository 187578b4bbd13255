// Mail that waits to be sent, and its links. All instants here, except those of links, are of real time.
import { sql } from "kysely";
import type { Instant } from "../domain/instant.ts";
import type { Notice } from "../domain/notice.ts";
import { changes, countsChanges, many, one, posts, type Unit } from "./facet.ts";
import { type Builder, insertion } from "./query.ts";
import { expiry, removal } from "./statements.ts";
import type { Tables } from "./tables.ts";

/** A waiting message. Whether its address has an account is not known yet. */
export interface WaitingMail
  extends Pick<Tables["outbox"], "id" | "inviteId" | "address" | "attempts" | "createdAt"> {
  readonly kind: Tables["outbox"]["kind"] | "NOTICE";
  readonly notice: Notice | null;
}

/** The subject of a message: an invitation, a new password for an address, or a notice to its person. */
export type MailSubject =
  | { readonly inviteId: string }
  | { readonly address: string; readonly notice?: Notice };

type Link = { hash: string; about: { inviteId: string } | { userId: string }; expiresAt: Instant };
const isWaiting = sql.lit("WAITING" as const);
const mostOfInvite = 100;

const waiting = (db: Builder, id: string) =>
  db.updateTable("outbox").where("id", "=", id).where("status", "=", isWaiting);

/** Takes effect only if no other process has made an attempt since `seen` was read. */
const lease = changes((db, id: string, seen: number, attempts: number, dueAt: Instant) =>
  waiting(db, id).set({ attempts, dueAt }).where("attempts", "=", seen),
);

/** Settles a message; `due_at` then becomes the time of that. */
const settle = (db: Builder, id: string, status: "SENT" | "FAILED", problem: string | null, at: Instant) =>
  waiting(db, id).set({ status, problem, dueAt: at });

const insert = posts(insertion("outbox"));
const insertLink = posts(insertion("links"));

export const reads = {
  /** Finds the messages that may be sent at `at`, longest due first. */
  due: many(
    (db, at: Instant, limit: number) =>
      db
        .selectFrom("outbox")
        .select(["id", "kind", "inviteId", "address", "attempts", "createdAt", "notice"])
        .where("status", "=", isWaiting)
        .where("dueAt", "<=", at)
        // There is no second order: messages due at the same moment come in the order of the index, which need not be read to
        // its end.
        .orderBy("dueAt")
        .limit(limit),
    ({ notice, ...mail }): WaitingMail =>
      notice === null
        ? { ...mail, notice }
        : { ...mail, kind: "NOTICE", notice: JSON.parse(notice) as Notice },
  ),

  /** Lists the stored messages about an invitation, newest first. */
  ofInvite: many((db, inviteId: string) =>
    db
      .selectFrom("outbox")
      .select(["id", "status", "attempts", "createdAt", "dueAt as at", "problem"])
      .where("inviteId", "=", inviteId)
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .limit(sql.lit(mostOfInvite)),
  ),

  /** Finds the target of an unexpired link: an invitation, or a person's new password. */
  link: one((db, hash: string, now: Instant) =>
    db
      .selectFrom("links")
      .select(["inviteId", "userId"])
      .where("tokenHash", "=", hash)
      .where("expiresAt", ">", now),
  ),
};

export const writes = {
  add(unit: Unit, { id, about, now }: { id: string; about: MailSubject; now: Instant }): void {
    const isInvite = "inviteId" in about;
    insert(unit, {
      id,
      kind: isInvite ? "INVITE" : "PASSWORD_RESET",
      inviteId: isInvite ? about.inviteId : null,
      address: isInvite ? null : about.address,
      notice: isInvite || about.notice === undefined ? null : JSON.stringify(about.notice),
      status: "WAITING",
      attempts: 0,
      createdAt: now,
      // Due at any real time, since the clock of the test controls may be ahead of it.
      dueAt: 0,
      problem: null,
    });
  },

  /** Reserves a message for one attempt until `dueAt`; returns whether no other process had reserved it. */
  lease: (unit: Unit, { id, attempts }: WaitingMail, dueAt: Instant) =>
    lease(unit, id, attempts, attempts + 1, dueAt),

  markSent: posts((db, id: string, at: Instant) => settle(db, id, "SENT", null, at)),
  giveUp: posts((db, id: string, problem: string, at: Instant) => settle(db, id, "FAILED", problem, at)),

  postpone: posts((db, id: string, dueAt: Instant, problem: string) =>
    waiting(db, id).set({ dueAt, problem }),
  ),

  /** Removes a message that must not be sent any more. */
  remove: posts(removal("outbox", "id")),

  /** Removes messages that were settled before an instant, the first ones first; returns their number. */
  removeSettled: countsChanges((db, before: Instant, limit: number) =>
    db.deleteFrom("outbox").where("id", "in", (settled) =>
      settled
        .selectFrom("outbox")
        .select("id")
        // A literal, as in the partial index.
        .where("status", "<>", isWaiting)
        .where("dueAt", "<", before)
        .orderBy("dueAt")
        .limit(limit),
    ),
  ),

  sweepLinks: posts(expiry("links")),

  /** Stores the hash of a link to an invitation, or to a person's new password. */
  addLink(unit: Unit, { hash, about, expiresAt }: Link): void {
    insertLink(unit, { tokenHash: hash, inviteId: null, userId: null, ...about, expiresAt });
  },

  removeLink: posts(removal("links", "tokenHash")),

  /** Removes the links by which a person could set a new password. */
  removeLinksOf: posts(removal("links", "userId")),
};
