// Tests the names, settings and versions of clusters, and their pauses.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import { hour } from "../../../core/domain/instant.ts";
import type { AtlasCluster, ClusterSettings } from "./cluster.ts";
import {
  checkClusterName,
  chooseSettings,
  chooseVersion,
  newSettings,
  pauseOrResume,
} from "./cluster-settings.ts";

test("a name is of 1 to 64 letters, digits and hyphens", () => {
  for (const name of ["a", "9-A", "a".repeat(64)]) equal(checkClusterName(name, fault), name);
  for (const [code, name] of [
    ["MISSING_ATTRIBUTE", undefined],
    ["MISSING_ATTRIBUTE", ""],
    ["CLUSTER_NAME_INVALID", "-a"],
    ["CLUSTER_NAME_INVALID", "a_b"],
    ["CLUSTER_NAME_INVALID", "a b"],
    ["CLUSTER_NAME_TOO_LONG", "a".repeat(65)],
  ] as const) {
    throws(() => checkClusterName(name, fault), { code });
  }
});

test("settings that are not sent stay as they were, or as a new cluster has them", () => {
  const biConnector = { enabled: true, readPreference: "secondary" };
  deepEqual(chooseSettings({ name: "a" }, fault), newSettings);
  deepEqual(chooseSettings({ biConnector: { enabled: true } }, fault, { paused: true }), {
    ...newSettings,
    paused: true,
    biConnector,
  });
  deepEqual(
    chooseSettings({ paused: false, replicaSetScalingStrategy: "NODE_TYPE" }, fault, { paused: true }),
    {
      ...newSettings,
      replicaSetScalingStrategy: "NODE_TYPE",
    },
  );
});

const running = { settings: newSettings, majorVersion: "8.0" } as AtlasCluster;
const having = (settings: Partial<ClusterSettings>, others: Partial<AtlasCluster> = {}) => ({
  ...running,
  ...others,
  settings: { ...newSettings, ...settings },
});

test("a paused cluster accepts nothing but being resumed, and runs for an hour then", () => {
  const now = 10 * hour;
  const move = (before: AtlasCluster, after: AtlasCluster) =>
    pauseOrResume(before, after, { name: "a", now, fault });
  const paused = having({ paused: true }, { pausedAt: 1 });
  deepEqual(move(running, having({ paused: true })), having({ paused: true }, { pausedAt: now }));
  deepEqual(move(paused, having({}, { pausedAt: 1 })), having({}, { resumedAt: now }));
  deepEqual(move(paused, paused), paused);
  deepEqual(move(running, having({ pitEnabled: true })), having({ pitEnabled: true }));
  throws(() => move(paused, { ...paused, majorVersion: "7.0" }), { code: "CANNOT_UPDATE_PAUSED_CLUSTER" });
  const resumed = (resumedAt: number) =>
    move(having({}, { resumedAt }), having({ paused: true }, { resumedAt }));
  equal(resumed(now - hour).pausedAt, now);
  throws(() => resumed(now - hour + 1), { code: "CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER" });
});

test("a version is one that is offered, or the one that the cluster has", () => {
  for (const [sent, before, version] of [
    [undefined, null, "8.0"],
    ["", "7.0", "7.0"],
    ["7", null, "7.0"],
    ["8.0", "7.0", "8.0"],
    ["6.0", "6.0", "6.0"],
    ["6", "6.0", "6.0"],
  ] as const) {
    equal(chooseVersion(sent, before, fault), version);
  }
  for (const [code, sent] of [
    ["ATLAS_CLUSTER_VERSION_DEPRECATED", "6.0"],
    ["ATLAS_CLUSTER_VERSION_DEPRECATED", "4"],
    ["DB_VERSION_NOT_SUPPORTED", "8.1"],
    ["DB_VERSION_NOT_SUPPORTED", "6.0.1"],
  ] as const) {
    throws(() => chooseVersion(sent, "7.0", fault), { code });
  }
});
