// Places of a server, and how networks share them: any network may take some while half are free, and keeps to its share afterwards.

/** One who wants a place. */
export interface Guest {
  /** Null for a proxy, behind which are the callers of many networks. */
  readonly network: string | null;
  /** Whether nothing is lost when it ends. */
  isIdle(): boolean;
  end(): void;
}

/** What part of all places one network may take once half of them are taken. */
const mostOfOne = 1 / 20;

export function createPlaces(most: number) {
  const share = Math.max(1, Math.floor(most * mostOfOne));
  const seated = new Map<Guest["network"], Set<Guest>>();
  let taken = 0;

  function leave(guest: Guest): void {
    const others = seated.get(guest.network);
    if (others?.delete(guest) !== true) return;
    taken--;
    if (others.size === 0) seated.delete(guest.network);
  }

  /** Ends an idle guest of the largest network that has one, and stays larger than one of `size`. */
  function makeRoom(size: number): boolean {
    let found: Guest | undefined;
    let largest = size + 1;
    for (const [network, guests] of seated) {
      if (network === null || guests.size <= largest) continue;
      const idle = firstIdle(guests);
      if (idle !== undefined) [found, largest] = [idle, guests.size];
    }
    if (found === undefined) return false;
    leave(found);
    found.end();
    return true;
  }

  return {
    /** Gives a place, and returns whether there was one. When all are taken, an idle guest of a larger network makes room. */
    take(guest: Guest): boolean {
      const size = guest.network === null ? 0 : (seated.get(guest.network)?.size ?? 0);
      if (taken >= most / 2 && size >= share) return false;
      if (taken >= most && !makeRoom(size)) return false;
      const others = seated.get(guest.network) ?? new Set();
      seated.set(guest.network, others.add(guest));
      taken++;
      return true;
    },
    leave,
  };
}

function firstIdle(guests: Iterable<Guest>): Guest | undefined {
  for (const guest of guests) if (guest.isIdle()) return guest;
  return undefined;
}
