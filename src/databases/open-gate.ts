// Opens the gate of a server, if the settings have one.
import { lookup } from "node:dns/promises";
import { createServer } from "node:net";
import type { ClusterConnections } from "../atlas/clusters/rules/cluster-connections.ts";
import { type Clock, elapsed } from "../core/clock.ts";
import { createLogger } from "../core/log.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import type { Gate } from "./gate/gate.ts";

/** Requires a database behind some cluster: without any, nothing could be reached through the gate. */
async function requireDeployment({ deployment }: Settings, { store, clock }: GateParts): Promise<void> {
  if ((deployment ?? []).length > 0) return;
  const now = clock.now();
  const clusters = await store.look((tx) => tx.documents.named("cluster", now));
  if (clusters.some(({ sealedSecret }) => sealedSecret !== null)) return;
  throw new Misuse("--gate needs --deployment as well: the database that it stands before");
}

/** Resolves the host, to say at the start why no port could be opened. */
async function addressOf(host: string): Promise<string> {
  const probe = createServer();
  try {
    const { address } = await lookup(host);
    await new Promise<void>((resolve, reject) => {
      probe.once("error", reject);
      probe.listen(0, address, resolve);
    });
    await new Promise<void>((resolve) => void probe.close(() => resolve()));
    return address;
  } catch (cause) {
    const message = `--gate ${host}: this machine cannot listen there (${(cause as Error).message}); give one of its own addresses, or 0.0.0.0 for all of them`;
    throw new SettingsError(message, { cause });
  }
}

const isAnywhere = (address: string): boolean => /^[0:.]+$/.test(address);

/** Returns the name by which clients reach this machine: that of the API. */
function shownHostOf(host: string, address: string, baseUrl: string | null): string {
  if (!isAnywhere(address)) return host;
  return baseUrl === null ? "127.0.0.1" : new URL(baseUrl).hostname.replace(/^\[|\]$/g, "");
}

interface GateParts {
  readonly store: Store;
  /** The store for work that no request waits for. */
  readonly background: Store;
  readonly clock: Clock;
  readonly connections: ClusterConnections;
}

/** Opens the gate; null without --gate. */
export async function openGateOf(settings: Settings, parts: GateParts): Promise<Gate | null> {
  const { background, clock, connections } = parts;
  const { gate, baseUrl } = settings;
  if (gate === null) return null;
  await requireDeployment(settings, parts);
  const { openGate } = await import("./gate/gate.ts");
  const address = await addressOf(gate.host);
  return openGate({
    at: { host: address, port: gate.port },
    shownHost: shownHostOf(gate.host, address, baseUrl),
    behind: connections,
    store: background,
    clock,
    elapsed,
    log: createLogger(settings),
  });
}
