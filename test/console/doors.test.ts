// The pages of database users, custom roles and the access list of a project, as a person without script uses them.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { ids } from "../support/world.ts";

const root = `/projects/${ids.group}`;
const [network, database] = [`${root}/network-access`, `${root}/database-access`];
const api = `/api/atlas/v2/groups/${ids.group}`;

test("pages of network access and database access", async (t) => {
  const stage = await startStage(t);
  const owner = () => browse(stage, "owner@example.com");
  const ask = async (path: string) => (await stage.ask("owner", { path: `${api}/${path}` })).json;

  await t.test("addresses of all kinds are added, changed, searched and removed", async () => {
    const browser = owner();
    match((await browser.open(network)).text, /No address is allowed/);
    const entries = "192.0.2.10\n198.51.100.0/24 203.0.113.4";
    const added = await browser.send(network, "add", { entries, comment: "the office", end: "24" });
    match(added.text, /Added\. .*192\.0\.2\.10 the office tomorrow Edit Remove/);
    const { results } = await ask("accessList");
    deepEqual(
      results.map((each: Record<string, string>) => [
        each.cidrBlock ?? each.awsSecurityGroup,
        each.comment,
        each.deleteAfterDate,
      ]),
      ["192.0.2.10/32", "198.51.100.0/24", "203.0.113.4/32"].map((name) => [
        name,
        "the office",
        "2026-08-11T03:04:53Z",
      ]),
    );
    const edit = `${network}?edit=${encodeURIComponent("198.51.100.0/24")}`;
    match((await browser.open(edit)).text, /Edit 198\.51\.100\.0\/24 .*As it is \(2026-08-11 03:04 UTC\)/);
    await browser.send(edit, "edit", { id: "198.51.100.0/24", comment: "home", end: "" });
    const [, changed] = (await ask("accessList")).results;
    deepEqual([changed.comment, changed.deleteAfterDate], ["home", undefined]);

    const found = await browser.open(`${network}?q=home`);
    match(found.text, /198\.51\.100\.0\/24 home/);
    ok(!found.text.includes("the office"));
    const removed = await browser.send(network, "remove", { id: ["192.0.2.10", "203.0.113.4"] });
    match(removed.text, /Removed 192\.0\.2\.10 and 203\.0\.113\.4\./);
    equal((await ask("accessList")).totalCount, 1);
  });

  await t.test("a refused address is said, what was typed is kept, and nothing is added", async () => {
    const shown = await owner().send(network, "add", { entries: "192.0.2.10\n192.0.2.300" });
    equal(shown.status, 400);
    match(shown.text, /192\.0\.2\.300/);
    match(shown.html, /<dialog [^>]*open[^>]*><h2[^>]*>Add addresses/);
    equal((await ask("accessList")).totalCount, 0);
  });

  await t.test("a custom role is added, changed, used and deleted", async () => {
    const browser = owner();
    const roles = `${database}?kind=roles`;
    const added = await browser.send(roles, "addRole", {
      roleName: "reports",
      actions: "FIND@sales.orders\nFIND@hr\nLIST_SESSIONS",
      inherits: "read@sales",
    });
    match(added.text, /Added reports\. .*reports FIND@sales\.orders FIND@hr \+1 LIST_SESSIONS read@sales 0/);
    deepEqual(await ask("customDBRoles/roles/reports"), {
      actions: [
        { action: "FIND", resources: [{ collection: "orders", db: "sales" }, { db: "hr" }] },
        { action: "LIST_SESSIONS", resources: [{ cluster: true }] },
      ],
      inheritedRoles: [{ db: "sales", role: "read" }],
      roleName: "reports",
    });
    const shown = await browser.open(`${roles}&edit=reports`);
    ok(shown.html.includes("FIND@sales.orders\nFIND@hr\nLIST_SESSIONS</textarea>"), shown.html);
    await browser.send(`${roles}&edit=reports`, "editRole", { id: "reports", actions: "FIND@hr" });
    const { actions, inheritedRoles } = await ask("customDBRoles/roles/reports");
    deepEqual([actions.length, inheritedRoles], [1, []]);

    const user = { method: "password", username: "app", password: "a passphrase", onAll: "reports@admin" };
    await browser.send(database, "addUser", user);
    const used = await browser.send(roles, "deleteRole", { id: "reports" });
    match(used.text, /would leave the following users without a role: app/);
    match((await browser.open(roles)).text, /reports FIND@hr 1/);
    await browser.send(database, "deleteUser", { id: "admin%2Fapp" });
    match((await browser.send(roles, "deleteRole", { id: "reports" })).text, /Deleted reports\./);
    deepEqual(await ask("customDBRoles/roles"), []);
  });

  await t.test("users of each kind are added, changed and deleted; no page has a password", async () => {
    const browser = owner();
    const password = " a passphrase with spaces ";
    const added = await browser.send(database, "addUser", {
      method: "password",
      username: "app",
      password,
      onAll: "readAnyDatabase@admin",
      roles: "readWrite@sales\nread@hr.people",
      scopes: "main\nlake:data_lake",
      description: "the shop",
      end: "6",
    });
    match(
      added.text,
      /Added app\. .*app Password readAnyDatabase@admin readWrite@sales read@hr\.people main /,
    );
    ok(!added.html.includes(password.trim()));
    const { links: _, ...user } = await ask("databaseUsers/admin/app");
    deepEqual(user, {
      awsIAMType: "NONE",
      databaseName: "admin",
      deleteAfterDate: "2026-08-10T09:04:53Z",
      description: "the shop",
      groupId: ids.group,
      labels: [],
      ldapAuthType: "NONE",
      oidcAuthType: "NONE",
      roles: [
        { databaseName: "admin", roleName: "readAnyDatabase" },
        { databaseName: "sales", roleName: "readWrite" },
        { collectionName: "people", databaseName: "hr", roleName: "read" },
      ],
      scopes: [
        { name: "main", type: "CLUSTER" },
        { name: "lake", type: "DATA_LAKE" },
      ],
      username: "app",
      x509Type: "NONE",
    });
    const arn = "arn:aws:iam::123456789012:role/batch, nightly";
    await browser.send(database, "addUser", { method: "awsRole", username: arn, onAll: "backup@admin" });
    const id = encodeURIComponent(`$external/${arn}`);
    const edit = `${database}?edit=${encodeURIComponent(id)}`;
    const shown = await browser.open(edit);
    match(shown.text, /Edit arn:aws:iam::123456789012:role\/batch, nightly Roles on all databases/);
    ok(!/name="(method|password)"/.test(/id="edit".*?<\/form>/s.exec(shown.html)?.[0] ?? "password"));
    const saved = await browser.send(edit, "editUser", { id, roles: "read@hr", description: "" });
    match(saved.text, /Saved arn:aws/);
    deepEqual((await ask(`databaseUsers/$external/${encodeURIComponent(arn)}`)).roles, [
      { databaseName: "hr", roleName: "read" },
    ]);

    const filtered = await browser.open(`${database}?role=read%40hr`);
    ok(filtered.text.includes("batch, nightly") && !filtered.text.includes("app Password"));
    const gone = await browser.send(database, "deleteUser", { id: ["admin%2Fapp", id] });
    match(gone.text, /Deleted app and arn:aws/);
    equal((await ask("databaseUsers")).totalCount, 0);
  });

  await t.test("an access review counts users of one name on two databases", async () => {
    const user = { username: "arn:aws:iam::123456789012:user/app", onAll: "readAnyDatabase@admin" };
    await owner().send(database, "addUser", { ...user, method: "password", password: "a passphrase" });
    await owner().send(database, "addUser", { ...user, method: "awsUser" });
    match((await owner().open(`/orgs/${ids.org}/access-review`)).text, /Database users 2 /);
  });

  await t.test("an id that no page has sent finds no user", async () => {
    equal((await owner().send(database, "deleteUser", { id: "%E0" })).status, 404);
  });

  await t.test("a user that cannot be is refused at its field, and the dialog stays open", async () => {
    const user = { method: "password", username: "app", roles: "read@sales" };
    const shown = await owner().send(database, "addUser", user);
    equal(shown.status, 400);
    match(shown.html, /<dialog [^>]*open[^>]*><h2[^>]*>Add a user/);
    match(shown.html, /id="password-problem"/);
    ok(shown.html.includes("read@sales</textarea>"));
  });

  await t.test("readers see both lists without a way to change them, and the side names them", async () => {
    await owner().send(network, "add", { entries: "192.0.2.10" });
    await stage.ask("owner", {
      method: "POST",
      path: `${api}/users`,
      headers: { accept: "application/vnd.atlas.2025-02-19+json" },
      body: { username: "member@example.com", roles: ["GROUP_READ_ONLY"] },
    });
    const reader = browse(stage, "member@example.com");
    const shown = await reader.open(network);
    equal(shown.status, 200);
    match(shown.text, /192\.0\.2\.10/);
    ok(!/Add addresses|Remove/.test(shown.text), shown.text);
    for (const at of [network, database]) ok(shown.html.includes(`href="${at}"`), at);
    ok(!(await reader.open(database)).text.includes("Add a user"));
    const forced = await reader.send(network, "remove", { id: "192.0.2.10" });
    ok(forced.status >= 400, String(forced.status));
    equal((await ask("accessList")).totalCount, 1);
  });

  await t.test("the search of everything finds both pages", async () => {
    const { text } = await owner().open(`/search?q=access&at=${encodeURIComponent(root)}`);
    match(text, /Database access payments/);
    match(text, /Network access payments/);
  });

  await t.test("both speak Korean", async () => {
    const browser = browse(stage, "owner@example.com", "ko");
    match((await browser.open(network)).text, /네트워크 접근/);
    match((await browser.open(database)).text, /데이터베이스 접근/);
  });
});
