// The SKUs that line items of invoices may have: the sizes of clusters at each provider.

import {
  type ProviderName,
  providerNames,
  sizes,
  tenantSizes,
} from "../../../core/contract/cluster-hardware.ts";
import { skuOf } from "../../clusters/rules/cluster-use.ts";

export interface Sku {
  readonly id: string;
  readonly provider: ProviderName;
  readonly description: string;
}

const chargedTenants = [...tenantSizes.keys()].filter((size) => size !== "M0");

export const skus: readonly Sku[] = providerNames.flatMap((provider) =>
  [...chargedTenants, "FLEX", ...sizes[provider]].map((size) => ({
    id: skuOf(provider, size),
    provider,
    description: `${provider} instance ${size}`,
  })),
);

const byId = new Map(skus.map((sku) => [sku.id, sku]));

export const findSku = (id: string): Sku | undefined => byId.get(id);

/** Returns the provider of a SKU. */
export const providerOf = (id: string): ProviderName => findSku(id)?.provider ?? "AWS";
