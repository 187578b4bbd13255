// Shows the access to accounts at cloud providers.

import { toTimestamp } from "../../core/operations/declare.ts";
import type { Seen } from "../../core/operations/keeping.ts";
import { gcpStatusAt, type ProviderAccess } from "./rules/provider-access.ts";

/** The account of Atlas's own development at AWS, as recorded. */
export const atlasAWSAccountArn = "arn:aws:iam::299602853325:root";

export function showAccess({ name, createdAt, document, now }: Seen<ProviderAccess>) {
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
