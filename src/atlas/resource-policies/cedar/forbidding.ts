// Finds the policies that forbid a cluster as it is or will be.
import type { PolicyQuestion } from "../rules/policy-facts.ts";
import { longestPolicy } from "../rules/resource-policy.ts";
import { isNestedTooDeeply } from "./nesting.ts";
import { type EntityType, type Namespace, namespaces } from "./schema.ts";

type Answer =
  | {
      readonly type: "success";
      readonly response: { readonly diagnostics: { readonly reason: readonly string[] } };
    }
  | { readonly type: "failure" };
export type AskCedar = (name: "isAuthorized", argument: unknown) => Promise<Answer>;

type Texts = Readonly<Record<string, string>>;

/** Returns the ids of the texts that forbid it. A text that Cedar cannot read forbids nothing: only a seed can contain one. */
export async function forbiddingIn(ask: AskCedar, question: PolicyQuestion): Promise<string[]> {
  const readable = question.policies.filter(
    ({ body }) => body.length <= longestPolicy && !isNestedTooDeeply(body),
  );
  const ids = new Set<string>();
  for (const namespace of namespaces) {
    const request = requestOf(namespace, question);
    const texts = Object.fromEntries(readable.map(({ id, body }) => [id, body]));
    for (const id of await forbidding(ask, request, texts)) ids.add(id);
  }
  return question.policies.map(({ id }) => id).filter((id) => ids.has(id));
}

async function forbidding(ask: AskCedar, request: object, texts: Texts): Promise<readonly string[]> {
  const answer = await ask("isAuthorized", { ...request, policies: { staticPolicies: texts } });
  if (answer.type === "success") return answer.response.diagnostics.reason;
  // A policy that cannot be read makes the whole call fail, so each is asked alone.
  const each = Object.entries(texts);
  if (each.length <= 1) return [];
  const found: string[] = [];
  for (const [id, text] of each) found.push(...(await forbidding(ask, request, { [id]: text })));
  return found;
}

function requestOf(namespace: Namespace, question: PolicyQuestion) {
  const uid = (type: EntityType, id: string) => ({ type: `${namespace.name}::${namespace.types[type]}`, id });
  const [resource, project] = [uid("cluster", question.clusterId), uid("project", question.groupId)];
  return {
    // Every policy applies to all principals.
    principal: uid("user", "any"),
    action: { type: `${namespace.name}::Action`, id: namespace.clusterAction },
    resource,
    context: contextOf((type, id) => ({ __entity: uid(type, id) }), question),
    entities: [
      { uid: resource, attrs: {}, parents: [project] },
      { uid: project, attrs: {}, parents: [uid("organization", question.orgId)] },
    ],
  };
}

function contextOf(entity: (type: EntityType, id: string) => object, question: PolicyQuestion) {
  const { cluster, project, groupId } = question;
  const { hasCustomerManagedKey, configServerManagementMode, ...plain } = cluster;
  const entities = (type: EntityType, ids: readonly string[]) => ids.map((id) => entity(type, id));
  return {
    cluster: {
      ...plain,
      cipherConfigMode: entity("cipherConfigMode", cluster.cipherConfigMode),
      cipherSuites: entities("cipherSuite", cluster.cipherSuites),
      cloudProviders: entities("cloudProvider", cluster.cloudProviders),
      clusterType: entity("clusterType", cluster.clusterType),
      ...(configServerManagementMode !== undefined && {
        configServerManagementMode: entity("configServerManagementMode", configServerManagementMode),
      }),
      encryptionAtRest: { customerManagedKey: { enabled: hasCustomerManagedKey } },
      minTLSVersion: entity("tlsVersion", cluster.minTLSVersion),
      project: entity("project", groupId),
      regions: entities("region", cluster.regions),
    },
    project: {
      clustersInProject: project.clustersInProject,
      databaseAuditing: { enabled: project.hasDatabaseAuditing },
      hasDefinedMaintenanceWindow: project.hasDefinedMaintenanceWindow,
      ipAccessList: project.ipAccessList.map((arg) => ({ __extn: { fn: "ip", arg } })),
      peeringConnections: project.peeringConnections,
      privateEndpoints: project.privateEndpoints,
      rerankEnabled: false,
    },
    search: {
      encryptionAtRest: { customerManagedKey: { enabled: false } },
      hasDedicatedNodes: false,
      hasIndexes: false,
      index: { isAutoEmbed: false },
    },
  };
}
