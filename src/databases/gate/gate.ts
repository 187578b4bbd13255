// The gate: doors before the databases of projects, each of which lets in the addresses of its project's IP access list alone.
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../core/clock.ts";
import type { ClusterConnections } from "../../core/domain/cluster-connections.ts";
import { second } from "../../core/domain/instant.ts";
import { createLooking } from "../../core/looking.ts";
import type { Store } from "../../core/store/store.ts";
import { connectionThrough, readConnection } from "./address.ts";
import { createComplaints } from "./complaints.ts";
import { Doors, type GatePlace, nameOf } from "./doors.ts";
import { Keeper, type KeeperDeps } from "./keeper.ts";
import { createLists } from "./lists.ts";

interface GateDeps extends Omit<KeeperDeps, "complaints" | "lists" | "origin" | "store"> {
  readonly at: GatePlace;
  /** The name by which clients reach this machine. */
  readonly shownHost: string;
  readonly store: Pick<Store, "look" | "write">;
  readonly clock: Pick<Clock, "now">;
  readonly elapsed: () => number;
  /** The addresses of the databases. */
  readonly behind: ClusterConnections;
}

type Asked = Parameters<ClusterConnections["of"]>[0];

const lookEvery = second;
/** Milliseconds from a change of this process until those inside are looked at again: for changes that come together. */
const noteAfter = 100;
/** A door may be asked for in a unit of work that is not yet committed. */
const youth = 3 * second;
/** The connection string if no port is free. */
const nowhere = "mongodb://no-port-at-the-gate.invalid";

/** Opens the doors of all clusters, at the ports that they had before where those are free. */
export async function openGate(deps: GateDeps): Promise<Gate> {
  const kept = (await deps.store.look((tx) => tx.meta.get("gate"))) ?? "{}";
  const gate = new Gate(deps, kept);
  await gate.arrange();
  return gate;
}

export class Gate implements ClusterConnections {
  readonly #deps: GateDeps;
  readonly #lists: ReturnType<typeof createLists>;
  readonly #complaints: ReturnType<typeof createComplaints>;
  readonly #keeper: Keeper;
  readonly #doors: Doors;
  readonly #looking = createLooking(lookEvery, () => this.#look());
  /** When doors were last asked for. */
  readonly #askedAt = new Map<string, number>();
  #kept: string;
  #origin = "";
  #noted: NodeJS.Timeout | undefined;

  constructor(deps: GateDeps, kept: string) {
    this.#deps = deps;
    this.#lists = createLists(deps);
    const complaints = createComplaints(deps.elapsed);
    this.#complaints = complaints;
    const origin = () => this.#origin;
    this.#keeper = new Keeper({ ...deps, lists: this.#lists, complaints, origin });
    this.#doors = new Doors({ ...deps, keeper: this.#keeper, complaints, kept: JSON.parse(kept) });
    this.#kept = kept;
  }

  of(cluster: Asked): string {
    const { text, door } = this.#lead(cluster);
    if (door !== undefined) this.#askedAt.set(door, this.#deps.elapsed());
    return text;
  }

  nameOf(cluster: Asked): string | undefined {
    return this.#deps.behind.nameOf(cluster);
  }

  get figures() {
    return this.#keeper.figures;
  }

  /** `origin` is scheme and authority of the console. */
  start(origin: string): void {
    this.#origin = origin;
    this.#looking.start();
  }

  /** To be called after each change of this process: it may be one of a list. */
  note(): void {
    this.#lists.forget();
    if (this.#looking.isClosed()) return;
    this.#noted ??= setTimeout(() => {
      this.#noted = undefined;
      void this.#looking.look();
    }, noteAfter).unref();
  }

  /** Opens the doors that clusters want, closes all others, and keeps their ports for the next start. */
  async arrange(): Promise<void> {
    const { store, clock, elapsed } = this.#deps;
    const [before, now] = [elapsed() - youth, clock.now()];
    const clusters = await store.look((tx) => tx.documents.named("cluster", now));
    const wanted = new Set(clusters.map((each) => this.#lead(each).door));
    for (const [name, instant] of this.#askedAt) if (instant < before) this.#askedAt.delete(name);
    this.#doors.closeOthers((name) => wanted.has(name) || this.#askedAt.has(name));
    const ports = JSON.stringify(this.#doors.ports());
    if (ports === this.#kept) return;
    await store.write((tx) => tx.meta.set("gate", ports));
    this.#kept = ports;
  }

  /** Takes nobody in; ends connections that wait for no answer, and after a number of milliseconds all of them. */
  async close(patience: number): Promise<void> {
    const { elapsed } = this.#deps;
    clearTimeout(this.#noted);
    this.#doors.shut();
    await this.#looking.close();
    const until = elapsed() + patience;
    for (;;) {
      const inside = [...this.#doors.inside()];
      if (inside.length === 0) break;
      for (const [, { socket, passage }] of inside) {
        if (passage?.isAnswering() !== true || elapsed() >= until) socket.destroy();
      }
      await sleep(20);
    }
    this.#complaints.flush(true);
  }

  /** Returns a cluster's connection string, and the port that it leads to. */
  #lead(cluster: Asked): { readonly text: string; readonly door?: string } {
    const text = this.#deps.behind.of(cluster);
    const place = readConnection(text);
    if (place === undefined) return { text };
    const port = this.#doors.portTo(cluster.groupId, place);
    const { shownHost } = this.#deps;
    const through = port === undefined ? nowhere : connectionThrough(shownHost, port, place.options);
    return { text: through, door: nameOf(cluster.groupId, place) };
  }

  async #look(): Promise<void> {
    const { log } = this.#deps;
    try {
      this.#complaints.flush();
      await this.#keeper.expel(this.#doors.inside());
      await this.arrange();
    } catch (err) {
      // The next look does what was left; whoever is inside stays there until the list can be read.
      const sentence = "the gate could not look at clusters and lists";
      this.#complaints.note("look", (count) => log.error({ err, count }, sentence));
    }
  }
}
