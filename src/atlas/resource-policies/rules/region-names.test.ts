// Tests of the names that clouds themselves give their regions.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type ProviderName, providerNames, regions } from "../../../core/contract/cluster-hardware.ts";
import { cloudRegion } from "./region-names.ts";

test("regions have the names of their clouds", () => {
  const named: readonly (readonly [ProviderName, string, string])[] = [
    ["AWS", "US_EAST_1", "us-east-1"],
    ["AWS", "US_GOV_WEST_1", "us-gov-west-1"],
    ["AZURE", "US_EAST_2", "eastus2"],
    ["AZURE", "EUROPE_WEST", "westeurope"],
    ["AZURE", "AUSTRALIA_SOUTH_EAST", "australiasoutheast"],
    ["AZURE", "US_GOV_VIRGINIA", "usgovvirginia"],
    ["GCP", "CENTRAL_US", "us-central1"],
    ["GCP", "US_EAST_4", "us-east4"],
    ["GCP", "US_EAST_4_AW", "us-east4"],
    ["GCP", "NORTH_AMERICA_NORTHEAST_1", "northamerica-northeast1"],
    ["GCP", "EUROPE_SOUTHWEST_1", "europe-southwest1"],
    ["GCP", "MIDDLE_EAST_CENTRAL_2", "me-central2"],
  ];
  for (const [provider, region, name] of named) equal(cloudRegion(provider, region), name);
});

test("no two regions of a cloud have one name, but for Assured Workloads", () => {
  const forms = { AWS: /^[a-z]+(-[a-z]+)+-\d$/, AZURE: /^[a-z]+\d?$/, GCP: /^[a-z]+-[a-z]+\d+$/ };
  for (const provider of providerNames) {
    const names = regions[provider]
      .filter((each) => !each.endsWith("_AW"))
      .map((each) => cloudRegion(provider, each));
    equal(new Set(names).size, names.length);
    deepEqual(
      names.filter((name) => !forms[provider].test(name)),
      [],
    );
  }
});
