// Access to a customer's account at a cloud provider, and its progress.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { type Instant, second } from "../../../core/domain/instant.ts";

interface AwsAccess {
  readonly providerName: "AWS";
  readonly externalId: string;
  readonly authorized?: { readonly roleArn: string; readonly at: Instant };
}

interface AzureAccess {
  readonly providerName: "AZURE";
  readonly atlasAzureAppId: string;
  readonly servicePrincipalId: string;
  readonly tenantId: string;
  readonly updatedAt: Instant;
}

interface GcpAccess {
  readonly providerName: "GCP";
  readonly serviceAccount: string;
}

export type ProviderAccess = AwsAccess | AzureAccess | GcpAccess;

export const providerNames = ["AWS", "AZURE", "GCP"] as const;

export interface SentAccess {
  readonly providerName: (typeof providerNames)[number];
  readonly atlasAzureAppId?: string;
  readonly servicePrincipalId?: string;
  readonly tenantId?: string;
}

/** The time that it takes to create a service account of Google Cloud. */
const makingTime = 5 * second;

export const gcpStatusAt = (createdAt: Instant, now: Instant): "COMPLETE" | "IN_PROGRESS" =>
  now < createdAt + makingTime ? "IN_PROGRESS" : "COMPLETE";

export const beginErrors = ["INVALID_ATTRIBUTE", "MISSING_ATTRIBUTE"] as const;

export const azureMembers = ["atlasAzureAppId", "servicePrincipalId", "tenantId"] as const;

/** Formats hexadecimal digits as a UUID, without its version: no client checks it. */
export const toUuid = (hex: string): string =>
  hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function checkUuids(sent: SentAccess, fault: FaultMaker<"INVALID_ATTRIBUTE">): void {
  const wrong = azureMembers.find((name) => sent[name] !== undefined && !uuid.test(sent[name]));
  if (wrong !== undefined) {
    throw fault("INVALID_ATTRIBUTE", { attribute: wrong }, wrongField(wrong, "It is not a UUID."));
  }
}

interface Making {
  readonly id: string;
  readonly groupId: string;
  readonly now: Instant;
  readonly newId: () => string;
  readonly fault: FaultMaker<(typeof beginErrors)[number]>;
}

export function beginAccess(sent: SentAccess, { id, groupId, now, newId, fault }: Making): ProviderAccess {
  const { providerName, atlasAzureAppId, servicePrincipalId, tenantId } = sent;
  checkUuids(sent, fault);
  if (providerName === "AWS") return { providerName, externalId: toUuid(newId() + newId()) };
  if (providerName === "GCP") {
    return {
      providerName,
      serviceAccount: `mongodb-atlas-${id.slice(0, 16)}@p-${groupId}.iam.gserviceaccount.com`,
    };
  }
  if (atlasAzureAppId === undefined) throw missing("atlasAzureAppId", fault);
  if (servicePrincipalId === undefined) throw missing("servicePrincipalId", fault);
  if (tenantId === undefined) throw missing("tenantId", fault);
  return { providerName, atlasAzureAppId, servicePrincipalId, tenantId, updatedAt: now };
}

export const authorizationErrors = [
  "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH",
  "INVALID_ATTRIBUTE",
  "MISSING_ATTRIBUTE",
] as const;

const roleArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

/**
 * Authorizes the access. AWS: sets the role to assume. Azure: changes the principal; members that are not sent stay. Google
 * Cloud: nothing, since the account is authorized there.
 */
export function authorizeAccess(
  before: ProviderAccess,
  sent: SentAccess & { readonly iamAssumedRoleArn?: string },
  { now, fault }: { readonly now: Instant; readonly fault: FaultMaker<(typeof authorizationErrors)[number]> },
): ProviderAccess {
  const { providerName } = sent;
  if (before.providerName !== providerName) {
    const wrong = wrongField("providerName", `It is of ${before.providerName}.`);
    throw fault("CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", { providerName }, wrong);
  }
  checkUuids(sent, fault);
  if (before.providerName === "GCP") return before;
  if (before.providerName === "AZURE") {
    const changed = azureMembers.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]]));
    return { ...before, ...Object.fromEntries(changed), updatedAt: now };
  }
  const { iamAssumedRoleArn } = sent;
  if (iamAssumedRoleArn === undefined) throw missing("iamAssumedRoleArn", fault);
  if (!roleArn.test(iamAssumedRoleArn)) {
    const wrong = wrongField(
      "iamAssumedRoleArn",
      "It is not the ARN of a role, such as arn:aws:iam::123456789012:role/atlas.",
    );
    throw fault("INVALID_ATTRIBUTE", { attribute: "iamAssumedRoleArn" }, wrong);
  }
  return { ...before, authorized: { roleArn: iamAssumedRoleArn, at: now } };
}

const nouns = { AWS: "AWS_IAM_ROLE", AZURE: "AZURE_SERVICE_PRINCIPAL", GCP: "GCP_SERVICE_ACCOUNT" } as const;
/** Returns the event type for an access. */
export const accessEvent =
  <What extends "ADDED" | "DELETED" | "UPDATED">(what: What) =>
  ({ providerName }: ProviderAccess) =>
    `CLOUD_PROVIDER_ACCESS_${nouns[providerName]}_${what}` as const;
