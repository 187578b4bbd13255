// Looks for messages that are due, regularly and after changes, and has them delivered as far as there is room.
import { second } from "../domain/instant.ts";
import { createDelivery, type Delivery, type DeliveryDeps, type LeasedMail } from "./delivery.ts";

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
  const delivery = createDelivery(deps);
  const dispatch = createDispatch(deps, delivery);
  let nudged: NodeJS.Timeout | null = null;
  let looking: NodeJS.Timeout | null = null;

  function lookRegularly(): void {
    if (dispatch.isClosed()) return;
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
      if (dispatch.isClosed() || nudged !== null) return;
      nudged = setTimeout(() => {
        nudged = null;
        void dispatch.look();
      }, nudgeAfter);
      nudged.unref();
    },
    flush: dispatch.flush,
    pause: dispatch.pause,
    async close(patience) {
      dispatch.end();
      for (const timer of [nudged, looking]) if (timer !== null) clearTimeout(timer);
      const late = setTimeout(delivery.abort, patience);
      await dispatch.settle();
      clearTimeout(late);
      await transport.close();
    },
  };
}

/** One look at a time, and as many deliveries as the transport has room for. */
function createDispatch({ transport, log }: Pick<DeliveryDeps, "transport" | "log">, delivery: Delivery) {
  let origin: string | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let isClosed = false;
  let pauses = 0;
  const flights = new Set<Promise<void>>();
  const isStill = () => isClosed || pauses > 0;

  function begin(leased: LeasedMail): void {
    const flight = delivery
      .deliver(leased, origin ?? "")
      // It is tried again when its lease has run out.
      .catch((reason) => log.error({ err: reason }, "settling mail failed"))
      .finally(() => {
        flights.delete(flight);
        void look();
      });
    flights.add(flight);
  }

  async function beginSome(): Promise<number> {
    const room = transport.atOnce - flights.size;
    if (room === 0) return 0;
    const { due, leased } = await delivery.lease(room);
    leased.forEach(begin);
    return due;
  }

  async function run(): Promise<void> {
    try {
      while (again && !isStill()) {
        again = false;
        while (!isStill() && (await beginSome()) > 0) {}
      }
    } catch (reason) {
      // The next look finds what was left.
      log.error({ err: reason }, "looking for mail failed");
    } finally {
      running = null;
    }
  }

  /** Begins what is due as far as there is room; each delivery that ends makes room, and looks again. */
  function look(): Promise<void> {
    if (isStill() || origin === null) return Promise.resolve();
    again = true;
    running ??= run();
    return running;
  }

  async function settle(): Promise<void> {
    await running;
    await Promise.all(flights);
  }

  return {
    look,
    settle,
    isClosed: () => isClosed,
    begin(from: string) {
      origin = from;
    },
    end() {
      isClosed = true;
    },
    async flush() {
      await look();
      while (flights.size > 0) {
        await Promise.all(flights);
        await look();
      }
    },
    async pause<T>(work: () => Promise<T>): Promise<T> {
      pauses++;
      try {
        await settle();
        return await work();
      } finally {
        pauses--;
      }
    },
  };
}
