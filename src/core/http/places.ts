// Places of a server, and how networks share them: one of strangers keeps to its share, where a newcomer takes the place of an idle
// guest; one with known callers may take more while half of all places are free.
import { LRUCache } from "lru-cache";

/** A connection or request that wants a place. */
export interface Guest {
  /** Null for a proxy, behind which are the callers of many networks. */
  readonly network: string | null;
  /** Reports whether nothing is lost when it ends. */
  isIdle(): boolean;
  end(): void;
}

/**
 * The share of all places that one network may take: one of strangers at any time, one with known callers once half of all
 * are taken.
 */
const mostOfOne = 1 / 20;
const rememberedNetworks = 1_000;

type Seated = Map<Guest["network"], Set<Guest>>;

/** `own` are networks of this machine, whose callers are known from the start. */
export function createPlaces(most: number, own: readonly string[] = []) {
  const share = Math.max(1, Math.floor(most * mostOfOne));
  const seated: Seated = new Map();
  const known = new LRUCache<string, true>({ max: rememberedNetworks });
  let taken = 0;

  const isKnown = (network: string): boolean => own.includes(network) || known.has(network);

  function leave(guest: Guest): void {
    const others = seated.get(guest.network);
    if (others?.delete(guest) !== true) return;
    taken--;
    if (others.size === 0) seated.delete(guest.network);
  }

  /** Ends a guest, and returns whether there was one. */
  function end(guest: Guest | undefined): boolean {
    if (guest === undefined) return false;
    leave(guest);
    guest.end();
    return true;
  }

  return {
    /**
     * Gives a place, and returns whether there was one. Where strangers have all of their network's, an idle one of them makes room;
     * when all are taken, an idle guest of a larger network.
     */
    take(guest: Guest): boolean {
      const { network } = guest;
      const near = seated.get(network) ?? new Set();
      if (network !== null && near.size >= share) {
        if (isKnown(network) ? taken >= most / 2 : !end(firstIdle(near))) return false;
      }
      if (taken >= most && !end(idleOfLargest(seated, network === null ? 0 : near.size))) return false;
      seated.set(network, near.add(guest));
      taken++;
      return true;
    },
    leave,
    /** Notes the network of an authenticated caller: an office has one address for many people. */
    know({ network }: Guest): void {
      if (network !== null) known.set(network, true);
    },
  };
}

/** An idle guest of the largest network that has one, and stays larger than one of `size`. */
function idleOfLargest(seated: Seated, size: number): Guest | undefined {
  let found: Guest | undefined;
  let largest = size + 1;
  for (const [network, guests] of seated) {
    if (network === null || guests.size <= largest) continue;
    const idle = firstIdle(guests);
    if (idle !== undefined) [found, largest] = [idle, guests.size];
  }
  return found;
}

function firstIdle(guests: Iterable<Guest>): Guest | undefined {
  for (const guest of guests) if (guest.isIdle()) return guest;
  return undefined;
}
