// Keeps deployments as the state says: compares a project after each change, all of them at the start and every minute, and has each deployment
// do what differs.
import { setTimeout as sleep } from "node:timers/promises";
import { compare, type Need, needsOf } from "../changes/provisioning.ts";
import { clusters, databaseUsers } from "../changes/resources.ts";
import type { Clock } from "../clock.ts";
import type { ClusterConnections } from "../domain/cluster-connections.ts";
import type { NamedDeployment } from "../domain/deployment-url.ts";
import { minute, second } from "../domain/instant.ts";
import { otherProof } from "../domain/provisioning.ts";
import { createLooking } from "../looking.ts";
import type { Mint } from "../secrets/mint.ts";
import type { Reads } from "../store/store.ts";
import { Lane, type LaneDeps } from "./lane.ts";

const lookEvery = second;
/** Milliseconds: one look for changes that come together. */
const noteAfter = 2;

export interface ProvisioningDeps extends Omit<LaneDeps, "needsOf" | "plan" | "jitter"> {
  readonly clock: Pick<Clock, "now">;
  readonly mint: Mint;
  readonly connections: Pick<ClusterConnections, "nameOf">;
  /** Those of the settings. Without any there is work where a cluster of the store has one of its own. */
  readonly configured: readonly NamedDeployment[];
  /** Whether no other process has this store. */
  readonly isAlone: boolean;
  /** Whether the world ends with this process, and its users with it. */
  readonly isPassing: boolean;
}

export type Provisioning = ReturnType<typeof createProvisioning>;

export function createProvisioning(deps: ProvisioningDeps) {
  const { store, clock, wall, connections, mint, log, unseal, configured } = deps;
  const lanes = new Map<string, Lane>();
  /** When the first of a project's users ends. */
  const ends = new Map<string, number>();
  const noted = new Set<string>();
  const told = new Set<string>();
  let isActive = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let comparedAt = Number.NEGATIVE_INFINITY;
  let isClosed = false;

  /** Set where all that this world made is to go. */
  let isLeaving = false;
  const needsIn = async (tx: Reads, groupId: string, now: number): Promise<Need[]> =>
    isLeaving ? [] : needsOf({ tx, now, connections, groupId });
  const needs = (groupId: string) => store.read((tx) => needsIn(tx, groupId, clock.now()));

  /** Once each, so that nobody waits for what never comes. */
  function tell(key: string, about: object, words: string): void {
    if (told.has(key)) return;
    told.add(key);
    log.warn(about, words);
  }

  function laneOf(name: string, sealedUrl: string | null): Lane | undefined {
    const known = configured.find((each) => each.name === name)?.url;
    const url = known ?? (sealedUrl === null ? undefined : unseal(sealedUrl));
    if (url === undefined) {
      tell(
        `gone ${name}`,
        { deployment: name },
        "no --deployment leads to this deployment any more, and users of this server are left in it: give it again, and they are dropped",
      );
      return undefined;
    }
    const before = lanes.get(name);
    if (before?.isOf(url)) return before;
    void before?.close(0);
    const lane = new Lane(name, url, { ...deps, jitter: mint.jitter, needsOf: needs, plan });
    lanes.set(name, lane);
    return lane;
  }

  async function lookAhead(groupId: string): Promise<boolean> {
    const now = clock.now();
    const { users, leads } = await store.read(async (tx) => ({
      users: await databaseUsers.all({ tx, now }, { id: groupId }),
      leads: (await clusters.all({ tx, now }, { id: groupId })).some(
        ({ name, sealedSecret: sealedDeployment }) =>
          connections.nameOf({ groupId, name, sealedDeployment }) !== undefined,
      ),
    }));
    const soonest = Math.min(...users.map(({ endsAt }) => endsAt ?? Number.POSITIVE_INFINITY));
    if (soonest === Number.POSITIVE_INFINITY) ends.delete(groupId);
    else ends.set(groupId, soonest);
    if (!leads) return false;
    for (const { document } of users) {
      const proof = otherProof(document);
      if (proof === undefined) continue;
      const { username } = document;
      tell(
        `kept ${groupId} ${username}`,
        { groupId, username, proof },
        "a user who proves itself otherwise than by a password is kept, and not made in the deployment",
      );
    }
    return true;
  }

  /** Notes what differs between what a project needs and what was made for it. */
  async function plan(groupId: string): Promise<void> {
    await lookAhead(groupId);
    const now = clock.now();
    const at = wall();
    const before = await store.read(async (tx) =>
      compare(await needsIn(tx, groupId, now), await tx.provisions.ofGroup(groupId)),
    );
    const { missing, differing, resting, gone } = before;
    if (missing.length + differing.length + resting.length + gone.length === 0) return;
    await store.write((tx) => {
      for (const { deployment, sealedDeployment: sealedSecret, wanted } of missing) {
        const { kind, name } = wanted;
        const id = mint.id(now);
        const mark = mint.linkToken();
        tx.provisions.add({ id, deployment, groupId, kind, name, mark, sealedSecret }, at);
      }
      for (const { id } of differing) tx.provisions.wait(id, at);
      for (const { id } of resting) tx.provisions.rest(id);
      for (const row of gone) tx.provisions.remove(row);
      for (const { name, trouble } of lanes.values())
        if (trouble !== undefined) tx.provisions.noteAway(name, `AWAY:${trouble}`);
    });
  }

  async function look(): Promise<void> {
    while (noted.size > 0 && !isClosed) {
      const [groupId = ""] = noted;
      noted.delete(groupId);
      await plan(groupId).catch((reason: unknown) => {
        noted.add(groupId);
        throw reason;
      });
    }
    const due = await store.read((tx) => tx.provisions.dueDeployments(wall()));
    for (const { deployment, sealedSecret } of due) void laneOf(deployment, sealedSecret)?.wake();
  }

  async function lookOn(): Promise<void> {
    try {
      do await look();
      while (noted.size > 0 && !isClosed);
    } catch (err) {
      // The next look finds what was left.
      log.error({ err }, "comparing projects with their deployments failed");
    } finally {
      running = undefined;
    }
  }

  const run = (): Promise<void> => (running ??= lookOn());

  async function activate(): Promise<boolean> {
    isActive ||= configured.length > 0 || (await store.read((tx) => tx.provisions.hasAny()));
    return isActive;
  }

  async function noteAll(): Promise<void> {
    comparedAt = wall();
    if (!(await activate())) return;
    for (const groupId of await store.read((tx) => tx.provisions.groups())) noted.add(groupId);
    const used = await store.read((tx) => tx.provisions.deployments());
    for (const { name } of configured) void laneOf(name, null)?.audit();
    for (const { deployment, sealedSecret } of used) void laneOf(deployment, sealedSecret)?.audit();
    await run();
  }

  const looking = createLooking(lookEvery, async () => {
    if (!isActive) return;
    const now = clock.now();
    for (const [groupId, endsAt] of ends) if (endsAt <= now) noted.add(groupId);
    if (wall() - comparedAt >= minute) await noteAll().catch(() => {});
    else await run();
  });

  /** Has everything done that can be done now. */
  async function flush(): Promise<void> {
    await run();
    await run();
    await Promise.all([...lanes.values()].map((lane) => lane.wake()));
  }

  return {
    /** Whether there is a deployment, as far as is known. */
    isActive: () => isActive,
    /** A project has changed: its deployments are to follow. Nobody waits for that. */
    note(groupId: string): void {
      if (!isActive || isClosed) return;
      noted.add(groupId);
      timer ??= setTimeout(() => {
        timer = undefined;
        void run();
      }, noteAfter).unref();
    },
    /** Anything may have changed: a seed was planted, a snapshot restored, the clock moved. */
    noteAll: (): void => {
      if (!isClosed) void noteAll().catch((err: unknown) => log.error({ err }, "comparing projects failed"));
    },
    async start(): Promise<void> {
      await activate();
      if (isActive && deps.isAlone) await store.write((tx) => tx.provisions.release(wall()));
      await noteAll();
      looking.start();
    },
    flush,
    /** By their names, why those that cannot be asked cannot. */
    troubles: (): ReadonlyMap<string, string> =>
      new Map([...lanes].flatMap(([name, { trouble }]) => (trouble === undefined ? [] : [[name, trouble]]))),
    async close(patience: number): Promise<void> {
      if (timer !== undefined) clearTimeout(timer);
      await looking.close();
      await running;
      if (deps.isPassing && isActive) {
        isLeaving = true;
        const left = noteAll().then(flush);
        await Promise.race([left, sleep(patience, undefined, { ref: false })]).catch(() => {});
      }
      isClosed = true;
      await Promise.all([...lanes.values()].map((lane) => lane.close(patience)));
    },
  };
}
