// Sessions of people who signed in, and the accounts of other providers they may sign in with.
import type { Instant } from "../domain/instant.ts";
import { sessionExpiry } from "../domain/session.ts";
import type { User } from "../domain/user.ts";
import { commandLineWrites } from "./command-lines.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";
import { toUser, userColumns } from "./users.ts";

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
  "sessions.id as session_id",
  "sessions.user_agent",
  "sessions.remote_address",
  "sessions.created_at as began_at",
  "sessions.last_used_at",
] as const;

interface SessionRow {
  session_id: string;
  user_agent: string;
  remote_address: string;
  began_at: Instant;
  last_used_at: Instant;
}

const toSession = (row: SessionRow): Session => ({
  id: row.session_id,
  userAgent: row.user_agent,
  remoteAddress: row.remote_address,
  createdAt: row.began_at,
  lastUsedAt: row.last_used_at,
});

const live = query((db, at: { hash: string; now: Instant }) =>
  db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .select(userColumns)
    .select(sessionColumns)
    .where("sessions.token_hash", "=", at.hash)
    .where("sessions.expires_at", ">", at.now),
);

const sessionsOf = query((db, at: { userId: string; now: Instant }) =>
  db
    .selectFrom("sessions")
    .select(sessionColumns)
    .where("user_id", "=", at.userId)
    .where("expires_at", ">", at.now)
    .orderBy("created_at", "desc")
    .orderBy("id"),
);

const insert = insertion("sessions");

const use = query((db, to: { id: string; remoteAddress: string; now: Instant; expiresAt: Instant }) =>
  db
    .updateTable("sessions")
    .set({ last_used_at: to.now, remote_address: to.remoteAddress, expires_at: to.expiresAt })
    .where("id", "=", to.id),
);

const remove = query((db, at: { hash: string }) =>
  db.deleteFrom("sessions").where("token_hash", "=", at.hash),
);

const removeOne = query((db, at: { userId: string; id: string }) =>
  db.deleteFrom("sessions").where("user_id", "=", at.userId).where("id", "=", at.id),
);

const removeAll = query((db, at: { userId: string }) =>
  db.deleteFrom("sessions").where("user_id", "=", at.userId),
);

const sweep = query((db, at: { now: Instant }) =>
  db.deleteFrom("sessions").where("expires_at", "<=", at.now),
);

const identified = query((db, at: { issuer: string; subject: string }) =>
  db
    .selectFrom("identities")
    .innerJoin("users", "users.id", "identities.user_id")
    .select(userColumns)
    .where("identities.issuer", "=", at.issuer)
    .where("identities.subject", "=", at.subject),
);

const insertIdentity = insertion("identities");

export const sessionReads = {
  /** The session of this hash and whose it is, while it has not run out. */
  async find(unit: Unit, hash: string, now: Instant): Promise<{ session: Session; user: User } | undefined> {
    const row = await unit.first(live, { hash, now });
    return row && { session: toSession(row), user: toUser(row) };
  },

  /** Sessions of a person that have not run out, the newest first. */
  async of(unit: Unit, userId: string, now: Instant): Promise<Session[]> {
    return (await unit.all(sessionsOf, { userId, now })).map(toSession);
  },

  /** Whom a provider means by one of its subjects. */
  async identified(unit: Unit, issuer: string, subject: string): Promise<User | undefined> {
    const row = await unit.first(identified, { issuer, subject });
    return row && toUser(row);
  },
};

export const sessionWrites = {
  ...sessionReads,

  /** Begins a session, and forgets those that have run out. */
  async begin(
    unit: Unit,
    { hash, userId, ...session }: Omit<Session, "lastUsedAt"> & { hash: string; userId: string },
  ): Promise<void> {
    const { createdAt: now } = session;
    await unit.change(sweep, { now });
    await unit.change(insert, {
      token_hash: hash,
      id: session.id,
      user_id: userId,
      user_agent: session.userAgent,
      remote_address: session.remoteAddress,
      created_at: now,
      last_used_at: now,
      expires_at: sessionExpiry(now, now),
    });
  },

  /** Notes that a session is used, which prolongs it. */
  async use(
    unit: Unit,
    { id, createdAt }: Pick<Session, "id" | "createdAt">,
    { remoteAddress, now }: { remoteAddress: string; now: Instant },
  ): Promise<void> {
    await unit.change(use, { id, remoteAddress, now, expiresAt: sessionExpiry(createdAt, now) });
  },

  async end(unit: Unit, hash: string): Promise<void> {
    await unit.change(remove, { hash });
  },

  /** Ends the session of an id, if it is the person's. */
  async endOf(unit: Unit, userId: string, id: string): Promise<void> {
    await unit.change(removeOne, { userId, id });
  },

  /** Ends all sessions of a person, those of command lines too. */
  async endAll(unit: Unit, userId: string): Promise<void> {
    await unit.change(removeAll, { userId });
    await commandLineWrites.endAll(unit, userId);
  },

  async identify(
    unit: Unit,
    { issuer, subject, userId, now }: { issuer: string; subject: string; userId: string; now: Instant },
  ): Promise<void> {
    await unit.change(insertIdentity, { issuer, subject, user_id: userId, created_at: now });
  },
};
