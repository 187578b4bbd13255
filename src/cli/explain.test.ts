// Tests of `anteroom explain` and `anteroom who-can`, as they are typed: against a rehearsal, and against its store.
import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { anteroom } from "../../test/support/command.ts";
import { until } from "../../test/support/until.ts";
import { account, ids, keys, seed, startWorld } from "../../test/support/world.ts";
import { storeFile } from "../core/private-files.ts";
import { Misuse } from "../core/settings/error.ts";
import { migrations } from "../core/store/migrate.ts";
import { openSqlite } from "../core/store/sqlite.ts";
import { AnteroomControls } from "../testing/controls/client.ts";
import { questionIn } from "./explain.ts";

const newest = migrations.at(-1)?.name ?? "";

test("a question names an operation, with its tag or without, or a request", () => {
  deepEqual(questionIn(["updateGroupInvites"]), { operation: "updateGroupInvites" });
  deepEqual(questionIn(["projects", "updateGroupInvites"]), { operation: "updateGroupInvites" });
  const request = { method: "PATCH", path: "/api/atlas/v2/groups/1/invites" };
  deepEqual(questionIn(["patch", request.path]), request);
  deepEqual(questionIn(["PATCH", `http://127.0.0.1:8080${request.path}?pretty=true`]), request);
  let thrown: unknown;
  try {
    questionIn(["a", "b", "c"]);
  } catch (reason) {
    thrown = reason;
  }
  equal(thrown instanceof Misuse, true);
});

test("against a rehearsal", async (t) => {
  const world = await startWorld(t);
  const at = ["--base-url", world.url];

  await t.test("who would be let in, by which role", async () => {
    const about = ["explain", "projects", "updateGroupInvites", "--projectId", ids.group, ...at];
    deepEqual(await anteroom([...about, "--as", account.clientId]), {
      code: 0,
      stdout: `updateGroupInvites  PATCH /api/atlas/v2/groups/{groupId}/invites
  let in by ORG_OWNER in organization Acme
  needs GROUP_OWNER in the project, or ORG_OWNER
  ${account.clientId} holds ORG_OWNER in organization Acme
`,
      stderr: "",
    });
    const path = `/api/atlas/v2/groups/${ids.group}/invites`;
    const { MONGODB_ATLAS_PUBLIC_API_KEY, MONGODB_ATLAS_PRIVATE_API_KEY } = {
      MONGODB_ATLAS_PUBLIC_API_KEY: keys.groupReader.publicKey,
      MONGODB_ATLAS_PRIVATE_API_KEY: keys.groupReader.privateKey,
    };
    const { code, stdout } = await anteroom(["explain", "PATCH", path, ...at, "--json"], {
      env: { MONGODB_ATLAS_PUBLIC_API_KEY, MONGODB_ATLAS_PRIVATE_API_KEY },
    });
    const { isOpen, caller, refusedBy } = JSON.parse(stdout);
    deepEqual([code, isOpen, caller.name, refusedBy.rule], [0, false, keys.groupReader.publicKey, "door"]);
  });

  await t.test("whom an access list keeps out, here and from elsewhere, by name too", async () => {
    const about = ["explain", "updateGroupInvites", "--projectId", ids.group, ...at];
    const { stdout } = await anteroom([...about, "--as", keys.elsewhere.publicKey]);
    match(
      stdout,
      /refused by access list \(\w+\)\n {2}127\.0\.0\.1 is not in 192\.0\.2\.0\/24, 2001:db8::1\n/,
    );
    const from = await anteroom([...about, "--as", keys.elsewhere.publicKey, "--from", "192.0.2.7"]);
    match(from.stdout, /let in by ORG_OWNER in organization Acme\n/);
    match(
      (await anteroom([...about, "--as", "ci"])).stdout,
      new RegExp(`${account.clientId} holds ORG_OWNER`),
    );
  });

  await t.test("who can, as a table and as JSON", async () => {
    const about = ["who-can", "updateGroupInvites", "--group", ids.group, ...at];
    const { code, stdout } = await anteroom(about);
    equal(code, 0);
    deepEqual(stdout.split("\n").slice(0, 3), [
      "updateGroupInvites needs GROUP_OWNER in the project, or ORG_OWNER: 5 holders.",
      `person           owner@example.com (Ada Example)          ORG_OWNER in organization Acme, GROUP_OWNER in project payments`,
      `service account  ${account.clientId} (ci)  ORG_OWNER in organization Acme`,
    ]);
    const { holders } = JSON.parse((await anteroom([...about, "--json"])).stdout);
    equal(holders.length, 5);
  });

  await t.test("who can log in to databases, and from where", async () => {
    const path = `/api/atlas/v2/groups/${ids.group}`;
    const post = async (at: string, body: unknown) =>
      equal((await world.as(keys.owner, { method: "POST", path: `${path}/${at}`, body })).status, 201);
    const about = ["who-can", "logIn", "--group", ids.group, ...at];
    equal((await anteroom(about)).stdout, "logIn: 0 database users, from no address: the list is empty.\n");
    const roles = [{ roleName: "readWrite", databaseName: "sales" }];
    const scopes = [{ name: "Main", type: "CLUSTER" }];
    await post("databaseUsers", { username: "app", databaseName: "admin", password: "a passphrase", roles });
    const external = { databaseName: "$external", x509Type: "CUSTOMER" };
    await post("databaseUsers", { username: "CN=reporter", ...external, roles, scopes });
    await post("accessList", [{ cidrBlock: "192.0.2.0/24", comment: "the office" }]);
    const { code, stdout } = await anteroom(about);
    deepEqual(
      [code, ...stdout.split("\n")],
      [
        0,
        "logIn: 2 database users, from 1 entry.",
        "CN=reporter  X.509, issued elsewhere  readWrite@sales; in Main",
        "app          password                 readWrite@sales; everywhere",
        "from  192.0.2.0/24  the office",
        "",
      ],
    );
    const json = JSON.parse((await anteroom([...about, "--json"])).stdout);
    deepEqual([json.holders.length, json.logins.users.length], [0, 2]);
    const nowhere = await anteroom([...about, "--cluster", "Elsewhere"]);
    deepEqual([nowhere.code, nowhere.stderr], [2, "anteroom: the project has no cluster 'Elsewhere'\n"]);
  });

  await t.test("who cannot log in yet, where and why", async () => {
    const path = `/api/atlas/v2/groups/${ids.group}/databaseUsers`;
    const clusters = [{ name: "Away", deployment: "mongodb://root:secret@127.0.0.1:1" }];
    await world.insert({ orgs: [{ name: "Acme", groups: [{ name: "payments", clusters }] }] });
    const body = { password: "a passphrase", databaseName: "admin", username: "late" };
    const roles = [{ roleName: "readWrite", databaseName: "sales" }];
    equal((await world.as(keys.owner, { method: "POST", path, body: { ...body, roles } })).status, 201);
    const about = ["who-can", "logIn", "--group", "payments", "--org", "Acme", "--cluster", "Away", ...at];
    const external = { username: "CN=other", databaseName: "$external", x509Type: "CUSTOMER", roles };
    equal((await world.as(keys.owner, { method: "POST", path, body: external })).status, 201);
    const refuses =
      /^late .*; cannot log in at 127\.0\.0\.1:1: the deployment cannot be asked: it refuses connections$/m;
    const controls = new AnteroomControls(world.url);
    const asked = { operation: "logIn", groupId: ids.group, cluster: "Away" };
    const refusals = async () => JSON.stringify(await controls.whoCan(asked)).match(/AWAY:ECONNREFUSED/g);
    await until(async () => (await refusals())?.length === 2);
    const { stdout } = await anteroom(about);
    match(stdout, refuses);
    match(stdout, /^logIn: 3 database users, 3 of whom cannot log in yet, from 1 entry\.$/m);
    const { users } = JSON.parse((await anteroom([...about, "--json"])).stdout).logins;
    const late = users.find(({ name }: { name: string }) => name === "late");
    const [{ since, why, ...wait }] = late.waits;
    deepEqual(wait, { deployment: "127.0.0.1:1", canLogIn: false, problem: "AWAY:ECONNREFUSED" });
    match(`${since} ${why}`, /^20.*Z the deployment cannot be asked: it refuses connections$/);
    match(stdout, /^app .*; cannot log in at .*: it refuses connections$/m);
    match(
      stdout,
      /^CN=other .*; cannot log in at .*: it proves itself otherwise than by a password, and is not made/m,
    );
  });

  await t.test("names in the place of ids", async () => {
    const about = (...ids: string[]) => anteroom(["who-can", "getGroup", ...ids, ...at]);
    equal((await about("--group", "payments")).code, 0);
    const { code, stderr } = await about("--group", "Payments", "--org", "Acme");
    const sentence = "groupId Payments: no project has this name or id; there are ";
    deepEqual([code, stderr.includes(sentence), stderr.includes(`payments (${ids.group})`)], [2, true, true]);
    match(
      (await about("--org", "nobody")).stderr,
      /orgId nobody: no organization has this name or id; there are /,
    );
  });

  await t.test("2 for a question without an answer, 1 for a server without one", async () => {
    const { code, stderr } = await anteroom(["who-can", "updateGroupInvites", ...at]);
    deepEqual([code, stderr], [2, "anteroom: updateGroupInvites is decided in one project: give groupId\n"]);
    const nowhere = await anteroom(["who-can", "getGroup", "--base-url", "http://127.0.0.1:1"]);
    equal(nowhere.code, 1);
    match(nowhere.stderr, /does not answer: .*anteroom dev/);
    const both = await anteroom(["explain", "getGroup", "--as", "x", "--now", "2027-07-02", ...at]);
    equal(both.code, 2);
  });
});

test("against a store, without a server", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "anteroom-explain-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "world.json");
  await writeFile(file, JSON.stringify(seed));
  const env = { ANTEROOM_SECRET: "0123456789abcdef0123456789abcdef" };
  const data = ["--data", join(folder, "data")];
  equal((await anteroom(["seed", file, ...data], { env })).code, 0);
  const found = await anteroom(["who-can", "createOrgInvite", "--org", ids.otherOrg, ...data]);
  deepEqual(found.stdout.split("\n"), [
    "createOrgInvite needs ORG_OWNER in the organization: 2 holders.",
    "person   other@example.com  ORG_OWNER in organization Globex",
    "API key  stranger (seeded)  ORG_OWNER in organization Globex",
    "",
  ]);
  const about = ["explain", "updateGroupInvites", "--group", ids.group, "--as", keys.owner.publicKey];
  const { stdout } = await anteroom([...about, "--now", "2027-07-02", ...data]);
  match(stdout, /refused by sunset \(VERSION_GONE\)/);
  const listed = await anteroom([...about.slice(0, -1), keys.elsewhere.publicKey, ...data]);
  match(listed.stdout, /let in by ORG_OWNER in organization Acme, from 192\.0\.2\.0\/24, 2001:db8::1 only\n/);
  const none = await anteroom([...about, "--data", join(folder, "nothing")]);
  equal(none.code, 1);
  match(none.stderr, /there is no store in/);

  const database = openSqlite(join(folder, "data", storeFile));
  const older = () =>
    database.write((connection) =>
      connection.change({ sql: "delete from migrations where name = ?", values: [newest] }),
    );
  equal(await older(), 1);
  for (const asked of [about, ["who-can", "createOrgInvite", "--org", ids.otherOrg]]) {
    const { code, stderr } = await anteroom([...asked, ...data]);
    equal(code, 1);
    match(stderr, /has an older schema .*, and this command changes nothing: run `anteroom migrate` first/);
  }
  equal(await older(), 0, "neither has migrated the store");
  await database.close();
});

test("completion offers operations", async () => {
  const { stdout } = await anteroom(["__complete", "--", "who-can", "updateGroupInv"]);
  deepEqual(stdout.trim().split("\n"), ["updateGroupInviteById", "updateGroupInvites"]);
});
