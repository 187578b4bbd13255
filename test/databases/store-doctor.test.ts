// `anteroom doctor` of a store whose clusters have a deployment behind them.
import { deepEqual, equal } from "node:assert/strict";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { env, findings } from "../support/doctor.ts";
import { createFolder } from "../support/storage.ts";
import { ids } from "../support/world.ts";
import { startDeployed } from "./support/deployed.ts";
import { noRoles, startDeployment } from "./support/deployment.ts";

test("users that a restored store has forgotten are found in the deployment, and dropped when that is asked", {
  skip: noRoles,
}, async (t) => {
  const database = await startDeployment(t);
  const data = createFolder(t);
  const start = () => startDeployed(t, database.url, { data, secret: env.ANTEROOM_SECRET });
  const role = { roleName: "read", databaseName: "sales", collectionName: "orders" };
  const before = await start();
  await before.addCluster("main");
  await before.addUser("stays", "password-of-stays");
  await before.settle();
  await before.close();
  const copy = createFolder(t);
  cpSync(data, copy, { recursive: true });
  const after = await start();
  await after.addUser("later", "password-of-later", { roles: [role] });
  await after.settle();
  await after.close();
  // Puts back the copy, as a restore does.
  rmSync(data, { recursive: true });
  cpSync(copy, data, { recursive: true });
  // A user of another server.
  const marked = { anteroom: "x", groupId: "f".repeat(24) };
  await database.command({ createUser: "other", pwd: "password-of-other", roles: [], customData: marked });

  const url = join(createFolder(t), "url");
  writeFileSync(url, database.url);
  const flags = ["--data", data, "--deployment", `@${url}`];
  const name = `anteroom.${ids.group}.read@sales.orders`;
  const all = `user later of payments, role ${name} of payments`;
  const found = await findings(...flags);
  deepEqual(found.of("left"), {
    part: "left",
    status: "warn",
    said: `in ${database.host}, and forgotten by the store: ${all}`,
    cure: "the same command with --drop-left drops them",
  });
  equal(await database.letsIn("later", "password-of-later"), true);
  const dropped = await findings(...flags, "--drop-left");
  equal(dropped.of("left").said, `dropped in ${database.host}: ${all}`);
  deepEqual(await database.users(), ["other", "stays"]);
  const { status, said } = (await findings(...flags)).of("left");
  deepEqual([status, said], ["ok", `nothing in ${database.host} that the store has forgotten`]);
  await database.stop();
  equal(
    (await findings(...flags)).of("left").said,
    `${database.host} cannot be asked: it refuses connections`,
  );
});
