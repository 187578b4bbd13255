// Mail that waits to be sent, and the links it carries. All instants here but those of links are of real time.
import { sql } from "kysely";
import type { Instant } from "../domain/instant.ts";
import { changes, countsChanges, many, one, posts, type Unit } from "./facet.ts";
import { type Builder, insertion } from "./query.ts";

/** What became of a message about an invitation so far. */
export interface InviteMail {
  readonly id: string;
  readonly status: "WAITING" | "SENT" | "FAILED";
  readonly attempts: number;
  /** By the server's clock, as invitations have it. */
  readonly createdAt: Instant;
  /** Of real time: when it was sent or given up, or, after a first attempt, when the next one is due. */
  readonly at: Instant;
  /** What the mail server said at the last attempt; null where it took the message, or has not been asked. */
  readonly problem: string | null;
}

/** A message that waits: about an invitation, or to a person who forgot the password. */
export interface WaitingMail {
  readonly id: string;
  readonly kind: "INVITE" | "PASSWORD_RESET";
  readonly inviteId: string | null;
  /** Folded; whether it is that of an account is not known yet. */
  readonly address: string | null;
  /** Attempts so far. */
  readonly attempts: number;
  readonly createdAt: Instant;
}

const isWaiting = sql.lit("WAITING" as const);

/** As many as are shown. */
const mostOfInvite = 100;

/** A message that waits for its next attempt. */
const waiting = (db: Builder, id: string) =>
  db.updateTable("outbox").where("id", "=", id).where("status", "=", isWaiting);

/** Takes effect only if no other process has made an attempt since `seen` was read. */
const lease = changes((db, id: string, seen: number, attempts: number, dueAt: Instant) =>
  waiting(db, id).set({ attempts, dueAt }).where("attempts", "=", seen),
);

/** Of a settled message, `due_at` is when it was settled. */
const settle = (db: Builder, id: string, status: "SENT" | "FAILED", problem: string | null, at: Instant) =>
  waiting(db, id).set({ status, problem, dueAt: at });

const insert = posts(insertion("outbox"));
const insertLink = posts(insertion("links"));

export interface NewLink {
  readonly hash: string;
  readonly about: { readonly inviteId: string } | { readonly userId: string };
  readonly expiresAt: Instant;
}

export const reads = {
  /** What may be sent at `at`, longest due first. */
  due: many((db, at: Instant, limit: number) =>
    db
      .selectFrom("outbox")
      .select(["id", "kind", "inviteId", "address", "attempts", "createdAt"])
      .where("status", "=", isWaiting)
      .where("dueAt", "<=", at)
      // By nothing else: messages due since the same moment come as the index has them, which need not be read to its end.
      .orderBy("dueAt")
      .limit(limit),
  ),

  /** The messages about an invitation that are kept, the newest first. */
  ofInvite: many(
    (db, inviteId: string) =>
      db
        .selectFrom("outbox")
        .select(["id", "status", "attempts", "createdAt", "dueAt as at", "problem"])
        .where("inviteId", "=", inviteId)
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc")
        .limit(sql.lit(mostOfInvite)),
    (row): InviteMail => row,
  ),

  /** Where a link leads while it has not expired: to an invitation, or to a person's new password. */
  link: one((db, hash: string, now: Instant) =>
    db
      .selectFrom("links")
      .select(["inviteId", "userId"])
      .where("tokenHash", "=", hash)
      .where("expiresAt", ">", now),
  ),
};

export const writes = {
  /** Puts a message into the outbox; it is due at once. */
  add(
    unit: Unit,
    { id, about, now }: { id: string; about: { inviteId: string } | { address: string }; now: Instant },
  ): void {
    const isInvite = "inviteId" in about;
    insert(unit, {
      id,
      kind: isInvite ? "INVITE" : "PASSWORD_RESET",
      inviteId: isInvite ? about.inviteId : null,
      address: isInvite ? null : about.address,
      status: "WAITING",
      attempts: 0,
      createdAt: now,
      // Due at any real time: the clock of the test controls may be ahead of it.
      dueAt: 0,
      problem: null,
    });
  },

  /** Takes a message for one attempt until `dueAt`; returns whether no other process had taken it. */
  lease: (unit: Unit, { id, attempts }: WaitingMail, dueAt: Instant) =>
    lease(unit, id, attempts, attempts + 1, dueAt),

  markSent: posts((db, id: string, at: Instant) => settle(db, id, "SENT", null, at)),

  giveUp: posts((db, id: string, problem: string, at: Instant) => settle(db, id, "FAILED", problem, at)),

  postpone: posts((db, id: string, dueAt: Instant, problem: string) =>
    waiting(db, id).set({ dueAt, problem }),
  ),

  /** Removes a message that must not be sent any more. */
  remove: posts((db, id: string) => db.deleteFrom("outbox").where("id", "=", id)),

  /** Removes messages that were settled before an instant, the first ones first, and returns how many. */
  removeSettled: countsChanges((db, before: Instant, limit: number) =>
    db.deleteFrom("outbox").where("id", "in", (settled) =>
      settled
        .selectFrom("outbox")
        .select("id")
        // Written out, as the partial index has it.
        .where("status", "<>", isWaiting)
        .where("dueAt", "<", before)
        .orderBy("dueAt")
        .limit(limit),
    ),
  ),

  /** Forgets expired links. */
  sweepLinks: posts((db, now: Instant) => db.deleteFrom("links").where("expiresAt", "<=", now)),

  /** Keeps the hash of a link. */
  addLink(unit: Unit, { hash, about, expiresAt }: NewLink): void {
    insertLink(unit, {
      tokenHash: hash,
      inviteId: "inviteId" in about ? about.inviteId : null,
      userId: "userId" in about ? about.userId : null,
      expiresAt,
    });
  },

  /** Removes the links by which a person could set a new password. */
  removeLinksOf: posts((db, userId: string) => db.deleteFrom("links").where("userId", "=", userId)),
};
