// Tests of `anteroom api` as a process of its own, against a real server.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { anteroom, type Ended, mainArguments, run } from "../../test/support/command.ts";
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

const warning =
  /^warning: updateGroupInvites is deprecated since \d{4}-\d{2}-\d{2} and removed on 2027-07-01: .* Use .+ instead\.\n/;

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
    deepEqual({ code, stderr: stderr.replace(warning, "") }, { code: 0, stderr: "" });
    const { id, roles, username } = JSON.parse(stdout);
    deepEqual({ id, roles, username }, { id: ids.invite, roles: ["GROUP_OWNER"], username: invited });
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
  equal(plain.stdout, `${(await world.as(keys.owner, { path })).text}\n`);
  match(shaped.stdout, /^\{\n {2}"links" : [\s\S]+"name" : "Acme"[\s\S]+\n {2}"status" : 200,\n/);
});

test("--version takes every version that --help offers, a preview as well", async (t) => {
  const world = await startWorld(t);
  world.clock.set({ now: "2026-04-20" });
  const get = "rateLimiting getRateLimit";
  const [help, preview] = await Promise.all([
    anteroom(["api", ...get.split(" "), "--help"]),
    api(world, `${get} --endpointSetId group_group --groupId ${ids.group} --version preview`),
  ]);
  match(help.stdout.replaceAll(/\s+/g, " "), /--version <date> Resource .* It has preview, 2025-03-12\./);
  equal(preview.code, 0, preview.stderr);
  equal(JSON.parse(preview.stdout).endpointSetId, "group_group");
});

test("an answer without a body prints nothing", async (t) => {
  const world = await startWorld(t);
  const revoke = `projects deleteGroupInvite --groupId ${ids.group} --invitationId ${ids.invite}`;
  const { code, stdout } = await api(world, revoke);
  deepEqual({ code, stdout }, { code: 0, stdout: "" });
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
      deepEqual({ code, stdout }, { code: 1, stdout: "" });
      match(stderr.replace(warning, ""), expected);
    }),
  );
});

test("with --output json a refusal is JSON on standard output, too", async (t) => {
  const world = await startWorld(t);
  const [refused, unknown] = await Promise.all([
    api(world, `projects getGroup --projectId ${ids.missing} --output json`),
    api(world, "projects listGroups -o json", {
      env: { MONGODB_ATLAS_PUBLIC_API_KEY: "nobodyyy", MONGODB_ATLAS_PRIVATE_API_KEY: "x" },
    }),
  ]);
  const path = `/api/atlas/v2/groups/${ids.missing}`;
  equal(refused.stdout, `${(await world.as(keys.owner, { path })).text}\n`);
  match(refused.stderr, /^anteroom: 404 GROUP_NOT_FOUND: /);
  equal(JSON.parse(unknown.stdout).error, 401);
  match(unknown.stderr, /come from MONGODB_ATLAS_PUBLIC_API_KEY;/);
  deepEqual([refused.code, unknown.code], [1, 1]);
});

test("with --output json an unreachable server is JSON on standard output, too", async () => {
  const { code, stdout, stderr } = await api({ url: "http://127.0.0.1:9" }, "projects listGroups -o json");
  match(JSON.parse(stdout).detail, /^http:\/\/127\.0\.0\.1:9 cannot be reached: /);
  equal(code, 1);
  match(stderr, /^anteroom: http:\/\/127\.0\.0\.1:9 cannot be reached: .*`anteroom dev`/);
});

test("a certificate that is not trusted: the advice is to trust it, and it serves", async (t) => {
  const data = await folder(t, {});
  const world = await startWorld(t, { tls: true, data });
  const cert = join(data, "tls-cert.pem");
  const list = `projects listGroups --data ${data}`;
  const [refused, trusted] = await Promise.all([
    api(world, list),
    api(world, list, { env: { ...variablesOf(keys.owner), NODE_EXTRA_CA_CERTS: cert } }),
  ]);
  deepEqual([refused.code, trusted.code], [1, 0]);
  match(refused.stderr, /cannot be reached: .*\(\w*SELF_SIGNED\w*\)\. .* set NODE_EXTRA_CA_CERTS to /);
  ok(refused.stderr.includes(`is ${cert}.`), refused.stderr);
  ok(!refused.stderr.includes("Start a server"), refused.stderr);
});

test("every short name of the atlas CLI is the command, the long one its alias", async (t) => {
  const world = await startWorld(t);
  const [short, long, help] = await Promise.all([
    api(world, `teams getTeamByName --orgId ${ids.org} --teamName core`),
    api(world, `teams getOrgTeamByName --orgId ${ids.org} --teamName core`),
    anteroom(["api", "teams", "--help"]),
  ]);
  deepEqual(short, long);
  equal(JSON.parse(short.stdout).id, ids.team);
  match(help.stdout, /^ {2}getTeamByName\|getOrgTeamByName /m);
});

test("an id comes from --groupId, --projectId, or the variables of the atlas CLI", async (t) => {
  const world = await startWorld(t);
  const get = "projects getGroup";
  const variables = {
    ...variablesOf(keys.owner),
    MONGODB_ATLAS_PROJECT_ID: ids.group,
    MONGODB_ATLAS_ORG_ID: ids.org,
  };
  const [long, short, joined, variable, org, flagged, empty] = await Promise.all([
    api(world, `${get} --groupId ${ids.group}`),
    api(world, `${get} --projectId ${ids.group}`),
    api(world, `${get} --projectId=${ids.group}`),
    api(world, get, { env: variables }),
    api(world, "organizations getOrg", { env: variables }),
    api(world, `${get} --projectId ${ids.missing}`, { env: variables }),
    api(world, get, { env: { ...variables, MONGODB_ATLAS_PROJECT_ID: "" } }),
  ]);
  for (const each of [long, short, joined, variable]) deepEqual(each, long);
  equal(JSON.parse(long.stdout).id, ids.group);
  equal(JSON.parse(org.stdout).id, ids.org);
  match(flagged.stderr, /^anteroom: 404 GROUP_NOT_FOUND: /);
  deepEqual([empty.code, empty.stdout], [2, ""]);
});

test("--outputFile, or --output-file, has the answer of a success; what cannot be written is printed", async (t) => {
  const world = await startWorld(t);
  const there = await folder(t, {});
  const get = `projects getGroup --groupId ${ids.group}`;
  const file = join(there, "answer.json");
  const likeAtlas = join(there, "as-atlas-cli.json");
  const [plain, written, newer, refused, nowhere] = await Promise.all([
    api(world, get),
    api(world, `${get} --output-file ${file}`),
    api(world, `${get} --outputFile ${likeAtlas}`),
    api(world, `projects getGroup --groupId ${ids.missing} --output-file ${join(there, "none.json")}`),
    api(world, `${get} --output-file ${join(there, "no", "folder.json")}`),
  ]);
  deepEqual(written, { code: 0, stdout: "", stderr: "" });
  equal(await readFile(file, "utf8"), plain.stdout);
  deepEqual(newer, written);
  equal(await readFile(likeAtlas, "utf8"), plain.stdout);
  equal((await stat(file)).mode & 0o777, 0o600);
  equal(refused.code, 1);
  await rejects(stat(join(there, "none.json")), { code: "ENOENT" });
  deepEqual([nowhere.code, nowhere.stdout], [1, plain.stdout]);
  match(nowhere.stderr, /folder\.json cannot be written: ENOENT/);
});

test("a deprecated call warns with the day it ends and what comes after it; another does not", async (t) => {
  const world = await startWorld(t);
  const [old, older, newest] = await Promise.all([
    api(world, `projects listGroupInvites --groupId ${ids.group}`),
    api(
      world,
      `mongoDbCloudUsers listTeamUsers --orgId ${ids.org} --teamId ${ids.team} --version 2023-01-01`,
    ),
    api(world, `mongoDbCloudUsers listTeamUsers --orgId ${ids.org} --teamId ${ids.team}`),
  ]);
  match(
    old.stderr,
    /^warning: listGroupInvites is deprecated since .* removed on 2027-07-01: .* Use .+ instead\.\n$/,
  );
  match(
    older.stderr,
    /^warning: listTeamUsers in version 2023-01-01 is deprecated .* Use version 2025-02-19 instead\.\n$/,
  );
  equal(newest.stderr, "");
  deepEqual([old.code, older.code, newest.code], [0, 0, 0]);
});

test("on a terminal the answer is broken into lines, unless --pretty says how it shall look", async (t) => {
  if (process.platform !== "linux") return t.skip("`script` has other options elsewhere");
  const world = await startWorld(t);
  const onTerminal = (words: string) =>
    run("script", ["-qec", `${process.execPath} ${mainArguments.join(" ")} api ${words}`, "/dev/null"], {
      env: { ANTEROOM_URL: world.url, ...variablesOf(keys.owner) },
    });
  const get = `projects getGroup --groupId ${ids.group}`;
  const [pretty, plain] = [await onTerminal(get), await onTerminal(`${get} --pretty=false`)];
  match(pretty.stdout, /^\{\r?\n {2}"/);
  match(plain.stdout, /^\{"/);
  deepEqual(JSON.parse(pretty.stdout), JSON.parse(plain.stdout));
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
  deepEqual([byAccount.code, byFile.code], [1, 0]);
  match(byAccount.stderr, /^anteroom: 401 invalid_client: .+\n.*come from MONGODB_ATLAS_CLIENT_ID;/);
});

test("what is missing or wrong is named, nothing is sent, and the code is 2; an unreachable server is 1", async () => {
  const nobody = { url: "http://127.0.0.1:9" };
  const cases: [words: string, expected: RegExp][] = [
    [change, /^anteroom: updateGroupInvites needs a body: give a JSON file with --file/],
    [
      "projects updateGroupInvits",
      /unknown command 'updateGroupInvits'\n\(Did you mean updateGroupInvites\?\)/,
    ],
    ["projects nosuch --help", /^error: unknown command 'nosuch'/],
    ["nosuch listGroups --help", /^error: unknown command 'nosuch'/],
    ["projects getGroup", /^error: required option '--projectId, --groupId <string>' not specified/],
    ["projects listGroups --nosuch", /^error: unknown option '--nosuch'/],
    ["projects listGroups --version soon", /A version is a date such as 2023-01-01, or preview\./],
    [`${change} --file nowhere.json`, /^anteroom: --file nowhere\.json cannot be read: /],
  ];
  await Promise.all(
    cases.map(async ([words, expected]) => {
      const { code, stdout, stderr } = await api(nobody, words);
      deepEqual({ code, stdout }, { code: 2, stdout: "" }, words);
      match(stderr, expected);
    }),
  );
  const poor = await api(nobody, "projects listGroups --data nowhere", { env: {} });
  deepEqual([poor.code, poor.stdout], [2, ""]);
  match(poor.stderr, /^anteroom: there are no credentials to ask with\./);
  const unreachable = await api(nobody, "projects listGroups");
  deepEqual([unreachable.code, unreachable.stdout], [1, ""]);
  match(unreachable.stderr, /^anteroom: http:\/\/127\.0\.0\.1:9 cannot be reached: .*`anteroom dev`/);
});

test("--help shows what there is: tags, operations, and all about one", async () => {
  const [all, projects, one, program] = await Promise.all([
    anteroom(["api", "--help"]),
    anteroom(["api", "projects", "--help"]),
    anteroom(["api", "projects", "updateGroupInvites", "--help"]),
    anteroom(["--version"]),
  ]);
  for (const { code, stderr } of [all, projects, one]) {
    deepEqual({ code, stderr }, { code: 0, stderr: "" });
  }
  for (const tag of ["organizations", "projects", "root"]) {
    match(all.stdout, new RegExp(`^  ${tag} `, "m"));
  }
  match(projects.stdout, /^ {2}updateGroupInvites \[options\] .*\n?.*\(deprecated\)$/m);
  match(one.stdout, /^Usage: anteroom api projects updateGroupInvites --groupId <groupId> \[flags\]$/m);
  match(one.stdout, /^ {2}--projectId, --groupId <string> +Id of the project\. /m);
  match(program.stdout, /^\d+\.\d+\.\d+\n$/);
});
