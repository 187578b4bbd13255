// The gauges of a server for its operators, in Prometheus's format: gathered when asked for.
import { version } from "../../core/contract/release.ts";
import type { Store } from "../../core/store/store.ts";
import { type Backlog, sum } from "./backlog.ts";
import type { Parts } from "./readiness.ts";

export interface Crowd {
  readonly open: number;
  /** The number of further connections that would be served. */
  readonly left: number;
  /** The number of connections that came when hardly any file descriptors were left. */
  readonly short: number;
}

/** The connections of the gate: how many are open, and since the start how many were admitted and, by reason, refused. */
export interface GateFigures {
  readonly open: number;
  readonly letIn: number;
  readonly turnedAway: Iterable<[string, number]>;
}

interface GaugeDeps {
  readonly store: Pick<Store, "vitals">;
  readonly backlog: () => Promise<Backlog | undefined>;
  readonly readiness: () => Promise<Parts>;
  readonly crowd: () => Crowd;
  /** Returns the number of unsent heads; null if they are not sent. */
  readonly unsentHeads: (() => number) | null;
  /** Returns the figures of the gate; undefined without one. */
  readonly gate: () => GateFigures | undefined;
  /** Returns the number of lines that the log has dropped. */
  readonly droppedLines: () => number;
}

/** The values by label; unknown values are left out. */
type Values = number | undefined | readonly (readonly [label: string, value: number])[];
type Family = readonly [name: string, help: string, values: Values, label?: string];

const levels = { ok: 0, warn: 1, bad: 2 };

export const createGauges = (deps: GaugeDeps) => async (): Promise<string> => {
  const { store, backlog, readiness, crowd, droppedLines, unsentHeads, gate } = deps;
  const [waiting, parts] = await Promise.all([backlog(), readiness()]);
  const families = [
    ...ofServer(parts, crowd(), droppedLines()),
    ...ofStore(store.vitals),
    ...ofWork(waiting, unsentHeads?.()),
    ...ofGate(gate()),
  ];
  return [...families.map(written), histogramOf(store.vitals.lockWaits)].join("");
};

function ofServer(parts: Parts, { open, left, short }: Crowd, dropped: number): Family[] {
  const all = Object.entries(parts);
  const isReady = all.every(([, { status }]) => status !== "bad");
  return [
    ["anteroom_build_info", "The version that runs.", [[version, 1]], "version"],
    ["anteroom_ready", "Whether the server is ready, as /readyz says.", isReady ? 1 : 0],
    [
      "anteroom_part_trouble",
      "State of each part of /readyz: 0 good, 1 a warning, 2 keeps the server from being ready.",
      all.map(([part, { status }]) => [part, levels[status]]),
      "part",
    ],
    [
      "anteroom_log_lines_dropped_total",
      "Lines of the log that were dropped because nobody read those before them.",
      dropped,
    ],
    ["anteroom_connections", "Connections of clients that are open.", open],
    ["anteroom_connection_places_left", "Further connections that would be served.", left],
    [
      "anteroom_descriptors_short_total",
      "Connections that came when hardly a file descriptor was left; beyond, the system drops them.",
      short,
    ],
  ];
}

function ofStore({ pool, file, collisions, breaks, unknownOutcomes, outages }: Store["vitals"]): Family[] {
  const [connections, files] = [pool?.(), file?.()];
  return [
    [
      "anteroom_postgres_connections",
      "Connections of this process to PostgreSQL, by state.",
      connections && [
        ["idle", connections.idle],
        ["used", connections.open - connections.idle],
      ],
      "state",
    ],
    ["anteroom_postgres_connections_limit", "The most connections to PostgreSQL.", connections?.most],
    [
      "anteroom_postgres_waiting",
      "Units of work that wait for a connection to PostgreSQL.",
      connections?.waiting,
    ],
    ["anteroom_sqlite_bytes", "Size of the file of SQLite.", files?.bytes],
    ["anteroom_sqlite_wal_bytes", "Size of the write-ahead log of SQLite.", files?.logBytes],
    ["anteroom_disk_free_bytes", "Bytes left on the disk of the store.", files?.freeBytes],
    ["anteroom_collisions_total", "Units of work run again because they collided with others.", collisions],
    ["anteroom_broken_connections_total", "Units of work run again because their connection broke.", breaks],
    [
      "anteroom_unknown_outcomes_total",
      "Changes of which nobody knows whether they were kept, because the answer to their commit never came.",
      unknownOutcomes,
    ],
    [
      "anteroom_outages_total",
      "Units of work that the store refused, by reason.",
      [...outages].map(([words, { count }]) => [words, count]),
      "reason",
    ],
  ];
}

const ofWork = (waiting: Backlog | undefined, unsent: number | undefined): Family[] => [
  ["anteroom_events_unsealed", "Events that wait to be sealed.", waiting?.unsealed],
  [
    "anteroom_events_unsealed_age_seconds",
    "Age of the oldest event that waits to be sealed.",
    waiting?.unsealedSeconds,
  ],
  [
    "anteroom_audit_heads_unsent",
    "Organizations whose newest seal of events --audit-heads could not send yet.",
    unsent,
  ],
  ["anteroom_mail_waiting", "Messages that wait to be sent.", waiting?.mailWaiting],
  ["anteroom_mail_oldest_seconds", "Age of the oldest message that waits to be sent.", waiting?.mailSeconds],
  ["anteroom_mail_failed", "Messages that were given up in the last 24 hours.", waiting?.mailFailed],
  [
    "anteroom_provisioning_waiting",
    "Users and roles that deployments lack, or still have.",
    waiting?.provisionsWaiting,
  ],
  ["anteroom_provisioning_oldest_seconds", "Age of the oldest of them.", waiting?.provisionsSeconds],
  [
    "anteroom_provisioning_failed",
    "Of them, those that a deployment refused, or could not be asked for.",
    waiting && sum(waiting.provisionProblems.values()),
  ],
];

const ofGate = (figures: GateFigures | undefined): Family[] => [
  ["anteroom_gate_connections", "Connections of the gate that are open.", figures?.open],
  ["anteroom_gate_let_in_total", "Connections that the gate led to a database.", figures?.letIn],
  [
    "anteroom_gate_turned_away_total",
    "Connections that the gate refused or ended, by reason.",
    figures && [...figures.turnedAway],
    "reason",
  ],
];

const head = (name: string, help: string, type: string): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
const quoted = (text: string): string =>
  text.replace(/[\\"\n]/g, (each) => (each === "\n" ? "\\n" : `\\${each}`));

function written([name, help, values, label]: Family): string {
  if (values === undefined) return "";
  const lines =
    typeof values === "number"
      ? [`${name} ${values}`]
      : values.map(([value, number]) => `${name}{${label}="${quoted(value)}"} ${number}`);
  return `${head(name, help, name.endsWith("_total") ? "counter" : "gauge")}${lines.map((line) => `${line}\n`).join("")}`;
}

function histogramOf({ bounds, counts, sum }: Store["vitals"]["lockWaits"]): string {
  const name = "anteroom_lock_wait_seconds";
  let count = 0;
  const lines = [...bounds, "+Inf"].map((bound, index) => {
    count += counts[index] ?? 0;
    return `${name}_bucket{le="${bound}"} ${count}\n`;
  });
  const help = "Time that units of work waited for locks of the database.";
  return `${head(name, help, "histogram")}${lines.join("")}${name}_sum ${sum}\n${name}_count ${count}\n`;
}
