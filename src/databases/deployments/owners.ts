// Decides which organization each deployment belongs to, if the organizations of a server do not trust each other.
import type { Logger } from "pino";
import type { LeadingCluster } from "../../atlas/clusters/rules/cluster-connections.ts";
import type { NamedDeployment } from "../../core/domain/deployment-url.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Reads, Store, Writes } from "../../core/store/store.ts";

/** Finds the deployment of a cluster, whichever organization owns it; undefined for none. */
export type FindDeployment = (
  cluster: Omit<LeadingCluster, "orgId">,
) => Omit<NamedDeployment, "cluster"> | undefined;

export interface Owners {
  /** Reports whether clusters of an organization may lead to a deployment. */
  admits(deployment: string, orgId: string): boolean;
  /** Gives a deployment without an owner to the organization whose cluster first led there. */
  claim(): Promise<void>;
}

/** The owners if all organizations share all deployments. */
export const sharedByAll: Owners = { admits: () => true, claim: async () => {} };

interface OwnersDeps {
  readonly store: Pick<Store, "look" | "write">;
  readonly now: () => Instant;
  readonly configured: readonly NamedDeployment[];
  readonly find: FindDeployment;
  readonly log: Pick<Logger, "warn">;
}

interface Organization {
  readonly id: string;
  readonly name: string;
}

export interface SharedDeployment {
  readonly name: string;
  readonly orgs: readonly Organization[];
}

const notSharedSentence =
  "the clusters of this organization have no database, because the deployment belongs to another organization; --shared-deployment lets all organizations share it";

const keyOf = (deployment: string) => `deployment-of ${deployment}` as const;

/**
 * Lists the organizations at each deployment: all if it is for all clusters, otherwise those whose clusters lead there, the one
 * with the oldest cluster first.
 */
async function organizationsAt(tx: Reads, { now, configured, find }: Omit<OwnersDeps, "log">) {
  const all = await tx.orgs.names();
  const at = new Map<string, Set<string>>();
  for (const { name } of configured) at.set(name, new Set());
  for (const cluster of await tx.documents.named("cluster", now())) {
    const name = find(cluster)?.name;
    if (name === undefined) continue;
    at.set(name, (at.get(name) ?? new Set()).add(cluster.orgId));
  }
  const forAll = configured.filter(({ cluster }) => cluster === null);
  for (const { name } of forAll) for (const { id } of all) at.get(name)?.add(id);
  return [...at].map(([name, ids]) => ({
    name,
    orgs: [...ids].flatMap((id) => all.find((org) => org.id === id) ?? []),
  }));
}

/** Opens shared deployments. Removes owners, since any organization may have users in them from now on. */
export async function openShared(deps: Omit<OwnersDeps, "log">): Promise<readonly SharedDeployment[]> {
  const at = await deps.store.look((tx) => organizationsAt(tx, deps));
  const owned = await deps.store.look((tx) => tx.meta.ofDeployments());
  if (owned.length > 0) await deps.store.write(async (tx) => tx.meta.forgetDeployments());
  return at.filter(({ orgs }) => orgs.length > 1);
}

/** Gives each deployment an owner; `refuse` makes the error for those without one that would be shared. */
export async function openOwners(
  deps: OwnersDeps,
  refuse: (shared: readonly SharedDeployment[]) => Error,
): Promise<Owners> {
  const { store, log } = deps;
  const told = new Set<string>();
  const owners = new Map(await store.look((tx) => tx.meta.ofDeployments()));
  const at = await store.look((tx) => organizationsAt(tx, deps));
  const shared = at.filter(({ name, orgs }) => orgs.length > 1 && !owners.has(name));
  if (shared.length > 0) throw refuse(shared);

  /** Keeps the owner that was set first, if another process sets one at the same time. */
  async function keep(tx: Writes, name: string, orgId: string): Promise<void> {
    owners.set(name, await tx.meta.keep(keyOf(name), orgId));
  }

  async function claim(): Promise<void> {
    if (deps.configured.every(({ name }) => owners.has(name))) return;
    const found = await store.look((tx) => organizationsAt(tx, { ...deps, configured: [] }));
    const free = found.filter(({ name }) => !owners.has(name));
    if (free.length === 0) return;
    await store.write(async (tx) => {
      for (const { name, orgs } of free) if (orgs[0] !== undefined) await keep(tx, name, orgs[0].id);
    });
  }

  const sole = at.filter(({ name, orgs }) => orgs.length === 1 && !owners.has(name));
  if (sole.length > 0) {
    await store.write(async (tx) => {
      for (const { name, orgs } of sole) await keep(tx, name, orgs[0]?.id ?? "");
    });
  }
  return {
    admits(deployment, orgId) {
      const owner = owners.get(deployment);
      if (owner === orgId) return true;
      const key = `${deployment} ${orgId}`;
      if (owner !== undefined && !told.has(key)) {
        told.add(key);
        log.warn({ deployment, orgId, owner }, notSharedSentence);
      }
      return false;
    },
    claim,
  };
}
