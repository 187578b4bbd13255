// The live migrations into clusters of projects, and their validations.

import { resourcesOf } from "../../core/changes/resources.ts";
import { endWithClusters } from "../clusters/kept.ts";
import {
  isUnderWay,
  type LiveMigration,
  type LiveMigrationValidation,
  type Migrating,
} from "./rules/live-migration.ts";

const details = (_: string, of: Migrating | undefined) => ({ ...(of && { clusterName: of.clusterName }) });

/** The migrations by id. One is known for thirty days. */
export const liveMigrations = resourcesOf<LiveMigration>({
  kind: "liveMigration",
  events: {
    added: "CLUSTER_IMPORT_STARTED",
    replaced: (_, { hasFailed }) => (hasFailed ? "CLUSTER_IMPORT_FAILED" : "CLUSTER_IMPORT_CUTOVER"),
  },
  details,
});

/** The events that migrations end with, by the id of the migration: each is recorded once the clock has reached it. */
export const liveMigrationEnds = resourcesOf<
  Migrating & { readonly type: "CLUSTER_IMPORT_COMPLETED" | "CLUSTER_IMPORT_EXPIRED" }
>({
  kind: "liveMigrationEnd",
  events: { removed: ({ type }) => type },
  details,
});

/** The validations by id. One is known for thirty days. */
export const liveMigrationValidations = resourcesOf<LiveMigrationValidation>({
  kind: "liveMigrationValidation",
  events: {},
});

// A migration fails with the cluster that it leads into.
endWithClusters(async (changing, { id, groupId }) => {
  for (const migration of await liveMigrations.all(changing, { id: groupId })) {
    const { name, document } = migration;
    if (document.clusterId !== id || !isUnderWay(migration, changing.now)) continue;
    const end = await liveMigrationEnds.find(changing, { id: groupId }, name);
    if (end !== undefined) liveMigrationEnds.drop(changing, end);
    await liveMigrations.replace(changing, migration, { document: { ...document, hasFailed: true } });
  }
});
