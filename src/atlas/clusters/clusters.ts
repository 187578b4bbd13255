// Creates and changes clusters of a project, within its limits and rules.

import type { Changing, Looking } from "../../core/changes/changing.ts";
import { endAll, limitIn, type Resource } from "../../core/changes/resources.ts";
import { type ErrorCode, wrongField } from "../../core/contract/errors.ts";
import { checkTags, type GroupRef } from "../../core/domain/group.ts";
import type { SentCluster } from "../../core/domain/sent.ts";
import { bind } from "../backups/backups.ts";
import { findPolicy } from "../backups/policy.ts";
import { withHistory } from "../backups/rules/snapshot.ts";
import { dropSnapshots } from "../backups/snapshots.ts";
import { requireKey } from "../encryption-at-rest/encrypting.ts";
import { regionalModes } from "../project-settings/kept.ts";
import { obeyPolicies, policyErrors } from "../resource-policies/obeying.ts";
import { outages } from "../simulations/kept.ts";
import { beginCluster, type Codes, changeErrors, changeTo, type Paced } from "./cluster-life.ts";
import { addContainers, missingContainers } from "./containers.ts";
import { clusterChanges, clusters } from "./kept.ts";
import { type AtlasCluster, type Cluster, endOf, type FlexCluster, isTenant } from "./rules/cluster.ts";
import { placesOf } from "./rules/cluster-containers.ts";
import { fromLegacy } from "./rules/cluster-legacy.ts";
import { pinOf } from "./rules/cluster-pin.ts";
import { asRunning, keepScaled } from "./rules/cluster-scaling.ts";
import {
  checkClusterName,
  checkFit,
  chooseSettings,
  chooseVersion,
  dedicatesConfig,
  nameErrors,
  pauseErrors,
  pauseOrResume,
  settingErrors,
  versionErrors,
} from "./rules/cluster-settings.ts";
import { chooseShards, shardErrors } from "./rules/cluster-shards.ts";
import { checkRegion } from "./rules/region.ts";
import type { Using } from "./uses.ts";

const pitDemanded = "CANNOT_DISABLE_PIT_WITH_BACKUP_COMPLIANCE_POLICY";
const additionErrors = [
  ...nameErrors,
  "DUPLICATE_CLUSTER_NAME",
  "MAX_CLUSTERS_PER_GROUP_EXCEEDED",
  ...policyErrors,
] as const;
export const makeErrors = [...shardErrors, ...versionErrors, "BAD_REQUEST"] as const;
export const makeClusterErrors = [
  ...additionErrors,
  ...makeErrors,
  ...settingErrors,
  "CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API",
  "CANNOT_CREATE_PAUSED_CLUSTER",
  pitDemanded,
  "ENCRYPTION_AT_REST_NOT_ENABLED",
] as const;
export const makeFlexErrors = [
  ...additionErrors,
  "BAD_REQUEST",
  "INVALID_ATTRIBUTE",
  "INVALID_CLUSTER_CONFIGURATION",
] as const;
const protectedErrors = ["CANNOT_DISABLE_CLOUD_BACKUP_WITH_BACKUP_COMPLIANCE_POLICY", pitDemanded] as const;
export const changeClusterErrors = [
  ...changeErrors,
  ...protectedErrors,
  ...shardErrors,
  ...versionErrors,
  "BAD_REQUEST",
  ...pauseErrors,
  ...settingErrors,
  "CANNOT_MODIFY_GLOBAL_CLUSTER_MANAGEMENT_SETTING",
  "CLUSTER_CANNOT_CHANGE_NAME",
  "CLUSTER_UPGRADE_INVALID",
  "ENCRYPTION_AT_REST_NOT_ENABLED",
  "SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET",
  "TENANT_CLUSTER_UPDATE_UNSUPPORTED",
] as const;
type Making = Changing<Codes<typeof makeClusterErrors>> & Paced;

/** The origin of a cluster from a seed: the cluster is ready at once, and may have its own database and an id of before. */
interface Origin {
  readonly isReady?: boolean;
  readonly sealedSecret?: string | null;
  readonly id?: string;
}

async function addCluster<Document extends Cluster>(
  changing: Changing<Codes<typeof additionErrors>> & Paced,
  group: GroupRef,
  sent: string | undefined,
  document: Document,
  { isReady = false, sealedSecret = null, id }: Origin,
): Promise<Resource<Document>> {
  const { fault } = changing;
  const name = checkClusterName(sent, fault);
  const [known, limit, count] = await Promise.all([
    clusters.find(changing, group, name),
    limitIn(changing, group, "atlas.project.deployment.clusters"),
    clusters.count(changing, group),
  ]);
  if (known !== undefined) {
    throw fault("DUPLICATE_CLUSTER_NAME", {
      kind: "cluster or serverless instance",
      name,
      groupId: group.id,
    });
  }
  if (count >= limit) throw fault("MAX_CLUSTERS_PER_GROUP_EXCEEDED", { limit, groupId: group.id });
  // Nothing is written until the policies have allowed it.
  const [ended, missing, expected] = await Promise.all([
    changing.tx.documents.endedIn(group.id, changing.now),
    missingContainers(changing, group, placesOf([document])),
    clusterChanges.find(changing, group, name),
    isReady ? undefined : obeyPolicies(changing, { groupId: group.id, document }),
  ]);
  await endAll(changing, ended);
  const change = isReady
    ? null
    : ({ state: "CREATING", until: endOf(document, "CREATING", changing) } as const);
  if (!isReady && document.kind === "CLUSTER" && Object.keys(document.processArgs).length > 0) {
    await changing.record("CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED", {
      groupId: group.id,
      details: { clusterName: name },
    });
  }
  const newId = () => id ?? changing.newId();
  const made = await clusters.insert({ ...changing, newId }, group, name, {
    document: { ...document, change },
    sealedSecret,
  });
  await addContainers(changing, group, missing);
  await beginCluster(changing, made, expected);
  return made as Resource<Document>;
}

/** Reports whether a request has one spec for each shard. */
const areSpecs = (specs: SentCluster["replicationSpecs"] = [], { length }: AtlasCluster["shards"]): boolean =>
  length > 1 && specs.every(({ numShards }) => numShards === undefined);

/** Makes the cluster of a request that creates or upgrades it. */
export function newCluster(
  { newId, fault }: Pick<Changing<Codes<typeof makeErrors>>, "newId" | "fault">,
  sent: SentCluster,
  versionBefore: string | null,
  settingsBefore?: Partial<AtlasCluster["settings"]>,
): AtlasCluster {
  const { clusterType = "REPLICASET", advancedConfiguration = {} } = sent;
  const majorVersion = chooseVersion(sent.mongoDBMajorVersion, versionBefore, fault);
  const shards = chooseShards(sent, { clusterType, before: [], newId, fault });
  const settings = chooseSettings(sent, fault, settingsBefore);
  return {
    kind: "CLUSTER",
    change: null,
    clusterType,
    majorVersion,
    shards,
    settings,
    isSharded: areSpecs(sent.replicationSpecs, shards),
    hasDedicatedConfig: dedicatesConfig({ settings, clusterType }),
    processArgs: { ...advancedConfiguration },
  };
}

type Choosing<Errors extends readonly ErrorCode[]> = Looking<Codes<Errors>> & Pick<Changing, "newId">;

/** Chooses the cluster that a request asks for; refuses one that cannot be. */
export async function chooseCluster(
  changing: Choosing<typeof makeClusterErrors>,
  group: GroupRef,
  body: SentCluster,
  origin: Origin = {},
): Promise<AtlasCluster> {
  const { fault } = changing;
  const name = checkClusterName(body.name, fault);
  const sent = fromLegacy(body, null);
  if (sent.paused === true && !origin.isReady) throw fault("CANNOT_CREATE_PAUSED_CLUSTER", { name });
  // An existing cluster may have a version that new clusters cannot choose.
  const there = (origin.isReady && sent.mongoDBMajorVersion) || null;
  const made = newCluster(changing, sent, there);
  const document = made.settings.paused ? { ...made, pausedAt: changing.now } : made;
  checkFit(document, fault);
  if (!origin.isReady) {
    await refuseReplicaSet(changing, group, document);
    await requireKey(changing, group, document.settings.encryptionAtRestProvider);
  }
  if (isFree(document)) await refuseSecondFree(changing, group);
  return document;
}

export async function makeCluster(
  changing: Making,
  group: GroupRef,
  body: SentCluster,
  origin: Origin = {},
): Promise<Resource<AtlasCluster>> {
  const document = await chooseCluster(changing, group, body, origin);
  const policy = origin.isReady || isTenant(document) ? undefined : await findPolicy(changing, group);
  if (policy?.document.pitEnabled && body.pitEnabled === false) throw changing.fault(pitDemanded, {});
  const made = await addCluster(changing, group, body.name, document, origin);
  return policy === undefined ? made : bind(changing, made, policy.document);
}

const isReplicaSet = (cluster: Cluster): boolean =>
  cluster.kind === "FLEX" || cluster.clusterType === "REPLICASET";

/** Refuses new replica sets in a project with regional private endpoints. */
async function refuseReplicaSet(
  changing: Looking<"INVALID_CLUSTER_CONFIGURATION">,
  group: GroupRef,
  cluster: Cluster,
): Promise<void> {
  if (!isReplicaSet(cluster) || !(await regionalModes.read(changing, group)).enabled) return;
  const description = "Private endpoints of this project are regional, which only sharded clusters can use.";
  throw changing.fault("INVALID_CLUSTER_CONFIGURATION", {}, wrongField("clusterType", description));
}

/** Sets whether private endpoints are regional; to turn it on, all clusters of the project must be sharded. */
export async function setRegionalMode(
  changing: Changing<"INVALID_CLUSTER_CONFIGURATION">,
  group: GroupRef,
  enabled: boolean,
) {
  const [there, before] = await Promise.all([
    clusters.all(changing, group),
    regionalModes.find(changing, group),
  ]);
  const first = there.find(({ document }) => isReplicaSet(document));
  if (enabled && first !== undefined) {
    const description = `The cluster ${first.name} is a replica set.`;
    throw changing.fault("INVALID_CLUSTER_CONFIGURATION", {}, wrongField("enabled", description));
  }
  return regionalModes.replace(changing, before, { enabled });
}

const isFree = (cluster: Cluster): boolean =>
  cluster.kind === "CLUSTER" && cluster.shards[0]?.regionConfigs[0]?.electableSpecs.instanceSize === "M0";

async function refuseSecondFree(
  changing: Looking<"CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API">,
  group: GroupRef,
): Promise<void> {
  if (!(await clusters.all(changing, group)).some(({ document }) => isFree(document))) return;
  const reason = "This project already has another free cluster";
  throw changing.fault("CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API", { reason });
}

interface SentFlex {
  readonly name?: string;
  readonly providerSettings: { readonly backingProviderName: string; readonly regionName: string };
  readonly tags?: FlexCluster["tags"];
  readonly terminationProtectionEnabled?: boolean;
}

export async function makeFlexCluster(
  changing: Changing<Codes<typeof makeFlexErrors>> & Paced,
  group: GroupRef,
  { name, providerSettings, tags = [], terminationProtectionEnabled = false }: SentFlex,
  origin: Origin = {},
): Promise<Resource<FlexCluster>> {
  const { backingProviderName, regionName } = providerSettings;
  checkRegion(backingProviderName, regionName, "providerSettings.regionName", changing.fault);
  checkTags(tags, changing.fault);
  const settings = { backingProviderName, regionName, tags, terminationProtectionEnabled };
  const document: FlexCluster = { kind: "FLEX", change: null, ...settings };
  if (!origin.isReady) await refuseReplicaSet(changing, group, document);
  return addCluster(changing, group, name, document, origin);
}

const managesShards = ({ settings }: AtlasCluster) => settings.globalClusterSelfManagedSharding;

/** Changes a cluster as a request asks. Sizes that auto-scaling controls are only changed where it is off. */
export async function changeCluster(
  changing: Changing<Codes<typeof changeClusterErrors>> & Paced & Using,
  before: Resource<AtlasCluster>,
  body: SentCluster,
  leavesSizes = false,
): Promise<Resource<AtlasCluster>> {
  const after = chooseChange(changing, before, body, leavesSizes);
  const [was, is] = [before.document.settings, after.settings];
  await refuseAgainstPolicy(changing, before, after);
  const { encryptionAtRestProvider } = is;
  if (encryptionAtRestProvider !== was.encryptionAtRestProvider) {
    await requireKey(changing, { id: before.groupId }, encryptionAtRestProvider);
  }
  if (is.paused && !was.paused) await cancelOutage(changing, before);
  if (was.backupEnabled && !is.backupEnabled) await dropSnapshots(changing, before);
  return changeTo(changing, before, withHistory(before, after, changing.now));
}

/** Ends a simulated outage at once. */
async function cancelOutage(changing: Changing, { groupId, name }: Resource<AtlasCluster>): Promise<void> {
  const outage = await outages.find(changing, { id: groupId }, name);
  if (outage === undefined) return;
  outages.drop(changing, outage);
  const type = "CLUSTER_REGIONAL_OUTAGE_SIMULATION_CANCELLED_CLUSTER_PAUSE";
  await changing.record(type, { groupId, details: { clusterName: name } });
}

/** Chooses what a request makes of a cluster; refuses a change that cannot be. */
export function chooseChange(
  changing: Omit<Choosing<typeof changeClusterErrors>, "tx">,
  before: Resource<AtlasCluster>,
  body: SentCluster,
  leavesSizes = false,
): AtlasCluster {
  const { newId, now, fault } = changing;
  const { document, name } = before;
  if (before.endsAt === null && isTenant(document)) throw fault("TENANT_CLUSTER_UPDATE_UNSUPPORTED", {});
  if (body.name !== undefined && body.name !== name) throw fault("CLUSTER_CANNOT_CHANGE_NAME", {});
  const running = asRunning(document);
  const sent = fromLegacy(body, running);
  const { clusterType = document.clusterType, advancedConfiguration, replicationSpecs } = sent;
  if (clusterType === "REPLICASET" && document.clusterType !== "REPLICASET") {
    throw fault("SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET", {});
  }
  const majorVersion = chooseVersion(sent.mongoDBMajorVersion, document.majorVersion, fault);
  const isBack = majorVersion === pinOf(document, now)?.version;
  if (Number(majorVersion) < Number(document.majorVersion) && !isBack) {
    throw fault("CLUSTER_UPGRADE_INVALID", {});
  }
  const isResized = replicationSpecs !== undefined || sent.diskSizeGB !== undefined;
  const specs = replicationSpecs ?? specsOf(running, sent.diskSizeGB);
  const asked = isResized
    ? chooseShards(
        { ...sent, replicationSpecs: specs },
        { clusterType, before: document.shards, newId, fault },
      )
    : document.shards;
  const keeps = leavesSizes && isResized && asked.length === 1;
  const shards = keeps ? keepScaled(asked, document.shards) : asked;
  const settings = chooseSettings(sent, fault, document.settings);
  const isSharded = replicationSpecs === undefined ? document.isSharded : areSpecs(replicationSpecs, shards);
  const processArgs = { ...document.processArgs, ...advancedConfiguration };
  const hasDedicatedConfig = dedicatesConfig({ settings, clusterType }, document);
  const after = {
    ...document,
    clusterType,
    majorVersion,
    settings,
    shards,
    isSharded,
    hasDedicatedConfig,
    processArgs,
  };
  checkFit(after, fault);
  if (document.clusterType === "GEOSHARDED" && managesShards(after) !== managesShards(document)) {
    throw fault("CANNOT_MODIFY_GLOBAL_CLUSTER_MANAGEMENT_SETTING", {});
  }
  return pauseOrResume(document, after, { name, now, fault });
}

/** Refuses to turn off backups that the compliance policy of the project demands. */
async function refuseAgainstPolicy(
  looking: Looking<Codes<typeof protectedErrors>>,
  { groupId, document }: Resource<AtlasCluster>,
  { settings }: AtlasCluster,
): Promise<void> {
  const { backupEnabled, pitEnabled } = document.settings;
  const [isBackupOff, isPitOff] = [
    backupEnabled && !settings.backupEnabled,
    pitEnabled && !settings.pitEnabled,
  ];
  if (!isBackupOff && !isPitOff) return;
  const policy = await findPolicy(looking, { id: groupId });
  if (policy === undefined) return;
  if (isBackupOff) throw looking.fault("CANNOT_DISABLE_CLOUD_BACKUP_WITH_BACKUP_COMPLIANCE_POLICY", {});
  if (policy.document.pitEnabled) {
    throw looking.fault(pitDemanded, {});
  }
}

/** Returns the shards as a request would have them, with another disk size. */
function specsOf({ shards }: AtlasCluster, diskSizeGB: number | undefined) {
  return shards.map(({ zoneName, regionConfigs }) => ({
    zoneName,
    regionConfigs: regionConfigs.map((region) => ({
      ...region,
      analyticsSpecs: { ...region.analyticsSpecs, diskSizeGB },
      electableSpecs: { ...region.electableSpecs, diskSizeGB },
      readOnlySpecs: { ...region.readOnlySpecs, diskSizeGB },
    })),
  })) as NonNullable<SentCluster["replicationSpecs"]>;
}
