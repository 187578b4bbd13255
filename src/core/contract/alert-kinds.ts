// The kinds of alerts: types of events, the fields that narrow each, and its threshold. `npm run derive` writes the table from
// `spec/`.
import table from "./alert-table.json" with { type: "json" };

/** The field names of matchers, in the order recorded. */
export const matcherFieldNames = [
  "ATLAS_NODE_TYPE",
  "CLUSTER_NAME",
  "HOSTNAME",
  "PORT",
  "HOSTNAME_AND_PORT",
  "APPLICATION_ID",
  "REPLICA_SET_NAME",
  "TYPE_NAME",
  "SHARD_NAME",
] as const;

interface Threshold {
  readonly operators: readonly string[];
  readonly units: readonly string[];
  readonly isNeeded?: boolean;
}

export interface AlertKind {
  readonly events: readonly string[];
  /** The fields that may narrow it. */
  readonly fields: readonly string[];
  readonly threshold?: Threshold;
  /** The prefixes of its metrics' names; empty for those of hosts. Absent if it has no metric. */
  readonly metrics?: string;
}

export const metricUnits: ReadonlyMap<string, readonly string[]> = new Map(
  table.metrics.flatMap(({ units, metrics }) => metrics.map((name) => [name, units] as const)),
);

const kinds: readonly AlertKind[] = table.kinds;

export const alertKinds: ReadonlyMap<string, AlertKind> = new Map(
  kinds.flatMap((kind) => kind.events.map((event) => [event, kind] as const)),
);
