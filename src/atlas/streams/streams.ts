// Stream workspaces of a project and their connections, made alike by requests and seeds.

import type { Changing } from "../../core/changes/changing.ts";
import type { Keeping, Resource } from "../../core/changes/resources.ts";
import type { ClusterSpeed } from "../../core/domain/cluster-speed.ts";
import { stepOf } from "../../core/domain/course.ts";
import type { GroupInOrg } from "../../core/domain/group.ts";
import { nameBelow } from "../../core/operations/keeping.ts";
import type { Issue } from "../../core/secrets/issue.ts";
import { keepSets } from "../../core/spec/sets.ts";
import { changeWithin } from "../../core/spec/within.ts";
import { clusters } from "../clusters/kept.ts";
import { streamConnections, streamFailovers, streamPrivateLinks, streamWorkspaces } from "./kept.ts";
import {
  accessOf,
  type Connection,
  chooseConnection,
  connectionErrors,
  isPrivate,
  type SentConnection,
} from "./rules/connection.ts";
import { chooseWorkspace, refuseMember, type SentWorkspace, type Workspace } from "./rules/workspace.ts";

/** The context of changes of streams: how long states last, and how secrets are sealed. */
export interface Equipped {
  readonly clusterSpeed: ClusterSpeed;
  readonly issue: Pick<Issue, "seal" | "unseal">;
}

/** Takes the members out of a body that only requests have: they are sealed, and stay if they are not sent. */
export function conceal<Body>(
  body: Body,
  schema: object,
  { issue, before = null }: Pick<Equipped, "issue"> & { readonly before?: string | null },
): Keeping<Body> {
  const secrets: Record<string, string> = before === null ? {} : JSON.parse(issue.unseal(before));
  const document = changeWithin(keepSets(body, schema), schema, (part, shapes, path) => {
    if (typeof part !== "string" || !shapes.some(({ writeOnly }) => writeOnly)) return part;
    secrets[path] = part;
    return undefined;
  });
  const isNone = Object.keys(secrets).length === 0;
  return { document, sealedSecret: isNone ? null : issue.seal(JSON.stringify(secrets)) };
}

export const makeConnectionErrors = [
  ...connectionErrors,
  "CLUSTER_NOT_FOUND",
  "STREAM_CONNECTION_NAME_ALREADY_EXISTS",
] as const;

/** Refuses a cluster that is neither in the project nor, where the organization allows it, in another one of it. */
export async function checkCluster(
  changing: Changing<"CLUSTER_NOT_FOUND">,
  group: GroupInOrg,
  { clusterName: name, clusterGroupId }: SentConnection,
): Promise<void> {
  if (name === undefined) return;
  const { tx, fault } = changing;
  const groupId = clusterGroupId ?? group.id;
  const isNear = groupId === group.id || (await isWithin(tx, groupId, group));
  const found = isNear ? await clusters.find(changing, { id: groupId }, name) : undefined;
  if (found === undefined) throw fault("CLUSTER_NOT_FOUND", { name, groupId });
}

/** Refuses a private link that is not one of the project. */
async function checkLink(
  changing: Changing<"INVALID_ATTRIBUTE">,
  group: GroupInOrg,
  connection: SentConnection,
): Promise<void> {
  const { type, connectionId } = accessOf(connection) ?? {};
  if (type !== "PRIVATE_LINK") return;
  const found = connectionId && (await streamPrivateLinks.find(changing, group, connectionId));
  if (found) return;
  const at = connection.networking === undefined ? "publicPrivateNetworking" : "networking";
  throw refuseMember(changing.fault, `${at}.access.connectionId`, "It is no private link of the project.");
}

async function isWithin(tx: Changing["tx"], groupId: string, { orgId }: GroupInOrg): Promise<boolean> {
  const [other, settings] = await Promise.all([
    tx.groups.find(groupId),
    tx.documents.settingOfOrg(orgId, "settings"),
  ]);
  const { streamsCrossGroupEnabled = false }: { readonly streamsCrossGroupEnabled?: boolean } =
    settings ?? {};
  return streamsCrossGroupEnabled && other?.orgId === orgId;
}

export async function makeConnection(
  changing: Changing<(typeof makeConnectionErrors)[number]> & Equipped,
  group: GroupInOrg,
  workspace: Resource<Workspace>,
  { sent, schema }: { readonly sent: Parameters<typeof chooseConnection>[0]; readonly schema: object },
): Promise<Resource<Connection>> {
  const { fault, clusterSpeed } = changing;
  const chosen = chooseConnection(sent, fault);
  await checkCluster(changing, group, chosen);
  await checkLink(changing, group, chosen);
  const name = nameBelow(workspace, chosen.name);
  if ((await streamConnections.find(changing, group, name)) !== undefined) {
    throw fault("STREAM_CONNECTION_NAME_ALREADY_EXISTS", { name: chosen.name });
  }
  const connection = {
    region: workspace.document.dataProcessRegion.region,
    ...chosen,
    workspaceName: workspace.name,
    step: isPrivate(chosen) ? stepOf(clusterSpeed) : 0,
  };
  return streamConnections.add(changing, group, name, conceal<Connection>(connection, schema, changing));
}

export const makeWorkspaceErrors = ["INVALID_ATTRIBUTE", "STREAM_TENANT_NAME_ALREADY_EXISTS"] as const;

/** The connection to sample data of solar panels. */
const solar = { name: "sample_stream_solar", type: "Sample" } as const;

/** Makes a workspace, with a connection to sample data if that is asked for. */
export async function makeWorkspace(
  changing: Changing<(typeof makeWorkspaceErrors)[number]>,
  group: GroupInOrg,
  {
    name,
    sampleConnections,
    ...sent
  }: SentWorkspace & {
    readonly name: string;
    readonly sampleConnections?: { readonly solar?: boolean };
  },
): Promise<Resource<Workspace>> {
  const { fault } = changing;
  const document = chooseWorkspace(sent, fault);
  if ((await streamWorkspaces.find(changing, group, name)) !== undefined) {
    throw fault("STREAM_TENANT_NAME_ALREADY_EXISTS", { name });
  }
  const made = await streamWorkspaces.add(changing, group, name, { document });
  if (sampleConnections?.solar) {
    const { region } = document.dataProcessRegion;
    const sample = { ...solar, region, workspaceName: name, step: 0 };
    await streamConnections.insert(changing, group, nameBelow(made, solar.name), { document: sample });
  }
  return made;
}

/** Removes the failover connections of a connection that is deleted. */
export async function removeFailovers(
  changing: Changing,
  { id, groupId }: Resource<Connection>,
): Promise<void> {
  const all = await streamFailovers.all(changing, { id: groupId });
  const ofIt = all.filter(({ name }) => name.startsWith(nameBelow({ id }, "")));
  for (const each of ofIt) await streamFailovers.remove(changing, each);
}
