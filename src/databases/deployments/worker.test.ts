// Tests what database users and roles become in a deployment, on both engines: with a double of MongoDB that refuses what
// MongoDB would refuse.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { noDeployment, startDeployment } from "../../../test/databases/support/deployment.ts";
import { createFakeMongodb, type FakeMongodb } from "../../../test/databases/support/fake-mongodb.ts";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { createStorage, locationOf, type TestStorage } from "../../../test/support/storage.ts";
import { until } from "../../../test/support/until.ts";
import { ids, seed } from "../../../test/support/world.ts";
import { clusters } from "../../atlas/clusters/kept.ts";
import type { Cluster } from "../../atlas/clusters/rules/cluster.ts";
import { customRoles } from "../../atlas/custom-roles/kept.ts";
import type { SentRole } from "../../atlas/custom-roles/rules/custom-role.ts";
import { makeCustomRole, makeDatabaseUser } from "../../atlas/database-users/database-access.ts";
import { databaseUsers } from "../../atlas/database-users/kept.ts";
import { loginsTo } from "../../atlas/database-users/login.ts";
import { isProvisioned, provisioningOf } from "../../atlas/database-users/provisioning.ts";
import type { SentUser } from "../../atlas/database-users/rules/database-user.ts";
import type { Command } from "../../atlas/database-users/rules/provisioning.ts";
import { changingOf } from "../../core/changes/changing.ts";
import { minute } from "../../core/domain/instant.ts";
import { createKeyring } from "../../core/secrets/keyring.ts";
import { mintBytes, mintId } from "../../core/secrets/mint.ts";
import { countBacklog } from "../../server/monitoring/backlog.ts";
import { openStore } from "../../server/open-store.ts";
import { plant } from "../../testing/seed/plant.ts";
import { createConnections, findDeployments } from "./connections.ts";
import { Away, codes, Refused } from "./deployment.ts";
import { openMongodb } from "./mongodb.ts";
import { sharedByAll } from "./owners.ts";
import { Provisioning } from "./worker.ts";

const at = Date.parse("2026-08-10T03:04:53Z");
const url = "mongodb://root:secret-of-root@db.example.com/";
const name = "db.example.com";
const group = { id: ids.group };

/** Opens a project with a cluster, and a worker that only works on command. */
async function openShop(t: TestContext, storage: TestStorage, fake: FakeMongodb) {
  const store = await openStore(locationOf(storage));
  t.after(() => store.close());
  const keyring = createKeyring(mintBytes(32));
  const { unseal, seal, mint } = keyring;
  const configured = [{ cluster: null, url, name }];
  const connections = createConnections(findDeployments(configured, unseal), sharedByAll);
  const clock = { now: () => at };
  let wall = at;
  const logged: string[] = [];
  const note = (about: object, words: string) => void logged.push(`${JSON.stringify(about)} ${words}`);
  const log = { info: note, warn: note, error: note } as never;
  const openWorker = ({ isAlone = true } = {}) => {
    const made = new Provisioning({
      store,
      clock,
      connections,
      unseal,
      mint,
      log,
      open: fake.open,
      owners: sharedByAll,
      wall: () => wall,
      configured,
      isAlone,
      isPassing: false,
    });
    t.after(() => made.close(0));
    return made;
  };
  const write = <T>(work: (changing: ReturnType<typeof changingOf>) => Promise<T>) =>
    store.write((tx) => work(changingOf({ tx, now: at, newId: () => mintId(at) }, null)));
  return {
    store,
    logged,
    openWorker,
    write,
    connections,
    pass: (ms: number) => {
      wall += ms;
    },
    addCluster: (of: string = ids.group, at?: string) =>
      write((changing) =>
        clusters.add(changing, { id: of }, "main", {
          document: { kind: "CLUSTER", change: null } as Cluster,
          ...(at !== undefined && { sealedSecret: seal(at) }),
        }),
      ),
    addUser: (sent: Partial<SentUser> & { username: string }, of: string = ids.group) =>
      write((changing) =>
        makeDatabaseUser(
          { ...changing, seal },
          { id: of },
          {
            password: "password-of-user",
            roles: [{ roleName: "read", databaseName: "sales" }],
            ...sent,
          },
        ),
      ),
    addRole: (sent: SentRole & { roleName: string }) =>
      write((changing) => makeCustomRole(changing, group, sent)),
    removeUser: (key: string, of: string = ids.group) =>
      write(async (changing) => {
        const user = await databaseUsers.find(changing, { id: of }, key);
        ok(user);
        await databaseUsers.remove(changing, user);
      }),
    setPassword: (key: string, password: string) =>
      write(async (changing) => {
        const user = await databaseUsers.find(changing, group, key);
        ok(user);
        await databaseUsers.replace(changing, user, {
          document: user.document,
          sealedSecret: seal(password),
        });
      }),
    removeRole: (role: string) =>
      write(async (changing) => {
        const found = await customRoles.find(changing, group, role);
        ok(found);
        await customRoles.remove(changing, found);
      }),
    state: () => store.read((tx) => provisioningOf({ tx, now: at }, ids.group)),
    logins: () => store.read((tx) => loginsTo({ tx, now: at, connections }, group)),
    backlog: () => countBacklog({ store, now: () => at, wall: () => wall }),
    isDone: () => store.read((tx) => isProvisioned({ tx, now: at, connections, groupId: ids.group })),
  };
}

/** Returns the name that a role has in the deployment. */
const nameOf = (role: string) => `anteroom.${ids.group}.${role}`;
const held = (roleName: string) => [{ roleName, databaseName: "admin" }];
const passwordOf = (fake: FakeMongodb, user: string) => fake.users.get(user)?.pwd;

for (const engine of engines) {
  test(`provisioning on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    /** Begins with the cluster of the project, unless a test makes others. */
    const begin = async (
      t: TestContext,
      { fake = createFakeMongodb(), hasCluster = true }: { fake?: FakeMongodb; hasCluster?: boolean } = {},
    ) => {
      const storage = await createStorage(t, engine, { hasSchema: true });
      const shop = await openShop(t, storage, fake);
      await plant(seed, { store: shop.store, keyring: createKeyring(mintBytes(32)), now: at });
      const worker = shop.openWorker();
      await worker.start();
      if (hasCluster) await shop.addCluster();
      const settle = async () => {
        await worker.compareAll();
        await worker.flush();
      };
      /** Ends a worker and starts another, which knows nothing but the store. */
      const restart = async (last = worker) => {
        await last.close(0);
        const next = shop.openWorker();
        await next.start();
        await next.flush();
        return next;
      };
      const provisions = async () => (await shop.state()).provisions;
      return { ...shop, fake, worker, settle, restart, provisions };
    };

    await t.test("roles come before the users that hold them, each by a command of MongoDB", async (t) => {
      const { addRole, addUser, removeUser, removeRole, settle, fake, isDone, provisions } = await begin(t);
      await addRole({
        roleName: "base",
        actions: [{ action: "FIND", resources: [{ db: "sales", collection: "" }] }],
      });
      await addRole({
        roleName: "reports",
        actions: [
          {
            action: "RENAME_COLLECTION_SAME_DB",
            resources: [{ db: "sales" }, { db: "logs", collection: "a" }],
          },
          { action: "INSERT", resources: [{ db: "sales" }] },
          { action: "IN_PROG", resources: [{ cluster: true }] },
          { action: "SQL_GET_SCHEMA", resources: [{ cluster: true }] },
        ],
        inheritedRoles: [
          { role: "base", db: "admin" },
          { role: "readWrite", db: "stock" },
          { role: "killOpSession", db: "admin" },
        ],
      });
      await addUser({ username: "own", roles: held("reports") });
      await addUser({ username: "all", roles: held("atlasAdmin") });
      await addUser({
        username: "one",
        roles: [{ roleName: "read", databaseName: "sales", collectionName: "orders" }],
      });
      equal(await isDone(), false);
      await settle();
      equal(await isDone(), true);
      const own = nameOf("reports");
      const base = nameOf("base");
      const one = nameOf("read@sales.orders");
      const made = fake.changes.map((sent) => Object.values(sent)[0]);
      ok(made.indexOf(base) < made.indexOf(own) && made.indexOf(own) < made.indexOf("own"));
      ok(made.indexOf(one) < made.indexOf("one"));
      deepEqual(fake.roles.get(own), {
        privileges: [
          { resource: { db: "sales", collection: "" }, actions: ["renameCollectionSameDB", "insert"] },
          { resource: { db: "logs", collection: "a" }, actions: ["renameCollectionSameDB"] },
          { resource: { cluster: true }, actions: ["inprog"] },
          {
            resource: { cluster: true },
            actions: ["inprog", "killop", "listSessions", "killAnySession"],
          },
        ],
        roles: [
          { role: base, db: "admin" },
          { role: "readWrite", db: "stock" },
        ],
      });
      deepEqual(fake.users.get("own")?.roles, [{ role: own, db: "admin" }]);
      deepEqual(fake.users.get("one")?.roles, [{ role: one, db: "admin" }]);
      deepEqual(
        fake.users.get("all")?.roles.map((each) => (each as { role: string }).role),
        ["readWriteAnyDatabase", "dbAdminAnyDatabase", "clusterMonitor", "enableSharding", "backup"],
      );
      match(JSON.stringify(fake.users.get("own")?.customData), new RegExp(`"groupId":"${ids.group}"`));

      fake.changes.length = 0;
      await settle();
      deepEqual(fake.changes, [], "what is there is not sent again");
      await removeUser("admin/own");
      await removeRole("reports");
      await settle();
      deepEqual(fake.changes, [{ dropUser: "own" }, { dropRole: own }]);
      deepEqual((await provisions()).map((each) => each.name).sort(), ["all", base, one, "one"].sort());
    });

    await t.test(
      "a crash between a command and its record leaves no user too many and none too few",
      async (t) => {
        for (const isDoneFirst of [true, false]) {
          const { addUser, setPassword, removeUser, fake, worker, isDone, restart } = await begin(t);
          let last = worker;
          /** Makes a change, lets the server die at the next command, and starts another that knows only the store. */
          const crashAt = async (change: () => Promise<unknown>) => {
            fake.next.push((carryOut) => {
              if (isDoneFirst) carryOut();
              throw new Away("the connection was closed", "ECONNRESET");
            });
            await change();
            await last.compareAll();
            await last.flush();
            equal(fake.next.length, 0);
            equal(await isDone(), false);
            last = await restart(last);
            return [passwordOf(fake, "app"), await isDone()];
          };
          deepEqual(await crashAt(() => addUser({ username: "app" })), ["password-of-user", true]);
          deepEqual(await crashAt(() => setPassword("admin/app", "another-password")), [
            "another-password",
            true,
          ]);
          deepEqual(await crashAt(() => removeUser("admin/app")), [undefined, true]);
        }
      },
    );

    await t.test("what a command was begun for meanwhile is not forgotten", async (t) => {
      const { addUser, settle, fake, store } = await begin(t);
      fake.isAway = true;
      await addUser({ username: "app" });
      await settle();
      const rows = () => store.read((tx) => tx.provisions.ofGroup(ids.group));
      const [seen] = await rows();
      ok(seen);
      // If a process compares the project while another begins, the first would forget what the second creates.
      await store.write((tx) => tx.provisions.begin(seen, { next: seen.version + 1, dueAt: at }));
      await store.write((tx) => tx.provisions.remove(seen));
      equal((await rows()).length, 1);
      equal(await store.write((tx) => tx.provisions.begin(seen, { next: 9, dueAt: at })), false);
    });

    await t.test("two processes of one store send each command once", async (t) => {
      const { addUser, fake, isDone, worker, openWorker } = await begin(t);
      const other = openWorker({ isAlone: false });
      await other.start();
      for (let count = 0; count < 12; count++) await addUser({ username: `user-${count}` });
      const settle = async (each: Provisioning) => {
        await each.compareAll();
        await each.flush();
      };
      await Promise.all([settle(worker), settle(other)]);
      await settle(worker);
      deepEqual(fake.changes.map((sent) => sent.createUser).sort(), [...fake.users.keys()].sort());
      deepEqual([fake.users.size, await isDone()], [12, true]);
    });

    await t.test("users of others are never touched, though a command may have been ours", async (t) => {
      const shop = await begin(t);
      const { addUser, removeUser, settle, fake, provisions, restart, logged } = shop;
      const others = { pwd: "of others", roles: [], customData: { anteroom: "another", groupId: "x" } };
      fake.users.set("app", { ...others });
      await addUser({ username: "app" });
      await settle();
      shop.pass(minute);
      await settle();
      const [taken] = await provisions();
      deepEqual(
        [taken?.problem, taken?.waitsSince, passwordOf(fake, "app")],
        ["NAME_TAKEN", at, "of others"],
      );
      match(
        logged.join("\n"),
        /"name":"app","problem":"NAME_TAKEN".*, made by somebody else or by this server under another address/,
      );
      await removeUser("admin/app");
      await settle();
      equal(passwordOf(fake, "app"), "of others");

      // Another process creates it just before our command, whose outcome is lost.
      fake.users.delete("app");
      fake.next.push(() => {
        fake.users.set("app", { ...others });
        throw new Away("the connection was closed", "ECONNRESET");
      });
      await addUser({ username: "app" });
      await settle();
      const next = await restart();
      deepEqual([(await provisions())[0]?.problem, passwordOf(fake, "app")], ["NAME_TAKEN", "of others"]);
      await removeUser("admin/app");
      await next.compareAll();
      await next.flush();
      equal(passwordOf(fake, "app"), "of others");
      deepEqual(await provisions(), []);
    });

    await t.test("nobody gets a role that another Anteroom made, until it is ours", async (t) => {
      const { addRole, addUser, settle, fake, provisions, pass } = await begin(t);
      const [base, top] = ["base", "top"].map((each) => `anteroom.${ids.group}.${each}`) as [string, string];
      const one = nameOf("read@sales.orders");
      for (const name of [base, one]) fake.roles.set(name, { privileges: [], roles: [] });
      await addRole({ roleName: "base", actions: [{ action: "FIND", resources: [{ db: "sales" }] }] });
      await addRole({ roleName: "top", inheritedRoles: [{ role: "base", db: "admin" }] } as never);
      await addUser({ username: "heir", roles: held("top") });
      const onOrders = { roleName: "read", databaseName: "sales", collectionName: "orders" };
      await addUser({ username: "own", roles: [onOrders] });
      await settle();
      const problems = async () =>
        Object.fromEntries((await provisions()).map((each) => [each.name, each.problem]));
      deepEqual(await problems(), {
        [base]: "NAME_TAKEN",
        [one]: "NAME_TAKEN",
        [top]: "ROLE_MISSING",
        heir: "ROLE_MISSING",
        own: "ROLE_MISSING",
      });
      deepEqual([fake.users.size, fake.roles.size], [0, 2]);
      for (const name of [base, one]) fake.roles.delete(name);
      pass(minute);
      await settle();
      await settle();
      deepEqual(Object.values(await problems()), [null, null, null, null, null]);
      deepEqual(fake.users.get("heir")?.roles, [{ role: top, db: "admin" }]);
    });

    await t.test("what is dropped by hand is made again, and a namesake of it is not ours", async (t) => {
      const { addUser, settle, fake, provisions } = await begin(t);
      for (const username of ["one", "two"]) await addUser({ username });
      await settle();
      fake.users.delete("one");
      fake.users.set("two", { pwd: "of others", roles: [], customData: undefined });
      await settle();
      deepEqual([passwordOf(fake, "one"), passwordOf(fake, "two")], ["password-of-user", "of others"]);
      deepEqual(
        (await provisions()).map(({ name, problem }) => [name, problem]),
        [
          ["one", null],
          ["two", "NAME_TAKEN"],
        ],
      );
    });

    await t.test("an action that the deployment does not know is left out, and named", async (t) => {
      const shop = await begin(t);
      const { addRole, addUser, settle, fake, provisions, logged, isDone, restart } = shop;
      for (const name of ["analyze", "compact"]) fake.unknown.add(name);
      const on = { resources: [{ db: "shop", collection: "" }] };
      await addRole({
        roleName: "mixed",
        actions: [
          { action: "FIND", ...on },
          { action: "ANALYZE", ...on },
          { action: "COMPACT", resources: [{ db: "logs" }] },
          { action: "OUT_TO_S3", ...on },
        ],
      });
      await addRole({ roleName: "heir", actions: [], inheritedRoles: [{ role: "mixed", db: "admin" }] });
      await addUser({ username: "app", roles: held("heir") });
      await settle();
      const mixed = nameOf("mixed");
      const onShop = (...actions: string[]) => ({ resource: { db: "shop", collection: "" }, actions });
      deepEqual(fake.roles.get(mixed)?.privileges, [onShop("find")]);
      deepEqual(passwordOf(fake, "app"), "password-of-user");
      const problem = "ACTION_MISSING:OUT_TO_S3,analyze,compact";
      const stateOf = async () =>
        (await provisions()).map(({ name, state, problem }) => [name, state, problem]);
      const heir = nameOf("heir");
      deepEqual(await stateOf(), [
        [heir, "APPLIED", null],
        [mixed, "APPLIED", problem],
        ["app", "APPLIED", null],
      ]);
      equal(await isDone(), true);
      const said = () => logged.filter((line) => line.includes("made without some of its actions"));
      match(said().join("\n"), /: the deployment does not know these actions: OUT_TO_S3, analyze, compact$/);
      const { users } = await shop.logins();
      deepEqual(
        users.map(({ name, waits }) => [name, waits.map((wait) => [wait.canLogIn, wait.problem, wait.why])]),
        [
          [
            "app",
            [[true, problem, "the deployment does not know these actions: OUT_TO_S3, analyze, compact"]],
          ],
        ],
      );
      const { lackingRoles, lackedActions, provisionsWaiting } = await shop.backlog();
      deepEqual(
        [lackingRoles, lackedActions, provisionsWaiting],
        [1, ["OUT_TO_S3", "analyze", "compact"], 0],
      );
      fake.changes.length = 0;
      await settle();
      deepEqual(fake.changes, [], "nothing is asked again");

      // A server that starts asks again: another release may know more commands.
      fake.unknown.delete("analyze");
      await restart();
      deepEqual(fake.roles.get(mixed)?.privileges, [onShop("find", "analyze")]);
      equal((await stateOf())[1]?.[2], "ACTION_MISSING:OUT_TO_S3,compact");
    });

    await t.test("what is widened or narrowed by hand is set right, and told once", async (t) => {
      const { addRole, addUser, settle, fake, logged, provisions } = await begin(t);
      await addRole({ roleName: "fine", actions: [{ action: "FIND", resources: [{ db: "shop" }] }] });
      await addUser({ username: "one", roles: held("fine") });
      await addUser({ username: "two" });
      await settle();
      const fine = nameOf("fine");
      const before = structuredClone([fake.users, fake.roles]);
      const role = fake.roles.get(fine);
      const [one, two] = [fake.users.get("one"), fake.users.get("two")];
      ok(role && one && two);
      role.privileges = [{ resource: { db: "", collection: "" }, actions: ["find", "insert"] }];
      one.roles = [];
      two.roles = [...two.roles, { role: "root", db: "admin" }];
      fake.changes.length = 0;
      await settle();
      await settle();
      deepEqual([fake.users, fake.roles], before);
      equal(fake.changes.length, 3);
      deepEqual(
        (await provisions()).map((each) => each.state),
        ["APPLIED", "APPLIED", "APPLIED"],
      );
      const told = logged.filter((line) => line.includes("and not by this server: it is set right"));
      deepEqual(
        told
          .map((line) => JSON.parse(line.slice(0, line.lastIndexOf("}") + 1)))
          .map(({ name, added, removed }) => [name, added, removed])
          .sort(),
        [
          [fine, ["find on *", "insert on *"], ["find on shop"]],
          ["one", [], [`${fine}@admin`]],
          ["two", ["root@admin"], []],
        ],
      );
    });

    await t.test("users are made four at once, and a failure ends all of them", async (t) => {
      const { addUser, settle, fake, isDone, worker } = await begin(t);
      let [underWay, most] = [0, 0];
      for (let count = 0; count < 12; count++) {
        await addUser({ username: `user-${count}` });
        fake.next.push(async (carryOut) => {
          most = Math.max(most, ++underWay);
          await until(() => most >= 4, 1);
          // A fifth would be in progress by now, too.
          await sleep(5);
          underWay--;
          if (count === 5) throw new Away("the connection was closed", "ECONNRESET");
          return carryOut();
        });
      }
      await settle();
      equal(most, 4);
      ok(fake.users.size < 12 && fake.next.length > 0);
      equal(underWay, 0);
      await until(async () => {
        await worker.flush();
        return isDone();
      });
      equal(fake.users.size, 12);
    });

    await t.test("without marks, a user is ours by its id", { skip: noDeployment }, async (t) => {
      const database = await startDeployment(t);
      const real = await openMongodb(database.url);
      t.after(() => real.close());
      let before = (): Promise<never> | null => null;
      const open = async () => ({
        async run(sent: Command) {
          // FerretDB 1 does not know this command.
          if ("rolesInfo" in sent) {
            throw new Refused("no such command", {
              code: codes.commandNotFound,
              codeName: "CommandNotFound",
            });
          }
          return ("createUser" in sent ? before() : null) ?? real.run(sent);
        },
        close: async () => {},
      });
      const shop = await begin(t, { fake: { ...createFakeMongodb(), open } });
      const { addUser, removeUser, setPassword, settle, provisions, store } = shop;
      const first = async () => (await store.read((tx) => tx.provisions.ofGroup(ids.group)))[0];
      const isSettled = async (name: string, problem: string | null = null) => {
        await settle();
        await until(async () => {
          const found = (await provisions()).find((each) => each.name === name);
          return found?.problem === problem && (found.state === "APPLIED") === (problem === null);
        });
      };
      const make = (createUser: string, pwd: string) => database.command({ createUser, pwd, roles: [] });

      // Rows from before ids were stored get theirs; a new password does not make another user.
      await addUser({ username: "app" });
      await isSettled("app");
      const row = await first();
      ok(row && /^id:[0-9a-f-]{36}$/.test(row.mark));
      await store.write((tx) => tx.provisions.identify(row, "of before"));
      await settle();
      await until(async () => (await first())?.mark === row.mark);
      await setPassword("admin/app", "another-password");
      await addUser({ username: "one" });
      for (const name of ["app", "one"]) await isSettled(name);
      equal(await database.letsIn("app", "another-password"), true);

      // They are dropped there, and created by others.
      for (const name of ["app", "one"]) {
        await database.command({ dropUser: name });
        await make(name, "password-of-others");
        if (name === "app") await setPassword("admin/app", "next-password");
        if (name === "app") await isSettled(name, "NAME_TAKEN");
        await removeUser(`admin/${name}`);
        await settle();
        equal(await database.letsIn(name, "password-of-others"), true);
      }

      // The connection breaks after the command was executed.
      before = async () => {
        before = () => null;
        await make("own", "password-of-user");
        throw new Away("the connection was closed", "ECONNRESET");
      };
      await addUser({ username: "own" });
      await setPassword("admin/own", "another-password");
      await isSettled("own");
      equal(await database.letsIn("own", "another-password"), true);
      await removeUser("admin/own");
      await settle();
      equal((await database.users()).includes("own"), false);
    });

    await t.test("a deployment without roles makes users without them, until it has some", async (t) => {
      const without = createFakeMongodb();
      without.hasRoles = false;
      const { addRole, addUser, settle, fake, provisions, logged, restart } = await begin(t, {
        fake: without,
      });
      await addRole({ roleName: "base", actions: [{ action: "FIND", resources: [{ db: "sales" }] }] });
      await addUser({ username: "app", roles: held("base") });
      await settle();
      deepEqual(fake.changes, [{ createUser: "app", pwd: "password-of-user", roles: [] }]);
      ok((await provisions()).every(({ state, lacksRoles }) => state === "APPLIED" && lacksRoles));
      equal(logged.filter((line) => line.includes("has no roles")).length, 1);
      fake.hasRoles = true;
      await restart();
      deepEqual(fake.users.get("app")?.roles, [{ role: nameOf("base"), db: "admin" }]);
      ok((await provisions()).every(({ state, lacksRoles }) => state === "APPLIED" && !lacksRoles));
    });

    await t.test("what is refused is tried again later, and holds up nothing else", async (t) => {
      const { addUser, settle, fake, provisions, pass, logged } = await begin(t);
      fake.next.push(() => {
        throw new Refused("no room for password-of-user", { code: 14031, codeName: "OutOfDiskSpace" });
      });
      await addUser({ username: "one" });
      await addUser({ username: "two" });
      await settle();
      const [refused] = (await provisions()).filter(({ problem }) => problem !== null);
      equal(refused?.problem, "REFUSED:OutOfDiskSpace");
      equal(fake.users.size, 1);
      ok(!logged.join("\n").includes("password-of-user"));
      await settle();
      equal(fake.users.size, 1, "not at once");
      pass(minute);
      await settle();
      equal(fake.users.size, 2);
    });

    await t.test("who proves itself otherwise is kept and not made, and that is said once", async (t) => {
      const { write, settle, fake, state, logged } = await begin(t);
      await write((changing) =>
        makeDatabaseUser({ ...changing, seal: (secret) => secret }, group, {
          username: "CN=app",
          databaseName: "$external",
          x509Type: "CUSTOMER",
          roles: [{ roleName: "read", databaseName: "sales" }],
        }),
      );
      await settle();
      await settle();
      deepEqual([fake.changes, (await state()).kept], [[], [["CN=app", "x509Type CUSTOMER"]]]);
      equal(logged.filter((line) => line.includes("x509Type CUSTOMER")).length, 1);
    });

    await t.test("an outage is said once, and what waits tells since when and why", async (t) => {
      const { addUser, settle, fake, provisions, worker, logged, removeUser } = await begin(t);
      fake.isAway = true;
      await addUser({ username: "app" });
      await settle();
      await settle();
      deepEqual([...worker.troubles()], [[name, "ECONNREFUSED"]]);
      deepEqual(
        (await provisions()).map(({ problem, waitsSince, state }) => [problem, waitsSince, state]),
        [["AWAY:ECONNREFUSED", at, "WAITING"]],
      );
      const said = () => logged.filter((line) => /cannot be asked|is back/.test(line));
      match(said().join("\n"), /^.*: it refuses connections; what it lacks waits, and is tried again$/);
      // Further errors of the same outage are not another outage, and the newest is the one that is reported.
      fake.awayCode = "ETIMEDOUT";
      await until(async () => (await provisions())[0]?.problem === "AWAY:ETIMEDOUT");
      fake.awayCode = "AuthenticationFailed";
      await until(() => said().length > 1);
      match(said()[1] ?? "", /wrong user or password of its administrator/);
      // A user created and removed in the meantime never existed there.
      await removeUser("admin/app");
      fake.isAway = false;
      await settle();
      await until(() => worker.troubles().size === 0);
      await settle();
      deepEqual([await provisions(), fake.changes], [[], []]);
      match(said()[2] ?? "", /the deployment is back$/);
      equal(said().length, 3);
    });

    await t.test("after an outage what still waits is not said to wait for the deployment", async (t) => {
      const { addUser, settle, fake, provisions } = await begin(t);
      fake.isAway = true;
      for (let count = 0; count < 9; count++) await addUser({ username: `user-${count}` });
      await settle();
      const problems = async () => (await provisions()).map(({ problem }) => problem);
      deepEqual(new Set(await problems()), new Set(["AWAY:ECONNREFUSED"]));
      let goOn = () => {};
      const isHeld = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      for (let count = 0; count < 4; count++) {
        fake.next.push(async (carryOut) => {
          await isHeld;
          return carryOut();
        });
      }
      fake.isAway = false;
      await until(() => fake.changes.length === 4);
      deepEqual(new Set(await problems()), new Set([null]));
      goOn();
      await until(() => fake.users.size === 9);
    });

    await t.test("of two URLs of one deployment each is tried in turn, and an outage is one", async (t) => {
      const fake = createFakeMongodb();
      const opened: string[] = [];
      let good = "none";
      const open = async (at: string) => {
        opened.push(new URL(at).password);
        if (opened.at(-1) !== good) throw new Away("connect", "ECONNREFUSED");
        return fake.open(at);
      };
      const { addCluster, addUser, settle, worker, logged } = await begin(t, {
        fake: { ...fake, open },
        hasCluster: false,
      });
      await addCluster(ids.group, "mongodb://root:a@two.example.com/");
      await addCluster(ids.otherGroup, "mongodb://root:b@two.example.com/");
      await addUser({ username: "one" });
      await addUser({ username: "two" }, ids.otherGroup);
      for (let count = 0; count < 20; count++) await settle();
      const tries = () => opened.filter((each) => /^[ab]$/.test(each)).join("");
      await until(() => tries().length > 2);
      equal(worker.troubles().get("two.example.com"), "ECONNREFUSED");
      match(tries(), /^(aba|bab)[ab]{0,4}$/);
      good = "b";
      await until(() => fake.users.size === 2);
      equal(logged.filter((line) => /two.example.com.*cannot be asked/.test(line)).length, 1);
    });

    await t.test("a name that another project gives back is taken at once", async (t) => {
      const { addCluster, addUser, removeUser, settle, fake, worker, logged } = await begin(t);
      await addCluster(ids.otherGroup);
      await addUser({ username: "app", password: "password-of-one" });
      await settle();
      await addUser({ username: "app", password: "password-of-two" }, ids.otherGroup);
      await settle();
      equal(passwordOf(fake, "app"), "password-of-one");
      match(logged.join("\n"), /NAME_TAKEN.* the name is there already/);
      await removeUser("admin/app");
      worker.schedule(ids.group);
      await worker.flush();
      equal(passwordOf(fake, "app"), "password-of-two");
    });
  });
}
