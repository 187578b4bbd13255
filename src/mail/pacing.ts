// Limits the mail that one person gets and one sender causes within an hour; more than that waits. A sender could
// otherwise bury a stranger's mailbox, and the good name of the server's mail with it. All processes of a store count together.
import { foldAddress } from "../core/domain/address.ts";
import { hour, type Instant } from "../core/domain/instant.ts";
import { hashSecret } from "../core/secrets/keyring.ts";
import type { Store } from "../core/store/store.ts";
import type { Subject } from "./subject.ts";

/** A person may be invited to many projects at once. */
const mostToOne = 30;
/** A part of it, so that other senders still find room. */
const mostToOneFromOne = 10;
/** A new organization sends some hundreds of invitations. */
const mostFromOne = 500;
/** Apart from invitations, so that invitations cannot keep a new password from a person. */
const mostResets = 30;
/** Apart from both, so that neither keeps the news of a stolen account from its owner. */
const mostNotices = 30;

/** Rolls back the other buckets when one is empty. */
class Empty extends Error {
  readonly freeAt: Instant;
  constructor(freeAt: Instant) {
    super("a bucket of mail is empty");
    this.freeAt = freeAt;
  }
}

/** The buckets of a message by name, with the capacity of each, which is also what it gets back in an hour. */
function bucketsOf(subject: Subject): Map<string, number> {
  const to = foldAddress(subject.to);
  if (subject.kind === "PASSWORD_RESET") return new Map([[bucketName("reset", to), mostResets]]);
  if (subject.kind === "NOTICE") return new Map([[bucketName("notice", to), mostNotices]]);
  // Owners can make any number of credentials and organizations.
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
        // In a fixed order, so that concurrent messages do not deadlock.
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
