// Passkeys of people, their recovery codes, and the challenges that were answered.
import type { Instant } from "../domain/instant.ts";
import type { Passkey } from "../domain/second-factor.ts";
import { changes, count, countsChanges, exists, many, one, posts, type Unit } from "./facet.ts";
import { type Builder, insertion } from "./query.ts";
import { expiry, removal, selection } from "./statements.ts";

const columns = [
  "id",
  "credentialId",
  "userId",
  "publicKey",
  "counter",
  "name",
  "createdAt",
  "lastUsedAt",
] as const;

const passkeys = (db: Builder) => db.selectFrom("passkeys").select(columns);
const ofPerson = removal("passkeys", "userId");
const codesOf = removal("recoveryCodes", "userId");

const insert = posts(insertion("passkeys"));
const insertCode = posts(insertion("recoveryCodes"));
const insertSpent = changes(insertion("spentChallenges", { ignore: true }));
const sweepSpent = posts(expiry("spentChallenges"));
const dropCodes = posts(codesOf);

export const reads = {
  byCredential: one((db, credentialId: string) => passkeys(db).where("credentialId", "=", credentialId)),
  /** Lists the passkeys of a person, oldest first. */
  of: many((db, userId: string) =>
    passkeys(db).where("userId", "=", userId).orderBy("createdAt").orderBy("id"),
  ),
  has: exists((db, userId: string) => passkeys(db).where("userId", "=", userId).limit(1)),
  codesLeft: count(selection("recoveryCodes", ["codeHash"], "userId")),
};

export const writes = {
  add: (unit: Unit, passkey: Passkey) => insert(unit, passkey),

  /** Notes a use of a passkey if it still has the counter that was seen; returns false if another use came first. */
  use: changes((db, id: string, seen: number, used: { counter: number; lastUsedAt: Instant }) =>
    db
      .updateTable("passkeys")
      .set({ counter: used.counter, lastUsedAt: used.lastUsedAt })
      .where("id", "=", id)
      .where("counter", "=", seen),
  ),

  remove: posts(removal("passkeys", "id")),
  removeAll: posts(ofPerson, codesOf),

  /** Notes that a challenge was answered; returns false if it was before. */
  spend(unit: Unit, challengeHash: string, { expiresAt, now }: { expiresAt: Instant; now: Instant }) {
    sweepSpent(unit, now);
    return insertSpent(unit, { challengeHash, expiresAt });
  },

  /** Replaces all recovery codes of a person. */
  replaceCodes(unit: Unit, userId: string, hashes: readonly string[]): void {
    dropCodes(unit, userId);
    for (const codeHash of hashes) insertCode(unit, { codeHash, userId });
  },

  /** Uses a code, once; returns false for one that is unknown or was used. */
  async takeCode(unit: Unit, userId: string, codeHash: string): Promise<boolean> {
    return (await takeCode(unit, userId, codeHash)) === 1;
  },
};

const takeCode = countsChanges((db, userId: string, codeHash: string) =>
  codesOf(db, userId).where("codeHash", "=", codeHash),
);
