// Sessions of people who signed in, and the accounts of other providers they may sign in with.
import type { Instant } from "../domain/instant.ts";
import { sessionExpiry } from "../domain/session.ts";
import { writes as commandLines } from "./command-lines.ts";
import { many, one, posts, type Unit } from "./facet.ts";
import { insertion, toBit } from "./query.ts";
import { expiry, removal, selection, setting } from "./statements.ts";
import type { Tables } from "./tables.ts";
import { userColumns } from "./users.ts";

export interface Session {
  /** The id on pages; its secret is another text. */
  readonly id: string;
  readonly userAgent: string;
  /** The address it was last used from; empty if unknown. */
  readonly remoteAddress: string;
  readonly createdAt: Instant;
  /** The last use, within five minutes. */
  readonly lastUsedAt: Instant;
  /** The time at which its person last signed in. */
  readonly provenAt: Instant;
  /** True if a passkey, or a recovery code instead, was part of that. */
  readonly hasSecondFactor: boolean;
}

export interface Beginning extends Omit<Session, "lastUsedAt" | "provenAt" | "hasSecondFactor"> {
  readonly hash: string;
  readonly userId: string;
  readonly hasSecondFactor?: boolean;
}

const sweep = posts(expiry("sessions"));
const insert = posts(insertion("sessions"));
const insertIdentity = posts(insertion("identities"));

const prolong = posts(
  (db, id: string, used: Pick<Tables["sessions"], "remoteAddress" | "lastUsedAt" | "expiresAt">) => {
    const { remoteAddress, lastUsedAt, expiresAt } = used;
    return db.updateTable("sessions").set({ remoteAddress, lastUsedAt, expiresAt }).where("id", "=", id);
  },
);

const endAll = posts(removal("sessions", "userId"));

export const reads = {
  /** Finds the session with this hash and its person, unless it has expired. */
  find: one(
    (db, hash: string, now: Instant) =>
      db
        .selectFrom("sessions")
        .innerJoin("users", "users.id", "sessions.userId")
        .select(userColumns)
        .select(["sessions.id as sessionId", "sessions.userAgent", "sessions.remoteAddress"])
        .select(["sessions.createdAt as beganAt", "sessions.lastUsedAt"])
        .select(["sessions.provenAt", "sessions.secondFactor"])
        .where("sessions.tokenHash", "=", hash)
        .where("sessions.expiresAt", ">", now),
    ({ sessionId, userAgent, remoteAddress, beganAt, lastUsedAt, provenAt, secondFactor, ...user }) => {
      const session: Session = {
        id: sessionId,
        userAgent,
        remoteAddress,
        createdAt: beganAt,
        lastUsedAt,
        provenAt: provenAt ?? beganAt,
        hasSecondFactor: secondFactor === 1,
      };
      return { session, user };
    },
  ),

  /** Lists sessions of a person that have not expired, newest first. */
  of: many((db, userId: string, now: Instant) =>
    db
      .selectFrom("sessions")
      .select(["id", "userAgent", "remoteAddress", "createdAt", "lastUsedAt"])
      .where("userId", "=", userId)
      .where("expiresAt", ">", now)
      .orderBy("createdAt", "desc")
      .orderBy("id"),
  ),

  identified: one((db, issuer: string, subject: string) =>
    db
      .selectFrom("identities")
      .innerJoin("users", "users.id", "identities.userId")
      .select(userColumns)
      .where("identities.issuer", "=", issuer)
      .where("identities.subject", "=", subject),
  ),

  identitiesOf: many(selection("identities", ["issuer", "subject"], "userId")),
};

export const writes = {
  /** Begins a session, and removes expired ones. */
  begin(unit: Unit, { hash: tokenHash, hasSecondFactor = false, ...session }: Beginning): void {
    const now = session.createdAt;
    sweep(unit, now);
    insert(unit, {
      ...session,
      tokenHash,
      lastUsedAt: now,
      expiresAt: sessionExpiry(now, now),
      provenAt: null,
      secondFactor: toBit(hasSecondFactor),
    });
  },

  /** Notes that the person of a session signed in again. */
  prove: posts(setting("sessions", "provenAt")),

  /** Notes that the person used a second factor. */
  proveTwice: posts((db, id: string, provenAt: Instant) =>
    db.updateTable("sessions").set({ provenAt, secondFactor: 1 }).where("id", "=", id),
  ),

  /** Treats sessions opened by a passkey as opened without one, after the last passkey was removed. */
  loseFactor: posts((db, userId: string) =>
    db.updateTable("sessions").set({ secondFactor: 0 }).where("userId", "=", userId),
  ),

  use(
    unit: Unit,
    { id, createdAt }: Pick<Session, "id" | "createdAt">,
    { remoteAddress, now }: { remoteAddress: string; now: Instant },
  ): void {
    prolong(unit, id, { remoteAddress, lastUsedAt: now, expiresAt: sessionExpiry(createdAt, now) });
  },

  end: posts(removal("sessions", "tokenHash")),

  /** Ends the session with an id, if it is the person's. */
  endOf: posts(removal("sessions", "userId", "id")),

  /** Ends all sessions of a person, also those of command lines. */
  endAll(unit: Unit, userId: string): void {
    endAll(unit, userId);
    commandLines.endAll(unit, userId);
  },

  identify: (unit: Unit, { now, ...of }: { issuer: string; subject: string; userId: string; now: Instant }) =>
    insertIdentity(unit, { ...of, createdAt: now }),

  /** Lets the next identity of the person's address take the account. */
  releaseIdentities: posts(removal("identities", "userId")),
};
