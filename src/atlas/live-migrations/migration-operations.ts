// Operations on live migrations into clusters. There is no source, and nothing is migrated: they have their states by the clock.

import type { Changing } from "../../core/changes/changing.ts";
import { wrongField } from "../../core/contract/errors.ts";
import { stepOf } from "../../core/domain/course.ts";
import type { GroupInOrg } from "../../core/domain/group.ts";
import { day } from "../../core/domain/instant.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import { findAny } from "../clusters/common.ts";
import { sharesMachines } from "../clusters/rules/cluster.ts";
import { liveMigrationEnds, liveMigrations, liveMigrationValidations } from "./kept.ts";
import {
  isUnderWay,
  type LiveMigration,
  type LiveMigrationValidation,
  longestMigration,
  type Migrating,
  migrationStateOf,
  validationStatusOf,
} from "./rules/live-migration.ts";

/** No source has been linked with the token, so none can be chosen. */
export const listOrgLiveMigrationAvailableProjects = atlas(
  "listOrgLiveMigrationAvailableProjects",
  {},
).handle(
  async () => [],
  (projects: never[]) => projects,
);

const targetErrors = ["CLUSTER_NOT_FOUND", "INVALID_ATTRIBUTE", "ORG_LINK_NOT_FOUND"] as const;

interface SentTarget {
  readonly clusterName: string;
  readonly groupId: string;
}

/** Finds the target, a cluster of the project on its own machines; refuses an organization without a link token. */
async function findTarget(
  context: Changing<(typeof targetErrors)[number]> & { readonly group: GroupInOrg },
  { clusterName, groupId }: SentTarget,
): Promise<Migrating> {
  const { tx, group, fault } = context;
  const refuse = (member: string, description: string) => {
    const attribute = `destination.${member}`;
    return fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, description));
  };
  if ((await tx.documents.settingOfOrg(group.orgId, "linkToken")) === undefined) {
    throw fault("ORG_LINK_NOT_FOUND", {});
  }
  if (groupId !== group.id) throw refuse("groupId", "The value must be the project in the path.");
  const { id: clusterId, document } = await findAny(context, clusterName);
  if (sharesMachines(document)) {
    throw refuse("clusterName", "The cluster has no machines of its own.");
  }
  return { clusterId, clusterName };
}

const knownFor = 30 * day;

const showMigration = (migration: Seen<LiveMigration>) => {
  const state = migrationStateOf(migration, migration.now);
  const readyForCutover = state === "READY";
  return {
    _id: migration.name,
    lagTimeSeconds: readyForCutover ? 0 : null,
    migrationHosts: [...migration.document.migrationHosts],
    readyForCutover,
    status: readyForCutover ? ("WORKING" as const) : state,
  };
};

const migrating = keeping(liveMigrations, {
  by: "liveMigrationId",
  absent: "RESOURCE_NOT_FOUND",
  show: showMigration,
});

export const createGroupLiveMigration = migrating.create(
  "createGroupLiveMigration",
  { errors: [...targetErrors, "LIVE_MIGRATION_UNDER_WAY"], needs: ["clusterSpeed"] },
  async (context) => {
    const { group, now, newId, body, clusterSpeed, fault } = context;
    const target = await findTarget(context, body.destination);
    const all = await liveMigrations.all(context, group);
    if (all.some((each) => each.document.clusterId === target.clusterId && isUnderWay(each, now))) {
      throw fault("LIVE_MIGRATION_UNDER_WAY", { clusterName: target.clusterName });
    }
    const id = newId();
    const document = { ...target, migrationHosts: body.migrationHosts, step: stepOf(clusterSpeed) };
    const made = await liveMigrations.add(context, group, id, { document, endsAt: now + knownFor });
    await liveMigrationEnds.insert(context, group, id, {
      document: { ...target, type: "CLUSTER_IMPORT_EXPIRED" },
      endsAt: now + longestMigration,
    });
    return made;
  },
);

export const getGroupLiveMigration = migrating.get("getGroupLiveMigration");

export const cutoverGroupLiveMigration = atlas("cutoverGroupLiveMigration", {
  locks: "group",
  errors: ["RESOURCE_NOT_FOUND", "LIVE_MIGRATION_NOT_READY"],
}).handle(async (context) => {
  const { group, now, fault } = context;
  const found = await migrating.find(context);
  const { name, document } = found;
  const status = migrationStateOf(found, now);
  if (status !== "READY") throw fault("LIVE_MIGRATION_NOT_READY", { liveMigrationId: name, status });
  await liveMigrations.replace(context, found, { document: { ...document, cutoverAt: now } });
  const end = await liveMigrationEnds.find(context, group, name);
  if (end !== undefined) {
    await liveMigrationEnds.replace(context, end, {
      document: { ...end.document, type: "CLUSTER_IMPORT_COMPLETED" },
      endsAt: now + document.step,
    });
  }
});

const validating = keeping(liveMigrationValidations, {
  by: "validationId",
  absent: "RESOURCE_NOT_FOUND",
  show: (validation: Seen<LiveMigrationValidation>) => ({
    _id: validation.name,
    errorMessage: null,
    groupId: validation.groupId,
    sourceGroupId: validation.document.sourceGroupId,
    status: validationStatusOf(validation, validation.now),
  }),
});

export const validateGroupLiveMigrations = validating.create(
  "validateGroupLiveMigrations",
  { errors: [...targetErrors], needs: ["clusterSpeed"] },
  async (context) => {
    const { group, now, newId, body, clusterSpeed } = context;
    await findTarget(context, body.destination);
    const document = { sourceGroupId: body.source.groupId, step: stepOf(clusterSpeed) };
    return liveMigrationValidations.add(context, group, newId(), { document, endsAt: now + knownFor });
  },
);

export const getGroupLiveMigrationValidateStatus = validating.get("getGroupLiveMigrationValidateStatus");
