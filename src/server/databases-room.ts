// The part of the room of databases that a server uses.
import type { ClusterConnections } from "../atlas/clusters/rules/cluster-connections.ts";
import type { ClusterSettings } from "../atlas/clusters/services.ts";
import type { Clock } from "../core/clock.ts";
import type { PipelineWrapper } from "../core/http/pipeline-request.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import type { GateFigures } from "./monitoring/gauges.ts";

export interface Deployments {
  /** The connections to deployments, or to the gate before them. */
  readonly connections: ClusterConnections;
  /** Lists the collections with a name in a database behind a cluster; the name asked for if the deployment does not answer. */
  readonly collections: ClusterSettings["collections"];
  /** True if there is a deployment to follow. */
  readonly isActive: boolean;
  /** The wrapper that has deployments follow each change of a project. */
  readonly schedule: PipelineWrapper | null;
  /** The wrapper that has the gate follow each change; null without a gate. */
  readonly scheduleGate: PipelineWrapper | null;
  /** Updates deployments after a change of anything, as after a seed. */
  noteChange(): void;
  /** Returns the problems of unreachable deployments, by name. */
  troubles(): ReadonlyMap<string, string>;
  /** Returns the figures of the gate; undefined without one. */
  gateFigures(): GateFigures | undefined;
  /** Starts; `origin` is the scheme and authority of the console. */
  start(origin: string): void;
  /** Ends steps under way, and what was started, within a number of milliseconds. */
  close(patience: number): Promise<void>;
}

export interface DeploymentParts {
  readonly store: Store;
  /** The store for work that no request waits for. */
  readonly background: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /**
   * True to refuse a deployment for several organizations, unless the settings say that they trust each other; otherwise it
   * only warns.
   */
  readonly separatesOrgs?: boolean;
}

export interface DatabasesRoom {
  open(settings: Settings, parts: DeploymentParts): Promise<Deployments>;
  /** Lists the users and roles in a deployment that the store has forgotten, and drops them if told to. */
  left(
    url: string,
    store: Store,
    drops: boolean,
  ): Promise<{ readonly status: "ok" | "warn"; readonly said: string; readonly cure?: string }>;
}
