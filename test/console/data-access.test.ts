// The pages of database users, custom roles and the access list of a project, as a person without script uses them.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, startPages } from "../support/console.ts";
import { ids } from "../support/world.ts";

const root = `/projects/${ids.group}`;
const [network, database] = [`${root}/network-access`, `${root}/database-access`];

test("pages of network access and database access", async (t) => {
  const stage = await startPages(t);
  const { get, visit } = stage;
  const ofReports = { params: { roleName: "reports" } };

  await t.test("addresses of all kinds are added, changed, searched and removed", async () => {
    await visit([network, /No address is allowed/]);
    const entries = "192.0.2.10\n198.51.100.0/24 203.0.113.4";
    await visit([
      network,
      "add",
      { entries, comment: "the office", end: "24" },
      /Added\. .*192\.0\.2\.10 the office tomorrow Edit Remove/,
    ]);
    const { results } = await get("listGroupAccessListEntries");
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
    await visit(
      [edit, /Edit 198\.51\.100\.0\/24 .*As it is \(2026-08-11 03:04 UTC\)/],
      [edit, "edit", { id: "198.51.100.0/24", comment: "home", end: "" }],
    );
    const [, changed] = (await get("listGroupAccessListEntries")).results;
    deepEqual([changed.comment, changed.deleteAfterDate], ["home", undefined]);

    await visit(
      [`${network}?q=home`, /198\.51\.100\.0\/24 home/, { lacks: /the office/ }],
      [
        network,
        "remove",
        { id: ["192.0.2.10", "203.0.113.4"] },
        /Removed 192\.0\.2\.10 and 203\.0\.113\.4\./,
      ],
    );
    equal((await get("listGroupAccessListEntries")).totalCount, 1);
  });

  await t.test("a refused address is said, what was typed is kept, and nothing is added", async () => {
    await visit([
      network,
      "add",
      { entries: "192.0.2.10\n192.0.2.300" },
      400,
      /192\.0\.2\.300/,
      { html: /<dialog [^>]*open[^>]*><h2[^>]*>Add addresses/ },
    ]);
    equal((await get("listGroupAccessListEntries")).totalCount, 0);
  });

  await t.test("a custom role is added, changed, used and deleted", async () => {
    const roles = `${database}?kind=roles`;
    await visit([
      roles,
      "addRole",
      { roleName: "reports", actions: "FIND@sales.orders\nFIND@hr\nLIST_SESSIONS", inherits: "read@sales" },
      /Added reports\. .*reports FIND@sales\.orders FIND@hr \+1 LIST_SESSIONS read@sales 0/,
    ]);
    deepEqual(await get("getGroupCustomDbRoleRole", ofReports), {
      actions: [
        { action: "FIND", resources: [{ collection: "orders", db: "sales" }, { db: "hr" }] },
        { action: "LIST_SESSIONS", resources: [{ cluster: true }] },
      ],
      inheritedRoles: [{ db: "sales", role: "read" }],
      roleName: "reports",
    });
    await visit(
      [`${roles}&edit=reports`, { html: "FIND@sales.orders\nFIND@hr\nLIST_SESSIONS</textarea>" }],
      [`${roles}&edit=reports`, "editRole", { id: "reports", actions: "FIND@hr" }],
    );
    const { actions, inheritedRoles } = await get("getGroupCustomDbRoleRole", ofReports);
    deepEqual([actions.length, inheritedRoles], [1, []]);

    const user = { method: "password", username: "app", password: "a passphrase", onAll: "reports@admin" };
    await visit(
      [database, "addUser", user],
      [roles, "deleteRole", { id: "reports" }, /would leave the following users without a role: app/],
      [roles, /reports FIND@hr 1/],
      [database, "deleteUser", { id: "admin%2Fapp" }],
      [roles, "deleteRole", { id: "reports" }, /Deleted reports\./],
    );
    deepEqual(await get("listGroupCustomDbRoleRoles"), []);
  });

  await t.test("users of each kind are added, changed and deleted; no page has a password", async () => {
    const password = " a passphrase with spaces ";
    await visit([
      database,
      "addUser",
      {
        method: "password",
        username: "app",
        password,
        onAll: "readAnyDatabase@admin",
        roles: "readWrite@sales\nread@hr.people",
        scopes: "main\nlake:data_lake",
        description: "the shop",
        end: "6",
      },
      /Added app\. .*app Password readAnyDatabase@admin readWrite@sales read@hr\.people main /,
      { lacks: password.trim() },
    ]);
    const { links: _, ...user } = await get("getGroupDatabaseUser", {
      params: { databaseName: "admin", username: "app" },
    });
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
    await visit([database, "addUser", { method: "awsRole", username: arn, onAll: "backup@admin" }]);
    const id = encodeURIComponent(`$external/${arn}`);
    const edit = `${database}?edit=${encodeURIComponent(id)}`;
    const shown = await visit([
      edit,
      /Edit arn:aws:iam::123456789012:role\/batch, nightly Roles on all databases/,
    ]);
    ok(!/name="(method|password)"/.test(/id="edit".*?<\/form>/s.exec(shown.html)?.[0] ?? "password"));
    await visit([edit, "editUser", { id, roles: "read@hr", description: "" }, /Saved arn:aws/]);
    const ofArn = { params: { databaseName: "$external", username: arn } };
    deepEqual((await get("getGroupDatabaseUser", ofArn)).roles, [{ databaseName: "hr", roleName: "read" }]);

    const filtered = await visit([`${database}?role=read%40hr`]);
    ok(filtered.text.includes("batch, nightly") && !filtered.text.includes("app Password"));
    await visit([database, "deleteUser", { id: ["admin%2Fapp", id] }, /Deleted app and arn:aws/]);
    equal((await get("listGroupDatabaseUsers")).totalCount, 0);
  });

  await t.test("an access review counts users of one name on two databases", async () => {
    const user = { username: "arn:aws:iam::123456789012:user/app", onAll: "readAnyDatabase@admin" };
    await visit(
      [database, "addUser", { ...user, method: "password", password: "a passphrase" }],
      [database, "addUser", { ...user, method: "awsUser" }],
      [`/orgs/${ids.org}/access-review`, /Database users 2 /],
    );
  });

  await t.test("an id that no page has sent finds no user", async () => {
    await visit([database, "deleteUser", { id: "%E0" }, 404]);
  });

  await t.test("a user that cannot be is refused at its field, and the dialog stays open", async () => {
    const user = { method: "password", username: "app", roles: "read@sales" };
    await visit([
      database,
      "addUser",
      user,
      400,
      { html: /<dialog [^>]*open[^>]*><h2[^>]*>Add a user/ },
      { html: /id="password-problem"/ },
      { html: "read@sales</textarea>" },
    ]);
  });

  await t.test("readers see both lists without a way to change them, and the side names them", async () => {
    await visit([network, "add", { entries: "192.0.2.10" }]);
    await get("addGroupUsers", { body: { username: "member@example.com", roles: ["GROUP_READ_ONLY"] } });
    const reader = browse(stage, "member@example.com");
    const shown = await visit(reader, [network, 200, /192\.0\.2\.10/]);
    ok(!/Add addresses|Remove/.test(shown.text), shown.text);
    for (const at of [network, database]) ok(shown.html.includes(`href="${at}"`), at);
    await visit(reader, [database, { lacks: /Add a user/ }]);
    const forced = await reader.send(network, "remove", { id: "192.0.2.10" });
    ok(forced.status >= 400, String(forced.status));
    equal((await get("listGroupAccessListEntries")).totalCount, 1);
  });

  await t.test("the search of everything finds both pages", async () => {
    await visit([
      `/search?q=access&at=${encodeURIComponent(root)}`,
      /Database access payments/,
      /Network access payments/,
    ]);
  });

  await t.test("both speak Korean", async () => {
    const browser = browse(stage, "owner@example.com", "ko");
    await visit(browser, [network, /네트워크 접근/], [database, /데이터베이스 접근/]);
  });
});
