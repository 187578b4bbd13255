// Decides who may connect through the gate: addresses of the project's list, while there is room; refusals are logged.
import { isIPv4 } from "node:net";
import type { Logger } from "pino";
import { grouped } from "../../core/domain/grouped.ts";
import type { Store } from "../../core/store/store.ts";
import type { createLists } from "./lists.ts";
import type { Inside } from "./port.ts";
import type { ThrottledLog } from "./throttled-log.ts";

/** The most connections, each with two sockets. */
const usualLimits = { ofProject: 1_500, ofAll: 6_000 };

export interface AdmissionDeps {
  readonly store: Pick<Store, "look">;
  readonly lists: ReturnType<typeof createLists>;
  readonly throttledLog: ThrottledLog;
  readonly log: Pick<Logger, "error" | "info" | "warn">;
  /** The origin of the console, without a slash at the end. */
  readonly origin: () => string;
  readonly limits?: typeof usualLimits;
}

export class Admission {
  readonly #deps: AdmissionDeps;
  readonly #counts = new Map<string, number>();
  /** The figures for metrics; connections that were refused or ended are counted by reason. */
  readonly figures = { open: 0, letIn: 0, turnedAway: new Map<string, number>() };

  constructor(deps: AdmissionDeps) {
    this.#deps = deps;
  }

  /** Takes a place among the connections of the gate; returns the function that gives it back, or undefined if none is left. */
  take(groupId: string, ip: string): (() => void) | undefined {
    const { ofProject, ofAll } = this.#deps.limits ?? usualLimits;
    const count = this.#counts.get(groupId) ?? 0;
    if (count >= ofProject || this.figures.open >= ofAll) {
      const most = count >= ofProject ? `${ofProject} of its project` : `${ofAll} of the gate`;
      this.#count("no place left");
      this.#complain(groupId, ip, `refused: there are already the ${most}`);
      return undefined;
    }
    this.#counts.set(groupId, count + 1);
    this.figures.open++;
    return () => {
      this.figures.open--;
      const left = (this.#counts.get(groupId) ?? 1) - 1;
      if (left > 0) this.#counts.set(groupId, left);
      else this.#counts.delete(groupId);
    };
  }

  /** Reports whether an address is on the list of a project. */
  async admits(groupId: string, ip: string): Promise<boolean> {
    const { lists, throttledLog, log } = this.#deps;
    try {
      if ((await lists.judge(groupId))(ip)) return true;
      this.#count("not listed");
      const why = "refused: its address is not on the project's IP access list";
      this.#complain(groupId, ip, `${why}; ${this.#cureFor(groupId, ip)}`);
    } catch (err) {
      // If the list cannot be read, no address is admitted.
      this.#count("list unread");
      const sentence = "the gate could not read an IP access list: nobody is let in";
      throttledLog.note("unread", (count) => log.error({ err, count }, sentence));
    }
    return false;
  }

  /** Closes the connections of addresses that are no longer on the list. */
  async expel(inside: Iterable<readonly [groupId: string, Inside]>): Promise<void> {
    for (const [groupId, some] of grouped([...inside], ([groupId]) => groupId)) {
      const isOn = await this.#deps.lists.judge(groupId);
      for (const [, { ip, socket }] of some) {
        if (isOn(ip)) continue;
        socket.destroy();
        this.#count("no longer listed");
        const why = "closed: its address is no longer on the project's IP access list";
        this.#complain(groupId, ip, `${why}; ${this.#cureFor(groupId, ip)}`);
      }
    }
  }

  reportAway(groupId: string, leadsTo: string, err: unknown): void {
    this.#count("database away");
    const { throttledLog, log } = this.#deps;
    const sentence = "the gate does not reach the database of a project";
    throttledLog.note(`away ${leadsTo}`, (count) => log.error({ err, groupId, leadsTo, count }, sentence));
  }

  #count(reason: string): void {
    this.figures.turnedAway.set(reason, (this.figures.turnedAway.get(reason) ?? 0) + 1);
  }

  #complain(groupId: string, address: string, what: string): void {
    const { throttledLog, store, log } = this.#deps;
    throttledLog.note(`${groupId} ${address} ${what}`, async (count) => {
      const project = await store.look((tx) => tx.groups.nameOf(groupId)).catch(() => undefined);
      const said = count === 1 ? "" : ` (${count} times)`;
      log.warn({ address, groupId, project, count }, `a connection to a database was ${what}${said}`);
    });
  }

  #cureFor(groupId: string, ip: string): string {
    const version4 = ip.replace(/^::ffff:/, "");
    const address = isIPv4(version4) ? version4 : ip;
    return `add it with \`atlas accessLists create ${address} --type ipAddress --projectId ${groupId}\`, or at ${this.#deps.origin()}/projects/${groupId}/network-access`;
  }
}
