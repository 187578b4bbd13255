// A federated database: what a request must have, its host names, and the limits of its queries. No data is queried.

import type { DataLakeTenantRequest } from "../../../client/api.ts";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import type { Sent } from "../../../core/domain/sent.ts";

export type SentDatabase = Sent<DataLakeTenantRequest>;
type SentStorage = NonNullable<SentDatabase["storage"]>;
type Region = NonNullable<SentDatabase["dataProcessRegion"]>;

export const limitNames = [
  "bytesProcessed.query",
  "bytesProcessed.daily",
  "bytesProcessed.weekly",
  "bytesProcessed.monthly",
] as const;
export type LimitName = (typeof limitNames)[number];

export interface QueryLimit {
  readonly value: number;
  readonly overrunPolicy?: "BLOCK" | "BLOCK_AND_KILL";
  readonly changedAt: Instant;
}

export interface FederatedDatabase {
  /** The ids of the access to accounts at cloud providers, by the members of answers. */
  readonly roles: { readonly aws?: string; readonly azure?: string; readonly gcp?: string };
  readonly dataProcessRegion: Region | null;
  readonly storage: { readonly stores: object[] | null; readonly databases: object[] | null };
  readonly limits: Readonly<Partial<Record<LimitName, QueryLimit>>>;
  /** The name of the host that this is a copy of. */
  readonly made?: { readonly hostnames: readonly string[] };
}

/** Returns a new database, whose queries in a month are limited as recorded. */
export const newDatabase = (now: Instant): FederatedDatabase => ({
  roles: {},
  dataProcessRegion: null,
  storage: { stores: null, databases: null },
  limits: {
    "bytesProcessed.monthly": { value: 109_951_162_777_600, overrunPolicy: "BLOCK", changedAt: now },
  },
});

export const databaseErrors = ["DATA_FEDERATION_STORAGE_CONFIG_INVALID", "INVALID_ATTRIBUTE"] as const;
type Refusing = FaultMaker<(typeof databaseErrors)[number]>;

const regions: Readonly<Record<Region["cloudProvider"], readonly string[]>> = {
  AWS: [
    "SYDNEY_AUS",
    "MUMBAI_IND",
    "FRANKFURT_DEU",
    "DUBLIN_IRL",
    "LONDON_GBR",
    "VIRGINIA_USA",
    "OREGON_USA",
    "SAOPAULO_BRA",
    "MONTREAL_CAN",
    "TOKYO_JPN",
    "SEOUL_KOR",
    "SINGAPORE_SGP",
  ],
  AZURE: ["VIRGINIA_USA", "AMSTERDAM_NLD", "SAOPAULO_BRA"],
  GCP: ["IOWA_USA", "BELGIUM_EU"],
};

function checkRegion({ cloudProvider, region }: Region, fault: Refusing): void {
  const offered = regions[cloudProvider];
  if (offered.includes(region)) return;
  const why = wrongField("dataProcessRegion.region", `It must be one of ${offered.join(", ")}.`);
  throw fault("INVALID_ATTRIBUTE", { attribute: "region" }, why);
}

/** Refuses stores that share a name, and sources of data that name a missing one. */
function checkStorage({ stores, databases }: SentStorage, fault: Refusing): void {
  const invalid = (reason: string, field: string) =>
    fault("DATA_FEDERATION_STORAGE_CONFIG_INVALID", { reason }, wrongField(field, `${reason}.`));
  const names = (stores ?? []).flatMap(({ name }) => name ?? []);
  const doubled = names.find((each, index) => names.indexOf(each) < index);
  if (doubled !== undefined) throw invalid(`two stores are named ${doubled}`, "storage.stores");
  const sources = (databases ?? []).flatMap(({ name: database = "", collections = [] }) =>
    collections.flatMap(({ name: collection = "", dataSources = [] }) =>
      dataSources.map(({ storeName }) => ({ at: `${database}.${collection}`, storeName })),
    ),
  );
  const lost = sources.find(({ storeName }) => storeName !== undefined && !names.includes(storeName));
  if (lost !== undefined) {
    throw invalid(`${lost.at} has data of ${lost.storeName}, which is not a store`, "storage.databases");
  }
}

/** Returns a database with what a request sends; what it leaves out stays. */
export function chooseDatabase(
  before: FederatedDatabase,
  { cloudProviderConfig, dataProcessRegion, storage }: SentDatabase,
  fault: Refusing,
): FederatedDatabase {
  if (dataProcessRegion) checkRegion(dataProcessRegion, fault);
  if (storage) checkStorage(storage, fault);
  return {
    ...before,
    ...(cloudProviderConfig && { roles: rolesIn(cloudProviderConfig) }),
    ...(dataProcessRegion !== undefined && { dataProcessRegion }),
    ...(storage && { storage: { stores: storage.stores ?? null, databases: storage.databases ?? null } }),
  };
}

function rolesIn({ aws, azure, gcp }: NonNullable<SentDatabase["cloudProviderConfig"]>) {
  return {
    ...(aws && { aws: aws.roleId }),
    ...(azure && { azure: azure.roleId }),
    ...(gcp && { gcp: gcp.roleId }),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly document: FederatedDatabase;
}

/** Returns the host name: with the region, once one is set. There is no such host. */
export function hostOf({ id, name, document: { dataProcessRegion } }: Named): string {
  const region = dataProcessRegion?.region.toLowerCase().replaceAll("_", "-");
  return `${name}-${id.slice(-5)}.${region === undefined ? "" : `${region}.`}a.query.no-deployment.invalid`;
}

/** The bytes that a limit can be set to: a gibibyte to an exbibyte. */
const least = 2 ** 30;
const most = 2 ** 60;

export function checkLimit(value: number, fault: FaultMaker<"INVALID_ATTRIBUTE">): void {
  if (value >= least && value <= most) return;
  const why = wrongField("value", `The value must be ${least} to ${BigInt(most)}.`);
  throw fault("INVALID_ATTRIBUTE", { attribute: "value" }, why);
}

/** Returns the type of the event of a change. */
export function eventOfDatabase({ limits: before }: FederatedDatabase, { limits: after }: FederatedDatabase) {
  if (before === after) return "FEDERATED_DATABASE_UPDATED";
  const isCleared = Object.keys(after).length < Object.keys(before).length;
  return isCleared ? "DATA_FEDERATION_QUERY_LIMIT_DELETED" : "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED";
}
