// A user made by the API logs in to a real database, as long as it is to.
import { deepEqual, doesNotMatch, equal, match, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { OperationId } from "../../src/atlas/index.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { request } from "../support/operations.ts";
import { startProxy } from "../support/tcp-proxy.ts";
import { until } from "../support/until.ts";
import { ids, keys } from "../support/world.ts";
import { startBoth, startDeployed } from "./support/deployed.ts";
import {
  letsIn,
  noDeployment,
  startDeployment,
  type TestDeployment,
  withClient,
} from "./support/deployment.ts";

const skip = noDeployment;
/** Seconds that the deployment is away; nightly says more. */
const outageSeconds = Number(process.env.ANTEROOM_OUTAGE_SECONDS ?? 2);

const lets = (database: TestDeployment, username: string, password: string, isIn: boolean) =>
  until(async () => (await database.letsIn(username, password)) === isIn);

test("a user logs in at once, with a new password, and not after it ended or was removed", {
  skip,
}, async (t) => {
  const { database, world } = await startBoth(t);
  await world.addUser("app", "first-password");
  await lets(database, "app", "first-password", true);
  equal(await database.letsIn("app", "another-password"), false);

  await world.changeUser("app", { password: "second-password" });
  await lets(database, "app", "second-password", true);
  equal(await database.letsIn("app", "first-password"), false);

  const now = Date.parse((await world.clock.set({ advance: "PT0S" })).now);
  await world.addUser("guest", "guest-password", {
    deleteAfterDate: new Date(now + 3_600_000).toISOString(),
  });
  await lets(database, "guest", "guest-password", true);
  await world.clock.advance("PT2H");
  await lets(database, "guest", "guest-password", false);

  await world.removeUser("app");
  await lets(database, "app", "second-password", false);
  deepEqual(await database.users(), []);
  deepEqual(world.rows("select * from provisions"), []);
});

test("a search index of a collection that its database lacks is refused, but not while it is away", {
  skip,
}, async (t) => {
  const [database, other] = await Promise.all([startDeployment(t), startDeployment(t)]);
  const world = await startDeployed(t, [`main=${database.url}`, `east=${other.url}`]);
  for (const name of ["main", "east", "empty"]) await world.addCluster(name);
  await withClient(database.url, (client) => client.db("shop").createCollection("orders"));
  const index = { database: "shop", collectionName: "orders", name: "default" };
  const definition = { mappings: { dynamic: true } };
  const send = async (
    clusterName: string,
    more: object,
    id: OperationId = "createGroupClusterSearchIndex",
  ) => {
    const asked = { params: { clusterName }, body: { ...index, ...more } };
    const { status, json } = await world.as(keys.owner, request(id, asked));
    return status < 300 ? json.collectionName : [status, json.errorCode, json.detail, json.parameters];
  };
  const lacks = (name: string) => [
    400,
    "ATLAS_SEARCH_COLLECTION_NOT_FOUND",
    `Collection ${name} was not found.`,
    [name],
  ];
  equal(await send("main", { definition }), "orders");
  deepEqual(await send("main", { definition, collectionName: "order" }), lacks("order"));
  deepEqual(await send("main", { definition, database: "Shop.x" }), lacks("orders"));
  deepEqual(
    await send("main", { ...definition, database: "none" }, "createGroupClusterFtsIndex"),
    lacks("orders"),
  );
  deepEqual(await send("east", { definition }), lacks("orders"));
  equal(await send("empty", { definition }), "orders");
  await other.stop();
  equal(await send("east", { definition }), "orders");
});

test("a user is wanted where its scopes and the clusters of its project say", { skip }, async (t) => {
  const [database, other] = await Promise.all([startDeployment(t), startDeployment(t)]);
  const world = await startDeployed(t, [database.url, `east=${other.url}`]);
  await world.addUser("all", "password-of-all");
  await world.addUser("scoped", "password-of-one", { scopes: [{ name: "east", type: "CLUSTER" }] });
  await world.addUser("lake", "password-of-lake", { scopes: [{ name: "east", type: "DATA_LAKE" }] });
  await sleep(100);
  deepEqual([await database.users(), await other.users()], [[], []]);
  await world.addCluster("west");
  await world.addCluster("east");
  await world.clock.set({ advance: "PT0S" });
  await lets(other, "scoped", "password-of-one", true);
  await lets(database, "all", "password-of-all", true);
  deepEqual([await database.users(), await other.users()], [["all"], ["all", "scoped"]]);
});

test("connection strings lead there without credentials, and a cluster of a seed may have its own", {
  skip,
}, async (t) => {
  const [database, own] = await Promise.all([startDeployment(t), startDeployment(t)]);
  const world = await startDeployed(t, `${database.url}?tls=false&appName=secret`);
  await world.addCluster("main");
  await world.addUser("app", "password-of-app");
  await world.insert({
    orgs: [
      { name: "Acme", groups: [{ name: "payments", clusters: [{ name: "own", deployment: own.url }] }] },
    ],
  });
  const ofOwn = { params: { clusterName: "own" } };
  const read = (clusterName: string) => world.get("getGroupCluster", { params: { clusterName } });
  await until(async () => (await read("main")).stateName === "IDLE");
  const strings = [await read("main"), await read("own")].map(
    ({ connectionStrings }) => connectionStrings.standard,
  );
  deepEqual(strings, [
    `mongodb://${database.host}/?authSource=admin&tls=false`,
    `mongodb://${own.host}/?authSource=admin`,
  ]);
  for (const string of strings) await until(() => letsIn(string, "app", "password-of-app"));
  const status = async () => (await world.get("getGroupClusterStatus", ofOwn)).changeStatus;
  equal(await status(), "APPLIED");

  await own.stop();
  await world.addUser("other", "password-of-other");
  equal(await status(), "PENDING");
  await own.start();
  await until(async () => (await status()) === "APPLIED");
  equal(await own.letsIn("other", "password-of-other"), true);

  // Its URL goes with it; what is in it is still known.
  await world.get("deleteGroupCluster", ofOwn);
  await until(async () => (await own.users()).length === 0);
  deepEqual(await database.users(), ["app", "other"]);
  const shown = JSON.stringify([
    await read("main"),
    world.rows("select * from documents"),
    world.rows("select * from provisions"),
  ]);
  doesNotMatch(shown, new RegExp(own.password));
});

test("a seed whose deployment is none is refused, and its text is not repeated", async () => {
  for (const [deployment, flaw] of [
    ["postgres://root:secret@db", "it is no URL of a deployment: write mongodb:"],
    ["mongodb://secret@db", "the URL has no user and password of an administrator: write mongodb:"],
  ] as const) {
    const clusters = [{ name: "own", deployment }];
    const seed = { orgs: [{ name: "Acme", groups: [{ name: "payments", clusters }] }] };
    await rejects(createAnteroom({ seed }), (reason: Error) => {
      match(reason.message, new RegExp(`groups\\.0\\.clusters\\.0\\.deployment: ${flaw}`));
      doesNotMatch(reason.message, /secret/);
      return true;
    });
  }
  for (const [deployment, flaw] of [
    ["mongodb://localhost:27017", /^--deployment: the URL has no user and password/],
    ["mongodb://u:secret@db/?nonsense=1", /^--deployment: the driver refuses the URL: option nonsense/],
    ["mongodb://u:secret%zz@db", /^--deployment: the driver refuses the URL: (?!.*secret)/],
  ] as const) {
    await rejects(createAnteroom({ deployment }), { message: flaw });
  }
});

test("a world does not wait for a deployment that is not there to close", async () => {
  const world = await createAnteroom({ deployment: "mongodb://root:secret@127.0.0.1:1" });
  const begun = performance.now();
  await world.close();
  ok(performance.now() - begun < 2_000);
});

test("a world does not wait to close for a deployment that has just gone", { skip }, async (t) => {
  const { database, world } = await startBoth(t);
  await world.addUser("app", "password-of-app");
  await lets(database, "app", "password-of-app", true);
  await database.stop();
  await sleep(10);
  const begun = performance.now();
  await world.close();
  ok(performance.now() - begun < 2_000);
});

test("what changed during an outage is made up for, and no answer waits for it", { skip }, async (t) => {
  const { database, world } = await startBoth(t);
  await world.addUser("stays", "password-before");
  await world.addUser("goes", "password-before");
  await lets(database, "goes", "password-before", true);
  await lets(database, "stays", "password-before", true);

  await database.stop();
  const begun = performance.now();
  await world.addUser("comes", "password-meanwhile");
  await world.changeUser("stays", { password: "password-after" });
  await world.removeUser("goes");
  ok(performance.now() - begun < 5_000);
  const areRefused = () => world.waiting().filter(({ problem }) => problem === "AWAY:ECONNREFUSED");
  await until(() => areRefused().length === 3);
  const ready = await world.send({ path: "/readyz" });
  equal(ready.status, 200);
  match(
    ready.json.parts.deployments.reason,
    /^The deployment 127\.0\.0\.1:\d+ cannot be asked: it refuses connections; 3 users/,
  );
  const metrics = await world.send({ path: "/metrics" });
  match(metrics.text, /^anteroom_provisioning_waiting 3$/m);
  match(metrics.text, /^anteroom_provisioning_failed 3$/m);
  doesNotMatch(metrics.text + ready.text, new RegExp(database.password));
  await sleep(outageSeconds * 1000);

  await database.start();
  await lets(database, "comes", "password-meanwhile", true);
  await lets(database, "stays", "password-after", true);
  await until(async () => String(await database.users()) === "comes,stays");
  deepEqual(world.waiting(), []);
});

test("a password that lets in is the one after the database was killed, too", { skip }, async (t) => {
  const { database, world } = await startBoth(t);
  await world.addUser("app", "password-0");
  await lets(database, "app", "password-0", true);
  for (const round of [1, 2, 3]) {
    await world.changeUser("app", { password: `password-${round}` });
    await lets(database, "app", `password-${round}`, true);
    await database.stop();
    await database.start();
    equal(await database.letsIn("app", `password-${round}`), true, `password-${round}`);
    equal(await database.letsIn("app", `password-${round - 1}`), false);
  }
});

test("who was there before stays as it is, and of two projects the first has the name", {
  skip,
}, async (t) => {
  const database = await startDeployment(t);
  await database.command({ createUser: "older", pwd: "password-of-old", roles: [] });
  const world = await startDeployed(t, database.url);
  await world.addCluster("main");
  await world.addCluster("main", ids.otherGroup);
  await world.addUser("older", "password-of-new");
  await world.addUser("app", "password-of-one");
  await lets(database, "app", "password-of-one", true);
  await world.addUser("app", "password-of-two", {}, ids.otherGroup);
  await until(() => world.waiting().filter(({ problem }) => problem === "NAME_TAKEN").length === 2);
  deepEqual(
    [await database.letsIn("older", "password-of-old"), await database.letsIn("older", "password-of-new")],
    [true, false],
  );
  equal(await database.letsIn("app", "password-of-two"), false);

  const told = async () => {
    const { status, json } = await world.send({ path: "/readyz" });
    return [status, json.parts.deployments.reason];
  };
  await until(async () =>
    /^2 users .*; 2 of them: the name is there already/.test(String((await told())[1])),
  );
  equal((await told())[0], 200);

  const waits = async (groupId: string) =>
    (await world.whoCan({ operation: "logIn", groupId, cluster: "main" })).logins?.users.map((user) => [
      user.name,
      ...user.waits.map(({ deployment, canLogIn, problem }) => [deployment, canLogIn, problem]),
    ]);
  const taken = [database.host, false, "NAME_TAKEN"];
  deepEqual(await waits(ids.group), [["app"], ["older", taken]]);
  deepEqual(await waits(ids.otherGroup), [["app", taken]]);

  // Neither is touched when its namesake goes; and the name is free for the other then.
  await world.removeUser("older");
  await world.removeUser("app");
  await lets(database, "app", "password-of-two", true);
  equal(await database.letsIn("older", "password-of-old"), true);
});

test("two Anterooms on one deployment leave each other's users alone", { skip }, async (t) => {
  const database = await startDeployment(t);
  const [one, two] = [await startDeployed(t, database.url), await startDeployed(t, database.url)];
  for (const world of [one, two]) await world.addCluster("main");
  await one.addUser("app", "password-of-one");
  await lets(database, "app", "password-of-one", true);
  await two.addUser("app", "password-of-two");
  await two.addUser("own", "password-of-two");
  await lets(database, "own", "password-of-two", true);
  await until(() => two.waiting().some(({ problem }) => problem === "NAME_TAKEN"));
  await two.removeUser("app");
  await until(() => two.waiting().length === 0);
  equal(await database.letsIn("app", "password-of-one"), true);
  await one.removeUser("app");
  await lets(database, "app", "password-of-one", false);
  equal(await database.letsIn("own", "password-of-two"), true);
});

test("a project that is deleted with its cluster takes its users along, and a snapshot brings them back", {
  skip,
}, async (t) => {
  const { database, world } = await startBoth(t);
  await world.addUser("app", "password-of-app");
  await lets(database, "app", "password-of-app", true);
  await world.snapshot.take("before");
  await world.addUser("more", "password-of-app");
  await lets(database, "more", "password-of-app", true);
  await world.snapshot.restore("before");
  await lets(database, "more", "password-of-app", false);
  await world.get("deleteGroupCluster", { params: { clusterName: "main" } });
  await world.clusters.settle(ids.group, "main");
  await world.get("deleteGroup");
  await lets(database, "app", "password-of-app", false);
  deepEqual(await database.users(), []);
  await world.snapshot.restore("before");
  await lets(database, "app", "password-of-app", true);
});

test("an administrator that is refused, and a deployment that is replaced", { skip }, async (t) => {
  const database = await startDeployment(t);
  const logged: string[] = [];
  t.mock.method(process.stdout, "write", (line: string) => logged.push(String(line)) > 0);
  const wrong = await startDeployed(t, database.url.replace(database.password, "wrong-password"), {
    logLevel: "warn",
  });
  await wrong.addCluster("main");
  await wrong.addUser("app", "password-of-app");
  await until(() => wrong.waiting()[0]?.problem === "AWAY:AuthenticationFailed");
  const [{ json: ready }] = [await wrong.send({ path: "/readyz" })];
  match(ready.parts.deployments.reason, /cannot be asked: wrong user or password of its administrator/);
  doesNotMatch(JSON.stringify(wrong.rows("select * from provisions")), /wrong-password|password-of-app/);
  await wrong.close();

  const world = await startDeployed(t, database.url);
  await world.addCluster("main");
  await world.addUser("app", "password-of-app");
  await lets(database, "app", "password-of-app", true);
  // As a new and empty one in its place: it is compared when it is back.
  await database.command({ dropUser: "app" });
  await database.stop();
  await world.addUser("other", "password-of-app");
  await until(() => world.waiting()[0]?.problem === "AWAY:ECONNREFUSED");
  await database.start();
  await lets(database, "other", "password-of-app", true);
  await lets(database, "app", "password-of-app", true);
});

test("one that is away at the start is used when it comes, and both are logged once, in plain words", {
  skip,
}, async (t) => {
  const database = await startDeployment(t);
  await database.stop();
  const logged: string[] = [];
  t.mock.method(process.stdout, "write", (line: string) => logged.push(String(line)) > 0);
  const world = await startDeployed(t, database.url, { logLevel: "info" });
  await world.addCluster("main");
  await world.addUser("app", "password-of-app");
  await until(() => logged.some((line) => line.includes("cannot be asked")));
  // Longer than the driver looks for a server, so that it is tried again.
  await sleep(6_000);
  await database.start();
  await lets(database, "app", "password-of-app", true);
  await until(() => world.waiting().length === 0);
  const lines = logged.filter((line) => /"deployment":"127/.test(line) && !line.includes("has no roles"));
  deepEqual(
    lines.map((line) => JSON.parse(line).msg),
    [
      "the deployment cannot be asked: it refuses connections; what it lacks waits, and is tried again",
      "the deployment is back",
    ],
  );
});

test("a deployment that does not answer holds up no request, and no other deployment", {
  skip,
}, async (t) => {
  const [database, slow] = [await startDeployment(t), await startProxy(t, (await startDeployment(t)).url)];
  const world = await startDeployed(t, [database.url, `slow=${slow.url}`]);
  await world.addCluster("slow");
  await world.addCluster("main");
  await world.addUser("before", "password-before");
  await lets(database, "before", "password-before", true);
  await until(() => letsIn(slow.url, "before", "password-before"));
  slow.swallow(true);
  const begun = performance.now();
  await world.addUser("app", "password-of-app");
  await lets(database, "app", "password-of-app", true);
  ok(performance.now() - begun < 3_000);
  await until(() => /^AWAY:/.test(String(world.waiting()[0]?.problem)));
  slow.swallow(false);
  slow.cut();
  await until(() => letsIn(slow.url, "app", "password-of-app"));
});

/** The number of users that are made, one after the other; nightly sets more. */
const loginUsers = Number(process.env.ANTEROOM_LOGIN_USERS ?? 10);

test("from a user's creation to its login it takes less than a second", { skip }, async (t) => {
  const { database, world } = await startBoth(t);
  const times: number[] = [];
  for (let count = 0; count < loginUsers; count++) {
    const begun = performance.now();
    await world.addUser(`user-${count}`, `password-${count}`);
    await until(() => database.letsIn(`user-${count}`, `password-${count}`), 2);
    times.push(performance.now() - begun);
    // A project has a hundred users at most.
    await world.removeUser(`user-${count}`);
  }
  times.sort((one, other) => one - other);
  const [p50 = 0, p99 = 0] = [0.5, 0.99].map((share) => times[Math.floor((times.length - 1) * share)]);
  t.diagnostic(
    `${loginUsers} users, from the request to a login: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  );
  ok(p50 < 1_000);
});
