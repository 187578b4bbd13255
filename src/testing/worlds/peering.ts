// Network containers and peering connections of a project, as they are read and as they are compared.
import { containersOf } from "../../atlas/clusters/rules/cluster-containers.ts";
import { networkOf, regionAtAws } from "../../atlas/peering/rules/peer.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Reading } from "./kinds.ts";

type SeedContainer = NonNullable<SeedGroup["networkContainers"]>[number];
type SeedPeer = NonNullable<SeedGroup["networkPeers"]>[number];

const order = { order: ["id", "providerName", "containerId"] };
const fitted = (name: keyof SeedGroup, answer: object) => fit(formOf(["SeedGroup", name]), answer, order);

/** Returns the regions of containers at AWS by id, as AWS names them. */
async function regionsOf({ reader, client, params, prefix }: Reading): Promise<Map<string, string>> {
  const pairs = await reader.list(
    `${prefix}networkPeers.AWS`,
    (page) => client.listGroupContainers({ groupId: params.groupId ?? "", providerName: "AWS", ...page }),
    ({ id = "", regionName = "" }: { id?: string; regionName?: string }) =>
      [id, regionAtAws(regionName)] as const,
    `${prefix}networkPeers.AWS containers`,
  );
  return new Map(pairs);
}

/** Adds the region of the container to connections that are shown without one: their own is the same. */
async function withRegions(reading: Reading, peers: SeedPeer[]): Promise<SeedPeer[]> {
  if (peers.every(({ accepterRegionName }) => accepterRegionName !== undefined)) return peers;
  const regions = await regionsOf(reading);
  return peers.map((peer) => {
    const region = regions.get(peer.containerId);
    return region === undefined ? peer : { accepterRegionName: region, ...peer };
  });
}

/** Lists the connections of each provider. */
async function readPeers(reading: Reading): Promise<SeedPeer[]> {
  const { reader, client, params, prefix } = reading;
  const read: SeedPeer[] = [];
  for (const providerName of ["AWS", "AZURE", "GCP"] as const) {
    const found = await reader.list(
      `${prefix}networkPeers.${providerName}`,
      (page) => client.listGroupPeers({ groupId: params.groupId ?? "", providerName, ...page }),
      (peer) => fitted("networkPeers", peer) as SeedPeer,
    );
    read.push(...(providerName === "AWS" ? await withRegions(reading, found) : found));
  }
  return read;
}

/** Leaves out containers that clusters bring along by themselves, unless a connection names them. */
async function readContainers(reading: Reading): Promise<SeedContainer[]> {
  const { reader, client, params, prefix } = reading;
  const { groupId = "" } = params;
  const all = await reader.list(
    `${prefix}networkContainers`,
    (page) => client.listGroupContainerAll({ groupId, ...page }),
    ({ provisioned, ...each }) => {
      const { providerName = "AWS", regionName = "", region = regionName } = each as SeedContainer;
      const [own] = containersOf(groupId, [{ providerName, regionName: region }]);
      return {
        isBrought: provisioned && each.id === own?.id,
        kept: fitted("networkContainers", each) as SeedContainer,
      };
    },
  );
  const peered = all.some(({ isBrought }) => isBrought) ? await readPeers(reading) : [];
  return all.flatMap(({ isBrought, kept }) =>
    isBrought && !peered.some(({ containerId }) => containerId === kept.id) ? [] : [kept],
  );
}

export const peeringKinds = {
  networkContainers: {
    read: readContainers,
    key: ({ id = "" }) => id,
    name: ({ providerName = "AWS", regionName, region = regionName }) =>
      region === undefined ? providerName : `${providerName} ${region}`,
    ignored: ["id", "providerName", "regionName", "region"],
  },
  networkPeers: {
    read: readPeers,
    key: ({ id = "" }) => id,
    name: ({ providerName = "AWS", ...peer }) => networkOf({ ...peer, providerName }),
    part: ({ providerName = "AWS" }) => `networkPeers.${providerName}`,
    ignored: ["id", "containerId"],
  },
} satisfies GroupKinds;
