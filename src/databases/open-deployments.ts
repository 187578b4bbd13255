// Opens the databases of clusters: the deployments of the settings, and the worker that keeps them up to date.
import { join } from "node:path";
import { wallClock } from "../core/clock.ts";
import { deploymentName, type NamedDeployment } from "../core/domain/deployment-url.ts";
import { createLogger } from "../core/log.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { DeploymentParts, Deployments } from "../server/databases-room.ts";
import { createCollections, createConnections, findDeployments } from "./deployments/connections.ts";
import { driverMissing, hasDriver, openMongodb } from "./deployments/mongodb.ts";
import { openOwners, openShared, type SharedDeployment, sharedByAll } from "./deployments/owners.ts";
import { scheduleProvisioning } from "./deployments/schedule.ts";
import { Provisioning } from "./deployments/worker.ts";
import { scheduleGate } from "./gate/schedule.ts";
import { openGateOf } from "./open-gate.ts";

export async function openDeployments(settings: Settings, parts: DeploymentParts): Promise<Deployments> {
  const { store, background, keyring, clock } = parts;
  const given = settings.deployment ?? [];
  if (given.length > 0 && !hasDriver()) throw new SettingsError(`--deployment: ${driverMissing}`);
  const refuse = ({ message }: Error) => Promise.reject(new Misuse(`--deployment: ${message}`));
  for (const { url } of given) if (url !== "auto") await (await openMongodb(url).catch(refuse)).close();
  const log = createLogger(settings);
  const named: NamedDeployment[] = given.map(({ cluster, url }) => ({
    cluster,
    url,
    // The port of a started one may differ at the next start.
    name: url === "auto" ? url : deploymentName(url),
  }));
  const unseal = (sealed: string) => keyring.unseal(sealed);
  const owners = await ownersOf(settings, parts, { configured: named, find: findDeployments(named, unseal) });
  const started = given.some(({ url }) => url === "auto") ? await startOwn(settings, keyring) : undefined;
  const configured = named.map(({ url, ...rest }) => ({
    ...rest,
    url: url === "auto" ? (started?.url ?? "") : url,
  }));
  const find = findDeployments(configured, unseal);
  const connections = createConnections(find, owners);
  const gate = await openGateOf(settings, { store, background, clock, connections }).catch(async (reason) => {
    await started?.close();
    throw reason;
  });
  const mint = keyring.mint.apart("deployment");
  const provisioning = new Provisioning({
    store: background,
    clock,
    connections,
    owners,
    unseal,
    mint,
    log,
    // Real time even if the clock of the world stands still: deployments come back in real time.
    wall: wallClock,
    open: openMongodb,
    configured,
    isAlone: settings.storage.kind !== "postgres",
    isPassing: settings.storage.kind === "memory",
  });
  await provisioning.activate();
  return {
    connections: gate ?? connections,
    collections: createCollections(find, openMongodb),
    isActive: provisioning.isActive,
    schedule: scheduleProvisioning(provisioning),
    scheduleGate: gate === null ? null : scheduleGate(gate),
    noteChange: () => provisioning.scheduleAll(),
    troubles: () => provisioning.troubles(),
    gateFigures: () => gate?.figures,
    start(origin) {
      gate?.start(origin);
      provisioning.start().catch((err: unknown) => log.error({ err }, "provisioning did not start"));
    },
    async close(patience) {
      await Promise.all([gate?.close(patience), provisioning.close(patience)]);
      await started?.close();
    },
  };
}

async function ownersOf(
  settings: Settings,
  { background, clock, separatesOrgs = false }: DeploymentParts,
  found: Pick<Parameters<typeof openOwners>[0], "configured" | "find">,
) {
  const log = createLogger(settings);
  const deps = { ...found, store: background, now: clock.now, log };
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

/** Starts a deployment; the code is loaded only then. */
async function startOwn(settings: Settings, { mint }: Keyring) {
  const { startAuto } = await import("./deployments/auto.ts");
  const { storage, folder } = settings;
  const isKept = storage.kind !== "memory" && folder !== null;
  return startAuto({
    folder: isKept ? join(folder, "deployment") : null,
    open: openMongodb,
    log: createLogger(settings),
    mintPassword: mint.apart("deployment").linkToken,
  });
}
