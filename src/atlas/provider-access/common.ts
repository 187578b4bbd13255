// The shared parts of operations on access to accounts at cloud providers: their paths, how one is found, and how it looks.

import type { Resource } from "../../core/changes/resources.ts";
import { type FaultMaker, type Instant, type Reads, toTimestamp } from "../../core/operations/declare.ts";
import { providerAccesses } from "./kept.ts";
import { gcpStatusAt, type ProviderAccess } from "./rules/provider-access.ts";

export async function findAccess(context: {
  readonly tx: Reads;
  readonly now: Instant;
  readonly group: { readonly id: string };
  readonly params: { readonly roleId: string };
  readonly fault: FaultMaker<"CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND">;
}) {
  const { params, group, fault } = context;
  const found = await providerAccesses.find(context, group, params.roleId);
  if (found === undefined) {
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", { roleId: params.roleId, groupId: group.id });
  }
  return found;
}

/** An access as it is at an instant. */
export interface SeenAccess {
  readonly access: Resource<ProviderAccess>;
  readonly now: Instant;
}

/** Recorded of AWS: the account of Atlas's own development. */
const atlasAWSAccountArn = "arn:aws:iam::299602853325:root";

export function showAccess({ access: { name, createdAt, document }, now }: SeenAccess) {
  const { providerName } = document;
  const createdDate = toTimestamp(createdAt);
  if (document.providerName === "AZURE") {
    const { atlasAzureAppId, servicePrincipalId, tenantId, updatedAt } = document;
    return {
      _id: name,
      atlasAzureAppId,
      createdDate,
      featureUsages: [],
      lastUpdatedDate: toTimestamp(updatedAt),
      providerName,
      servicePrincipalId,
      tenantId,
    };
  }
  if (document.providerName === "GCP") {
    const status = gcpStatusAt(createdAt, now);
    return {
      createdDate,
      featureUsages: [],
      ...(status === "COMPLETE" && { gcpServiceAccountForAtlas: document.serviceAccount }),
      providerName,
      roleId: name,
      status,
    };
  }
  const { externalId, authorized } = document;
  return {
    atlasAWSAccountArn,
    atlasAssumedRoleExternalId: externalId,
    authorizedDate: authorized === undefined ? null : toTimestamp(authorized.at),
    createdDate,
    featureUsages: [],
    iamAssumedRoleArn: authorized?.roleArn ?? null,
    providerName,
    roleId: name,
  };
}
