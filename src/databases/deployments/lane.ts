// Works on one deployment, one step after the other; others continue while this one is away.
import type { Logger } from "pino";
import { keyOf, keyOfNeed, type Need, type Provision } from "../../atlas/database-users/provisioning.ts";
import { awayInWords, isShutOut, lackedBy, waitInWords } from "../../atlas/database-users/rules/waiting.ts";
import { second } from "../../core/domain/instant.ts";
import type { Store } from "../../core/store/store.ts";
import { compareWithDeployment } from "./comparison.ts";
import { Away, atOnce, codes, type Deployment, type OpenDeployment, Refused } from "./deployment.ts";
import { type StepDeps, settleOne } from "./step.ts";

export interface LaneDeps extends Pick<StepDeps, "wall" | "unseal" | "jitter"> {
  readonly store: Pick<Store, "read" | "write">;
  readonly open: OpenDeployment;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
  readonly needsOf: (groupId: string) => Promise<readonly Need[]>;
  /** Compares a project with what was created again, as it may have changed during a step. */
  readonly plan: (groupId: string) => Promise<void>;
}

/** The pauses between tries while the deployment is away. */
const pauses = [second / 4, second / 2, second, 2 * second, 5 * second];

/** Returns the order of a row: users are dropped before anything else, and roles when no one has them any more. */
const placeOf = (row: Provision, needs: readonly Need[]): number => {
  const index = needs.findIndex((need) => keyOfNeed(need) === keyOf(row));
  if (index >= 0) return index;
  return row.kind === "USER" ? -1 : needs.length;
};

/** Splits rows into batches: users of a project do not depend on each other, but a role may inherit another. */
function batchesOf(rows: readonly Provision[], needs: ReadonlyMap<string, Need>): Provision[][] {
  const batches: Provision[][] = [];
  let last = "";
  for (const row of rows) {
    const sort = row.kind === "USER" ? `users ${needs.has(keyOf(row))}` : `role ${row.id}`;
    if (sort === last) batches.at(-1)?.push(row);
    else batches.push([row]);
    last = sort;
  }
  return batches;
}

/** Runs work on each item, a few at once; after a failure it begins no more, and rejects when those under way have ended. */
async function inParallel<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]();
  let hasFailed = false;
  const workers = Array.from({ length: atOnce }, async () => {
    try {
      for (const each of left) {
        await work(each);
        if (hasFailed) return;
      }
    } catch (reason) {
      hasFailed = true;
      throw reason;
    }
  });
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

export class Lane {
  readonly name: string;
  /** The URLs by which clusters reach it, in the order of use: each is tried after the one before has failed. */
  readonly #urls: string[];
  readonly #deps: LaneDeps;
  #deployment: Deployment | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #isClosed = false;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;
  #isUp = false;
  #wantsAudit = true;
  /** True if it has not been compared since it was connected. */
  #isNew = true;
  #hasRoles: boolean | undefined;
  /** The actions that the deployment does not know; learned again at each connection, since its release may have changed. */
  #unknown = new Set<string>();
  #trouble: string | undefined;

  constructor(name: string, url: string, deps: LaneDeps) {
    this.name = name;
    this.#urls = [url];
    this.#deps = deps;
  }

  /** The code of why the deployment cannot be reached; undefined if it can. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Adds a URL: clusters may name one deployment by two URLs, and the one that works is used. */
  offer(url: string): void {
    if (!this.#urls.includes(url)) this.#urls.unshift(url);
  }

  /** Performs the steps that are due, unless they are under way; resolves when no more can be done now. */
  wake(): Promise<void> {
    this.#again = true;
    if (this.#isClosed || this.#retry !== undefined) return this.#running ?? Promise.resolve();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#again) void this.wake();
    });
    return this.#running;
  }

  /** Demands that the created users and roles are compared with the existing ones before the next step. */
  audit(): Promise<void> {
    this.#wantsAudit = true;
    return this.wake();
  }

  /** Waits for the step under way, but not for an attempt to connect; drops the connection after `patience` milliseconds. */
  async close(patience: number): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    const late = setTimeout(() => void this.#deployment?.close().catch(() => {}), this.#isUp ? patience : 0);
    await this.#running;
    clearTimeout(late);
    await this.#deployment?.close().catch(() => {});
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#isClosed) {
        this.#again = false;
        await this.#raise();
        if (this.#wantsAudit) await this.#audit();
        while (!this.#isClosed && (await this.#settleSome())) {}
      }
    } catch (reason) {
      await this.#fall(reason).catch((err: unknown) =>
        this.#deps.log.error({ err }, "noting that a deployment is away failed"),
      );
    }
  }

  /** Makes sure that the deployment answers, and finds out what it can do. */
  async #raise(): Promise<void> {
    if (this.#isUp) return;
    if (this.#deployment === undefined) {
      const url = this.#urls.shift() as string;
      this.#urls.push(url);
      this.#deployment = await this.#deps.open(url);
    }
    const hadRoles = this.#hasRoles;
    // Logs in as the administrator, because a running server may still refuse it.
    await this.#deployment.run({ usersInfo: { user: "anteroom", db: "admin" } });
    this.#hasRoles = await knowsRoles(this.#deployment);
    const { log, store } = this.#deps;
    const about = { deployment: this.name };
    if (this.#trouble !== undefined) log.warn(about, "the deployment is back");
    if (!this.#hasRoles && hadRoles !== false) {
      log.warn(
        about,
        "the deployment has no roles: users are made without them, and nothing limits what they do there",
      );
    }
    this.#isUp = true;
    this.#failures = 0;
    this.#trouble = undefined;
    this.#unknown = new Set();
    await store.write((tx) => tx.provisions.noteBack(this.name));
    // The deployment may have been replaced by another.
    this.#wantsAudit = true;
    this.#isNew = true;
  }

  async #audit(): Promise<void> {
    await compareWithDeployment({
      ...this.#deps,
      deployment: this.#deployment as Deployment,
      name: this.name,
      hasRoles: this.#hasRoles === true,
      isNew: this.#isNew,
    });
    this.#wantsAudit = false;
    this.#isNew = false;
  }

  /** Performs the steps that are due for one project; returns whether there were any. */
  async #settleSome(): Promise<boolean> {
    const { store, wall, needsOf, plan } = this.#deps;
    const due = await store.read((tx) => tx.provisions.groupDue(this.name, wall()));
    if (due === undefined) return false;
    const needs = await needsOf(due.groupId);
    const rows = await store.read((tx) => tx.provisions.ofGroup(due.groupId));
    const byKey = new Map(needs.map((need) => [keyOfNeed(need), need]));
    const places = new Map(rows.map((row) => [row.id, placeOf(row, needs)]));
    const mine = rows
      .filter((row) => row.deployment === this.name && row.waitsSince !== null && row.dueAt <= wall())
      .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
    const deps: StepDeps = {
      ...this.#deps,
      deployment: this.#deployment as Deployment,
      hasRoles: this.#hasRoles === true,
      unknown: this.#unknown,
      report: (...said) => this.#report(...said),
    };
    for (const batch of batchesOf(mine, byKey)) {
      if (this.#isClosed) return false;
      await inParallel(batch, async (row) => {
        if (!this.#isClosed) await settleOne(deps, row, byKey.get(keyOf(row)));
      });
    }
    const dropped = mine.filter((row) => !byKey.has(keyOf(row))).map(({ name }) => name);
    if (dropped.length > 0) await store.write((tx) => tx.provisions.freeNames(dropped, this.name, wall()));
    await plan(due.groupId);
    return true;
  }

  #report({ kind, name, groupId }: Provision, problem: string, message: string): void {
    const about = { deployment: this.name, groupId, kind, name, problem, ...(message !== "" && { message }) };
    const why = waitInWords(problem);
    const words =
      lackedBy(problem).length > 0
        ? `a role is made without some of its actions: ${why}`
        : `the deployment does not hold a user or role: ${why}; it is tried again`;
    this.#deps.log.warn(about, words);
  }

  async #fall(reason: unknown): Promise<void> {
    const { log, store } = this.#deps;
    if (this.#isClosed) return;
    this.#again = false;
    const pause = pauses[Math.min(this.#failures++, pauses.length - 1)];
    this.#isUp = false;
    // A driver that once failed to connect never connects again.
    await this.#deployment?.close().catch(() => {});
    this.#deployment = undefined;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.wake();
    }, pause).unref();
    if (!(reason instanceof Away || reason instanceof Refused)) {
      return log.error({ err: reason, deployment: this.name }, "provisioning failed");
    }
    const before = this.#trouble;
    const trouble = reason instanceof Away ? reason.code : reason.codeName;
    if (trouble === before) return;
    this.#trouble = trouble;
    // The reason may change during one outage. It is only news if a deployment is back and refuses the administrator.
    if (before === undefined || isShutOut(before) !== isShutOut(trouble)) {
      log.warn(
        { deployment: this.name, code: trouble, message: reason.message },
        `the deployment cannot be asked: ${awayInWords(trouble)}; what it lacks waits, and is tried again`,
      );
    }
    await store.write((tx) => tx.provisions.noteAway(this.name, `AWAY:${trouble}`));
  }
}

async function knowsRoles(deployment: Deployment): Promise<boolean> {
  try {
    await deployment.run({ rolesInfo: 1 });
    return true;
  } catch (reason) {
    if (reason instanceof Refused && reason.code === codes.commandNotFound) return false;
    throw reason;
  }
}
