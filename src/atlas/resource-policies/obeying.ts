// Enforces resource policies: refuses changes of clusters, and finds existing clusters that are forbidden.

import type { Looking, Reading } from "../../core/changes/changing.ts";
import type { Governed } from "../../core/changes/judging.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { networkEntries } from "../access-lists/kept.ts";
import type { NetworkEntry } from "../access-lists/rules/network-entry.ts";
import { clusters } from "../clusters/kept.ts";
import type { Cluster } from "../clusters/rules/cluster.ts";
import { peers } from "../peering/kept.ts";
import { networkOf, type Peer } from "../peering/rules/peer.ts";
import { endpointServices } from "../private-endpoints/kept.ts";
import {
  type EndpointService,
  nameOfEndpoint,
  serviceAt,
} from "../private-endpoints/rules/endpoint-service.ts";
import { auditLogs, maintenanceWindows } from "../project-settings/kept.ts";
import type { AuditLog, MaintenanceWindow } from "../project-settings/rules/settings.ts";
import { policiesAround, policiesOf } from "./resource-policies.ts";
import { factsOf, type ProjectFacts } from "./rules/policy-facts.ts";
import { mayForbidClusters, type ResourcePolicy } from "./rules/resource-policy.ts";

export const policyErrors = ["ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED"] as const;

interface Changed {
  readonly groupId: string;
  readonly document: Cluster;
  /** The cluster before the change; absent for a new cluster. */
  readonly before?: Resource<Cluster>;
}

/** The id of a cluster that does not exist yet; no policy can contain it. */
const idOfNew = "new";

/**
 * Refuses a cluster that a policy of its organization forbids. The lock of the project includes the organization, so policies
 * cannot change until the cluster is written.
 */
export async function obeyPolicies(
  looking: Looking<(typeof policyErrors)[number]> & Governed,
  { groupId, document, before }: Changed,
): Promise<void> {
  const { tx, forbidding, fault } = looking;
  if (forbidding === undefined) return;
  const policies = await policiesAround({ tx }, groupId);
  const [{ orgId } = { orgId: "" }] = policies;
  const texts = textsOf(policies);
  if (texts.length === 0) return;
  const now = await projectFacts(looking, groupId);
  const project = { ...now, clustersInProject: now.clustersInProject + (before === undefined ? 1 : 0) };
  const cluster = factsOf(document, before?.document);
  const clusterId = before?.id ?? idOfNew;
  const [found = []] = forbidding([{ policies: texts, orgId, groupId, clusterId, cluster, project }]);
  if (found.length > 0) throw fault("ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED", {});
}

const textsOf = (policies: readonly ResourcePolicy[]) =>
  policies.flatMap(({ document }) => document.policies).filter(({ body }) => mayForbidClusters(body));

async function projectFacts(looking: Reading, groupId: string): Promise<ProjectFacts> {
  const group = { id: groupId };
  const [clustersInProject, audit, window, entries, connections, services] = await Promise.all([
    clusters.count(looking, group),
    auditLogs.read(looking, group),
    maintenanceWindows.read(looking, group),
    networkEntries.all(looking, group),
    peers.all(looking, group),
    endpointServices.all(looking, group),
  ]);
  return { clustersInProject, ...settingFacts({ audit, window, entries, connections, services }) };
}

const anyAddress = "0.0.0.0/0";

function settingFacts({
  audit,
  window,
  entries,
  connections,
  services,
}: {
  readonly audit: AuditLog | undefined;
  readonly window: MaintenanceWindow | undefined;
  readonly entries: readonly { readonly document: NetworkEntry }[];
  readonly connections: readonly { readonly document: Peer }[];
  readonly services: readonly { readonly document: EndpointService }[];
}): Omit<ProjectFacts, "clustersInProject"> {
  return {
    hasDatabaseAuditing: audit?.enabled ?? false,
    hasDefinedMaintenanceWindow: window?.dayOfWeek !== undefined,
    // An entry of an IPv4 network without a prefix length means all addresses, as Atlas says.
    ipAccessList: entries.flatMap(({ document: { cidr } }) =>
      cidr === undefined ? [] : [/^[\d.]+\/0$/.test(cidr) ? anyAddress : cidr],
    ),
    peeringConnections: connections.map(({ document }) => networkOf(document)),
    privateEndpoints: services.flatMap(({ document: { providerName, endpoints } }) =>
      endpoints.map((endpoint) => nameOfEndpoint(providerName, endpoint)),
    ),
  };
}

export interface NonCompliant {
  readonly orgId: string;
  readonly cluster: Resource<Cluster>;
  readonly policies: readonly { readonly policy: ResourcePolicy; readonly textIds: readonly string[] }[];
}

/** Finds the clusters of an organization that its policies forbid, without those that are being deleted. */
export async function findNonCompliant(
  { tx, now, forbidding }: Reading & Governed,
  orgId: string,
): Promise<NonCompliant[]> {
  const policies = await policiesOf({ tx }, orgId);
  const texts = textsOf(policies);
  if (texts.length === 0 || forbidding === undefined) return [];
  const factsIn = await factsByProject({ tx, now }, orgId);
  const all = (await tx.documents.inGroupsOf(orgId, clusters.kind, now)) as Resource<Cluster>[];
  const there = all.filter(({ endsAt }) => endsAt === null);
  const questions = there.map(({ id, groupId, document }) => ({
    policies: texts,
    orgId,
    groupId,
    clusterId: id,
    cluster: factsOf(document),
    project: factsIn(groupId, all.filter((each) => each.groupId === groupId).length),
  }));
  const answers = forbidding(questions);
  return there.flatMap((cluster, index) => {
    const ids = new Set(answers[index]);
    const causing = policies.flatMap((policy) => {
      const textIds = policy.document.policies.map(({ id }) => id).filter((id) => ids.has(id));
      return textIds.length === 0 ? [] : [{ policy, textIds }];
    });
    return causing.length === 0 ? [] : [{ orgId, cluster, policies: causing }];
  });
}

async function factsByProject({ tx, now }: Reading, orgId: string) {
  const [audits, windows, entries, connections, services] = await Promise.all([
    tx.documents.inGroupsOf(orgId, auditLogs.kind, now) as Promise<Resource<AuditLog>[]>,
    tx.documents.inGroupsOf(orgId, maintenanceWindows.kind, now) as Promise<Resource<MaintenanceWindow>[]>,
    tx.documents.inGroupsOf(orgId, networkEntries.kind, now) as Promise<Resource<NetworkEntry>[]>,
    tx.documents.inGroupsOf(orgId, peers.kind, now) as Promise<Resource<Peer>[]>,
    tx.documents.inGroupsOf(orgId, endpointServices.kind, now) as Promise<Resource<EndpointService>[]>,
  ]);
  return (groupId: string, clustersInProject: number): ProjectFacts => {
    const isHere = (each: Resource<unknown>) => each.groupId === groupId;
    return {
      clustersInProject,
      ...settingFacts({
        audit: audits.find(isHere)?.document,
        window: windows.find(isHere)?.document,
        entries: entries.filter(isHere),
        connections: connections.filter(isHere),
        services: services.filter(isHere).map(({ document }) => ({ document: serviceAt(document, now) })),
      }),
    };
  };
}
