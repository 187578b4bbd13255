// A world whose clusters have a deployment behind them, for tests that change it as API clients do.
import { equal } from "node:assert/strict";
import type { TestContext } from "node:test";
import type { AnteroomOptions } from "../../../src/anteroom.ts";
import { openStoreFile } from "../../support/sqlite-file.ts";
import { createFolder } from "../../support/storage.ts";
import { until } from "../../support/until.ts";
import { ids, keys, startWorld, v2023 } from "../../support/world.ts";

/** The path of a project's database users. */
export const users = (groupId: string = ids.group) => `/api/atlas/v2/groups/${groupId}/databaseUsers`;
export const v2024 = "application/vnd.atlas.2024-10-23+json";
const region = {
  providerName: "AWS",
  regionName: "US_EAST_1",
  priority: 7,
  electableSpecs: { instanceSize: "M10", nodeCount: 3 },
};
const role = { roleName: "readWrite", databaseName: "sales" };

/** The store is a file, so that tests see what it keeps of the deployment. */
export async function startDeployed(
  t: TestContext,
  deployment: AnteroomOptions["deployment"],
  options: AnteroomOptions = {},
) {
  const data = createFolder(t);
  const world = await startWorld(t, { data, ...(deployment && { deployment }), ...options });
  const file = openStoreFile(data);
  t.after(() => file.close());
  const as = (groupId: string) => (groupId === ids.otherGroup ? keys.stranger : keys.owner);
  const ask = (method: string, path: string, body?: object, type = v2023) =>
    world.as(as(path.includes(ids.otherGroup) ? ids.otherGroup : ids.group), {
      method,
      path,
      headers: { accept: type, "content-type": type },
      ...(body && { body }),
    });
  return {
    ...world,
    data,
    ask,
    rows: file.rows,
    async addCluster(name: string, groupId: string = ids.group) {
      const body = { name, clusterType: "REPLICASET", replicationSpecs: [{ regionConfigs: [region] }] };
      const reply = await ask("POST", `/api/atlas/v2/groups/${groupId}/clusters`, body, v2024);
      equal(reply.status, 201, reply.text);
    },
    async addUser(username: string, password: string, more: object = {}, groupId: string = ids.group) {
      const body = { username, password, databaseName: "admin", roles: [role], ...more };
      const reply = await ask("POST", users(groupId), body);
      equal(reply.status, 201, reply.text);
    },
    /** Waits until the deployment of the cluster `main` is as the project says. */
    async settle(groupId: string = ids.group) {
      const path = `/api/atlas/v2/groups/${groupId}/clusters/main/status`;
      await until(async () => (await ask("GET", path)).json.changeStatus === "APPLIED");
    },
    waiting: () =>
      file.rows("select name, problem from provisions where waits_since is not null order by name"),
  };
}
