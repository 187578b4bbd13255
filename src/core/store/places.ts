// A fair queue for scarce places: many requests of one caller do not keep out the few of others.
import { abandoned, overrun, StoreOutage, taken } from "./outages.ts";

/** The asker of a unit of work. */
export interface Asker {
  /**
   * The share it is charged to: the id of an organization or a person, or the address of a stranger, whose wide network has
   * one.
   */
  readonly share: string;
  /** Reports whether nobody waits for the answer any more: then the work is not begun. */
  readonly isGone?: (() => boolean) | undefined;
}

/** The asker of background work: it takes turns on a connection of its own. */
export const inBackground: Asker = { share: "" };
/** The asker of requests of nobody in particular. */
export const nobody: Asker = { share: "" };

interface PlaceLimits {
  readonly places: number;
  /** The most places that one share may hold. */
  readonly mostHeld: number;
  /** The last places, which only shares that hold none may take. */
  readonly kept: number;
  readonly mostWaiting: number;
  /** Milliseconds to wait; 0 for as long as it takes. */
  readonly patienceMs: number;
}

interface Waiting {
  readonly asker: Asker;
  readonly begin: () => void;
  readonly refuse: (reason: StoreOutage) => void;
  readonly late: NodeJS.Timeout | undefined;
}

/** The share that holds the fewest places comes first; of equal ones that whose last turn is longest ago. */
export class Places {
  readonly #limits: PlaceLimits;
  #free: number;
  #waiting = 0;
  readonly #held = new Map<string, number>();
  /** The queues by share, in the order of their last turns. */
  readonly #queues = new Map<string, Waiting[]>();

  constructor(limits: PlaceLimits) {
    this.#limits = limits;
    this.#free = limits.places;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Returns when there is a place, to be left; rejects with an outage. */
  async enter(asker: Asker): Promise<void> {
    if (this.#mayHold(asker.share)) return this.#hold(asker.share);
    if (this.#waiting >= this.#limits.mostWaiting) this.#makeRoom(asker.share);
    return new Promise<void>((begin, refuse) => {
      const { patienceMs } = this.#limits;
      const late = patienceMs > 0 ? setTimeout(() => this.#giveUp(waiting), patienceMs) : undefined;
      const waiting: Waiting = { asker, begin, refuse, late };
      const queue = this.#queues.get(asker.share);
      if (queue === undefined) this.#queues.set(asker.share, [waiting]);
      else queue.push(waiting);
      this.#waiting++;
    });
  }

  leave({ share }: Asker): void {
    const held = this.#heldBy(share) - 1;
    if (held === 0) this.#held.delete(share);
    else this.#held.set(share, held);
    this.#free++;
    while (this.#free > 0) {
      const next = this.#takeNext();
      if (next === undefined) return;
      if (next.asker.isGone?.() === true) next.refuse(new StoreOutage(abandoned));
      else {
        this.#hold(next.asker.share);
        next.begin();
      }
    }
  }

  #heldBy(share: string): number {
    return this.#held.get(share) ?? 0;
  }

  #mayHold(share: string): boolean {
    const held = this.#heldBy(share);
    const { mostHeld, kept } = this.#limits;
    return held < mostHeld && this.#free > (held === 0 ? 0 : kept);
  }

  #hold(share: string): void {
    this.#held.set(share, this.#heldBy(share) + 1);
    this.#free--;
  }

  #takeNext(): Waiting | undefined {
    let first: string | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const share of this.#queues.keys()) {
      const held = this.#heldBy(share);
      if (held < fewest && this.#mayHold(share)) [first, fewest] = [share, held];
    }
    const queue = first === undefined ? undefined : this.#queues.get(first);
    const [next] = queue ?? [];
    if (next === undefined) return undefined;
    this.#remove(next);
    // Behind those of the same number.
    if (queue !== undefined && this.#queues.delete(next.asker.share)) {
      this.#queues.set(next.asker.share, queue);
    }
    return next;
  }

  /** Refuses whoever came last to the longest queue, which may be the newcomer's own. */
  #makeRoom(share: string): void {
    const own = this.#queues.get(share) ?? [];
    let longest = own;
    for (const queue of this.#queues.values()) if (queue.length > longest.length) longest = queue;
    const last = longest === own ? undefined : longest.at(-1);
    if (last === undefined) throw new StoreOutage(overrun);
    this.#remove(last);
    last.refuse(new StoreOutage(overrun));
  }

  #giveUp(waiting: Waiting): void {
    this.#remove(waiting);
    waiting.refuse(new StoreOutage(taken, { message: "no connection to the database was free in time" }));
  }

  #remove(waiting: Waiting): void {
    clearTimeout(waiting.late);
    const { share } = waiting.asker;
    const queue = this.#queues.get(share) ?? [];
    queue.splice(queue.indexOf(waiting), 1);
    if (queue.length === 0) this.#queues.delete(share);
    this.#waiting--;
  }
}
