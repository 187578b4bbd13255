// Tests the names, settings and versions of clusters, and their pauses.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import { hour } from "../../../core/domain/instant.ts";
import type { AtlasCluster, ClusterSettings } from "./cluster.ts";
import { checkClusterName, newSettings, pauseOrResume } from "./cluster-settings.ts";

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
