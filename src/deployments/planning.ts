// Compares what a project needs in its deployments with what was made there, and notes what differs.
import { compare, type Need, needsOf } from "../changes/provisioning.ts";
import { clusters, databaseUsers } from "../changes/resources.ts";
import type { Clock } from "../clock.ts";
import type { ClusterConnections } from "../domain/cluster-connections.ts";
import type { Instant } from "../domain/instant.ts";
import { otherProof } from "../domain/provisioning.ts";
import type { Mint } from "../secrets/mint.ts";
import type { Reads, Store, Writes } from "../store/store.ts";

export interface PlanningDeps {
  readonly store: Pick<Store, "read" | "write">;
  readonly clock: Pick<Clock, "now">;
  readonly wall: () => Instant;
  readonly connections: Pick<ClusterConnections, "nameOf">;
  readonly mint: Mint;
  /** Warns once of each key. */
  readonly tell: (key: string, about: object, words: string) => void;
  /** By the names of deployments that cannot be asked, why. */
  readonly troubles: () => ReadonlyMap<string, string>;
}

export class Planning {
  readonly #deps: PlanningDeps;
  /** When the first of a project's users ends. */
  readonly #ends = new Map<string, Instant>();
  #isLeaving = false;

  constructor(deps: PlanningDeps) {
    this.#deps = deps;
  }

  /** From now on nothing is needed any more: all that was made is to go. */
  leave(): void {
    this.#isLeaving = true;
  }

  /** Projects one of whose users has ended since they were compared. */
  ended(): string[] {
    const now = this.#deps.clock.now();
    return [...this.#ends].flatMap(([groupId, endsAt]) => (endsAt <= now ? [groupId] : []));
  }

  needs(groupId: string): Promise<Need[]> {
    return this.#deps.store.read((tx) => this.#needsIn(tx, groupId));
  }

  async plan(groupId: string): Promise<void> {
    const { store, troubles } = this.#deps;
    await this.#lookAhead(groupId);
    const found = await store.read(async (tx) =>
      compare(await this.#needsIn(tx, groupId), await tx.provisions.ofGroup(groupId)),
    );
    const { missing, differing, resting, gone, moved } = found;
    if ([missing, differing, resting, gone, moved].every(({ length }) => length === 0)) return;
    const away = [...troubles()];
    await store.write((tx) => {
      this.#note(tx, groupId, found);
      for (const [name, trouble] of away) tx.provisions.noteAway(name, `AWAY:${trouble}`);
    });
  }

  #note(
    { provisions }: Writes,
    groupId: string,
    { missing, differing, resting, gone, moved }: ReturnType<typeof compare>,
  ): void {
    const { wall, mint, clock } = this.#deps;
    const at = wall();
    for (const { deployment, sealedDeployment: sealedSecret, wanted } of missing) {
      const { kind, name } = wanted;
      const id = mint.id(clock.now());
      provisions.add({ id, deployment, groupId, kind, name, mark: mint.linkToken(), sealedSecret }, at);
    }
    for (const { id } of differing) provisions.wait(id, at);
    for (const { id } of resting) provisions.rest(id);
    for (const row of gone) provisions.remove(row);
    for (const { id, sealedDeployment } of moved) provisions.reseal(id, sealedDeployment);
  }

  async #needsIn(tx: Reads, groupId: string): Promise<Need[]> {
    const { clock, connections } = this.#deps;
    return this.#isLeaving ? [] : needsOf({ tx, now: clock.now(), connections, groupId });
  }

  /** Learns when a user ends, and tells of those that are not made. */
  async #lookAhead(groupId: string): Promise<void> {
    const { store, clock, connections, tell } = this.#deps;
    const now = clock.now();
    const { users, leads } = await store.read(async (tx) => ({
      users: await databaseUsers.all({ tx, now }, { id: groupId }),
      leads: (await clusters.all({ tx, now }, { id: groupId })).some(
        ({ name, sealedSecret: sealedDeployment }) =>
          connections.nameOf({ groupId, name, sealedDeployment }) !== undefined,
      ),
    }));
    const soonest = Math.min(...users.map(({ endsAt }) => endsAt ?? Number.POSITIVE_INFINITY));
    if (soonest === Number.POSITIVE_INFINITY) this.#ends.delete(groupId);
    else this.#ends.set(groupId, soonest);
    if (!leads) return;
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
  }
}
