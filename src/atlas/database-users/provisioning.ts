// Compares the users and roles that the deployments of a project should have with those they have.
import { createHash } from "node:crypto";
import type { Reading } from "../../core/changes/changing.ts";
import type { Reads } from "../../core/store/store.ts";
import { clusters } from "../clusters/kept.ts";
import type { ClusterConnections } from "../clusters/rules/cluster-connections.ts";
import { customRoles } from "../custom-roles/kept.ts";
import { databaseUsers } from "./kept.ts";
import { type KeptUser, otherProof, type Wanted, wantedIn } from "./rules/provisioning.ts";

export type Provision = Awaited<ReturnType<Reads["provisions"]["ofGroup"]>>[number];

export interface Need {
  readonly deployment: string;
  /** The sealed URL of the deployment, if it belongs to one cluster. */
  readonly sealedSecret: string | null;
  readonly wanted: Wanted;
  /** A hash that changes when what is wanted changes. A password that is set again changes it too. */
  readonly fingerprint: string;
}

export type Project = Reading & {
  readonly connections: Pick<ClusterConnections, "nameOf">;
  readonly groupId: string;
};

const fingerprintOf = ({ kind, name, ...rest }: Wanted): string =>
  createHash("sha256")
    .update(JSON.stringify([kind, name, rest]))
    .digest("base64url");

/** Finds the deployments of a project's clusters, with the names of those clusters. */
async function leadingOf({ groupId, connections, ...looking }: Project) {
  const leading = new Map<string, { sealedSecret: string | null; names: Set<string> }>();
  const [orgId, there] = await Promise.all([
    looking.tx.groups.orgIdOf(groupId),
    clusters.all(looking, { id: groupId }),
  ]);
  if (orgId === undefined) return leading;
  for (const cluster of there) {
    // A cluster that is being deleted accepts no logins.
    const deployment = cluster.endsAt === null ? connections.nameOf({ ...cluster, orgId }) : undefined;
    if (deployment === undefined) continue;
    const known = leading.get(deployment) ?? { sealedSecret: cluster.sealedSecret, names: new Set() };
    leading.set(deployment, known);
    known.names.add(cluster.name);
  }
  return leading;
}

/** Returns the users of a project, the deployments of its clusters, and all that it needs there, in the order of creation. */
export async function readNeeds({ groupId, connections, ...looking }: Project) {
  const group = { id: groupId };
  const [leading, users] = await Promise.all([
    leadingOf({ ...looking, groupId, connections }),
    databaseUsers.all(looking, group),
  ]);
  const roles = leading.size === 0 ? [] : await customRoles.all(looking, group);
  const needs = [...leading].flatMap(([deployment, { sealedSecret, names }]) =>
    wantedIn({ groupId, clusters: names, users, roles }).map(
      (wanted): Need => ({ deployment, sealedSecret, wanted, fingerprint: fingerprintOf(wanted) }),
    ),
  );
  return { users, leading, needs };
}

export const keyOf = ({ deployment, kind, name }: Pick<Provision, "deployment" | "kind" | "name">): string =>
  JSON.stringify([deployment, kind, name]);

export const keyOfNeed = ({ deployment, wanted: { kind, name } }: Need): string =>
  keyOf({ deployment, kind, name });

/** Compares a project's needs with its rows, and returns the differences. */
export function compare(needs: readonly Need[], rows: readonly Provision[]) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const wanted = new Map(needs.map((need) => [keyOfNeed(need), need]));
  const isSettled = (row: Provision) =>
    row.isBegun === 0 && row.applied === (wanted.get(keyOf(row))?.fingerprint ?? null);
  const settled = rows.filter(isSettled);
  return {
    missing: needs.filter((need) => !byKey.has(keyOfNeed(need))),
    /** The rows that differ from the wanted ones, and are not yet marked as waiting. */
    differing: rows.filter((row) => !isSettled(row) && row.waitsSince === null),
    /**
     * The rows that are as needed, but still marked as waiting; a role is created again, to learn which actions are missing.
     */
    resting: settled.filter(
      (row) => wanted.has(keyOf(row)) && row.waitsSince !== null && row.kind === "USER",
    ),
    /** The rows of deployments whose URL has changed, with the new one. */
    moved: rows.flatMap((row) => {
      const { sealedSecret = row.sealedSecret } = wanted.get(keyOf(row)) ?? {};
      return sealedSecret === row.sealedSecret ? [] : [{ id: row.id, sealedSecret }];
    }),
    /** The rows that are no longer wanted and no longer exist in the deployment. */
    gone: settled.filter((row) => !wanted.has(keyOf(row))),
    isApplied: settled.length === rows.length && needs.every((need) => byKey.has(keyOfNeed(need))),
  };
}

/** Reports whether all deployments of a project have what they should, at this moment. */
export async function isProvisioned(project: Project): Promise<boolean> {
  const [{ needs }, rows] = await Promise.all([
    readNeeds(project),
    project.tx.provisions.ofGroup(project.groupId),
  ]);
  return compare(needs, rows).isApplied;
}

/** The state of a user or role in one deployment. */
export interface ProvisionState {
  readonly deployment: string;
  readonly kind: Wanted["kind"];
  /** The name in the deployment. */
  readonly name: string;
  readonly state: "APPLIED" | "WAITING";
  /** The time since which it waits, in real time; null if it does not wait. */
  readonly waitsSince: number | null;
  /**
   * The reason why it waits: a code, perhaps with MongoDB's own after a colon; null if it was not tried yet. `ACTION_MISSING:`
   * and names of actions for a role that was created without them.
   */
  readonly problem: string | null;
  /** True if it was created without roles, because the deployment has none. */
  readonly lacksRoles: boolean;
}

export interface Provisioning {
  readonly provisions: readonly ProvisionState[];
  /** The users who log in without a password, which no deployment here can check: `[name, proof]`. */
  readonly kept: readonly (readonly [name: string, proof: string])[];
}

/**
 * Returns the users and roles that deployments have for a project, those that wait and why, and the users that are not created
 * there.
 */
export async function provisioningOf(looking: Reading, groupId: string): Promise<Provisioning> {
  const rows = await looking.tx.provisions.ofGroup(groupId);
  return {
    provisions: rows.map(({ deployment, kind, name, waitsSince, problem, lacksRoles }) => ({
      deployment,
      kind,
      name,
      waitsSince,
      problem,
      state: waitsSince === null ? "APPLIED" : "WAITING",
      lacksRoles: lacksRoles === 1,
    })),
    kept: keptOf(await databaseUsers.all(looking, { id: groupId })),
  };
}

/** Returns the users who are not created, because they have no password. */
export const keptOf = (users: readonly Pick<KeptUser, "document">[]): Provisioning["kept"] =>
  users.flatMap(({ document }) => {
    const proof = otherProof(document);
    return proof === undefined ? [] : [[document.username, proof] as const];
  });
