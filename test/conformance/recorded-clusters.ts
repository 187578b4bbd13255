// Brings clusters into the state that a recorded answer shows: not all steps before it were kept.
import type { Reply } from "../support/world.ts";
import { flexMadeAt } from "./recorded-backups.ts";
import type { Recording } from "./recordings.ts";

// biome-ignore lint/suspicious/noExplicitAny: the body of any operation, as it was recorded
type Body = any;
type Ask = (method: string, path: string, accept: string, body?: object) => Promise<Reply>;

interface World {
  readonly clock: { set(setting: { now: string }): unknown };
  readonly clusters: { settle(groupId: string, name: string): Promise<void> };
}

const older = "application/vnd.atlas.2023-02-01+json";
const newer = "application/vnd.atlas.2024-11-13+json";
const flexOf = ({ name, providerSettings, tags = [], terminationProtectionEnabled = false }: Body) => ({
  name,
  tags,
  terminationProtectionEnabled,
  providerSettings: {
    backingProviderName: providerSettings.backingProviderName,
    regionName: providerSettings.regionName,
  },
});
const smallest = {
  clusterType: "REPLICASET",
  replicationSpecs: [
    {
      regionConfigs: [
        { providerName: "AWS", regionName: "US_EAST_1", electableSpecs: { instanceSize: "M10" } },
      ],
    },
  ],
};
const smallestFlex = { providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } };

/** The functions that rebuild the body that was sent, as far as an answer tells. */
export const sentClusters: Readonly<Record<string, (body: Body, path: string) => object>> = {
  createGroupCluster: (body) =>
    body.errorCode === undefined ? body : { ...smallest, name: "old", mongoDBMajorVersion: "6.0" },
  createGroupClusterIndexRollingIndex: () => ({
    db: "sample_airbnb",
    collection: "accounts",
    keys: [{ property_type: "1" }],
  }),
  createGroupFlexCluster: (body) =>
    flexOf(body.errorCode === undefined ? body : { ...smallestFlex, name: body.parameters[1] }),
  updateGroupCluster: ({ paused, mongoDBMajorVersion, diskSizeGB, tags, ...body }) => ({
    paused,
    tags,
    mongoDBMajorVersion,
    diskSizeGB,
    terminationProtectionEnabled: false,
    ...(body.effectiveReplicationSpecs && { replicationSpecs: body.replicationSpecs }),
  }),
  updateGroupClusterProcessArgs: (body) => body,
};

const otherStates: Readonly<Record<string, string>> = {
  CLUSTER_ALREADY_REQUESTED_DELETION: "DELETING",
  ATLAS_GENERAL_ERROR: "DELETING",
};

/** Returns the state that an operation needs its cluster in: settled, but for reads, which show a state. */
function wantedOf(operationId: string, { body }: Recording): string {
  if (operationId.startsWith("get") && body?.stateName !== undefined) return body.stateName;
  return otherStates[body?.errorCode] ?? "IDLE";
}

export async function prepareCluster(
  world: World,
  operationId: string,
  recording: Recording,
  ask: Ask,
): Promise<void> {
  const { path, body, status, headers } = recording;
  if (operationId === "createGroupFlexCluster" && status === 400) {
    await ask("POST", path, newer, flexOf({ ...smallestFlex, name: body?.parameters[1] }));
    return;
  }
  if (/^list(GroupFlex|Group)Clusters$/.test(operationId)) {
    for (const each of body.results) {
      await prepareCluster(
        world,
        "getGroupCluster",
        { ...recording, path: `${path}/${each.name}`, body: each },
        ask,
      );
    }
    return;
  }
  const [, one = "", groupId = "", kind = "", name = ""] =
    /^(.*\/groups\/(\w+)\/(clusters|flexClusters)\/([^/]+))/.exec(path) ?? [];
  if (name === "" || name === "provider") return;
  if (status === 404) {
    if (body?.errorCode === "CLUSTER_NOT_FOUND") {
      await world.clusters.settle(groupId, name).catch(() => undefined);
    }
    return;
  }
  const isFlex = kind === "flexClusters" || body?.errorCode === "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API";
  const at = isFlex ? one.replace("/clusters/", "/flexClusters/") : one;
  const version = isFlex ? newer : older;
  const setClock = () => {
    if (headers.date !== undefined) world.clock.set({ now: new Date(headers.date).toISOString() });
  };
  setClock();
  const stateOf = async () => (await ask("GET", at, version)).json?.stateName;
  if ((await stateOf()) === undefined) {
    const isWhole = body?.name === name;
    const begun = isFlex ? flexOf(isWhole ? body : smallestFlex) : isWhole ? body : smallest;
    if (body?.createDate) world.clock.set({ now: body.createDate });
    else if (isFlex && /\/backup\//.test(path)) world.clock.set({ now: flexMadeAt });
    const isProtected = /TERMINATION_PROTECTION/.test(body?.errorCode ?? "");
    const made = await ask("POST", at.replace(/\/[^/]+$/, ""), isFlex ? newer : acceptOf(recording), {
      ...begun,
      name,
      paused: undefined,
      ...(isProtected && { terminationProtectionEnabled: true }),
    });
    if (made.status >= 400) return;
  } else if (/TERMINATION_PROTECTION/.test(body?.errorCode ?? "")) {
    await ask("PATCH", at, version, { terminationProtectionEnabled: true });
  }
  await upgradeIfShown(one, recording, ask);
  const wanted = wantedOf(operationId, recording);
  setClock();
  if ((await stateOf()) === wanted) return;
  if (wanted !== "CREATING") await world.clusters.settle(groupId, name);
  if (wanted === "UPDATING") await ask("PATCH", at, version, {});
  if (wanted === "DELETING") {
    await ask("PATCH", at, version, { terminationProtectionEnabled: false });
    await ask("DELETE", at, version);
  }
}

/** The upgrade of a free cluster was asked in version 1.0. */
async function upgradeIfShown(one: string, { path, body, method }: Recording, ask: Ask): Promise<void> {
  const regionOf = (cluster: Body) => cluster?.replicationSpecs?.[0]?.regionConfigs?.[0] ?? {};
  const { providerName, regionName, electableSpecs } = regionOf(body);
  if (method !== "GET" || path !== one || providerName === undefined || providerName === "TENANT") return;
  const there = await ask("GET", one, newer);
  if (regionOf(there.json).providerName !== "TENANT") return;
  await ask("POST", one.replace(/[^/]+$/, "tenantUpgrade"), "application/vnd.atlas.2023-01-01+json", {
    name: body.name,
    diskSizeGB: electableSpecs?.diskSizeGB,
    providerSettings: { providerName, regionName, instanceSizeName: electableSpecs?.instanceSize },
  });
}

const acceptOf = ({ headers }: Recording) =>
  headers["content-type"]?.includes("2024") ? "application/vnd.atlas.2024-10-23+json" : older;
