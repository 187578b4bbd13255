// Network containers that are asked for: their place, and the addresses that they may have.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { overlap, toCidr } from "../../../core/domain/access-entry.ts";
import type { Container, ContainerShown } from "../../clusters/rules/cluster-containers.ts";
import { checkRegion } from "../../clusters/rules/region.ts";

export interface SentContainer {
  readonly providerName?: Container["providerName"];
  readonly atlasCidrBlock?: string;
  readonly regionName?: string;
  readonly region?: string;
  readonly regions?: readonly string[];
}

/** Prefix lengths that a block may have; a container that is limited to regions of Google Cloud is a small one. */
const sizes = { AWS: [21, 24], AZURE: [21, 24], GCP: [8, 18], small: [21, 24] } as const;
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

export const blockErrors = [
  "ATLAS_INVALID_CIDR_BLOCK",
  "ATLAS_INVALID_CIDR_RANGE",
  "ATLAS_NON_CANONICAL_CIDR_BLOCK",
  "OVERLAPPING_ATLAS_CIDR_BLOCK",
] as const;

/** Refuses addresses that a container cannot have beside others of its project. */
export function checkBlock(
  { providerName, regions = [] }: Pick<Container, "providerName" | "regions">,
  block: string,
  others: readonly ContainerShown[],
  fault: FaultMaker<(typeof blockErrors)[number]>,
): void {
  const [least, most] = sizes[regions.length > 0 ? "small" : providerName];
  const wrong = (description: string) => wrongField("atlasCidrBlock", description);
  const [address = "", prefix = ""] = block.split("/");
  const bits = Number(prefix);
  if (toCidr(block) === undefined || address.includes(":") || !(bits >= least && bits <= most)) {
    const description = `It is no block of IPv4 of /${least} to /${most}.`;
    throw fault(
      "ATLAS_INVALID_CIDR_BLOCK",
      { block, sizes: `${least}-${most}`, providerName },
      wrong(description),
    );
  }
  const canonical = networkIn(block);
  if (block !== canonical) {
    throw fault(
      "ATLAS_NON_CANONICAL_CIDR_BLOCK",
      { block, canonical },
      wrong(`The network is ${canonical}.`),
    );
  }
  if (!privateRanges.some((range) => overlap(range, block))) {
    throw fault("ATLAS_INVALID_CIDR_RANGE", { block }, wrong("It is no private network."));
  }
  const other = others.find(
    (each) => each.providerName === providerName && overlap(each.atlasCidrBlock, block),
  );
  if (other !== undefined) {
    throw fault(
      "OVERLAPPING_ATLAS_CIDR_BLOCK",
      { block, other: other.atlasCidrBlock },
      wrong("It is taken."),
    );
  }
}

/** Returns a block of IPv4 with the first of its addresses. */
function networkIn(block: string): string {
  const [address = "", bits = ""] = block.split("/");
  const number = address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(number / size) * size;
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${bytes.join(".")}/${bits}`;
}

export const placeErrors = ["INVALID_ATTRIBUTE", "MISSING_ATTRIBUTE"] as const;

/** Returns where a container is asked to be: AWS is meant where no provider is named. */
export function choosePlace(
  { providerName = "AWS", regionName, region, regions }: SentContainer,
  fault: FaultMaker<(typeof placeErrors)[number]>,
): Pick<Container, "providerName" | "regionName" | "regions"> {
  if (providerName === "GCP") return { providerName, ...(regions && regions.length > 0 && { regions }) };
  const [field, name] = providerName === "AWS" ? ["regionName", regionName] : ["region", region];
  if (name === undefined) throw missing(field ?? "", fault);
  checkRegion(providerName, name, field ?? "", fault);
  return { providerName, regionName: name };
}
