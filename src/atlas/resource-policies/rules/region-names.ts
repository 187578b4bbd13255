// The providers' own names of regions, which differ from Atlas's: policies use `aws:us-east-1`.
import type { ProviderName } from "../../../core/contract/cluster-hardware.ts";

/** The names of Azure, which has the direction before the place. */
const turned: Readonly<Record<string, string>> = {
  ASIA_EAST: "eastasia",
  ASIA_SOUTH_EAST: "southeastasia",
  EUROPE_NORTH: "northeurope",
  EUROPE_WEST: "westeurope",
  INDIA_CENTRAL: "centralindia",
  INDIA_SOUTH: "southindia",
  INDIA_WEST: "westindia",
  US_CENTRAL: "centralus",
  US_EAST: "eastus",
  US_EAST_2: "eastus2",
  US_NORTH_CENTRAL: "northcentralus",
  US_SOUTH_CENTRAL: "southcentralus",
  US_WEST: "westus",
  US_WEST_2: "westus2",
  US_WEST_3: "westus3",
  US_WEST_CENTRAL: "westcentralus",
};

/** The names of Google Cloud, which has numbers where Atlas has words. */
const numbered: Readonly<Record<string, string>> = {
  CENTRAL_US: "us-central1",
  EASTERN_ASIA_PACIFIC: "asia-east1",
  EASTERN_US: "us-east1",
  NORTHEASTERN_ASIA_PACIFIC: "asia-northeast1",
  SOUTHEASTERN_ASIA_PACIFIC: "asia-southeast1",
  WESTERN_EUROPE: "europe-west1",
  WESTERN_US: "us-west1",
};

/** Matches names such as `NORTH_AMERICA_NORTHEAST_1`: continent, direction, number. */
const composed = /^(?<place>.+)_(?<direction>[A-Z]+)_(?<number>\d+)$/;

const googleName = (region: string): string => {
  // Assured Workloads lie in the region of the same name.
  const plain = region.replace(/_AW$/, "");
  const { place = "", direction = "", number = "" } = composed.exec(plain)?.groups ?? {};
  const short = place === "MIDDLE_EAST" ? "me" : place.replaceAll("_", "").toLowerCase();
  return numbered[plain] ?? `${short}-${direction.toLowerCase()}${number}`;
};

const names: Readonly<Record<ProviderName, (region: string) => string>> = {
  AWS: (region) => region.toLowerCase().replaceAll("_", "-"),
  AZURE: (region) => turned[region] ?? region.toLowerCase().replaceAll("_", ""),
  GCP: googleName,
};

/** Returns the provider's name of a region, such as `westeurope` for Azure's EUROPE_WEST. */
export const cloudRegion = (provider: ProviderName, region: string): string => names[provider](region);
