// The places of a server, and how networks share them. A network of strangers keeps to its share, in which a newcomer replaces
// an idle guest; a network with known callers may take more while half of all places are free.
import { LRUCache } from "lru-cache";

/** A connection or request that needs a place. */
export interface Guest {
  /** The network; null for a proxy, which has callers of many networks behind it. */
  readonly network: string | null;
  /** Reports whether nothing would be lost if it ended. */
  isIdle(): boolean;
  end(): void;
}

/**
 * The share of all places that one network may take: one of strangers always, one with known callers once half of all are
 * taken.
 */
const mostOfOne = 1 / 20;
const rememberedNetworks = 1_000;

type Seated = Map<Guest["network"], Set<Guest>>;

/** Creates the places. `own` are networks of this machine, whose callers are known from the start. */
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
     * Gives a place, and returns whether there was one. If strangers have used up their network's share, one of its idle guests
     * is ended; if all places are taken, an idle guest of a larger network.
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
    /** Marks the network of an authenticated caller as known: an office has one address for many people. */
    know({ network }: Guest): void {
      if (network !== null) known.set(network, true);
    },
  };
}

/** Finds an idle guest of the largest network that has one and would stay larger than one of `size`. */
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
