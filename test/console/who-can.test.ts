// The pages of who can do what, as a person without script uses them.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, openBrowser, startPages } from "../support/console.ts";
import { ids } from "../support/world.ts";

const ofGroup = `/projects/${ids.group}/who-can`;
const ofOrg = `/orgs/${ids.org}/who-can`;

test("pages of who can do what", async (t) => {
  const stage = await startPages(t);
  const { get, visit } = stage;
  const addUser = (username: string, role: object, more: object) =>
    get("createGroupDatabaseUser", {
      body: { username, databaseName: "admin", password: "a passphrase", roles: [role], ...more },
    });

  await t.test("it asks in words, and names each with a link to its page", async () => {
    const { html } = await visit([
      ofGroup,
      200,
      /It needs Project Access Manager, or a role that includes it: \d+ holders\. POST \/api\/atlas\/v2/,
      /Ada Example owner@example\.com Person Organization Owner ORG_OWNER in the organization Acme Project Owner GROUP_OWNER in the project payments/,
      /seeded projownr API key Project Owner GROUP_OWNER in the project payments/,
      { lacks: /member@example\.com/ },
      { html: /<option value="invite" selected[^>]*>Invite people</ },
      { html: new RegExp(`href="/projects/${ids.group}/people/\\w+">Ada Example<`) },
    ]);
    const links = [...html.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, link = ""]) => link);
    ok(links.length > 3);
    for (const link of links) equal((await visit([link])).status, 200, link);
  });

  await t.test("who may read or write data: database users too, with their roles resolved", async () => {
    const actions = [{ action: "FIND", resources: [{ db: "sales", collection: "orders" }] }];
    await get("createGroupCustomDbRoleRole", { body: { roleName: "reports", actions } });
    const user = (username: string, roleName: string, databaseName: string, more: object = {}) =>
      addUser(username, { roleName, databaseName }, more);
    await user("reporter", "reports", "admin", { deleteAfterDate: "2026-08-11T00:00:00Z" });
    await user("writer", "readWrite", "hr", { scopes: [{ name: "main", type: "CLUSTER" }] });
    await user("watcher", "clusterMonitor", "admin");
    await visit([
      `${ofGroup}?operation=readData`,
      /Database users .*reporter sales\.orders reports@admin › FIND@sales\.orders everywhere in 20 hours writer hr readWrite@hr main/,
      { lacks: /watcher/ },
    ]);
    const { text } = await visit([`${ofGroup}?operation=writeData`]);
    ok(text.includes("writer hr readWrite@hr") && !text.includes("reporter"), text);
    const asked = await stage.send({
      method: "POST",
      path: "/_anteroom/v1/who-can",
      body: { operation: "readData", groupId: ids.group },
    });
    deepEqual(
      asked.json.databaseUsers.map(({ name, ways }: { name: string; ways: object[] }) => [name, ways]),
      [
        ["reporter", [{ on: "sales.orders", by: ["reports@admin", "FIND@sales.orders"] }]],
        ["writer", [{ on: "hr", by: ["readWrite@hr"] }]],
      ],
    );
    await visit([
      `${ofGroup}?operation=createGroupDatabaseUser`,
      /It needs Project Database Access Admin or Project Stream Processing Owner/,
    ]);
  });

  await t.test(
    "who may log in: database users with roles and proofs, and the addresses of the list",
    async () => {
      const user = (username: string, roleName: string, more: object) =>
        addUser(username, { roleName, databaseName: "admin" }, more);
      await user("writer", "readWriteAnyDatabase", { scopes: [{ name: "main", type: "CLUSTER" }] });
      await user("watcher", "clusterMonitor", { deleteAfterDate: "2026-08-11T00:00:00Z" });
      await visit([
        `${ofGroup}?operation=logIn`,
        /watcher Password clusterMonitor@admin everywhere in 20 hours/,
        /writer Password readWriteAnyDatabase@admin main/,
        /From nowhere: the IP access list is empty\./,
      ]);
      const body = [{ cidrBlock: "192.0.2.0/24", comment: "office" }];
      await get("createGroupAccessListEntry", { body });
      const other = await visit([`${ofGroup}?operation=logIn&cluster=other`]);
      ok(!other.text.includes("writer") && other.text.includes("watcher"));
      match(other.text, /192\.0\.2\.0\/24 office/);
      stage.execute(
        `insert into provisions (id, deployment, group_id, kind, name, mark, is_begun, lacks_roles, version, waits_since, due_at, tries, problem)
         values ('${"1".repeat(24)}', 'db:1', '${ids.group}', 'USER', 'watcher', 'm', 0, 0, 0, 1, 1, 1, 'NAME_TAKEN')`,
      );
      await visit([
        `${ofGroup}?operation=logIn`,
        /watcher Not yet in the database: The database has another user .* Password cluster/,
      ]);
      const ask = (more: object) =>
        stage.send({ method: "POST", path: "/_anteroom/v1/who-can", body: { groupId: ids.group, ...more } });
      const { json } = await ask({ operation: "logIn" });
      deepEqual(json.holders, []);
      deepEqual(
        json.logins.users.map(({ name, proof }: { name: string; proof: string }) => [name, proof]),
        [
          ["watcher", "password"],
          ["writer", "password"],
        ],
      );
      deepEqual(json.logins.addresses, [{ from: "192.0.2.0/24", comment: "office", endsAt: null }]);
      for (const [asked, sentence] of [
        [{ operation: "logIn", cluster: "nowhere" }, "the project has no cluster 'nowhere'"],
        [{ operation: "readData", cluster: "main" }, "a cluster is named for logIn alone"],
        [{ operation: "logIn", groupId: ids.org }, `there is no project with the id ${ids.org}`],
      ] as const) {
        const refused = await ask(asked);
        equal(refused.status, 400, sentence);
        ok(refused.text.includes(sentence), refused.text);
      }
    },
  );

  await t.test("each question in words has an answer, those on data too", async () => {
    for (const page of [ofGroup, ofOrg]) {
      const { html } = await visit([page]);
      const words = /<optgroup label="In words">([\s\S]*?)<\/optgroup>/.exec(html)?.[1] ?? "";
      const questions = [...words.matchAll(/value="(\w+)"/g)].map(([, question = ""]) => question);
      ok(questions.length >= 10);
      for (const question of questions) {
        const asked = await visit([`${page}?operation=${question}`]);
        const answer = question === "logIn" ? /From nowhere/ : /It needs \w+ .*: \d+ holder/;
        match(asked.text, answer, question);
        match(asked.html, new RegExp(`<option value="${question}" selected`));
      }
    }
    const roles = ["GROUP_DATA_ACCESS_READ_WRITE"];
    await get("createGroupApiKey", { body: { desc: "writer", roles } });
    for (const [question, isFound] of [
      ["readData", true],
      ["writeData", true],
      ["invite", false],
    ] as const) {
      const { text } = await visit([`${ofGroup}?operation=${question}`]);
      equal(/writer \w{8} API key/.test(text), isFound, question);
      equal(text.includes("database users are below"), isFound, question);
    }
  });

  await t.test("the choice of an operation is in the address", async () => {
    await visit([
      `${ofGroup}?operation=getGroup`,
      /It needs Project Read Only, or a role that includes it/,
      /seeded projread API key Project Read Only GROUP_READ_ONLY in the project payments/,
      { html: '<option value="getGroup" selected' },
    ]);
  });

  await t.test("a role through a team is shown with its team", async () => {
    await get("addGroupTeams", { body: [{ teamId: ids.team, roleNames: ["GROUP_OWNER"] }] });
    await visit([
      ofGroup,
      /Project Owner GROUP_OWNER in the project payments Project Owner GROUP_OWNER through the team core/,
    ]);
  });

  await t.test("an organization has its own operations", async () => {
    await visit([
      `${ofOrg}?operation=getOrg`,
      200,
      /member@example\.com Person Organization Member ORG_MEMBER in the organization Acme/,
      { lacks: 'value="updateGroupInvites"' },
    ]);
  });

  await t.test("in Korean", async () => {
    const browser = browse(stage, "owner@example.com", "ko");
    await visit(browser, [ofGroup, /owner@example\.com 사용자 .* 조직 Acme에서/]);
  });

  await t.test("who does not own it is shown nobody", async () => {
    await visit("member@example.com", [ofOrg, 401, { lacks: /owner@example\.com/ }]);
    await visit(openBrowser(stage), [ofOrg, 303]);
  });
});
