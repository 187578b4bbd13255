// The open ports of the gate: one for each project and each database of its clusters.
import type { Logger } from "pino";
import { tryToListen } from "../../core/http/listen-at-once.ts";
import type { readConnection } from "./address.ts";
import type { Admission } from "./admission.ts";
import { createPort, type Inside, type Port } from "./port.ts";
import type { ThrottledLog } from "./throttled-log.ts";

export type Place = NonNullable<ReturnType<typeof readConnection>>;

interface OpenPort extends Port {
  readonly groupId: string;
  readonly port: number;
}

export interface GatePlace {
  /** An address of this machine. */
  readonly host: string;
  /** The first port to try; null for any free one. */
  readonly port: number | null;
}

interface PortsDeps {
  readonly at: GatePlace;
  readonly admission: Pick<Admission, "admits" | "figures" | "reportAway" | "take">;
  readonly throttledLog: ThrottledLog;
  readonly log: Pick<Logger, "error" | "info" | "warn">;
  /** The numbers by name: those of an earlier start, and then also of this one. */
  readonly kept: Record<string, number>;
}

/** The most port numbers to try, from the first one on. */
const mostPorts = 1_000;

export const nameOf = (groupId: string, { key }: Pick<Place, "key">): string => `${groupId} ${key}`;

export class Ports {
  readonly #deps: PortsDeps;
  readonly #open = new Map<string, OpenPort>();

  constructor(deps: PortsDeps) {
    this.#deps = deps;
  }

  /** Yields the open connections, with their projects. */
  *inside(): Generator<readonly [groupId: string, Inside]> {
    for (const { groupId, inside } of this.#open.values()) for (const one of inside) yield [groupId, one];
  }

  /** Returns the number of the port, which is opened if it is not; undefined if no number is free. */
  portTo(groupId: string, place: Place): number | undefined {
    const { log, kept } = this.#deps;
    const name = nameOf(groupId, place);
    const there = this.#open.get(name);
    if (there !== undefined) return there.port;
    const made = this.#listen(name, groupId, place);
    if (made === undefined) return undefined;
    kept[name] = made.port;
    this.#open.set(name, { ...made, groupId });
    log.info({ groupId, port: made.port, leadsTo: place.key }, "a port of the gate is open");
    return made.port;
  }

  /** Closes the ports that `isWanted` rejects, with the connections through them. */
  closeOthers(isWanted: (name: string) => boolean): void {
    for (const [name, { server, inside }] of [...this.#open]) {
      if (isWanted(name)) continue;
      this.#open.delete(name);
      server.close();
      for (const { socket } of inside) socket.destroy();
    }
  }

  /** Stops listening. */
  shut(): void {
    for (const { server } of this.#open.values()) server.close();
  }

  numbers(): Record<string, number> {
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

  #listen(name: string, groupId: string, { target, key }: Place): (Port & { port: number }) | undefined {
    const { at, admission, throttledLog, log, kept } = this.#deps;
    for (const wanted of this.#portsFor(name)) {
      const opened = createPort({
        target,
        take: (ip) => admission.take(groupId, ip),
        admits: (ip) => admission.admits(groupId, ip),
        reportIn: () => void admission.figures.letIn++,
        reportAway: (reason) => admission.reportAway(groupId, key, reason),
      });
      const { port } = tryToListen(opened.server, wanted, at.host);
      if (port === null) continue;
      const before = kept[name];
      if (before !== undefined && before !== port) {
        log.warn({ port, before }, `the port ${before} of the gate is taken: it is ${port} now`);
      }
      // A failure of the listening socket must not end the process.
      opened.server.on("error", (err) => log.error({ err, port }, "a port of the gate failed"));
      return { ...opened, port };
    }
    const sentence = `the gate has no free port at ${at.host}: databases of a project are out of reach`;
    throttledLog.note(`port ${name}`, (count) => log.error({ groupId, count }, sentence));
    return undefined;
  }
}
