// Cedar's schema of resource policies: the entities, actions and attributes that Atlas documents, in the current and the former
// namespace.

/** The names of entities and actions in one of the namespaces. */
export interface Namespace {
  readonly name: "ResourcePolicy" | "cloud";
  readonly types: Readonly<Record<EntityType, string>>;
  /** The action of a cluster change. */
  readonly clusterAction: string;
  readonly otherClusterActions: readonly string[];
  readonly projectActions: readonly string[];
}

const entityTypes = [
  "user",
  "organization",
  "project",
  "cluster",
  "cipherConfigMode",
  "cipherSuite",
  "cloudProvider",
  "clusterType",
  "configServerManagementMode",
  "geography",
  "region",
  "tlsVersion",
] as const;
export type EntityType = (typeof entityTypes)[number];

const named = (nameOf: (type: EntityType) => string) =>
  Object.fromEntries(entityTypes.map((type) => [type, nameOf(type)])) as Record<EntityType, string>;

const pascal = (type: EntityType): string =>
  type === "tlsVersion" ? "TLSVersion" : type.charAt(0).toUpperCase() + type.slice(1);

export const namespaces: readonly Namespace[] = [
  {
    name: "ResourcePolicy",
    types: named(pascal),
    clusterAction: "cluster.modify",
    otherClusterActions: ["search.deployment.modify", "search.index.modify"],
    projectActions: [
      "project.aiModelAPI.modify",
      "project.ipAccessList.modify",
      "project.maintenanceWindow.modify",
      "project.privateEndpoint.modify",
      "project.rerank.modify",
      "project.vpcPeering.modify",
    ],
  },
  // The namespace of the preview, which the official document and the provider's tests still use.
  {
    name: "cloud",
    types: named((type) => type),
    clusterAction: "cluster.createEdit",
    otherClusterActions: [],
    projectActions: ["project.edit"],
  },
];

const quoted = (names: readonly string[]): string => names.map((each) => JSON.stringify(each)).join(", ");

/** Makes the schema. All actions have the same attributes, because it is not fully published which actions lack some. */
function schemaOf({ name, types, clusterAction, otherClusterActions, projectActions }: Namespace): string {
  const values = [
    types.cipherConfigMode,
    types.cipherSuite,
    types.cloudProvider,
    types.clusterType,
    types.configServerManagementMode,
    types.geography,
    types.region,
    types.tlsVersion,
  ];
  return `
namespace ${name} {
  entity ${types.user};
  entity ${types.organization};
  entity ${types.project} in [${types.organization}];
  entity ${types.cluster} in [${types.project}];
  entity ${values.join(", ")};

  type CustomerManagedKey = { customerManagedKey: { enabled: Bool } };
  type ClusterContext = {
    cipherConfigMode: ${types.cipherConfigMode},
    cipherSuites: Set<${types.cipherSuite}>,
    cloudProviders: Set<${types.cloudProvider}>,
    clusterType: ${types.clusterType},
    configServerManagementMode?: ${types.configServerManagementMode},
    diskSizeGB?: Long,
    encryptionAtRest: CustomerManagedKey,
    isConvertingToSharded: Bool,
    maxGeneralClassInstanceSizeValue?: Long,
    maxShardCount: Long,
    minGeneralClassInstanceSizeValue?: Long,
    minShardCount: Long,
    minTLSVersion: ${types.tlsVersion},
    project: ${types.project},
    regions: Set<${types.region}>,
  };
  type ProjectContext = {
    clustersInProject: Long,
    databaseAuditing: { enabled: Bool },
    hasDefinedMaintenanceWindow: Bool,
    ipAccessList: Set<ipaddr>,
    peeringConnections: Set<String>,
    privateEndpoints: Set<String>,
    rerankEnabled: Bool,
  };
  type SearchContext = {
    encryptionAtRest: CustomerManagedKey,
    hasDedicatedNodes: Bool,
    hasIndexes: Bool,
    index: { isAutoEmbed: Bool },
  };
  type Context = {
    aiModelApi: { geography: ${types.geography} },
    cluster: ClusterContext,
    project: ProjectContext,
    search: SearchContext,
  };

  action ${quoted([clusterAction, ...otherClusterActions])}
    appliesTo { principal: ${types.user}, resource: ${types.cluster}, context: Context };
  action ${quoted(projectActions)}
    appliesTo { principal: ${types.user}, resource: ${types.project}, context: Context };
}
`;
}

export const schema = namespaces.map(schemaOf).join("");
