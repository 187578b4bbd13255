// Sessions of people who signed in, and the accounts of other providers they may sign in with.
import type { Instant } from "../domain/instant.ts";
import { sessionExpiry } from "../domain/session.ts";
import * as commandLines from "./command-lines.ts";
import { many, one, posts, type Unit } from "./facet.ts";
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
  "sessions.userAgent",
  "sessions.remoteAddress",
  "sessions.createdAt as beganAt",
  "sessions.lastUsedAt",
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
  (db: Builder, { createdAt: now }: Beginning) => db.deleteFrom("sessions").where("expiresAt", "<=", now),
  (db: Builder, session: Beginning) =>
    db.insertInto("sessions").values({
      tokenHash: session.hash,
      id: session.id,
      userId: session.userId,
      userAgent: session.userAgent,
      remoteAddress: session.remoteAddress,
      createdAt: session.createdAt,
      lastUsedAt: session.createdAt,
      expiresAt: derived(session.createdAt, (now) => sessionExpiry(now, now)),
    }),
);

interface Use {
  readonly remoteAddress: string;
  readonly lastUsedAt: Instant;
  readonly expiresAt: Instant;
}

const prolong = posts((db, id: string, { remoteAddress, lastUsedAt, expiresAt }: Use) =>
  db.updateTable("sessions").set({ remoteAddress, lastUsedAt, expiresAt }).where("id", "=", id),
);

const endAll = posts((db, userId: string) => db.deleteFrom("sessions").where("userId", "=", userId));

export const reads = {
  /** The session of this hash and its person, while it has not expired. */
  find: one(
    (db, hash: string, now: Instant) =>
      db
        .selectFrom("sessions")
        .innerJoin("users", "users.id", "sessions.userId")
        .select(userColumns)
        .select(sessionColumns)
        .where("sessions.tokenHash", "=", hash)
        .where("sessions.expiresAt", ">", now),
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
        .where("userId", "=", userId)
        .where("expiresAt", ">", now)
        .orderBy("createdAt", "desc")
        .orderBy("id"),
    toSession,
  ),

  /** The person that a provider knows as one of its subjects. */
  identified: one((db, issuer: string, subject: string) =>
    db
      .selectFrom("identities")
      .innerJoin("users", "users.id", "identities.userId")
      .select(userColumns)
      .where("identities.issuer", "=", issuer)
      .where("identities.subject", "=", subject),
  ),
};

export const writes = {
  /** Begins a session, and forgets expired ones. */
  begin,

  /** Notes that a session is used, which prolongs it. */
  use(
    unit: Unit,
    { id, createdAt }: Pick<Session, "id" | "createdAt">,
    { remoteAddress, now }: { remoteAddress: string; now: Instant },
  ): void {
    prolong(unit, id, {
      remoteAddress,
      lastUsedAt: now,
      expiresAt: sessionExpiry(createdAt, now),
    });
  },

  end: posts((db, hash: string) => db.deleteFrom("sessions").where("tokenHash", "=", hash)),

  /** Ends the session of an id, if it is the person's. */
  endOf: posts((db, userId: string, id: string) =>
    db.deleteFrom("sessions").where("userId", "=", userId).where("id", "=", id),
  ),

  /** Ends all sessions of a person, those of command lines too. */
  endAll(unit: Unit, userId: string): void {
    endAll(unit, userId);
    commandLines.writes.endAll(unit, userId);
  },

  identify: posts((db, of: { issuer: string; subject: string; userId: string; now: Instant }) =>
    db
      .insertInto("identities")
      .values({ issuer: of.issuer, subject: of.subject, userId: of.userId, createdAt: of.now }),
  ),
};
