// How much mail one person gets and one sender causes within an hour; what is beyond that waits. Who may invite could
// otherwise bury a stranger's mailbox, and the good name of the server's mail with it.
import { LRUCache } from "lru-cache";
import { foldAddress } from "../domain/address.ts";
import { hour, type Instant } from "../domain/instant.ts";
import type { Subject } from "./subject.ts";

/** A person may be invited to many projects at once. */
const mostToOne = 30;
/** An organization moves in with some hundreds of invitations. */
const mostFromOne = 500;
/** Recipients and senders that are remembered. */
const mostKnown = 20_000;

export interface Pacing {
  /** Counts a message that may go now; otherwise says from when on it may. `now` is real time. */
  wait(subject: Subject, now: Instant): Instant | undefined;
}

export function createPacing(): Pacing {
  const sent = new LRUCache<string, readonly Instant[]>({ max: mostKnown });
  const recent = (key: string, now: Instant) => (sent.get(key) ?? []).filter((at) => at > now - hour);

  return {
    wait(subject, now) {
      const counted = [{ key: `to ${foldAddress(subject.to)}`, most: mostToOne }];
      if (subject.kind === "INVITE") {
        // Owners mint as many names as they want, and more organizations.
        const senders = [subject.invitation.inviter.name, subject.founderId];
        counted.push(...senders.map((sender) => ({ key: `from ${sender}`, most: mostFromOne })));
      }
      const waits = counted.flatMap(({ key, most }) => {
        const oldest = recent(key, now).at(-most);
        return oldest === undefined ? [] : [oldest + hour];
      });
      if (waits.length > 0) return Math.max(...waits);
      for (const { key } of counted) sent.set(key, [...recent(key, now), now]);
      return undefined;
    },
  };
}
