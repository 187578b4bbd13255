// Opens what is behind clusters: the deployments of the settings, and what keeps them as the state says.
import { join } from "node:path";
import type { ClusterConnections } from "../atlas/clusters/rules/cluster-connections.ts";
import { type Clock, wallClock } from "../core/clock.ts";
import { deploymentName, type NamedDeployment } from "../core/domain/deployment-url.ts";
import { createLogger } from "../core/log.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import { createConnections, findDeployments } from "../databases/deployments/connections.ts";
import { driverMissing, hasDriver, openMongodb } from "../databases/deployments/mongodb.ts";
import {
  openOwners,
  openShared,
  type SharedDeployment,
  sharedByAll,
} from "../databases/deployments/owners.ts";
import { Provisioning } from "../databases/deployments/worker.ts";
import type { Gate } from "../databases/gate/gate.ts";
import { openGateOf } from "./open-gate.ts";
import { backgroundStore } from "./open-store.ts";

export interface Deployments {
  /** The connections to deployments, or to the gate before them. */
  readonly connections: ClusterConnections;
  readonly provisioning: Provisioning;
  /** Null without one. */
  readonly gate: Gate | null;
  /** Ends steps under way, and what was started, within so many milliseconds. */
  close(patience: number): Promise<void>;
}

interface Parts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Refuses a deployment for several organizations, unless the settings say that they trust each other; otherwise only warns of it. */
  readonly separatesOrgs?: boolean;
}

export async function openDeployments(settings: Settings, parts: Parts): Promise<Deployments> {
  const { store, keyring, clock } = parts;
  const given = settings.deployment ?? [];
  if (given.length > 0 && !hasDriver()) throw new SettingsError(`--deployment: ${driverMissing}`);
  const refuse = ({ message }: Error) => Promise.reject(new Misuse(`--deployment: ${message}`));
  for (const { url } of given) if (url !== "auto") await (await openMongodb(url).catch(refuse)).close();
  const log = createLogger(settings);
  const named: NamedDeployment[] = given.map(({ cluster, url }) => ({
    cluster,
    url,
    // The port of one that is started may be another one at the next start.
    name: url === "auto" ? url : deploymentName(url),
  }));
  const unseal = (sealed: string) => keyring.unseal(sealed);
  const owners = await ownersOf(settings, parts, { configured: named, find: findDeployments(named, unseal) });
  const started = given.some(({ url }) => url === "auto") ? await startOwn(settings, keyring) : undefined;
  const configured = named.map(({ url, ...rest }) => ({
    ...rest,
    url: url === "auto" ? (started?.url ?? "") : url,
  }));
  const connections = createConnections(findDeployments(configured, unseal), owners);
  const gate = await openGateOf(settings, { store, clock, connections }).catch(async (reason) => {
    await started?.close();
    throw reason;
  });
  const mint = keyring.mint.apart("deployment");
  const provisioning = new Provisioning({
    store: backgroundStore(store),
    clock,
    connections,
    owners,
    unseal,
    mint,
    log,
    // Also where the clock of the world stands: what is away comes back in real time.
    wall: wallClock,
    open: openMongodb,
    configured,
    isAlone: settings.storage.kind !== "postgres",
    isPassing: settings.storage.kind === "memory",
  });
  await provisioning.activate();
  return {
    connections: gate ?? connections,
    provisioning,
    gate,
    async close(patience) {
      await Promise.all([gate?.close(patience), provisioning.close(patience)]);
      await started?.close();
    },
  };
}

async function ownersOf(
  settings: Settings,
  { store, clock, separatesOrgs = false }: Parts,
  found: Pick<Parameters<typeof openOwners>[0], "configured" | "find">,
) {
  const log = createLogger(settings);
  const deps = { ...found, store: backgroundStore(store), now: clock.now, log };
  if (separatesOrgs && !settings.sharedDeployment) {
    return openOwners(deps, (shared) => new Misuse(`--deployment: ${sharingIn(shared)}`));
  }
  const shared = await openShared(deps);
  if (shared.length > 0 && !settings.sharedDeployment) log.warn(`--deployment: ${sharingIn(shared)}`);
  return sharedByAll;
}

const sharingIn = (shared: readonly SharedDeployment[]): string => {
  const places = shared.map(({ name, orgs }) => {
    const names = orgs.map((org) => `${org.name} (${org.id})`);
    return `${name} would be shared by the organizations ${names.join(", ")}`;
  });
  return `${places.join("; ")}: database users of one can reach the databases of the others, from addresses that only the others' access lists have. Give each organization its own server, or its clusters a deployment by name (NAME=mongodb://…); or say with --shared-deployment that the organizations trust each other`;
};

/** Starts a deployment of its own; the code is loaded only then. */
async function startOwn(settings: Settings, { mint }: Keyring) {
  const { startAuto } = await import("../databases/deployments/auto.ts");
  const { storage, folder } = settings;
  const isKept = storage.kind !== "memory" && folder !== null;
  return startAuto({
    folder: isKept ? join(folder, "deployment") : null,
    open: openMongodb,
    log: createLogger(settings),
    mintPassword: mint.apart("deployment").linkToken,
  });
}
