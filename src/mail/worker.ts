// Looks for due messages, regularly and after changes, and delivers them as far as there is room.
import { second } from "../core/domain/instant.ts";
import { Delivery, type DeliveryDeps, type LeasedMail } from "./delivery.ts";

const lookEvery = second;
/** The milliseconds in which writes are gathered into one look. */
const nudgeAfter = 5;

interface MailWorkerDeps extends DeliveryDeps {
  /** True if mail that is due at the start is sent at once, which makes the start slower; otherwise within a second. */
  readonly beginsAtOnce?: boolean;
}

/** Sends mail: one look at a time, and as many deliveries as the transport has room for. */
export class MailWorker {
  readonly #deps: MailWorkerDeps;
  readonly #delivery: Delivery;
  readonly #flights = new Set<Promise<void>>();
  #origin: string | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #pauses = 0;
  #isClosed = false;
  #nudged: NodeJS.Timeout | null = null;
  #looking: NodeJS.Timeout | undefined;

  constructor(deps: MailWorkerDeps) {
    this.#deps = deps;
    this.#delivery = new Delivery(deps);
  }

  /** Starts to send due mail; links start with `origin`, the scheme and authority without a slash at the end. */
  start(origin: string): void {
    this.#origin = origin;
    if (this.#deps.beginsAtOnce ?? true) void this.#look();
    this.#lookRegularly();
  }

  /** The code of the mail server's last refusal; undefined if it accepted a message since. */
  get trouble(): string | undefined {
    return this.#delivery.trouble;
  }

  /** Looks for due messages within milliseconds. */
  nudge(): void {
    if (this.#isClosed || this.#nudged !== null) return;
    this.#nudged = setTimeout(() => {
      this.#nudged = null;
      void this.#look();
    }, nudgeAfter).unref();
  }

  /** Sends due mail; resolves when each of those messages was tried. */
  async flush(): Promise<void> {
    await this.#look();
    while (this.#flights.size > 0) {
      await Promise.all(this.#flights);
      await this.#look();
    }
  }

  /** Runs `work` while nothing is sent: deliveries under way end first, and others begin afterwards. */
  async pause<T>(work: () => Promise<T>): Promise<T> {
    this.#pauses++;
    try {
      await this.#settle();
      return await work();
    } finally {
      this.#pauses--;
    }
  }

  /** Begins nothing more, and waits for deliveries under way, but not longer than `patience` milliseconds. */
  async close(patience: number): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#nudged ?? undefined);
    clearTimeout(this.#looking);
    const late = setTimeout(() => this.#delivery.abort(), patience);
    await this.#settle();
    clearTimeout(late);
    await this.#deps.transport.close();
  }

  #lookRegularly(): void {
    if (this.#isClosed) return;
    this.#looking = setTimeout(() => void this.#look().then(() => this.#lookRegularly()), lookEvery).unref();
  }

  /** Delivers due messages as far as there is room; each delivery that ends makes room, and looks again. */
  #look(): Promise<void> {
    if (this.#isStill() || this.#origin === null) return Promise.resolve();
    this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Resolves when nothing is under way. */
  async #settle(): Promise<void> {
    await this.#running;
    await Promise.all(this.#flights);
  }

  #isStill(): boolean {
    return this.#isClosed || this.#pauses > 0;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#isStill()) {
        this.#again = false;
        while (!this.#isStill() && (await this.#beginSome()) > 0) {}
      }
    } catch (reason) {
      // The next look finds the rest.
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
      // It is tried again when its lease has expired.
      .catch((reason) => this.#deps.log.error({ err: reason }, "settling mail failed"))
      .finally(() => {
        this.#flights.delete(flight);
        void this.#look();
      });
    this.#flights.add(flight);
  }
}
