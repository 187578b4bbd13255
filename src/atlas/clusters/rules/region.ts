// Checks the region of a provider that a request names.
import { type ProviderName, regions } from "../../../core/contract/cluster-hardware.ts";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";

export function checkRegion(
  provider: string,
  regionName: string,
  field: string,
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
): void {
  if (regions[provider as ProviderName]?.includes(regionName)) return;
  const description = `'${regionName}' is no region of ${provider}.`;
  throw fault("INVALID_ATTRIBUTE", { attribute: "regionName" }, wrongField(field, description));
}
