// Looks for messages that are due, regularly and after changes, and has them delivered as far as there is room.
import { second } from "../domain/instant.ts";
import { Delivery, type DeliveryDeps, type LeasedMail } from "./delivery.ts";

const lookEvery = second;
/** Milliseconds: one look for writes that come together. */
const nudgeAfter = 5;

interface MailWorkerDeps extends DeliveryDeps {
  /** Whether what is due at the start is sent at once, which makes the start slower; within a second if not. */
  readonly beginsAtOnce?: boolean;
}

export interface MailWorker {
  /** Begins to send what is due; links start with `origin`, scheme and authority without a slash at the end. */
  start(origin: string): void;
  /** Looks for due messages within milliseconds. */
  nudge(): void;
  /** Sends what is due; resolves when each of those messages has been tried. */
  flush(): Promise<void>;
  /** Runs `work` while nothing is sent: deliveries under way end first, and others begin afterwards. */
  pause<T>(work: () => Promise<T>): Promise<T>;
  /** Begins nothing more, and waits for what is under way, but not longer than `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

export function createMailWorker({ beginsAtOnce = true, ...deps }: MailWorkerDeps): MailWorker {
  const { transport } = deps;
  const delivery = new Delivery(deps);
  const dispatch = new Dispatch(deps, delivery);
  let nudged: NodeJS.Timeout | null = null;
  let looking: NodeJS.Timeout | null = null;

  function lookRegularly(): void {
    if (dispatch.isClosed) return;
    looking = setTimeout(() => void dispatch.look().then(lookRegularly), lookEvery);
    looking.unref();
  }

  return {
    start(from) {
      dispatch.begin(from);
      if (beginsAtOnce) void dispatch.look();
      lookRegularly();
    },
    nudge() {
      if (dispatch.isClosed || nudged !== null) return;
      nudged = setTimeout(() => {
        nudged = null;
        void dispatch.look();
      }, nudgeAfter);
      nudged.unref();
    },
    flush: () => dispatch.flush(),
    pause: (work) => dispatch.pause(work),
    async close(patience) {
      dispatch.end();
      for (const timer of [nudged, looking]) if (timer !== null) clearTimeout(timer);
      const late = setTimeout(() => delivery.abort(), patience);
      await dispatch.settle();
      clearTimeout(late);
      await transport.close();
    },
  };
}

/** One look at a time, and as many deliveries as the transport has room for. */
class Dispatch {
  readonly #deps: Pick<DeliveryDeps, "transport" | "log">;
  readonly #delivery: Delivery;
  readonly #flights = new Set<Promise<void>>();
  #origin: string | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #pauses = 0;
  isClosed = false;

  constructor(deps: Pick<DeliveryDeps, "transport" | "log">, delivery: Delivery) {
    this.#deps = deps;
    this.#delivery = delivery;
  }

  begin(origin: string): void {
    this.#origin = origin;
  }

  end(): void {
    this.isClosed = true;
  }

  /** Begins what is due as far as there is room; each delivery that ends makes room, and looks again. */
  look(): Promise<void> {
    if (this.#isStill() || this.#origin === null) return Promise.resolve();
    this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async flush(): Promise<void> {
    await this.look();
    while (this.#flights.size > 0) {
      await Promise.all(this.#flights);
      await this.look();
    }
  }

  async pause<T>(work: () => Promise<T>): Promise<T> {
    this.#pauses++;
    try {
      await this.settle();
      return await work();
    } finally {
      this.#pauses--;
    }
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    await this.#running;
    await Promise.all(this.#flights);
  }

  #isStill(): boolean {
    return this.isClosed || this.#pauses > 0;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#isStill()) {
        this.#again = false;
        while (!this.#isStill() && (await this.#beginSome()) > 0) {}
      }
    } catch (reason) {
      // The next look finds what was left.
      this.#deps.log.error({ err: reason }, "looking for mail failed");
    } finally {
      this.#running = null;
    }
  }

  async #beginSome(): Promise<number> {
    const room = this.#deps.transport.atOnce - this.#flights.size;
    if (room === 0) return 0;
    const { due, leased } = await this.#delivery.lease(room);
    for (const each of leased) this.#beginOne(each);
    return due;
  }

  #beginOne(leased: LeasedMail): void {
    const flight = this.#delivery
      .deliver(leased, this.#origin ?? "")
      // It is tried again when its lease has run out.
      .catch((reason) => this.#deps.log.error({ err: reason }, "settling mail failed"))
      .finally(() => {
        this.#flights.delete(flight);
        void this.look();
      });
    this.#flights.add(flight);
  }
}
