// The doors of the gate that are open: one for each project and each database that its clusters lead to.
import type { Logger } from "pino";
import { tryToListen } from "../../core/http/listen-at-once.ts";
import type { readConnection } from "./address.ts";
import type { Complaints } from "./complaints.ts";
import { createDoor, type Door, type Inside } from "./door.ts";
import type { Keeper } from "./keeper.ts";

export type Place = NonNullable<ReturnType<typeof readConnection>>;

interface OpenDoor extends Door {
  readonly groupId: string;
  readonly port: number;
}

export interface GatePlace {
  /** An address of this machine. */
  readonly host: string;
  /** The first port that is tried; null takes any free one. */
  readonly port: number | null;
}

interface DoorsDeps {
  readonly at: GatePlace;
  readonly keeper: Pick<Keeper, "admits" | "figures" | "reportAway" | "take">;
  readonly complaints: Complaints;
  readonly log: Pick<Logger, "error" | "info" | "warn">;
  /** Ports by the names of doors: those of an earlier start, and then also of this one. */
  readonly kept: Record<string, number>;
}

/** Ports after the first one that doors may have. */
const mostPorts = 1_000;

export const nameOf = (groupId: string, { key }: Pick<Place, "key">): string => `${groupId} ${key}`;

export class Doors {
  readonly #deps: DoorsDeps;
  readonly #open = new Map<string, OpenDoor>();

  constructor(deps: DoorsDeps) {
    this.#deps = deps;
  }

  /** All that are inside, by project. */
  *inside(): Generator<readonly [groupId: string, Inside]> {
    for (const { groupId, inside } of this.#open.values()) for (const one of inside) yield [groupId, one];
  }

  /** The port of the door, which is opened if it is not; undefined where no port is to be had. */
  portTo(groupId: string, place: Place): number | undefined {
    const { log, kept } = this.#deps;
    const name = nameOf(groupId, place);
    const there = this.#open.get(name);
    if (there !== undefined) return there.port;
    const made = this.#listen(name, groupId, place);
    if (made === undefined) return undefined;
    kept[name] = made.port;
    this.#open.set(name, { ...made, groupId });
    log.info({ groupId, port: made.port, leadsTo: place.key }, "a door of the gate is open");
    return made.port;
  }

  /** Closes all that `isWanted` says no to, with the connections through them. */
  closeOthers(isWanted: (name: string) => boolean): void {
    for (const [name, { server, inside }] of [...this.#open]) {
      if (isWanted(name)) continue;
      this.#open.delete(name);
      server.close();
      for (const { socket } of inside) socket.destroy();
    }
  }

  /** Takes nobody in any more. */
  shut(): void {
    for (const { server } of this.#open.values()) server.close();
  }

  ports(): Record<string, number> {
    return Object.fromEntries([...this.#open].map(([name, { port }]) => [name, port]));
  }

  /** Yields the port this cluster had before, then ports that no other cluster had, then any. */
  *#portsFor(name: string): Generator<number> {
    const { at, kept } = this.#deps;
    if (kept[name] !== undefined) yield kept[name];
    if (at.port === null) {
      yield 0;
      return;
    }
    const others = new Set(Object.values(kept));
    const end = Math.min(at.port + mostPorts, 2 ** 16);
    for (let port = at.port; port < end; port++) if (!others.has(port)) yield port;
  }

  #listen(name: string, groupId: string, { target, key }: Place): (Door & { port: number }) | undefined {
    const { at, keeper, complaints, log, kept } = this.#deps;
    for (const wanted of this.#portsFor(name)) {
      const door = createDoor({
        target,
        take: (ip) => keeper.take(groupId, ip),
        admits: (ip) => keeper.admits(groupId, ip),
        reportIn: () => void keeper.figures.letIn++,
        reportAway: (reason) => keeper.reportAway(groupId, key, reason),
      });
      const { port } = tryToListen(door.server, wanted, at.host);
      if (port === null) continue;
      const before = kept[name];
      if (before !== undefined && before !== port) {
        log.warn({ port, before }, `the port ${before} of a door of the gate is taken: it is ${port} now`);
      }
      // A failure of the socket that listens must not end the process.
      door.server.on("error", (err) => log.error({ err, port }, "a door of the gate failed"));
      return { ...door, port };
    }
    const sentence = `the gate has no free port at ${at.host}: databases of a project are out of reach`;
    complaints.note(`port ${name}`, (count) => log.error({ groupId, count }, sentence));
    return undefined;
  }
}
