// Projects, organizations and what several resources of a Terraform state say together, other than people and clusters.
import { formOf, isEmpty } from "../form.ts";
import { type Attributes, converted, fill, jsonIn, listOf, onlyOf, tagsOf, textsOf } from "./fill.ts";
import {
  type GatheredWorld,
  given,
  itemBy,
  itemsOf,
  type Part,
  type Row,
  type Rows,
  read,
} from "./gather.ts";
import { teamIn } from "./people.ts";

/** Projects and organizations, which say where everything else is. */
export const scopes: Rows = {
  organization(world, { org_id, name, ...rest }, type) {
    const settings = fill(formOf(["SeedOrg", "settings"]), rest, type);
    Object.assign(world.org(org_id), { name, settings });
  },
  project(world, project, type) {
    const { id, org_id, name, created: createdAt, teams, limits } = project;
    const [org, group] = [world.org(org_id), world.group(id, org_id)];
    const { is_slow_operation_thresholding_enabled: isManagedSlowMsEnabled } = project;
    const { with_default_alerts_settings: withDefaultAlertsSettings } = project;
    const settings = fill(formOf(["SeedGroup", "settings"]), project, type);
    Object.assign(group, given({ name, createdAt }), tagsOf(project.tags), {
      ...(withDefaultAlertsSettings === false && { withDefaultAlertsSettings }),
      settings: { ...settings, ...given({ isManagedSlowMsEnabled }) },
      limits: (listOf(limits) as Attributes[]).map(({ name, value }) => ({ name, value })),
    });
    for (const { team_id, role_names } of listOf(teams) as Attributes[]) {
      teamIn(org, team_id);
      itemBy(group, "teams", "teamId", team_id).roleNames = textsOf(role_names);
    }
  },
};

/** The members of the definition of a search index that are not in its mappings. */
const ofDefinition = {
  analyzer: "analyzer",
  analyzers: "analyzers",
  fields: "fields",
  num_partitions: "numPartitions",
  search_analyzer: "searchAnalyzer",
  stored_source: "storedSource",
};

function definitionOf({ mappings_dynamic: dynamic, mappings_fields: fields, ...index }: Attributes): Part {
  const own = Object.entries(ofDefinition).map(([name, member]) => [member, jsonIn(index[name])]);
  const synonyms = (listOf(index.synonyms) as Attributes[]).map(
    ({ source_collection: collection, ...synonym }) => ({
      ...synonym,
      source: { collection },
    }),
  );
  const typeSets = (listOf(index.type_sets) as Attributes[]).map(({ name, types }) => ({
    name,
    types: jsonIn(types),
  }));
  const mappings = given({ dynamic: jsonIn(dynamic), fields: jsonIn(fields) });
  const all = Object.entries({ ...Object.fromEntries(own), synonyms, typeSets, mappings });
  return Object.fromEntries(all.filter(([, value]) => !isEmpty(value) && value !== 0));
}

/** Adds what a resource says to the item of a list that it is of. */
const complete =
  (list: string, member: string, by: string, more: (attributes: Attributes) => Part = () => ({})): Row =>
  (world, attributes, type) => {
    const part = read(["SeedGroup", list], attributes, type);
    const item = itemBy(world.group(attributes.project_id), list, member, attributes[by]);
    Object.assign(item, part, more(attributes), { [member]: attributes[by] });
  };

export const parts: Rows = {
  search_index(world, index, type) {
    const part = read(["SeedGroup", "searchIndexes"], index, type);
    itemsOf(world.group(index.project_id), "searchIndexes").push({
      ...part,
      definition: definitionOf(index),
    });
  },
  third_party_integration(world, integration, type) {
    const part = read(["SeedGroup", "integrations"], integration, type);
    // A state has the switches of all types, and only Prometheus one that may be off.
    const isOwn = ([name, value]: [string, unknown]) =>
      value !== false || (name === "enabled" && integration.type === "PROMETHEUS");
    const own = Object.fromEntries(Object.entries(part).filter(isOwn));
    itemsOf(world.group(integration.project_id), "integrations").push(own);
  },
  privatelink_endpoint_service(world, endpoint, type) {
    const { project_id, private_link_id, endpoint_service_id: id, provider_name } = endpoint;
    const form = formOf(["SeedGroup", "privateEndpointServices", "endpoints"]);
    const { endpointGroupName: _, ...part } = fill(form, endpoint, type);
    // With port mapping one endpoint reaches all nodes.
    const only = { endpointName: id, ipAddress: endpoint.private_endpoint_ip_address };
    const ofGroup = { endpointGroupName: id, endpoints: part.endpoints ?? [only] };
    itemsOf(
      itemBy(world.group(project_id), "privateEndpointServices", "id", private_link_id),
      "endpoints",
    ).push({
      ...part,
      ...(provider_name === "GCP" ? ofGroup : { id }),
    });
  },
  cloud_provider_access_setup(world, { aws_config, gcp_config, ...role }, type) {
    const { service_account_for_atlas: gcpServiceAccountForAtlas } = onlyOf(gcp_config);
    const add = complete("cloudProviderAccess", "id", "role_id", () => given({ gcpServiceAccountForAtlas }));
    add(world, { ...role, ...onlyOf(aws_config) }, type);
  },
  cloud_provider_access_authorization: complete("cloudProviderAccess", "id", "role_id"),
  cloud_backup_snapshot_restore_job: complete(
    "backupRestoreJobs",
    "id",
    "snapshot_restore_job_id",
    ({ finished_at: createdAt }) => given({ createdAt }),
  ),
  federated_query_limit(world, { limit_name: name, ...limit }, type) {
    const database = itemBy(world.group(limit.project_id), "federatedDatabases", "name", limit.tenant_name);
    const part = fill(formOf(["SeedGroup", "federatedDatabases", "queryLimits"]), limit, type);
    itemsOf(database, "queryLimits").push({ ...part, name });
  },
  x509_authentication_database_user(world, { project_id, customer_x509_cas: cas, username, certificates }) {
    const group = world.group(project_id);
    if (!isEmpty(cas)) group.userSecurity = { ...(group.userSecurity as Part), customerX509: { cas } };
    if (isEmpty(username)) return;
    itemBy(group, "databaseUsers", "username", username).certificates = (
      listOf(certificates) as Attributes[]
    ).map(({ id: serial, created_at: createdAt, not_after: notAfter }) => ({ serial, createdAt, notAfter }));
  },
};

const workspaceIn = (
  world: GatheredWorld,
  { project_id, instance_name, workspace_name = instance_name }: Attributes,
): Part => itemBy(world.group(project_id), "streamWorkspaces", "name", workspace_name ?? instance_name);

const workspacePath = ["SeedGroup", "streamWorkspaces"];
const connectionPath = [...workspacePath, "connections"];

const addWorkspace: Row = (world, workspace) => {
  const { instance_name, workspace_name = instance_name } = workspace;
  const part = read(workspacePath, { ...workspace, workspace_name }, "stream_workspace");
  Object.assign(workspaceIn(world, workspace), part);
};

export const streams: Rows = {
  stream_instance: addWorkspace,
  stream_workspace: addWorkspace,
  stream_connection(world, connection, type) {
    const { connection_name, networking } = connection;
    const part = read(connectionPath, connection, type);
    if (connection.type !== "Kafka") {
      delete part.networking;
      const form = formOf([...connectionPath, "publicPrivateNetworking"]);
      Object.assign(part, given({ publicPrivateNetworking: converted(networking, form, type) }));
    }
    Object.assign(itemBy(workspaceIn(world, connection), "connections", "name", connection_name), part);
  },
  stream_connection_failover(world, failover) {
    const { connection_name, failover_connection_id: id } = failover;
    const connection = itemBy(workspaceIn(world, failover), "connections", "name", connection_name);
    const form = formOf([...connectionPath, "failoverConnections"]);
    const { name: _, ...part } = fill(form, failover, "stream_connection");
    itemsOf(connection, "failoverConnections").push({ ...part, id });
  },
  stream_processor(world, processor, type) {
    const part = read([...workspacePath, "processors"], processor, type);
    const isStarted = processor.state === "STARTED";
    itemsOf(workspaceIn(world, processor), "processors").push({ ...part, ...(isStarted && { isStarted }) });
  },
};

/** Returns the federation with an id, or that of an organization. */
function federationOf(world: GatheredWorld, { org_id, federation_settings_id: id }: Attributes): Part {
  const isIt = ({ federation }: Part) => (federation as Part | undefined)?.id === id;
  const org = [...world.orgs.values()].find(isIt) ?? (isEmpty(org_id) ? world.firstOrg() : world.org(org_id));
  org.federation ??= { id };
  return org.federation as Part;
}

export const federations: Rows = {
  federated_settings_org_config(world, config, type) {
    const federation = federationOf(world, config);
    const part = fill(formOf(["SeedOrg", "federation"]), config, type);
    Object.assign(federation, part, { id: config.federation_settings_id });
    for (const id of textsOf(part.dataAccessIdentityProviderIds)) {
      // One that is managed elsewhere; a resource of its own says more.
      const displayName = `provider ${id}`;
      const issuerUri = `https://${id}.invalid`;
      itemBy(federation, "identityProviders", "id", id, { displayName, issuerUri, idpType: "WORKLOAD" });
    }
  },
};

/** Parts of a federation, which are read when its settings are known. */
export const ofFederations: Rows = {
  federated_settings_identity_provider(world, provider, type) {
    const part = read(["SeedOrg", "federation", "identityProviders"], provider, type);
    Object.assign(itemBy(federationOf(world, provider), "identityProviders", "id", provider.idp_id), {
      ...part,
      id: provider.idp_id,
    });
  },
  federated_settings_org_role_mapping(world, { role_mapping_id: id, ...mapping }, type) {
    const part = fill(formOf(["SeedOrg", "federation", "roleMappings"]), mapping, type);
    const given: Part = { ...part, id, roles: [] };
    for (const { group_id: groupId, roles } of listOf(mapping.role_assignments) as Attributes[]) {
      const holder = isEmpty(groupId) ? given : itemBy(given, "groupRoleAssignments", "groupId", groupId);
      holder.roles = [...textsOf(holder.roles), ...textsOf(roles)];
    }
    itemsOf(federationOf(world, mapping), "roleMappings").push(given);
  },
};
