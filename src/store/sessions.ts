// Sessions of people who signed in, and the accounts of other providers they may sign in with.
import type { Instant } from "../domain/instant.ts";
import type { User } from "../domain/user.ts";
import { commandLineWrites } from "./command-lines.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";
import { toUser, userColumns } from "./users.ts";

const live = query((db, at: { hash: string; now: Instant }) =>
  db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .select(userColumns)
    .where("sessions.token_hash", "=", at.hash)
    .where("sessions.expires_at", ">", at.now),
);

const insert = insertion("sessions");

const remove = query((db, at: { hash: string }) =>
  db.deleteFrom("sessions").where("token_hash", "=", at.hash),
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
  /** Whose session has this hash, while it has not run out. */
  async person(unit: Unit, hash: string, now: Instant): Promise<User | undefined> {
    const row = await unit.first(live, { hash, now });
    return row && toUser(row);
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
    session: { hash: string; userId: string; now: Instant; expiresAt: Instant },
  ): Promise<void> {
    const { hash, userId, now, expiresAt } = session;
    await unit.change(sweep, { now });
    await unit.change(insert, {
      token_hash: hash,
      user_id: userId,
      created_at: now,
      expires_at: expiresAt,
    });
  },

  async end(unit: Unit, hash: string): Promise<void> {
    await unit.change(remove, { hash });
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
