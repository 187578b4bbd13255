// Export buckets and snapshots that a seed plants are read back, with what is in a snapshot, and compared.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../embedded.ts";
import type { SeedDocument, SeedGroup } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

const orgId = "a0123456789abcdef0123456";
const groupId = "b0123456789abcdef0123456";
const id = (last: string) => `c0123456789abcdef012345${last}`;
const now = "2026-08-10T03:04:53Z";

const bucket = { id: id("0"), bucketName: "exports", cloudProvider: "AWS", iamRoleId: id("1") } as const;
const snapshot = {
  id: id("2"),
  clusterName: "data",
  description: "before the migration",
  retentionInDays: 30,
  createdAt: "2026-08-01T00:00:00Z",
};
const expired = { ...snapshot, id: id("3"), retentionInDays: 2 };

const worldWith = (more: Partial<SeedGroup>): SeedDocument => ({
  orgs: [
    {
      id: orgId,
      name: "Acme",
      apiKeys: [{ roles: ["ORG_OWNER"] }],
      groups: [
        {
          id: groupId,
          name: "payments",
          clusters: [
            {
              name: "data",
              providerName: "AWS",
              regionName: "US_EAST_1",
              instanceSize: "M10",
              backupEnabled: true,
            },
          ],
          cloudProviderAccess: [
            { id: id("1"), providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/exports" },
          ],
          ...more,
        },
      ],
    },
  ],
});

test("buckets and snapshots are read back as they were planted; one that has expired is not there", async () => {
  const databases = [{ name: "sales", collections: ["orders"] }];
  const seed = worldWith({ exportBuckets: [bucket], backupSnapshots: [{ ...snapshot, databases }, expired] });
  await using anteroom = await createAnteroom({ seed, now });
  const params = { groupId, clusterName: "data", snapshotId: snapshot.id };
  const { results } = await anteroom.atlas.listGroupClusterBackupSnapshotDatabases(params);
  deepEqual(results, [{ name: "sales" }]);
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  const [group] = read.orgs[0]?.groups ?? [];
  deepEqual(group?.exportBuckets, [bucket]);
  deepEqual(group?.backupSnapshots, [snapshot]);
  deepEqual(compare(worldWith({}), read).map(describe), ["export bucket exports is new"]);
  await using copied = await createAnteroom({ seed: worldWith(group ?? {}), now });
  const first = await anteroom.atlas.getGroupClusterBackupSnapshot(params);
  equal(
    JSON.stringify(await copied.atlas.getGroupClusterBackupSnapshot(params)).replace(/127[^/]+/g, ""),
    JSON.stringify(first).replace(/127[^/]+/g, ""),
  );
});
