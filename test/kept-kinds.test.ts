// Every kind of what projects keep is seeded, copied and compared, and known to policies, or a row says why not. A kind of bodies
// needs no row: seeds have it by its declaration, and policies do not know it.
import { deepEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import "../src/atlas/index.ts";
import { schema } from "../src/atlas/resource-policies/cedar/schema.ts";
import { kindNames } from "../src/core/changes/resources.ts";
import { bodyKinds } from "../src/testing/seed/body-kinds.ts";
import { kindsOfGroup } from "../src/testing/seed/kinds.ts";
import { groupKinds } from "../src/testing/worlds/tables.ts";

interface Row {
  /** The part of seeds that plants it and that copies have, or why none does. */
  readonly seed: keyof typeof kindsOfGroup | `not, ${string}`;
  /** The attribute of a project by which policies know it, where Cedar's schema has one. */
  readonly policies: string | "unknown";
}

const asDone = "not, since a seed begins when all that was restored is there";

const rows: Readonly<Record<string, Row>> = {
  aiModelApiKey: { seed: "aiModelApiKeys", policies: "unknown" },
  aiModelRateLimit: { seed: "aiModelRateLimits", policies: "unknown" },
  alert: { seed: "alertConfigs", policies: "unknown" },
  alertConfig: { seed: "alertConfigs", policies: "unknown" },
  auditLog: { seed: "auditLog", policies: "databaseAuditing" },
  dueEvent: { seed: "not, since a seed begins when nothing is under way", policies: "unknown" },
  backupExport: { seed: "backupExports", policies: "unknown" },
  awsCustomDns: { seed: "awsCustomDNS", policies: "unknown" },
  certificateAuthority: { seed: "not, since it is made with the first certificate", policies: "unknown" },
  cluster: { seed: "clusters", policies: "clustersInProject" },
  clusterChange: { seed: "not, since clusters of a seed are ready", policies: "unknown" },
  collectionRestoreJob: { seed: asDone, policies: "unknown" },
  compliancePolicy: { seed: "backupCompliancePolicy", policies: "unknown" },
  container: { seed: "networkContainers", policies: "unknown" },
  customRole: { seed: "customDBRoles", policies: "unknown" },
  databaseUser: { seed: "databaseUsers", policies: "unknown" },
  encryptionAtRest: { seed: "encryptionAtRest", policies: "unknown" },
  endpointService: { seed: "privateEndpointServices", policies: "privateEndpoints" },
  exportBucket: { seed: "exportBuckets", policies: "unknown" },
  federatedDatabase: { seed: "federatedDatabases", policies: "unknown" },
  flexRestoreEnd: { seed: asDone, policies: "unknown" },
  flexRestoreJob: { seed: asDone, policies: "unknown" },
  integration: { seed: "integrations", policies: "unknown" },
  keyEndpoint: { seed: "encryptionAtRestPrivateEndpoints", policies: "unknown" },
  ldapVerification: { seed: "not, since it ends within a day", policies: "unknown" },
  liveMigration: { seed: "not, since nothing is under way when a seed begins", policies: "unknown" },
  liveMigrationEnd: { seed: "not, since nothing is under way when a seed begins", policies: "unknown" },
  liveMigrationValidation: { seed: "not, since it is over within minutes", policies: "unknown" },
  maintenanceWindow: { seed: "maintenanceWindow", policies: "hasDefinedMaintenanceWindow" },
  networkEndpoint: { seed: "dataFederationPrivateEndpoints", policies: "unknown" },
  networkEntry: { seed: "accessList", policies: "ipAccessList" },
  onlineArchive: { seed: "onlineArchives", policies: "unknown" },
  outageSimulation: { seed: "not, since it ends within a day", policies: "unknown" },
  overloadSimulation: { seed: "not, since it ends within an hour", policies: "unknown" },
  peer: { seed: "networkPeers", policies: "peeringConnections" },
  privateIpMode: { seed: "privateIpMode", policies: "unknown" },
  providerAccess: { seed: "cloudProviderAccess", policies: "unknown" },
  regionalMode: { seed: "privateEndpointRegionalMode", policies: "unknown" },
  restoreJob: { seed: "backupRestoreJobs", policies: "unknown" },
  retainedBackups: { seed: "not, since a seed has no deleted clusters", policies: "unknown" },
  snapshot: { seed: "backupSnapshots", policies: "unknown" },
  storageEndpoint: { seed: "backupPrivateEndpoints", policies: "unknown" },
  streamConnection: { seed: "streamWorkspaces", policies: "unknown" },
  streamPrivateLink: { seed: "streamPrivateLinks", policies: "unknown" },
  streamVpcPeering: { seed: "streamVpcPeerings", policies: "unknown" },
  streamFailover: { seed: "streamWorkspaces", policies: "unknown" },
  streamProcessor: { seed: "streamWorkspaces", policies: "unknown" },
  streamWorkspace: { seed: "streamWorkspaces", policies: "unknown" },
  sampleDatasetLoad: { seed: "not, since it is over within a minute", policies: "unknown" },
  searchIndex: { seed: "searchIndexes", policies: "unknown" },
  standbyFailover: { seed: "not, since it is over within minutes", policies: "unknown" },
  standbyLink: { seed: "standbyLinks", policies: "unknown" },
  userCertificate: { seed: "not, since its key is shown once", policies: "unknown" },
  pushBasedLogExport: { seed: "pushBasedLogExport", policies: "unknown" },
  userSecurity: { seed: "userSecurity", policies: "unknown" },
};

const ofBodies: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(bodyKinds).map(([name, { kind }]) => [
    kind,
    { seed: name as keyof typeof bodyKinds, policies: "unknown" },
  ]),
);

const textOf = (file: string) => readFileSync(new URL(`../src/atlas/${file}`, import.meta.url), "utf8");

/** The attributes of a project that policies may ask for. */
const [, projectContext = ""] = /type ProjectContext = \{(.*?)\n {2}\};/s.exec(schema) ?? [];
const attributes = [...projectContext.matchAll(/^ {4}(\w+):/gm)].map(([, name = ""]) => name);

/** The attributes that are the same of every project: nothing here makes what they are about. */
const constants = new Set(
  [...textOf("resource-policies/cedar/forbidding.ts").matchAll(/^ {6}(\w+): (?:\[\]|false),$/gm)].map(
    ([, name = ""]) => name,
  ),
);

function complaintOf(kind: string): string | undefined {
  const row = rows[kind] ?? ofBodies[kind];
  if (row === undefined) {
    return `${kind} has no row in test/kept-kinds.test.ts: say which part of seeds plants it and by which attribute policies know it`;
  }
  const { seed, policies } = row;
  if (!seed.startsWith("not, ") && !(seed in kindsOfGroup)) {
    return `${kind}: seeds have no part ${seed} in src/testing/seed/kinds.ts`;
  }
  if (!seed.startsWith("not, ") && !(seed in groupKinds)) {
    return `${kind}: copies have no row ${seed} in src/testing/worlds`;
  }
  if (policies === "unknown") return undefined;
  if (!attributes.includes(policies)) return `${kind}: Cedar's schema has no ${policies} of a project`;
  return constants.has(policies)
    ? `${kind}: policies do not see it, since src/atlas/resource-policies/cedar/forbidding.ts gives the same ${policies} for every project`
    : undefined;
}

test("every kind is seeded, copied and known to policies, or its row says why not", () => {
  deepEqual(
    kindNames().flatMap((kind) => complaintOf(kind) ?? []),
    [],
  );
  deepEqual(
    Object.keys(rows).filter((kind) => !kindNames().includes(kind)),
    [],
  );
});

test("what policies see of a project is a kind's, or nothing makes it", () => {
  const known = Object.values(rows).map(({ policies }) => policies);
  ok(attributes.length > 0);
  deepEqual(
    attributes.filter((name) => known.includes(name) === constants.has(name)),
    [],
  );
});
