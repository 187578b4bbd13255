// Keeps deployments up to date: compares a project after each change, all of them at the start and every minute, and applies
// the differences to each deployment.
import { setTimeout as sleep } from "node:timers/promises";
import type { NamedDeployment } from "../../core/domain/deployment-url.ts";
import { type Instant, minute, second } from "../../core/domain/instant.ts";
import { createLooking } from "../../core/looking.ts";
import { Lane, type LaneDeps } from "./lane.ts";
import type { Owners } from "./owners.ts";
import { Planning, type PlanningDeps } from "./planning.ts";

const lookEvery = second;
/** The milliseconds in which changes are gathered into one look. */
const noteAfter = 2;

export interface ProvisioningDeps
  extends Omit<LaneDeps, "needsOf" | "plan" | "jitter">,
    Omit<PlanningDeps, "tell" | "troubles"> {
  /** The deployments of the settings. Without any there is work if a cluster of the store has its own. */
  readonly configured: readonly NamedDeployment[];
  readonly owners: Pick<Owners, "claim">;
  /** True if no other process has this store. */
  readonly isAlone: boolean;
  /** True if the world ends with this process, and its users with it. */
  readonly isPassing: boolean;
}

export class Provisioning {
  readonly #deps: ProvisioningDeps;
  readonly #planning: Planning;
  readonly #lanes = new Map<string, Lane>();
  readonly #noted = new Set<string>();
  readonly #told = new Set<string>();
  readonly #looking = createLooking(lookEvery, () => this.#lookRegularly());
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #comparedAt: Instant = Number.NEGATIVE_INFINITY;
  #isClosed = false;
  /** True if there is a deployment, as far as is known. */
  isActive: boolean;

  constructor(deps: ProvisioningDeps) {
    this.#deps = deps;
    this.isActive = deps.configured.length > 0;
    this.#planning = new Planning({
      ...deps,
      tell: (...told) => this.#tell(...told),
      troubles: () => this.troubles(),
    });
  }

  /** Finds out whether there is anything to do, before operations notify the worker. */
  async activate(): Promise<boolean> {
    this.isActive ||= await this.#deps.store.read((tx) => tx.provisions.hasAny());
    return this.isActive;
  }

  async start(): Promise<void> {
    const { isAlone, store, wall } = this.#deps;
    if ((await this.activate()) && isAlone) await store.write((tx) => tx.provisions.release(wall()));
    await this.compareAll();
    this.#looking.start();
  }

  /** Updates the deployments of a changed project, in the background. */
  schedule(groupId: string): void {
    if (!this.isActive || this.#isClosed) return;
    this.#noted.add(groupId);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#run();
    }, noteAfter).unref();
  }

  /** Updates all deployments: anything may have changed, by a seed, a restored snapshot, or a moved clock. */
  scheduleAll(): void {
    if (!this.#isClosed) void this.compareAll();
  }

  /** Compares everything, and applies the differences. */
  async compareAll(): Promise<void> {
    const { store, configured, wall, log } = this.#deps;
    this.#comparedAt = wall();
    try {
      if (!(await this.activate())) return;
      for (const groupId of await store.read((tx) => tx.provisions.groups())) this.#noted.add(groupId);
      const used = await store.read((tx) => tx.provisions.deployments());
      for (const { name } of configured) void this.#laneOf(name, null)?.audit();
      for (const { deployment, sealedSecret } of used) void this.#laneOf(deployment, sealedSecret)?.audit();
    } catch (err) {
      log.error({ err }, "comparing all projects with their deployments failed");
    }
    await this.#run();
  }

  /** Waits until everything that can be done now is done. */
  async flush(): Promise<void> {
    await this.#run();
    await Promise.all([...this.#lanes.values()].map((lane) => lane.wake()));
  }

  /** Returns the problems of unreachable deployments, by name. */
  troubles(): ReadonlyMap<string, string> {
    const all = [...this.#lanes].map(([name, { trouble }]) => [name, trouble] as const);
    return new Map(all.filter((each): each is [string, string] => each[1] !== undefined));
  }

  async close(patience: number): Promise<void> {
    clearTimeout(this.#timer);
    await this.#looking.close();
    await this.#running;
    if (this.#deps.isPassing && this.isActive) {
      this.#planning.leave();
      const left = this.compareAll().then(async () => {
        // Only deployments with something in them are waited for.
        const used = await this.#deps.store.read((tx) => tx.provisions.deployments());
        await Promise.all(used.map(({ deployment }) => this.#lanes.get(deployment)?.wake()));
      });
      await Promise.race([left, sleep(patience, undefined, { ref: false })]);
    }
    this.#isClosed = true;
    await Promise.all([...this.#lanes.values()].map((lane) => lane.close(patience)));
  }

  async #lookRegularly(): Promise<void> {
    if (!this.isActive) return;
    for (const groupId of this.#planning.ended()) this.#noted.add(groupId);
    if (this.#deps.wall() - this.#comparedAt >= minute) await this.compareAll();
    else await this.#run();
  }

  #run(): Promise<void> {
    this.#running ??= this.#look().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #look(): Promise<void> {
    const { store, wall, log, owners } = this.#deps;
    try {
      await owners.claim();
      do {
        for (const groupId of [...this.#noted]) {
          if (this.#isClosed) return;
          await this.#planning.plan(groupId);
          this.#noted.delete(groupId);
        }
        const due = await store.read((tx) => tx.provisions.dueDeployments(wall()));
        for (const { deployment, sealedSecret } of due) void this.#laneOf(deployment, sealedSecret)?.wake();
      } while (this.#noted.size > 0);
    } catch (err) {
      // The next look finds the rest.
      log.error({ err }, "comparing projects with their deployments failed");
    }
  }

  #laneOf(name: string, sealedUrl: string | null): Lane | undefined {
    const { configured, mint } = this.#deps;
    const url = configured.find((each) => each.name === name)?.url ?? this.#unseal(sealedUrl);
    const before = this.#lanes.get(name);
    if (url === undefined) {
      const words =
        "no --deployment leads to this deployment any more, and users of this server are left in it: give it again, and they are dropped";
      if (before === undefined) this.#tell(`gone ${name}`, { deployment: name }, words);
      return before;
    }
    before?.offer(url);
    if (before !== undefined) return before;
    const planning = this.#planning;
    const lane = new Lane(name, url, {
      ...this.#deps,
      jitter: mint.jitter,
      needsOf: (groupId) => planning.needs(groupId),
      plan: (groupId) => planning.plan(groupId),
    });
    this.#lanes.set(name, lane);
    return lane;
  }

  /** Opens a sealed URL; undefined also if another master secret sealed it. */
  #unseal(sealed: string | null): string | undefined {
    try {
      return sealed === null ? undefined : this.#deps.unseal(sealed);
    } catch {
      return undefined;
    }
  }

  #tell(key: string, about: object, words: string): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#deps.log.warn(about, words);
  }
}
