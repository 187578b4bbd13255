// Limits the mail that one person gets and one sender causes within an hour; further mail waits. A sender could otherwise flood
// a stranger's mailbox, and ruin the reputation of the server's mail. All processes of a store count together.
import { foldAddress } from "../core/domain/address.ts";
import { hour, type Instant } from "../core/domain/instant.ts";
import { hashSecret } from "../core/secrets/keyring.ts";
import type { Store } from "../core/store/store.ts";
import type { Subject } from "./subject.ts";

/** The most invitations to one person, who may be invited to many projects at once. */
const mostToOne = 30;
/** The most invitations to one person from one sender, so that others still have room. */
const mostToOneFromOne = 10;
/** The most invitations from one sender; a new organization sends some hundreds. */
const mostFromOne = 500;
/** The most messages about passwords, counted separately so that invitations cannot delay them. */
const mostResets = 30;
/** The most notices, counted separately so that nothing delays the news of a stolen account. */
const mostNotices = 30;

/** Rolls back the other buckets when one is empty. */
class Empty extends Error {
  readonly freeAt: Instant;
  constructor(freeAt: Instant) {
    super("a bucket of mail is empty");
    this.freeAt = freeAt;
  }
}

/** Returns the buckets of a message by name, with their capacity, which is also what they get back in an hour. */
function bucketsOf(subject: Subject): Map<string, number> {
  const to = foldAddress(subject.to);
  if (subject.kind === "PASSWORD_RESET") return new Map([[bucketName("reset", to), mostResets]]);
  if (subject.kind === "NOTICE") return new Map([[bucketName("notice", to), mostNotices]]);
  // Owners can create any number of credentials and organizations.
  const senders = [subject.invitation.inviter.name, subject.founderId];
  return new Map([
    [bucketName("to", to), mostToOne],
    ...senders.flatMap((sender): [string, number][] => [
      [bucketName("from", sender), mostFromOne],
      [bucketName("from to", sender, to), mostToOneFromOne],
    ]),
  ]);
}

const bucketName = (...parts: string[]): string => `mail ${JSON.stringify(parts)}`;

export type Pacing = ReturnType<typeof createPacing>;

export function createPacing({ store }: { store: Pick<Store, "write"> }) {
  let sweptAt: Instant | undefined;

  async function sweep(now: Instant): Promise<void> {
    sweptAt ??= now;
    if (now - sweptAt < hour) return;
    sweptAt = now;
    await store.write((tx) => tx.buckets.sweep(now));
  }

  return {
    /** Counts a message that may be sent now; otherwise returns when it may be. `now` is real time. */
    async wait(subject: Subject, now: Instant): Promise<Instant | undefined> {
      await sweep(now);
      const takings = [...bucketsOf(subject)]
        .map(([name, capacity]) => ({
          keyHash: hashSecret(name),
          capacity,
          cost: Math.ceil(hour / capacity),
          now,
        }))
        // The order is fixed, so that concurrent messages do not deadlock.
        .sort((a, b) => (a.keyHash < b.keyHash ? -1 : 1));
      try {
        await store.write(async (tx) => {
          let freeAt: Instant | undefined;
          for (const taking of takings) {
            const at = await tx.buckets.take(taking);
            if (at !== undefined) freeAt = Math.max(freeAt ?? at, at);
          }
          if (freeAt !== undefined) throw new Empty(freeAt);
        });
      } catch (reason) {
        if (reason instanceof Empty) return reason.freeAt;
        throw reason;
      }
      return undefined;
    },
  };
}
