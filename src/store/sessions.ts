// Sessions of people who signed in, and the accounts of other providers they may sign in with.
import type { Instant } from "../domain/instant.ts";
import { sessionExpiry } from "../domain/session.ts";
import { commandLineWrites } from "./command-lines.ts";
import type { Unit } from "./connection.ts";
import { many, one, posts } from "./facet.ts";
import { type Builder, derived } from "./query.ts";
import { userColumns } from "./users.ts";

/** A session of a browser, while it lasts. */
export interface Session {
  /** Names it on pages; its secret is another text. */
  readonly id: string;
  readonly userAgent: string;
  /** From where it was used last. */
  readonly remoteAddress: string;
  /** When its person signed in. */
  readonly createdAt: Instant;
  /** Within five minutes. */
  readonly lastUsedAt: Instant;
}

const sessionColumns = [
  "sessions.id as sessionId",
  "sessions.user_agent as userAgent",
  "sessions.remote_address as remoteAddress",
  "sessions.created_at as beganAt",
  "sessions.last_used_at as lastUsedAt",
] as const;

interface SessionRow extends Pick<Session, "userAgent" | "remoteAddress" | "lastUsedAt"> {
  readonly sessionId: string;
  readonly beganAt: Instant;
}

const toSession = ({ sessionId: id, beganAt: createdAt, ...row }: SessionRow): Session => ({
  id,
  userAgent: row.userAgent,
  remoteAddress: row.remoteAddress,
  createdAt,
  lastUsedAt: row.lastUsedAt,
});

export interface Beginning extends Omit<Session, "lastUsedAt"> {
  readonly hash: string;
  readonly userId: string;
}

const begin = posts(
  (db: Builder, { createdAt: now }: Beginning) => db.deleteFrom("sessions").where("expires_at", "<=", now),
  (db: Builder, session: Beginning) =>
    db.insertInto("sessions").values({
      token_hash: session.hash,
      id: session.id,
      user_id: session.userId,
      user_agent: session.userAgent,
      remote_address: session.remoteAddress,
      created_at: session.createdAt,
      last_used_at: session.createdAt,
      expires_at: derived(session.createdAt, (now) => sessionExpiry(now, now)),
    }),
);

interface Use {
  readonly remote_address: string;
  readonly last_used_at: Instant;
  readonly expires_at: Instant;
}

const prolong = posts((db, id: string, { remote_address, last_used_at, expires_at }: Use) =>
  db.updateTable("sessions").set({ remote_address, last_used_at, expires_at }).where("id", "=", id),
);

const endAll = posts((db, userId: string) => db.deleteFrom("sessions").where("user_id", "=", userId));

export const sessionReads = {
  /** The session of this hash and its person, while it has not expired. */
  find: one(
    (db, hash: string, now: Instant) =>
      db
        .selectFrom("sessions")
        .innerJoin("users", "users.id", "sessions.user_id")
        .select(userColumns)
        .select(sessionColumns)
        .where("sessions.token_hash", "=", hash)
        .where("sessions.expires_at", ">", now),
    ({ sessionId, userAgent, remoteAddress, beganAt, lastUsedAt, ...user }) => ({
      session: toSession({ sessionId, userAgent, remoteAddress, beganAt, lastUsedAt }),
      user,
    }),
  ),

  /** Sessions of a person that have not expired, the newest first. */
  of: many(
    (db, userId: string, now: Instant) =>
      db
        .selectFrom("sessions")
        .select(sessionColumns)
        .where("user_id", "=", userId)
        .where("expires_at", ">", now)
        .orderBy("created_at", "desc")
        .orderBy("id"),
    toSession,
  ),

  /** The person that a provider knows as one of its subjects. */
  identified: one((db, issuer: string, subject: string) =>
    db
      .selectFrom("identities")
      .innerJoin("users", "users.id", "identities.user_id")
      .select(userColumns)
      .where("identities.issuer", "=", issuer)
      .where("identities.subject", "=", subject),
  ),
};

export const sessionWrites = {
  ...sessionReads,

  /** Begins a session, and forgets expired ones. */
  begin,

  /** Notes that a session is used, which prolongs it. */
  use(
    unit: Unit,
    { id, createdAt }: Pick<Session, "id" | "createdAt">,
    { remoteAddress, now }: { remoteAddress: string; now: Instant },
  ): void {
    prolong(unit, id, {
      remote_address: remoteAddress,
      last_used_at: now,
      expires_at: sessionExpiry(createdAt, now),
    });
  },

  end: posts((db, hash: string) => db.deleteFrom("sessions").where("token_hash", "=", hash)),

  /** Ends the session of an id, if it is the person's. */
  endOf: posts((db, userId: string, id: string) =>
    db.deleteFrom("sessions").where("user_id", "=", userId).where("id", "=", id),
  ),

  /** Ends all sessions of a person, those of command lines too. */
  endAll(unit: Unit, userId: string): void {
    endAll(unit, userId);
    commandLineWrites.endAll(unit, userId);
  },

  identify: posts((db, of: { issuer: string; subject: string; userId: string; now: Instant }) =>
    db
      .insertInto("identities")
      .values({ issuer: of.issuer, subject: of.subject, user_id: of.userId, created_at: of.now }),
  ),
};
