// The gate: ports in front of the databases of projects, each open only to the addresses on its project's IP access list.
import { setTimeout as sleep } from "node:timers/promises";
import type { ClusterConnections } from "../../atlas/clusters/rules/cluster-connections.ts";
import type { ReadonlyClock } from "../../core/clock.ts";
import { second } from "../../core/domain/instant.ts";
import { createLooking } from "../../core/looking.ts";
import type { Store } from "../../core/store/store.ts";
import { connectionThrough, readConnection } from "./address.ts";
import { Admission, type AdmissionDeps } from "./admission.ts";
import { createLists } from "./lists.ts";
import { type GatePlace, nameOf, Ports } from "./ports.ts";
import { createThrottledLog } from "./throttled-log.ts";

interface GateDeps extends Omit<AdmissionDeps, "throttledLog" | "lists" | "origin" | "store"> {
  readonly at: GatePlace;
  /** The name by which clients reach this machine. */
  readonly shownHost: string;
  readonly store: Pick<Store, "look" | "write">;
  readonly clock: ReadonlyClock;
  readonly elapsed: () => number;
  /** The addresses of the databases. */
  readonly behind: ClusterConnections;
}

type Asked = Parameters<ClusterConnections["of"]>[0];

const lookEvery = second;
/** The milliseconds from a change of this process to the next look at open connections, in which changes are gathered. */
const scheduleDelay = 100;
/** The age below which a port stays open: a unit of work that is not yet committed may have asked for it. */
const youth = 3 * second;
/** The connection string if no port is free. */
const nowhere = "mongodb://no-port-at-the-gate.invalid";

/** Opens the ports of all clusters, with the numbers they had before if those are free. */
export async function openGate(deps: GateDeps): Promise<Gate> {
  const kept = (await deps.store.look((tx) => tx.meta.get("gate"))) ?? "{}";
  const gate = new Gate(deps, kept);
  await gate.reconcile();
  return gate;
}

export class Gate implements ClusterConnections {
  readonly #deps: GateDeps;
  readonly #lists: ReturnType<typeof createLists>;
  readonly #throttledLog: ReturnType<typeof createThrottledLog>;
  readonly #admission: Admission;
  readonly #ports: Ports;
  readonly #looking = createLooking(lookEvery, () => this.#look());
  /** The time at which each port was last asked for, by name. */
  readonly #askedAt = new Map<string, number>();
  #kept: string;
  #origin = "";
  #scheduled: NodeJS.Timeout | undefined;

  constructor(deps: GateDeps, kept: string) {
    this.#deps = deps;
    this.#lists = createLists(deps);
    const throttledLog = createThrottledLog(deps.elapsed);
    this.#throttledLog = throttledLog;
    const origin = () => this.#origin;
    this.#admission = new Admission({ ...deps, lists: this.#lists, throttledLog, origin });
    this.#ports = new Ports({ ...deps, admission: this.#admission, throttledLog, kept: JSON.parse(kept) });
    this.#kept = kept;
  }

  of(cluster: Asked): string | undefined {
    const { text, portName } = this.#lead(cluster);
    if (portName !== undefined) this.#askedAt.set(portName, this.#deps.elapsed());
    return text;
  }

  nameOf(cluster: Asked): string | undefined {
    return this.#deps.behind.nameOf(cluster);
  }

  get figures() {
    return this.#admission.figures;
  }

  /** Starts the gate; `origin` is the scheme and authority of the console. */
  start(origin: string): void {
    this.#origin = origin;
    this.#looking.start();
  }

  /** Schedules a look at the lists. Call it after each change of this process that may have changed one. */
  schedule(): void {
    this.#lists.forget();
    if (this.#looking.isClosed()) return;
    this.#scheduled ??= setTimeout(() => {
      this.#scheduled = undefined;
      void this.#looking.look();
    }, scheduleDelay).unref();
  }

  /** Opens the ports that clusters want, closes all others, and keeps their numbers for the next start. */
  async reconcile(): Promise<void> {
    const { store, clock, elapsed } = this.#deps;
    const [before, now] = [elapsed() - youth, clock.now()];
    const clusters = await store.look((tx) => tx.documents.named("cluster", now));
    const wanted = new Set(clusters.map((each) => this.#lead(each).portName));
    for (const [name, instant] of this.#askedAt) if (instant < before) this.#askedAt.delete(name);
    this.#ports.closeOthers((name) => wanted.has(name) || this.#askedAt.has(name));
    const ports = JSON.stringify(this.#ports.numbers());
    if (ports === this.#kept) return;
    await store.write((tx) => tx.meta.set("gate", ports));
    this.#kept = ports;
  }

  /** Stops listening; ends connections that wait for no answer, and all of them after a number of milliseconds. */
  async close(patience: number): Promise<void> {
    const { elapsed } = this.#deps;
    clearTimeout(this.#scheduled);
    this.#ports.shut();
    await this.#looking.close();
    const until = elapsed() + patience;
    for (;;) {
      const inside = [...this.#ports.inside()];
      if (inside.length === 0) break;
      for (const [, { socket, tunnel }] of inside) {
        if (tunnel?.isAnswering() !== true || elapsed() >= until) socket.destroy();
      }
      await sleep(20);
    }
    this.#throttledLog.flush(true);
  }

  /** Returns a cluster's connection string, and the port of it. */
  #lead(cluster: Asked): { readonly text: string | undefined; readonly portName?: string } {
    const text = this.#deps.behind.of(cluster);
    const place = text === undefined ? undefined : readConnection(text);
    if (place === undefined) return { text };
    const port = this.#ports.portTo(cluster.groupId, place);
    const { shownHost } = this.#deps;
    const through = port === undefined ? nowhere : connectionThrough(shownHost, port, place.options);
    return { text: through, portName: nameOf(cluster.groupId, place) };
  }

  async #look(): Promise<void> {
    const { log } = this.#deps;
    try {
      this.#throttledLog.flush();
      await this.#admission.expel(this.#ports.inside());
      await this.reconcile();
    } catch (err) {
      // The next look does the rest; open connections stay until the list can be read.
      const sentence = "the gate could not look at clusters and lists";
      this.#throttledLog.note("look", (count) => log.error({ err, count }, sentence));
    }
  }
}
