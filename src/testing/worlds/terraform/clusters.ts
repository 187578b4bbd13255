// Clusters of a Terraform state, with what several resources say of one.
import { formOf } from "../form.ts";
import { type Attributes, converted, fill, listOf, onlyOf, tagsOf } from "./fill.ts";
import { creationOf, type GatheredWorld, given, itemBy, type Part, type Rows, standInId } from "./gather.ts";

const clusterIn = (world: GatheredWorld, { project_id, name, cluster_name = name }: Attributes): Part =>
  itemBy(world.group(project_id), "clusters", "name", cluster_name);

const formIn = (...path: readonly string[]) => formOf(["SeedGroup", "clusters", ...path]);
/** Returns the form of a list, of which `formOf` returns that of its items. */
const listIn = (...path: readonly string[]) => ({ items: formIn(...path) });

/** Returns the ids of shards and zones, which older resources do not all have. */
const shardsOf = ({ cluster_id, replication_specs }: Attributes) =>
  (listOf(replication_specs) as Attributes[]).map(({ external_id, zone_id, earlier_id }, index) =>
    given({
      id: external_id ?? standInId(`shard ${cluster_id} ${index}`),
      zoneId: zone_id ?? standInId(`zone ${cluster_id} ${index}`),
      earlierId: earlier_id,
    }),
  );

function addCluster(world: GatheredWorld, cluster: Attributes, type: string): Part {
  const shards = shardsOf(cluster);
  const processArgs = fill(formIn("processArgs"), onlyOf(cluster.advanced_configuration), type);
  const { cluster_id: id, create_date: createdAt } = cluster;
  return Object.assign(clusterIn(world, cluster), fill(formIn(), cluster, type), given({ id, createdAt }), {
    ...(Object.keys(processArgs).length > 0 && { processArgs }),
    ...(shards.length > 0 && { shards }),
  });
}

/** Returns the shards of the older resource as the newer one has them: a specification for each, with the size in each region. */
function specsOf(old: Attributes): Attributes[] {
  const hardware = {
    instance_size: old.provider_instance_size_name,
    disk_size_gb: old.disk_size_gb,
    disk_iops: old.provider_disk_iops,
    ebs_volume_type: old.provider_volume_type,
  };
  const nodes = (count: unknown) => (Number(count) > 0 ? { ...hardware, node_count: count } : null);
  const auto_scaling = {
    compute_enabled: old.auto_scaling_compute_enabled,
    compute_scale_down_enabled: old.auto_scaling_compute_scale_down_enabled,
    compute_min_instance_size: old.provider_auto_scaling_compute_min_instance_size,
    compute_max_instance_size: old.provider_auto_scaling_compute_max_instance_size,
    disk_gb_enabled: old.auto_scaling_disk_gb_enabled,
  };
  const { provider_name, backing_provider_name } = old;
  return (listOf(old.replication_specs) as Attributes[]).flatMap(
    ({ id, zone_name, num_shards, regions_config }) => {
      const region_configs = (listOf(regions_config) as Attributes[]).map(
        ({ electable_nodes, analytics_nodes, read_only_nodes, ...region }) => ({
          ...region,
          provider_name,
          backing_provider_name,
          auto_scaling,
          electable_specs: nodes(electable_nodes),
          analytics_specs: nodes(analytics_nodes),
          read_only_specs: nodes(read_only_nodes),
        }),
      );
      return Array.from({ length: Math.max(1, Number(num_shards)) }, () => ({
        zone_name,
        region_configs,
        earlier_id: id,
      }));
    },
  );
}

const scheduleType = "cloud_backup_schedule";

/** Returns the schedule that the older resource shows of its cluster. */
function scheduleOf({ snapshot_backup_policy }: Attributes): Part {
  const schedule = onlyOf(snapshot_backup_policy);
  const { id: policyId, policy_item: items } = onlyOf(schedule.policies);
  if (policyId === undefined) return {};
  const policyItems = converted(items, listIn("backupSchedule", "policyItems"), scheduleType);
  return {
    backupSchedule: { ...fill(formIn("backupSchedule"), schedule, scheduleType), policyId, policyItems },
  };
}

export const clusters: Rows = {
  advanced_cluster: addCluster,
  cluster(world, old) {
    const { cloud_backup: backup_enabled, mongo_uri_updated: create_date } = old;
    const newer = { ...old, backup_enabled, create_date, replication_specs: specsOf(old) };
    Object.assign(addCluster(world, newer, "advanced_cluster"), scheduleOf(old));
  },
  flex_cluster(world, flex) {
    const { backing_provider_name: backingProviderName, region_name: regionName } = onlyOf(
      flex.provider_settings,
    );
    const { termination_protection_enabled: terminationProtectionEnabled, id } = flex;
    const own = { id, providerName: "FLEX", backingProviderName, regionName, terminationProtectionEnabled };
    const createdAt = creationOf(flex);
    Object.assign(clusterIn(world, flex), tagsOf(flex.tags), given({ ...own, createdAt }));
  },
  search_deployment(world, deployment, type) {
    const searchNodes = converted(deployment.specs, listIn("searchNodes"), type);
    Object.assign(clusterIn(world, deployment), { searchNodes, searchDeploymentId: deployment.id });
  },
  cloud_backup_schedule(world, schedule, type) {
    const backupSchedule = {
      ...fill(formIn("backupSchedule"), schedule, type),
      policyId: schedule.id_policy,
    };
    Object.assign(clusterIn(world, schedule), { backupSchedule });
  },
  mongodb_employee_access_grant(world, grant, type) {
    clusterIn(world, grant).employeeAccess = fill(formIn("employeeAccess"), grant, type);
  },
  global_cluster_config(world, config, type) {
    clusterIn(world, config).globalWrites = fill(formIn("globalWrites"), config, type);
  },
};
