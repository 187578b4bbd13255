// A world whose clusters have a deployment behind them, for tests that change it as API clients do.
import { ok } from "node:assert/strict";
import type { TestContext } from "node:test";
import type { AnteroomOptions } from "../../../src/anteroom.ts";
import type { OperationId } from "../../../src/atlas/index.ts";
import { clusterOf } from "../../support/clusters.ts";
import { type Asked, request } from "../../support/operations.ts";
import { openStoreFile } from "../../support/sqlite-file.ts";
import { createFolder } from "../../support/storage.ts";
import { until } from "../../support/until.ts";
import { ids, keys, startWorld } from "../../support/world.ts";
import { startDeployment } from "./deployment.ts";

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
  /** Calls an operation as an owner of the project, and returns the body of the answer, which must be a success. */
  const get = async (id: OperationId, asked: Asked = {}) => {
    const key = asked.params?.groupId === ids.otherGroup ? keys.stranger : keys.owner;
    const { status, text, json } = await world.as(key, request(id, asked));
    ok(status < 300, `${id}: ${text}`);
    return json;
  };
  const ofUser = (username: string, groupId: string = ids.group) => ({
    params: { groupId, databaseName: "admin", username },
  });
  return {
    ...world,
    data,
    get,
    rows: file.rows,
    addCluster: (name: string, groupId: string = ids.group) =>
      get("createGroupCluster", { params: { groupId }, body: clusterOf(name) }),
    addUser(username: string, password: string, more: object = {}, groupId: string = ids.group) {
      const body = { username, password, databaseName: "admin", roles: [role], ...more };
      return get("createGroupDatabaseUser", { params: { groupId }, body });
    },
    changeUser: (username: string, body: object) =>
      get("updateGroupDatabaseUser", { ...ofUser(username), body }),
    removeUser: (username: string) => get("deleteGroupDatabaseUser", ofUser(username)),
    addRole: (body: object) => get("createGroupCustomDbRoleRole", { body }),
    /** Waits until the deployment of the cluster `main` is as the project says. */
    async settle(groupId: string = ids.group) {
      const ofMain = { params: { groupId, clusterName: "main" } };
      await until(async () => (await get("getGroupClusterStatus", ofMain)).changeStatus === "APPLIED");
    },
    waiting: () =>
      file.rows("select name, problem from provisions where waits_since is not null order by name"),
  };
}

/** Starts a deployment, and a world with the cluster `main` before it. */
export async function startBoth(t: TestContext, options: AnteroomOptions = {}) {
  const database = await startDeployment(t);
  const world = await startDeployed(t, database.url, options);
  await world.addCluster("main");
  return { database, world };
}
