// Creates, changes and deletes search nodes of clusters, for requests and seeds alike.

import type { Changing, Looking, Reading, Recording } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { SentSearchDeployment } from "../../core/domain/sent.ts";
import type { Paced } from "../clusters/cluster-life.ts";
import { clusters } from "../clusters/kept.ts";
import { type AtlasCluster, endOf } from "../clusters/rules/cluster.ts";
import { deploymentAt, type SearchDeployment, specsOf } from "./rules/search-deployment.ts";

type Searched = Resource<AtlasCluster>;
type Searching = Reading & Recording;

type DeploymentEvent =
  | "SEARCH_DEPLOYMENT_CREATED"
  | "SEARCH_DEPLOYMENT_DELETED"
  | "SEARCH_DEPLOYMENT_UPDATED";

/** Returns the deployment now; undefined once it is gone. */
export const deploymentOf = ({ document }: Searched, now: Looking["now"]) =>
  deploymentAt(document.searchDeployment, now);

/**
 * Returns when a change of a cluster's search nodes ends. Where a state ends when it was shown, the answer to the change shows
 * it.
 */
const endOfChange = ({ document }: Searched, { now, clusterSpeed }: Pick<Changing, "now"> & Paced) =>
  clusterSpeed === "now" ? now : endOf(document, "UPDATING", { now, clusterSpeed });

async function write(
  changing: Searching,
  cluster: Searched,
  searchDeployment: SearchDeployment,
  type: DeploymentEvent,
): Promise<Searched> {
  const { groupId, name } = cluster;
  await changing.record(type, { groupId, details: { clusterName: name } });
  const document = { ...cluster.document, searchDeployment };
  return (await clusters.replace(changing, cluster, { document })) as Searched;
}

export async function makeDeployment(
  changing: Changing<"ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS"> & Paced,
  cluster: Searched,
  sent: SentSearchDeployment,
): Promise<Searched> {
  const { now, newId, fault } = changing;
  if (deploymentOf(cluster, now) !== undefined) {
    throw fault("ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS", { name: cluster.name });
  }
  const until = endOfChange(cluster, changing);
  const made = { id: newId(), specs: specsOf(sent), until, endsAt: null };
  return write(changing, cluster, made, "SEARCH_DEPLOYMENT_CREATED");
}

const absent = "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST";

function findDeployment({ now, fault }: Looking<typeof absent>, cluster: Searched): SearchDeployment {
  const found = deploymentOf(cluster, now);
  if (found === undefined) throw fault(absent, { name: cluster.name });
  return found;
}

export function changeDeployment(
  changing: Changing<typeof absent> & Paced,
  cluster: Searched,
  sent: SentSearchDeployment,
): Promise<Searched> {
  const before = findDeployment(changing, cluster);
  const until = endOfChange(cluster, changing);
  return write(changing, cluster, { ...before, specs: specsOf(sent), until }, "SEARCH_DEPLOYMENT_UPDATED");
}

/** Ends a deployment: it is UPDATING for a while, and then gone. */
export async function endDeployment(
  changing: Changing<typeof absent> & Paced,
  cluster: Searched,
): Promise<void> {
  const before = findDeployment(changing, cluster);
  if (before.endsAt !== null) return;
  const endsAt = endOfChange(cluster, changing);
  await write(changing, cluster, { ...before, endsAt }, "SEARCH_DEPLOYMENT_DELETED");
}
