// Brings a server into the state in which an answer was recorded: not all steps before it were kept.

import { operations } from "../../src/atlas/index.ts";
import type { createAnteroom } from "../../src/testing/embedded.ts";
import type { Reply } from "../support/world.ts";
import { prepareCluster } from "./recorded-clusters.ts";
import { closedAlert } from "./recorded-world.ts";
import type { Recording } from "./recordings.ts";
import { bodyOf } from "./sent.ts";

export interface Replaying {
  readonly world: Awaited<ReturnType<typeof createAnteroom>>;
  readonly ask: (method: string, path: string, accept: string, body?: object) => Promise<Reply>;
}

const v2023 = "application/vnd.atlas.2023-01-01+json";
const v2024 = "application/vnd.atlas.2024-05-30+json";

/** Puts the alert into the state that unrecorded requests left it in. */
export async function prepareAlert({ world, ask }: Replaying): Promise<void> {
  const [{ id }] = closedAlert.alerts;
  world.clock.set({ now: "2022-03-16T18:39:26Z" });
  await world.alerts.close(id);
  world.clock.set({ now: "2026-08-07T08:49:09Z" });
  for (const body of [{ acknowledgedUntil: "2026-08-08T00:00:00Z" }, { unacknowledgeAlert: true }]) {
    await ask("PATCH", `/api/atlas/v2/groups/b0123456789abcdef012345b/alerts/${id}`, v2024, body);
  }
}

/** Makes what an answer shows that is not there, and removes what it does not show. */
export async function prepareFor(
  replaying: Replaying,
  operationId: string,
  recording: Recording,
): Promise<void> {
  const { path, body, status } = recording;
  const { world, ask } = replaying;
  await prepareCluster(world, operationId, recording, ask);
  if (status >= 400) return;
  const makeUser = async (users: string, shown: unknown) =>
    ask("POST", users, v2023, bodyOf(operations.createGroupDatabaseUser, { ...recording, body: shown }));
  if (/^(get|update)GroupDatabaseUser$/.test(operationId)) {
    await makeUser(path.replace(/(databaseUsers).*/, "$1"), body);
  }
  if (operationId === "listGroupDatabaseUsers") for (const each of body.results) await makeUser(path, each);
  const cluster = clusterBehind(operationId, path);
  if (cluster !== undefined) {
    const reading = { ...recording, method: "GET", path: cluster, body: null };
    await prepareCluster(world, "getGroupCluster", reading, ask);
  }
  if (operationId === "createGroupAccessListEntry") await removeEntries(replaying, recording);
}

/** The cluster that an answer about something else needs. */
function clusterBehind(operationId: string, path: string): string | undefined {
  if (operationId === "verifyGroupUserSecurityLdap") {
    return path.replace(/userSecurity.*/, "clusters/Cluster0");
  }
  return operationId === "getGroupDbAccessHistoryCluster"
    ? path.replace("/dbAccessHistory/clusters/", "/clusters/")
    : undefined;
}

interface Entry {
  readonly cidrBlock: string;
  readonly deleteAfterDate?: string;
}

async function removeEntries({ ask }: Replaying, { path, body }: Recording): Promise<void> {
  const { json } = await ask("GET", path, v2023);
  const isShown = (entry: Entry) =>
    body.results.some(
      ({ cidrBlock, deleteAfterDate }: Entry) =>
        cidrBlock === entry.cidrBlock && deleteAfterDate === entry.deleteAfterDate,
    );
  for (const entry of json.results as Entry[]) {
    if (!isShown(entry)) await ask("DELETE", `${path}/${encodeURIComponent(entry.cidrBlock)}`, v2023);
  }
}
