// The views of remote MCP configurations, and what their operations in organizations and in projects share.

import type { ReadingUnit } from "../../core/changes/changing.ts";
import { toClientId } from "../../core/contract/client-id.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import { isGroupRole } from "../../core/contract/roles.ts";
import { entryErrors } from "../../core/domain/access-entry.ts";
import { type ClientSecret, rolesInOrg } from "../../core/domain/credential.ts";
import type { PageRequest } from "../../core/domain/page.ts";
import { pageOf } from "../../core/operations/declare.ts";
import { showEntry } from "../service-accounts/common.ts";
import {
  configsIn,
  type Finding,
  findConfig,
  type ListedConfig,
  type Place,
  withEntries,
} from "./configs.ts";

const showWith = <Role>({ id, ingress, egress, entries }: ListedConfig, roles: Role[]) => ({
  clientId: toClientId(ingress.id),
  egressClientId: toClientId(egress.id),
  ipAccessList: entries.map(showEntry),
  mcpConfigId: id,
  mcpConfigName: ingress.name,
  roles,
});

export const showOrgConfig = (config: ListedConfig) => showWith(config, rolesInOrg(config.ingress.roles));

export const showGroupConfig = (config: ListedConfig) =>
  showWith(config, config.ingress.roles.map(({ role }) => role).filter(isGroupRole));

export const createErrors = [...entryErrors, "BAD_REQUEST", "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED"] as const;

export const updateErrors = [...entryErrors, "BAD_REQUEST", "RESOURCE_NOT_FOUND"] as const;

export const addSecretErrors = [
  "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
  "RESOURCE_NOT_FOUND",
  "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED",
] as const;

export const secretErrors = ["RESOURCE_NOT_FOUND", "SERVICE_ACCOUNT_SECRET_NOT_FOUND"] as const;

type Listing = ReadingUnit & { readonly query: PageRequest };

export async function pageOfConfigs(listing: Listing, place: Place) {
  const page = pageOf(await configsIn(listing, place), listing.query);
  const results = await Promise.all(page.results.map((config) => withEntries(listing, config)));
  return { ...page, results };
}

export const pageOfSecrets = async (listing: Listing & Finding, place: Place) =>
  pageOf((await findConfig(listing, place)).ingress.secrets, listing.query);

interface FindingSecret extends ReadingUnit {
  readonly params: Finding["params"] & { readonly secretId: string };
  readonly fault: FaultMaker<(typeof secretErrors)[number]>;
}

export async function findSecret(finding: FindingSecret, place: Place): Promise<ClientSecret> {
  const { ingress } = await findConfig(finding, place);
  const { secretId } = finding.params;
  const found = ingress.secrets.find(({ id }) => id === secretId);
  if (found !== undefined) return found;
  throw finding.fault("SERVICE_ACCOUNT_SECRET_NOT_FOUND", { clientId: toClientId(ingress.id), secretId });
}
