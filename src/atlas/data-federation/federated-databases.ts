// Finds federated databases, with the accounts and the private endpoints that answers name.

import type { DataLakeTenant } from "../../client/api.ts";
import type { Looking, Reading } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { sortAllMembers } from "../../core/domain/sorted-members.ts";
import { withMade } from "../../core/operations/keeping.ts";
import { atlasAWSAccountArn } from "../provider-access/common.ts";
import { providerAccesses } from "../provider-access/kept.ts";
import { checkRole, findRole, type roleErrors } from "../provider-access/roles.ts";
import type { ProviderAccess } from "../provider-access/rules/provider-access.ts";
import { federatedDatabases, networkEndpoints } from "./kept.ts";
import { type FederatedDatabase, hostOf } from "./rules/federated-database.ts";

type Found = Resource<FederatedDatabase>;

export interface DatabaseSeen {
  readonly database: Found;
  readonly accesses: readonly Resource<ProviderAccess>[];
  /** The ids of the private endpoints of its project. */
  readonly endpointIds: readonly string[];
}

/** Reads what answers name of the project of a database. */
export async function readAround(
  reading: Reading & { readonly group: GroupRef },
): Promise<Omit<DatabaseSeen, "database">> {
  const { group } = reading;
  const [accesses, endpoints] = await Promise.all([
    providerAccesses.all(reading, group),
    networkEndpoints.all(reading, group),
  ]);
  const endpointIds = endpoints.filter(({ endsAt }) => endsAt === null).map(({ name }) => name);
  return { accesses, endpointIds };
}

export const seen = async (
  reading: Parameters<typeof readAround>[0],
  database: Found,
): Promise<DatabaseSeen> => ({ database, ...(await readAround(reading)) });

export const findErrors = ["DATA_FEDERATION_TENANT_NOT_FOUND_FOR_NAME"] as const;

export async function findDatabase(
  looking: Looking<(typeof findErrors)[number]> & {
    readonly group: GroupRef;
    readonly params: { readonly tenantName: string };
  },
): Promise<Found> {
  const { group, fault } = looking;
  const { tenantName: name } = looking.params;
  const found = await federatedDatabases.find(looking, group, name);
  if (found === undefined) {
    throw fault("DATA_FEDERATION_TENANT_NOT_FOUND_FOR_NAME", { groupId: group.id, name });
  }
  return found;
}

const providers = [
  ["aws", "AWS"],
  ["azure", "AZURE"],
  ["gcp", "GCP"],
] as const;

/** Refuses access to accounts that is missing or to another provider, and unless the request says otherwise not authorized. */
export async function checkRoles(
  looking: Looking<(typeof roleErrors)[number]>,
  group: GroupRef,
  { roles }: FederatedDatabase,
  isAnyTaken: boolean,
): Promise<void> {
  for (const [member, provider] of providers) {
    const roleId = roles[member];
    if (roleId === undefined) continue;
    if (isAnyTaken) await findRole(looking, group, roleId, provider);
    else await checkRole(looking, group, roleId, provider);
  }
}

function showRole(roleId: string, access: ProviderAccess | undefined): object {
  if (access?.providerName === "AWS") {
    const { externalId, authorized } = access;
    const ofAtlas = withMade({ atlasAWSAccountArn, atlasAssumedRoleExternalId: externalId }, access);
    return {
      externalId: ofAtlas.atlasAssumedRoleExternalId,
      ...(authorized && { iamAssumedRoleARN: authorized.roleArn }),
      iamUserARN: ofAtlas.atlasAWSAccountArn,
      roleId,
    };
  }
  if (access?.providerName === "AZURE") {
    const { atlasAzureAppId: atlasAppId, servicePrincipalId, tenantId } = access;
    return { atlasAppId, roleId, servicePrincipalId, tenantId };
  }
  if (access === undefined) return { roleId };
  const { gcpServiceAccountForAtlas } = withMade(
    { gcpServiceAccountForAtlas: access.serviceAccount },
    access,
  );
  return { gcpServiceAccount: gcpServiceAccountForAtlas, roleId };
}

/** Shows a database. Its host at a private endpoint is named for the endpoint. */
export function showDatabase({ database, accesses, endpointIds }: DatabaseSeen): DataLakeTenant {
  const { groupId, name, document } = database;
  const { dataProcessRegion, roles, storage } = document;
  const documents = new Map(accesses.map((access) => [access.name, access.document]));
  const shownRoles = Object.entries(roles).map(([member, roleId]) => [
    member,
    showRole(roleId, documents.get(roleId)),
  ]);
  const host = document.made?.hostnames[0] ?? hostOf(database);
  return {
    ...(shownRoles.length > 0 && { cloudProviderConfig: Object.fromEntries(shownRoles) }),
    dataProcessRegion,
    groupId,
    hostnames: [host],
    name,
    privateEndpointHostnames: endpointIds.map((privateEndpoint) => ({
      hostname: `${privateEndpoint.replace(/.*\//, "")}-${host}`,
      privateEndpoint,
    })),
    state: "ACTIVE",
    storage: sortAllMembers(storage),
  } as DataLakeTenant;
}
