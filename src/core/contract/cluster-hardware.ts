// The regions and sizes of clusters by provider, as Atlas names them.

export const providerNames = ["AWS", "AZURE", "GCP"] as const;
export type ProviderName = (typeof providerNames)[number];

/** The providers, and the one for shared machines. */
export const allProviderNames = [...providerNames, "TENANT"] as const;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The regions; the first of each provider is the default. */
export const regions: Readonly<Record<ProviderName, readonly string[]>> = {
  AWS: words(`
    US_EAST_1 US_EAST_2 US_WEST_1 US_WEST_2 CA_CENTRAL_1 EU_NORTH_1
    EU_WEST_1 EU_WEST_2 EU_WEST_3 EU_CENTRAL_1 EU_CENTRAL_2 SA_EAST_1 AP_EAST_1 AP_EAST_2
    AP_SOUTHEAST_2 AP_SOUTHEAST_3 AP_SOUTHEAST_4 AP_SOUTHEAST_5 AP_SOUTHEAST_6 AP_SOUTHEAST_7
    AP_NORTHEAST_1 AP_NORTHEAST_2 AP_NORTHEAST_3 AP_SOUTHEAST_1 AP_SOUTH_1 AP_SOUTH_2 ME_CENTRAL_1
    ME_SOUTH_1 AF_SOUTH_1 EU_SOUTH_1 EU_SOUTH_2 IL_CENTRAL_1 CA_WEST_1 MX_CENTRAL_1
    CN_NORTH_1 CN_NORTHWEST_1 US_GOV_WEST_1 US_GOV_EAST_1`),
  AZURE: words(`
    US_EAST_2 US_CENTRAL US_EAST US_NORTH_CENTRAL US_WEST US_SOUTH_CENTRAL EUROPE_NORTH EUROPE_WEST
    US_WEST_CENTRAL US_WEST_2 US_WEST_3 CANADA_EAST CANADA_CENTRAL BRAZIL_SOUTH BRAZIL_SOUTHEAST
    AUSTRALIA_CENTRAL AUSTRALIA_CENTRAL_2 AUSTRALIA_EAST AUSTRALIA_SOUTH_EAST GERMANY_WEST_CENTRAL
    GERMANY_NORTH SWEDEN_CENTRAL SWEDEN_SOUTH SWITZERLAND_NORTH SWITZERLAND_WEST UK_SOUTH UK_WEST
    NORWAY_EAST NORWAY_WEST INDIA_CENTRAL INDIA_SOUTH INDIA_WEST CHINA_EAST CHINA_NORTH ASIA_EAST
    JAPAN_EAST JAPAN_WEST ASIA_SOUTH_EAST KOREA_CENTRAL KOREA_SOUTH FRANCE_CENTRAL FRANCE_SOUTH
    SOUTH_AFRICA_NORTH SOUTH_AFRICA_WEST UAE_CENTRAL UAE_NORTH QATAR_CENTRAL POLAND_CENTRAL
    ISRAEL_CENTRAL ITALY_NORTH SPAIN_CENTRAL MEXICO_CENTRAL NEW_ZEALAND_NORTH US_GOV_VIRGINIA
    US_GOV_ARIZONA US_GOV_TEXAS`),
  GCP: words(`
    CENTRAL_US EASTERN_US EASTERN_US_AW US_EAST_4 US_EAST_4_AW US_EAST_5 US_EAST_5_AW US_WEST_2 US_WEST_2_AW
    US_WEST_3 US_WEST_3_AW US_WEST_4 US_WEST_4_AW US_SOUTH_1 US_SOUTH_1_AW CENTRAL_US_AW
    WESTERN_US WESTERN_US_AW NORTH_AMERICA_NORTHEAST_1 NORTH_AMERICA_NORTHEAST_2 NORTH_AMERICA_SOUTH_1
    SOUTH_AMERICA_EAST_1 SOUTH_AMERICA_WEST_1 WESTERN_EUROPE EUROPE_NORTH_1 EUROPE_WEST_2 EUROPE_WEST_3
    EUROPE_WEST_4 EUROPE_WEST_6 EUROPE_WEST_8 EUROPE_WEST_9 EUROPE_WEST_10 EUROPE_WEST_12
    EUROPE_SOUTHWEST_1 EUROPE_CENTRAL_2 MIDDLE_EAST_CENTRAL_1 MIDDLE_EAST_CENTRAL_2 MIDDLE_EAST_WEST_1
    AUSTRALIA_SOUTHEAST_1 AUSTRALIA_SOUTHEAST_2 AFRICA_SOUTH_1 EASTERN_ASIA_PACIFIC
    NORTHEASTERN_ASIA_PACIFIC SOUTHEASTERN_ASIA_PACIFIC ASIA_EAST_2 ASIA_NORTHEAST_2 ASIA_NORTHEAST_3
    ASIA_SOUTH_1 ASIA_SOUTH_2 ASIA_SOUTHEAST_2`),
};

export interface OfferedRegion {
  readonly default: boolean;
  readonly name: string;
}

/** Reports whether a region is in China, Atlas for Government or assured workloads, which ordinary projects are not offered. */
const isReserved = (name: string): boolean => /^(?:CN|CHINA|US_GOV)_|_AW$/.test(name);

/** The regions of AWS that are offered for clusters on shared machines. */
const tenantRegions: readonly string[] = ["US_EAST_1", "US_EAST_2"];
/** The regions of AWS that are offered first for clusters on their own machines. */
const awsDefaults: readonly string[] = ["US_EAST_1", "US_WEST_2"];

/**
 * Returns the regions that are offered for a size, in Atlas's order. Requests may use any other region of the provider as well.
 */
export function offeredRegions(provider: ProviderName, size: string): OfferedRegion[] {
  const offered = regions[provider].filter((name) => !isReserved(name));
  const isShared = tenantSizes.has(size);
  if (provider !== "AWS") {
    return offered.map((name, index) => ({ default: index === 0, name }));
  }
  return offered
    .filter((name) => !isShared || tenantRegions.includes(name))
    .map((name) => ({ default: isShared ? name === offered[0] : awsDefaults.includes(name), name }));
}

/** The sizes of clusters on their own machines. */
export const sizes: Readonly<Record<ProviderName, readonly string[]>> = {
  AWS: words(`
    M10 M20 M30 M40 M50 M60 M80 M100 M140 M200 M300 R40 R50 R60 R80 R200 R300 R400 R700 M40_NVME
    M50_NVME M60_NVME M80_NVME M200_NVME M400_NVME M30_GEN_2 M40_GEN_2 M50_GEN_2 M60_GEN_2 M80_GEN_2
    M140_GEN_2 M200_GEN_2 M300_GEN_2 R40_GEN_2 R50_GEN_2 R60_GEN_2 R80_GEN_2 R200_GEN_2 R300_GEN_2
    R400_GEN_2 R700_GEN_2 M40_NVME_GEN_2 M50_NVME_GEN_2 M60_NVME_GEN_2 M80_NVME_GEN_2 M200_NVME_GEN_2
    M400_NVME_GEN_2`),
  AZURE: words(`
    M10 M20 M30 M40 M50 M60 M80 M90 M200 R40 R50 R60 R80 R200 R300 R400 M60_NVME M80_NVME M200_NVME
    M300_NVME M400_NVME M600_NVME`),
  GCP: words(`
    M10 M20 M30 M40 M50 M60 M80 M140 M200 M250 M300 M400 R40 R50 R60 R80 R200 R300 R400 R600 M30_GEN_2
    M40_GEN_2 M50_GEN_2 M60_GEN_2 M80_GEN_2 M140_GEN_2 M200_GEN_2 R40_GEN_2 R50_GEN_2 R60_GEN_2
    R80_GEN_2 R200_GEN_2 R300_GEN_2 R400_GEN_2`),
};

/** The sizes of clusters on shared machines (provider TENANT), with their disks in GB. */
export const tenantSizes: ReadonlyMap<string, number> = new Map([
  ["M0", 0.5],
  ["M2", 2],
  ["M5", 5],
]);

const disks = new Map(
  Object.entries({
    M10: 10,
    M20: 20,
    M30: 40,
    M40: 80,
    R40: 80,
    M50: 160,
    R50: 160,
    M60: 320,
    R60: 320,
    M80: 750,
    R80: 750,
    M100: 1000,
    M140: 1000,
    M200: 1500,
    R200: 1500,
    M300: 2000,
    R300: 2000,
    R400: 3000,
    M400: 3000,
    R700: 4096,
    M40_NVME: 380,
  }),
);

/** Returns the disk size in GB of a size; later generations have that of the first. */
const diskOfSize = (size: string): number => disks.get(size) ?? disks.get(size.replace(/_.*/, "")) ?? 40;

/** The disks of Azure in GB, by the names in versions before 2023-02-01. */
export const azureDisks: ReadonlyMap<string, number> = new Map(
  Object.entries({
    P2: 8,
    P3: 16,
    P4: 32,
    P6: 64,
    P10: 128,
    P15: 256,
    P20: 512,
    P30: 1024,
    P40: 2048,
    P50: 4096,
  }),
);

const largestAzureDisk = ["P50", 4096] as const;
const azureDiskFor = (diskSizeGB: number) =>
  [...azureDisks].find(([, size]) => size >= diskSizeGB) ?? largestAzureDisk;

/** Returns the smallest disk of Azure that has at least a size. */
export const azureDiskOf = (diskSizeGB: number): string => azureDiskFor(diskSizeGB)[0];

interface PlacedSize {
  readonly providerName: string;
  readonly instanceSize: string;
}

const isInAzure = ({ providerName }: Pick<PlacedSize, "providerName">): boolean => providerName === "AZURE";
/** The smallest disks in GB, as recorded of M10 in Azure alone, and of M10 and M20 in Azure and AWS. */
const [leastInAzure, leastBesideAzure] = [32, 8];

/** Returns the default disk size in GB of a cluster with nodes of these sizes. */
export function defaultDisk(nodes: readonly PlacedSize[]): number {
  const largest = Math.max(0, ...nodes.map(({ instanceSize }) => diskOfSize(instanceSize)));
  if (!nodes.some(isInAzure)) return largest;
  const [, size] = azureDiskFor(largest);
  if (nodes.every(isInAzure)) return Math.max(leastInAzure, size);
  return largest <= diskOfSize("M20") ? leastBesideAzure : size;
}

/** Returns the smallest disk size in GB that a request for a cluster of these providers may have. */
export const leastDisk = (nodes: readonly Pick<PlacedSize, "providerName">[]): number =>
  nodes.some(isInAzure) ? leastBesideAzure : 10;

interface Volume {
  readonly diskIOPS?: number;
  readonly ebsVolumeType?: string;
}

/** Returns the default disk of a size. Google Cloud reports none. */
export function defaultVolume(provider: ProviderName, size: string): Volume {
  if (provider === "AZURE") return { diskIOPS: 3500 };
  if (provider === "GCP") return {};
  return size.includes("_NVME")
    ? { diskIOPS: 135_125, ebsVolumeType: "PROVISIONED" }
    : { diskIOPS: 3000, ebsVolumeType: "STANDARD" };
}

const isLater = (size: string): boolean => size.includes("_GEN_2");

/** Returns the fewest operations per second that a request may have for a disk of AWS. */
export function leastOperations(size: string, ebsVolumeType: string | undefined): number {
  if (ebsVolumeType === "STANDARD") return isLater(size) ? 3000 : 0;
  return 100;
}

/** Returns the initial throughput in MB per second, of disks of Azure and of standard ones of AWS in the second generation. */
export const throughputOf = (
  { providerName, instanceSize }: PlacedSize,
  ebsVolumeType: string | undefined,
): number | undefined =>
  providerName === "AZURE" || (isLater(instanceSize) && ebsVolumeType === "STANDARD") ? 125 : undefined;
