// Buckets for exports of snapshots: what each provider wants of one.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";

interface Members {
  readonly iamRoleId?: string;
  readonly roleId?: string;
  readonly serviceUrl?: string;
  readonly tenantId?: string;
  readonly requirePrivateNetworking?: boolean;
}

export interface ExportBucket extends Members {
  readonly bucketName: string;
  readonly cloudProvider: "AWS" | "AZURE" | "GCP";
}

export interface SentBucket extends Members {
  readonly bucketName?: string;
  readonly cloudProvider: ExportBucket["cloudProvider"];
}

const [shortest, longest] = [3, 63];

export const bucketErrors = ["EXPORT_BUCKET_NAME_INVALID", "MISSING_ATTRIBUTE"] as const;

/** Returns the role that a bucket is reached by, and the bucket that is asked for. */
export function chooseBucket(
  {
    bucketName,
    cloudProvider,
    iamRoleId,
    roleId,
    serviceUrl,
    tenantId,
    requirePrivateNetworking,
  }: SentBucket,
  fault: FaultMaker<(typeof bucketErrors)[number]>,
): { role: string; bucket: ExportBucket } {
  if (bucketName === undefined) throw missing("bucketName", fault);
  if (bucketName.length < shortest || bucketName.length > longest) {
    const description = `The value must have ${shortest} to ${longest} characters.`;
    throw fault("EXPORT_BUCKET_NAME_INVALID", { bucketName }, wrongField("bucketName", description));
  }
  const named = { bucketName, cloudProvider };
  if (cloudProvider === "AWS") {
    if (iamRoleId === undefined) throw missing("iamRoleId", fault);
    const isPrivate = requirePrivateNetworking ?? false;
    return { role: iamRoleId, bucket: { ...named, iamRoleId, requirePrivateNetworking: isPrivate } };
  }
  if (roleId === undefined) throw missing("roleId", fault);
  if (cloudProvider === "GCP") return { role: roleId, bucket: { ...named, roleId } };
  if (serviceUrl === undefined) throw missing("serviceUrl", fault);
  return {
    role: roleId,
    bucket: { ...named, roleId, serviceUrl, ...(tenantId !== undefined && { tenantId }) },
  };
}
