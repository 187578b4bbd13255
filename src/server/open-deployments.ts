// Opens the databases of clusters: none without the room of databases.
import { noDeployment } from "../atlas/clusters/rules/cluster-connections.ts";
import { Misuse } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import type { DeploymentParts, Deployments } from "./databases-room.ts";
import { databases } from "./offers.ts";
import { backgroundStore } from "./open-store.ts";

const missing = "this server is built without databases";

const nothing: Deployments = {
  connections: noDeployment,
  collections: async (_, { collectionName }) => [collectionName],
  isActive: false,
  schedule: null,
  scheduleGate: null,
  noteChange: () => {},
  troubles: () => new Map(),
  gateFigures: () => undefined,
  start: () => {},
  close: async () => {},
};

export async function openDeployments(
  settings: Settings,
  parts: Omit<DeploymentParts, "background">,
): Promise<Deployments> {
  if (databases !== undefined) {
    return databases.open(settings, { ...parts, background: backgroundStore(parts.store) });
  }
  if ((settings.deployment ?? []).length > 0) throw new Misuse(`--deployment: ${missing}`);
  if (settings.gate !== null) throw new Misuse(`--gate: ${missing}`);
  return nothing;
}

/** Lists the users and roles in a deployment that the store has forgotten, and drops them if told to. */
export async function leftIn(url: string, store: Store, drops: boolean) {
  if (databases === undefined) throw new Misuse(`--deployment: ${missing}`);
  return databases.left(url, store, drops);
}
