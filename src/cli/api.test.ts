// `anteroom api` as a process of its own, against a real server.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { anteroom, type Ended } from "../../test/support/command.ts";
import { account, ids, invited, keys, startWorld, type World } from "../../test/support/world.ts";

const variablesOf = ({ publicKey, privateKey }: typeof keys.owner) => ({
  MONGODB_ATLAS_PUBLIC_KEY: publicKey,
  MONGODB_ATLAS_PRIVATE_KEY: privateKey,
});

/** Runs `anteroom api` as the owner, unless other variables are given. */
const api = (
  { url }: Pick<World, "url">,
  words: string,
  { input = "", env = variablesOf(keys.owner) }: { input?: string; env?: Record<string, string> } = {},
): Promise<Ended> => anteroom(["api", ...words.split(" ")], { input, env: { ANTEROOM_URL: url, ...env } });

const change = `projects updateGroupInvites --groupId ${ids.group}`;
const body = JSON.stringify({ roles: ["GROUP_OWNER"], username: invited });

async function folder(t: TestContext, files: Record<string, string>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "anteroom-api-"));
  t.after(() => rm(path, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

test("the body comes from a file or from standard input, the answer goes to standard output", async (t) => {
  const world = await startWorld(t);
  const file = join(await folder(t, { "payload.json": body }), "payload.json");
  const ended = await Promise.all([
    api(world, `${change} --file ${file}`),
    api(world, change, { input: body }),
  ]);
  for (const { code, stdout, stderr } of ended) {
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    const { id, roles, username } = JSON.parse(stdout);
    assert.deepEqual({ id, roles, username }, { id: ids.invite, roles: ["GROUP_OWNER"], username: invited });
  }
});

test("flags are the parameters of the operation, and the answer is printed as it came", async (t) => {
  const world = await startWorld(t);
  const [plain, shaped] = await Promise.all([
    api(world, "projects listGroups --itemsPerPage 1 --includeCount false --pretty=false"),
    api(
      { url: "http://127.0.0.1:9" },
      `organizations listOrgs --name acm --base-url ${world.url} --pretty --envelope`,
    ),
  ]);
  const path = "/api/atlas/v2/groups?itemsPerPage=1&includeCount=false&pretty=false";
  assert.equal(plain.stdout, `${(await world.as(keys.owner, { path })).text}\n`);
  assert.match(shaped.stdout, /^\{\n {2}"links" : [\s\S]+"name" : "Acme"[\s\S]+\n {2}"status" : 200,\n/);
});

test("an answer without a body prints nothing", async (t) => {
  const world = await startWorld(t);
  const revoke = `projects deleteGroupInvite --groupId ${ids.group} --invitationId ${ids.invite}`;
  assert.deepEqual(await api(world, revoke), { code: 0, stdout: "", stderr: "" });
});

test("a refusal goes to standard error with its code and what to do next, and exits 1", async (t) => {
  const world = await startWorld(t);
  const cases: [body: object, expected: RegExp][] = [
    [
      { roles: ["GROUP_KING"], username: invited },
      /^anteroom: 400 BAD_REQUEST: .+\n {2}_roles: .*GROUP_KING.*\n.*anteroom api projects updateGroupInvites --help\n$/,
    ],
    [
      { roles: ["GROUP_OWNER"], username: "nobody@example.com" },
      /^anteroom: 404 RESOURCE_NOT_FOUND: .+\nWhat there is: anteroom api projects listGroupInvites --groupId \w+\n$/,
    ],
  ];
  await Promise.all(
    cases.map(async ([sent, expected]) => {
      const { code, stdout, stderr } = await api(world, change, { input: JSON.stringify(sent) });
      assert.deepEqual({ code, stdout }, { code: 1, stdout: "" });
      assert.match(stderr, expected);
    }),
  );
});

test("credentials: the variables of Atlas's own tools, or the demonstration's file", async (t) => {
  const world = await startWorld(t);
  const kept = { secret: "x", apiKey: keys.owner, serviceAccount: account };
  const data = await folder(t, { "credentials.json": JSON.stringify(kept) });
  const service = {
    MONGODB_ATLAS_CLIENT_ID: account.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: "mdb_sa_sk_wrong",
  };
  const [byAccount, byFile] = await Promise.all([
    api(world, "projects listGroups", { env: service }),
    api(world, `projects listGroups --data ${data}`, { env: {} }),
  ]);
  assert.deepEqual([byAccount.code, byFile.code], [1, 0]);
  assert.match(byAccount.stderr, /^anteroom: 401 invalid_client: .+\n.*come from MONGODB_ATLAS_CLIENT_ID;/);
});

test("what is missing is named, and nothing is sent", async () => {
  const nobody = { url: "http://127.0.0.1:9" };
  const cases: [words: string, expected: RegExp][] = [
    [change, /^anteroom: updateGroupInvites needs a body: give a JSON file with --file/],
    [
      "projects updateGroupInvits",
      /unknown command 'updateGroupInvits'\n\(Did you mean updateGroupInvites\?\)/,
    ],
    ["projects listGroups", /^anteroom: http:\/\/127\.0\.0\.1:9 cannot be reached: .*`anteroom dev`/],
  ];
  await Promise.all(
    cases.map(async ([words, expected]) => {
      const { code, stdout, stderr } = await api(nobody, words);
      assert.deepEqual({ code, stdout }, { code: 1, stdout: "" }, words);
      assert.match(stderr, expected);
    }),
  );
});

test("--help shows what there is: tags, operations, and all about one", async () => {
  const [all, projects, one, program] = await Promise.all([
    anteroom(["api", "--help"]),
    anteroom(["api", "projects", "--help"]),
    anteroom(["api", "projects", "updateGroupInvites", "--help"]),
    anteroom(["--version"]),
  ]);
  for (const { code, stderr } of [all, projects, one])
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  for (const tag of ["organizations", "projects", "root"])
    assert.match(all.stdout, new RegExp(`^  ${tag} `, "m"));
  assert.match(projects.stdout, /^ {2}updateGroupInvites \[options\] .*\n.*\(deprecated\)$/m);
  assert.match(
    one.stdout,
    /^Usage: anteroom api projects updateGroupInvites --groupId <groupId> \[flags\]$/m,
  );
  assert.match(one.stdout, /^ {2}--groupId <string> +Id of the project\. 24 hexadecimal digits\.$/m);
  assert.match(program.stdout, /^\d+\.\d+\.\d+\n$/);
});
