// A fair queue for scarce places: many requests of one share do not keep out the few of others.

/** A request for a place, in which work is done. */
export interface Asker {
  /** The share that is charged. */
  readonly share: string;
  /** Reports whether the caller no longer waits for the answer; then the work is not begun. */
  readonly isGone?: (() => boolean) | undefined;
}

export interface PlaceLimits {
  readonly places: number;
  /** The most places of one share. */
  readonly mostHeld: number;
  /** The number of last places that only shares without a place may take. */
  readonly kept: number;
  readonly mostWaiting: number;
  /** The milliseconds to wait; 0 for no limit. */
  readonly patienceMs: number;
  /** Returns the error for a request that finds too many waiting, has waited too long, or whose caller has gone. */
  readonly refusal: (why: "crowded" | "late" | "gone") => Error;
}

interface Waiting {
  readonly asker: Asker;
  readonly begin: () => void;
  readonly refuse: (reason: Error) => void;
  readonly late: NodeJS.Timeout | undefined;
}

const isGone = ({ asker }: Waiting): boolean => asker.isGone?.() === true;

/** The places. The share with the fewest places comes first; of equal ones, the one whose last turn is longest ago. */
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

  /** Waits for a place, which the caller leaves later; rejects with a refusal. */
  async enter(asker: Asker): Promise<void> {
    const { share } = asker;
    const { mostWaiting, patienceMs } = this.#limits;
    if (this.#mayHold(share)) return this.#hold(share);
    if (this.#waiting >= mostWaiting) this.#refuseGone();
    if (this.#waiting >= mostWaiting) this.#makeRoom(share);
    return new Promise<void>((begin, refuse) => {
      const late = patienceMs > 0 ? setTimeout(() => this.#refuse(waiting, "late"), patienceMs) : undefined;
      const waiting: Waiting = { asker, begin, refuse, late };
      const queue = this.#queues.get(share);
      if (queue === undefined) this.#queues.set(share, [waiting]);
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
      if (isGone(next)) next.refuse(this.#limits.refusal("gone"));
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
    // It is placed behind those with the same number.
    if (queue !== undefined && this.#queues.delete(next.asker.share)) {
      this.#queues.set(next.asker.share, queue);
    }
    return next;
  }

  #refuseGone(): void {
    for (const each of [...this.#queues.values()].flat()) if (isGone(each)) this.#refuse(each, "gone");
  }

  /** Refuses the last of the longest queue, or the newcomer if no queue would stay longer than its own. */
  #makeRoom(share: string): void {
    const own = this.#queues.get(share)?.length ?? 0;
    let longest: readonly Waiting[] = [];
    for (const queue of this.#queues.values()) if (queue.length > longest.length) longest = queue;
    const last = longest.at(-1);
    if (last === undefined || longest.length <= own + 1) throw this.#limits.refusal("crowded");
    this.#refuse(last, "crowded");
  }

  #refuse(waiting: Waiting, why: Parameters<PlaceLimits["refusal"]>[0]): void {
    this.#remove(waiting);
    waiting.refuse(this.#limits.refusal(why));
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

interface FairQueueOptions {
  readonly atOnce: number;
  /** The most requests of all lines together. */
  readonly longest: number;
  /** The most milliseconds to wait; absent for no limit. */
  readonly patienceMs?: number;
  /** Returns the error for a request that finds too many waiting, or has waited too long. */
  readonly refusal: () => Error;
}

export interface InLine {
  readonly line: string;
  /** Reports whether the caller no longer waits for the result; then the work is not begun. */
  readonly isGone?: (() => boolean) | undefined;
}

/** Queues work in lines; a line may have all places while no other waits. */
export function createFairQueue({ atOnce, longest, patienceMs = 0, refusal }: FairQueueOptions) {
  const places = new Places({
    places: atOnce,
    mostHeld: atOnce,
    kept: 0,
    mostWaiting: longest,
    patienceMs,
    refusal,
  });
  return async <T>({ line: share, isGone }: InLine, work: () => Promise<T>): Promise<T> => {
    await places.enter({ share, isGone });
    try {
      return await work();
    } finally {
      places.leave({ share });
    }
  };
}
