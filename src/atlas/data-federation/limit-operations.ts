// Operations on the limits of the queries of a federated database. Nothing is queried, so that all of a limit is left.

import type { DataFederationTenantQueryLimit } from "../../client/api.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { toTimestamp } from "../../core/operations/declare.ts";
import { findErrors as databaseErrors, findDatabase } from "./federated-databases.ts";
import { federatedDatabases } from "./kept.ts";
import {
  checkLimit,
  type FederatedDatabase,
  type LimitName,
  limitNames,
  type QueryLimit,
} from "./rules/federated-database.ts";

interface LimitSeen {
  readonly database: Resource<FederatedDatabase>;
  readonly name: LimitName;
  readonly limit: QueryLimit;
}

const showLimit = ({ database, name, limit }: LimitSeen): DataFederationTenantQueryLimit => {
  const { changedAt, ...shown } = limit;
  const lastModifiedDate = toTimestamp(changedAt);
  return sortMembers({ currentUsage: 0, lastModifiedDate, name, tenantName: database.name, ...shown });
};

const findErrors = [...databaseErrors, "RESOURCE_NOT_FOUND"] as const;

async function findLimit(
  looking: Parameters<typeof findDatabase>[0] & {
    readonly params: { readonly limitName: LimitName };
    readonly fault: FaultMaker<(typeof findErrors)[number]>;
  },
): Promise<LimitSeen> {
  const { limitName: name } = looking.params;
  const database = await findDatabase(looking);
  const limit = database.document.limits[name];
  if (limit === undefined) throw looking.fault("RESOURCE_NOT_FOUND", { resource: name });
  return { database, name, limit };
}

export const listGroupDataFederationLimits = atlas("listGroupDataFederationLimits", {
  errors: [...databaseErrors],
}).handle(
  async (context) => {
    const database = await findDatabase(context);
    return limitNames.flatMap((name) => {
      const limit = database.document.limits[name];
      return limit === undefined ? [] : [{ database, name, limit }];
    });
  },
  (all) => all.map(showLimit),
);

export const getGroupDataFederationLimit = atlas("getGroupDataFederationLimit", {
  errors: [...findErrors],
}).handle(findLimit, showLimit);

export const setGroupDataFederationLimit = atlas("setGroupDataFederationLimit", {
  locks: "group",
  errors: [...databaseErrors, "INVALID_ATTRIBUTE"],
}).handle(async (context) => {
  const { params, body, now, fault } = context;
  const { limitName: name } = params;
  const { value, overrunPolicy } = body;
  const before = await findDatabase(context);
  checkLimit(value, fault);
  const limit = { value, ...(overrunPolicy && { overrunPolicy }), changedAt: now };
  const document = { ...before.document, limits: { ...before.document.limits, [name]: limit } };
  return { database: await federatedDatabases.replace(context, before, { document }), name, limit };
}, showLimit);

export const deleteGroupDataFederationLimit = atlas("deleteGroupDataFederationLimit", {
  locks: "group",
  errors: [...findErrors],
}).handle(async (context) => {
  const { database, name } = await findLimit(context);
  const { [name]: _, ...limits } = database.document.limits;
  await federatedDatabases.replace(context, database, { document: { ...database.document, limits } });
});
