// Compares the users and roles that a project needs in its deployments with those created there, and notes the differences.

import type { ClusterConnections } from "../../atlas/clusters/rules/cluster-connections.ts";
import { compare, keptOf, type Need, readNeeds } from "../../atlas/database-users/provisioning.ts";
import type { ReadonlyClock } from "../../core/clock.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Mint } from "../../core/secrets/mint.ts";
import type { Reads, Store, Writes } from "../../core/store/store.ts";

export interface PlanningDeps {
  readonly store: Pick<Store, "read" | "write">;
  readonly clock: ReadonlyClock;
  readonly wall: () => Instant;
  readonly connections: Pick<ClusterConnections, "nameOf">;
  readonly mint: Mint;
  /** Warns once for each key. */
  readonly tell: (key: string, about: object, words: string) => void;
  /** Returns the problems of unreachable deployments, by name. */
  readonly troubles: () => ReadonlyMap<string, string>;
}

export class Planning {
  readonly #deps: PlanningDeps;
  /** The times at which the first of each project's users expires. */
  readonly #ends = new Map<string, Instant>();
  #isLeaving = false;

  constructor(deps: PlanningDeps) {
    this.#deps = deps;
  }

  /** Drops all needs, so that everything that was created is dropped. */
  leave(): void {
    this.#isLeaving = true;
  }

  /** Lists the projects of which a user has expired since they were compared. */
  ended(): string[] {
    const now = this.#deps.clock.now();
    return [...this.#ends].flatMap(([groupId, endsAt]) => (endsAt <= now ? [groupId] : []));
  }

  async needs(groupId: string): Promise<readonly Need[]> {
    return this.#isLeaving ? [] : (await this.#deps.store.read((tx) => this.#read(tx, groupId))).needs;
  }

  async plan(groupId: string): Promise<void> {
    const { store, troubles } = this.#deps;
    const { project, rows } = await store.read(async (tx) => ({
      project: await this.#read(tx, groupId),
      rows: await tx.provisions.ofGroup(groupId),
    }));
    this.#lookAhead(groupId, project);
    const found = compare(this.#isLeaving ? [] : project.needs, rows);
    const { missing, differing, resting, gone, moved } = found;
    if ([missing, differing, resting, gone, moved].every(({ length }) => length === 0)) return;
    const away = [...troubles()];
    await store.write((tx) => {
      this.#note(tx, groupId, found);
      for (const [name, trouble] of away) tx.provisions.noteAway(name, `AWAY:${trouble}`);
    });
  }

  #read(tx: Reads, groupId: string) {
    const { clock, connections } = this.#deps;
    return readNeeds({ tx, now: clock.now(), connections, groupId });
  }

  #note(
    { provisions }: Writes,
    groupId: string,
    { missing, differing, resting, gone, moved }: ReturnType<typeof compare>,
  ): void {
    const { wall, mint, clock } = this.#deps;
    const at = wall();
    for (const { deployment, sealedSecret, wanted } of missing) {
      const { kind, name } = wanted;
      const id = mint.id(clock.now());
      provisions.add({ id, deployment, groupId, kind, name, mark: mint.linkToken(), sealedSecret }, at);
    }
    for (const { id } of differing) provisions.wait(id, at);
    for (const { id } of resting) provisions.rest(id);
    for (const row of gone) provisions.remove(row);
    for (const { id, sealedSecret } of moved) provisions.reseal(id, sealedSecret);
  }

  /** Notes when the next user expires, and warns of those that are not created. */
  #lookAhead(groupId: string, { users, leading }: Awaited<ReturnType<typeof readNeeds>>): void {
    const soonest = Math.min(...users.map(({ endsAt }) => endsAt ?? Number.POSITIVE_INFINITY));
    if (soonest === Number.POSITIVE_INFINITY) this.#ends.delete(groupId);
    else this.#ends.set(groupId, soonest);
    if (leading.size === 0) return;
    for (const [username, proof] of keptOf(users)) {
      this.#deps.tell(
        `kept ${groupId} ${username}`,
        { groupId, username, proof },
        "a user who proves itself otherwise than by a password is kept, and not made in the deployment",
      );
    }
  }
}
