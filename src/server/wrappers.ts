// The wrappers of the pipeline, in the order in which they are applied: each goes around those before it. docs/architecture.md
// has the table as well.
import { settleClusters } from "../atlas/clusters/settle-clusters.ts";
import { countDeprecatedCalls, type Deprecations } from "../core/deprecations.ts";
import type { PipelineWrapper } from "../core/http/pipeline-request.ts";
import type { NoteSecurity } from "../core/http/security-log.ts";
import { deferProof } from "../core/http/wrappers/deferred-proof.ts";
import { injectFaults } from "../core/http/wrappers/faults.ts";
import { refuseBelow } from "../core/http/wrappers/least-grade.ts";
import { logSecurity } from "../core/http/wrappers/security-log.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import type { Controls } from "../testing/controls/controls.ts";
import type { Deployments } from "./databases-room.ts";

type DepsOf<Wrapper extends (deps: never) => unknown> = Parameters<Wrapper>[0];

interface WrapperParts
  extends DepsOf<typeof deferProof>,
    DepsOf<typeof settleClusters>,
    Omit<DepsOf<typeof injectFaults>, "injector"> {
  readonly settings: Settings;
  readonly store: Store;
  readonly deprecations: Deprecations;
  readonly deployments: Deployments;
  /** Notes security events; null if the log has no lines of refusals. */
  readonly noteSecurity: NoteSecurity | null;
  /** The controls of a request that a rehearsal watches; null for any other. */
  readonly rehearsal: Controls | null;
  /** True if this server has test controls. */
  readonly isRehearsal: boolean;
}

interface WrapperRow {
  /** Its file in src/. */
  readonly file: string;
  readonly on: string;
  readonly adds: string;
  /** Makes the wrapper; null if it is not used. */
  readonly make: (parts: WrapperParts) => PipelineWrapper | null;
}

export const wrappers: readonly WrapperRow[] = [
  {
    file: "core/http/wrappers/deferred-proof.ts",
    on: "always",
    adds: "accepts a token by its signature at first, and checks token and access list only in the unit, which saves a read",
    make: deferProof,
  },
  {
    file: "core/http/wrappers/faults.ts",
    on: "rehearsals, while there is a rule",
    adds: "injects faults",
    make: ({ rehearsal, ...deps }) => rehearsal && injectFaults({ ...deps, injector: rehearsal.injector }),
  },
  {
    file: "core/http/wrappers/least-grade.ts",
    on: "with `--least-grade declared` or `recorded`",
    adds: "answers 501 to operations of a lower grade",
    make: ({ settings: { leastGrade } }) => (leastGrade === "kept" ? null : refuseBelow(leastGrade)),
  },
  {
    file: "atlas/clusters/settle-clusters.ts",
    on: "with `--cluster-speed now`",
    adds: "ends the change of a cluster once an answer has shown it",
    make: (parts) => (parts.settings.clusterSpeed === "now" ? settleClusters(parts) : null),
  },
  {
    file: "core/http/wrappers/security-log.ts",
    on: "from log level `info`",
    adds: "logs refusals and credentials",
    make: ({ noteSecurity }) => noteSecurity && logSecurity(noteSecurity),
  },
  {
    file: "core/deprecations.ts",
    on: "always",
    adds: "counts calls of versions that end",
    make: ({ store, deprecations }) => countDeprecatedCalls({ store, note: deprecations.note }),
  },
  {
    file: "databases/deployments/schedule.ts",
    on: "rehearsals, and servers with a deployment",
    adds: "updates deployments after a change of their project",
    // A cluster with its own deployment may be added to a rehearsal later.
    make: ({ deployments, isRehearsal }) =>
      isRehearsal || deployments.isActive ? deployments.schedule : null,
  },
  {
    file: "databases/gate/schedule.ts",
    on: "with `--gate`",
    adds: "makes the gate read access lists again after a change",
    make: ({ deployments }) => deployments.scheduleGate,
  },
  {
    file: "testing/explain/explain.ts",
    on: "rehearsals, for requests that ask",
    adds: "explains a refusal",
    make: ({ rehearsal }) => rehearsal?.explains ?? null,
  },
];
