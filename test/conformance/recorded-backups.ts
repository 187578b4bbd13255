// Brings backups into the state that a recorded answer shows, and rebuilds requests about them.
import { day, second } from "../../src/core/domain/instant.ts";
import type { Recording } from "./recordings.ts";

// biome-ignore lint/suspicious/noExplicitAny: the body of any operation, as it was recorded
type Body = any;

/** The role by which recorded buckets and federated databases are reached. */
const roleId = "c0123456789abcdef012345c";

/** Returns the role that an answer about a federated database shows. */
const roleArnIn = (suite: readonly Recording[]): string | undefined =>
  suite.map(({ body }) => body?.cloudProviderConfig?.aws?.iamAssumedRoleARN).find((arn) => arn !== undefined);

/** Returns access that was authorized before the answers of a suite were recorded. */
export const accessOf = (suite: readonly Recording[]) =>
  suite.some(({ path }) => /\/(exportBuckets|dataFederation)$/.test(path))
    ? {
        cloudProviderAccess: [
          {
            id: roleId,
            providerName: "AWS",
            iamAssumedRoleArn: roleArnIn(suite) ?? "arn:aws:iam::123456789012:role/exports",
          } as const,
        ],
      }
    : {};

/** The instant at which the flex cluster was created whose snapshots were recorded: a day before the first of them. */
export const flexMadeAt = "2026-08-01T17:05:10Z";

/** The seconds at the beginning of an id. */
const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8), 16) * second;

/** The functions that rebuild the body that was sent, as far as an answer tells. */
export const sentBackups: Readonly<Record<string, (body: Body) => object>> = {
  takeGroupClusterBackupSnapshots: ({ description, expiresAt, id }) => ({
    description,
    retentionInDays: Math.round((Date.parse(expiresAt) - madeAt(id)) / day),
  }),
  createGroupFlexClusterBackupRestoreJob: ({ snapshotId, targetDeploymentItemName, targetProjectId }) => ({
    snapshotId,
    targetDeploymentItemName,
    targetProjectId,
  }),
};
