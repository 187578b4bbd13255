// Mail that waits to be sent, and the links it carries. All instants here but those of links are of real time.
import { sql } from "kysely";
import type { Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";

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

const due = query((db, at: { at: Instant; limit: number }) =>
  db
    .selectFrom("outbox")
    .select(["id", "kind", "invite_id", "address", "attempts", "created_at"])
    .where("status", "=", isWaiting)
    .where("due_at", "<=", at.at)
    // Nothing else: what has waited since the same moment comes as the index has it, which need not be read to its end.
    .orderBy("due_at")
    .limit(at.limit),
);

/** As many as are shown. */
const mostOfInvite = 100;

const ofInvite = query((db, at: { inviteId: string }) =>
  db
    .selectFrom("outbox")
    .select(["id", "status", "attempts", "created_at", "due_at", "problem"])
    .where("invite_id", "=", at.inviteId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(mostOfInvite)),
);

const insert = insertion("outbox");

/** Takes effect only while nobody else has made the attempt that was seen. */
const lease = query((db, to: { id: string; seen: number; attempts: number; dueAt: Instant }) =>
  db
    .updateTable("outbox")
    .set({ attempts: to.attempts, due_at: to.dueAt })
    .where("id", "=", to.id)
    .where("status", "=", isWaiting)
    .where("attempts", "=", to.seen),
);

/** What is settled is due no more: the column says when that was. */
const settle = query(
  (db, to: { id: string; status: "SENT" | "FAILED"; problem: string | null; at: Instant }) =>
    db
      .updateTable("outbox")
      .set({ status: to.status, problem: to.problem, due_at: to.at })
      .where("id", "=", to.id)
      .where("status", "=", isWaiting),
);

const postpone = query((db, to: { id: string; dueAt: Instant; problem: string }) =>
  db
    .updateTable("outbox")
    .set({ due_at: to.dueAt, problem: to.problem })
    .where("id", "=", to.id)
    .where("status", "=", isWaiting),
);

const remove = query((db, at: { id: string }) => db.deleteFrom("outbox").where("id", "=", at.id));

/** By when it was settled. Written out, as the partial index has it. */
const removeSettled = query((db, at: { before: Instant; limit: number }) =>
  db
    .deleteFrom("outbox")
    .where("id", "in", (settled) =>
      settled
        .selectFrom("outbox")
        .select("id")
        .where("status", "<>", isWaiting)
        .where("due_at", "<", at.before)
        .orderBy("due_at")
        .limit(at.limit),
    ),
);

const insertLink = insertion("links");

const link = query((db, at: { hash: string; now: Instant }) =>
  db
    .selectFrom("links")
    .select(["invite_id", "user_id"])
    .where("token_hash", "=", at.hash)
    .where("expires_at", ">", at.now),
);

const removeLinksOf = query((db, at: { userId: string }) =>
  db.deleteFrom("links").where("user_id", "=", at.userId),
);

const sweepLinks = query((db, at: { now: Instant }) =>
  db.deleteFrom("links").where("expires_at", "<=", at.now),
);

export const outboxReads = {
  /** What may be sent at `at`, longest due first. */
  async due(unit: Unit, at: Instant, limit: number): Promise<WaitingMail[]> {
    return (await unit.all(due, { at, limit })).map((row) => ({
      id: row.id,
      kind: row.kind,
      inviteId: row.invite_id,
      address: row.address,
      attempts: row.attempts,
      createdAt: row.created_at,
    }));
  },

  /** The messages about an invitation that are kept, the newest first. */
  async ofInvite(unit: Unit, inviteId: string): Promise<InviteMail[]> {
    return (await unit.all(ofInvite, { inviteId })).map((row) => ({
      id: row.id,
      status: row.status,
      attempts: row.attempts,
      createdAt: row.created_at,
      at: row.due_at,
      problem: row.problem,
    }));
  },

  /** What a link leads to while it has not run out: an invitation, or a person's new password. */
  async link(unit: Unit, hash: string, now: Instant) {
    const row = await unit.first(link, { hash, now });
    return row && { inviteId: row.invite_id, userId: row.user_id };
  },
};

export const outboxWrites = {
  ...outboxReads,

  /** Puts a message into the outbox; it is due at once. */
  async add(
    unit: Unit,
    mail: { id: string; about: { inviteId: string } | { address: string }; now: Instant },
  ): Promise<void> {
    const isInvite = "inviteId" in mail.about;
    unit.post(insert, {
      id: mail.id,
      kind: isInvite ? "INVITE" : "PASSWORD_RESET",
      invite_id: "inviteId" in mail.about ? mail.about.inviteId : null,
      address: "address" in mail.about ? mail.about.address : null,
      status: "WAITING",
      attempts: 0,
      created_at: mail.now,
      // Due whatever the real time is: the clock of the test controls may be ahead of it.
      due_at: 0,
      problem: null,
    });
  },

  /** Takes a message for one attempt that is given until `dueAt`; returns whether nobody else had taken it. */
  async lease(unit: Unit, { id, attempts }: WaitingMail, dueAt: Instant): Promise<boolean> {
    return (await unit.change(lease, { id, seen: attempts, attempts: attempts + 1, dueAt })) > 0;
  },

  async markSent(unit: Unit, id: string, at: Instant): Promise<void> {
    await unit.change(settle, { id, status: "SENT", problem: null, at });
  },

  async giveUp(unit: Unit, id: string, problem: string, at: Instant): Promise<void> {
    await unit.change(settle, { id, status: "FAILED", problem, at });
  },

  async postpone(unit: Unit, id: string, dueAt: Instant, problem: string): Promise<void> {
    await unit.change(postpone, { id, dueAt, problem });
  },

  /** Takes out a message that nobody should get any more. */
  async remove(unit: Unit, id: string): Promise<void> {
    await unit.change(remove, { id });
  },

  /** Takes out messages that were sent or given up before an instant, the first ones first, and returns how many. */
  removeSettled: async (unit: Unit, before: Instant, limit: number): Promise<number> =>
    unit.change(removeSettled, { before, limit }),

  /** Forgets links that have run out. */
  async sweepLinks(unit: Unit, now: Instant): Promise<void> {
    await unit.change(sweepLinks, { now });
  },

  /** Keeps the hash of a link. */
  async addLink(
    unit: Unit,
    {
      hash,
      about,
      expiresAt,
    }: {
      hash: string;
      about: { inviteId: string } | { userId: string };
      expiresAt: Instant;
    },
  ): Promise<void> {
    await unit.change(insertLink, {
      token_hash: hash,
      invite_id: "inviteId" in about ? about.inviteId : null,
      user_id: "userId" in about ? about.userId : null,
      expires_at: expiresAt,
    });
  },

  /** Makes the links void by which a person could set a new password. */
  async removeLinksOf(unit: Unit, userId: string): Promise<void> {
    await unit.change(removeLinksOf, { userId });
  },
};
