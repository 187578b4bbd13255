// `anteroom doctor`: where each tool would go by profiles and variables, as the atlas CLI was seen to choose, and whom it names.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { suite, type TestContext, test } from "node:test";
import { doctor } from "../src/cli/doctor.ts";
import { parseProfiles, readProfiles } from "../src/cli/profiles.ts";
import type { ToolName } from "../src/cli/tools.ts";
import {
  hasProxyGuard,
  type Way,
  wayOfMcp,
  wayOfProgram,
  wayOfTerraform,
  waysOfAtlasCli,
} from "../src/cli/ways.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { anteroom } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

type Environment = Readonly<Record<string, string>>;

const here = "http://127.0.0.1:8080/";
const cloud = "https://cloud.mongodb.com";
const guard = { HTTPS_PROXY: "http://127.0.0.1:1", NO_PROXY: "127.0.0.1,localhost,::1" };

/** The ways of the atlas CLI with this file of profiles; null for none. */
async function waysBy(t: TestContext, toml: string | null, environment: Environment = {}): Promise<Way[]> {
  const home = createFolder(t);
  if (toml !== null) {
    mkdirSync(join(home, "atlascli"));
    writeFileSync(join(home, "atlascli/config.toml"), toml);
  }
  const all = { XDG_CONFIG_HOME: home, ...environment };
  return waysOfAtlasCli(all, await readProfiles("linux", all));
}

const addresses = (ways: readonly Way[]) => Object.fromEntries(ways.map(({ by, address }) => [by, address]));
const mistyped = "atlas -P, mistyped or logged out";

suite("the atlas CLI", () => {
  test("without a profile, and with one whose address is missing, the cloud", async (t) => {
    const [first, ...rest] = await waysBy(t, null);
    deepEqual([first?.address, first?.as, rest.length], [cloud, "nobody yet", 1]);
    match(first?.warnings.join() ?? "", /^there is no profile: .*atlascli\/config\.toml is missing$/);
    const ways = await waysBy(
      t,
      `version = 2\n[prod]\n  public_api_key = 'prodkeyx'\n[gov]\nservice = "cloudgov"\n`,
    );
    deepEqual(addresses(ways), {
      atlas: cloud,
      "atlas -P prod": cloud,
      "atlas -P gov": "https://cloud.mongodbgov.com",
      [mistyped]: cloud,
    });
    deepEqual(ways[1]?.warnings, ["the profile has no ops_manager_url"]);
    match(ways[1]?.as ?? "", /^prodkeyx \(.*config\.toml\)$/);
  });

  test("a profile's address is its own; variables and what is shared win over it", async (t) => {
    const rehearsal = `[rehearsal]\nops_manager_url = '${here}'\nauth_type = 'service_account'\nclient_id = 'mdb_sa_id_1'\n`;
    const ways = await waysBy(t, rehearsal);
    deepEqual(addresses(ways), { atlas: cloud, "atlas -P rehearsal": here, [mistyped]: cloud });
    match(ways[1]?.as ?? "", /^mdb_sa_id_1 /);
    deepEqual(
      Object.values(addresses(await waysBy(t, `ops_manager_url = "http://127.0.0.1:2/"\n${rehearsal}`))),
      [...Array(3).fill("http://127.0.0.1:2/")],
    );
    const variables = {
      MONGODB_ATLAS_OPS_MANAGER_URL: "http://127.0.0.1:3/",
      MONGODB_ATLAS_PUBLIC_API_KEY: "abcdefgh",
    };
    const byVariables = await waysBy(t, rehearsal, variables);
    deepEqual(new Set(Object.values(addresses(byVariables))), new Set(["http://127.0.0.1:3/"]));
    equal(byVariables[0]?.as, "abcdefgh (MONGODB_ATLAS_PUBLIC_API_KEY)");
  });

  test("the profile that a variable or the file chooses counts without -P", async (t) => {
    const toml = `[rehearsal]\nops_manager_url = '${here}'\n[prod]\npublic_api_key = 'prodkeyx'\n`;
    const prod = await waysBy(t, toml, { MONGODB_ATLAS_PROFILE: "Prod" });
    deepEqual(addresses(prod), {
      "atlas, by the profile prod": cloud,
      "atlas -P rehearsal": here,
      [mistyped]: cloud,
    });
    match(prod[0]?.as ?? "", /^prodkeyx /);
    const first = async (text: string, environment?: Environment) =>
      Object.entries(addresses(await waysBy(t, text, environment)))[0];
    const chosen = ["atlas, by the profile rehearsal", here];
    deepEqual(await first(`profile = "rehearsal"\n${toml}`), chosen);
    deepEqual(await first(toml, { MCLI_PROFILE: "rehearsal", MONGODB_ATLAS_PROFILE: "prod" }), chosen);
    deepEqual(await first(toml, { MONGODB_ATLAS_PROFILE: "gone" }), ["atlas, by the profile gone", cloud]);
  });

  test("warned of: names that are ignored, variables of mongocli, lines that are not understood", async (t) => {
    const warningsBy = async (toml: string, environment?: Environment) =>
      (await waysBy(t, toml, environment))[0]?.warnings
        .map((each) => each.replace(/ \S*config\.toml/, " FILE"))
        .join("\n") ?? "";
    match(await warningsBy(`base_url = '${here}'\n`), /^base_url at the top of FILE is ignored/);
    match(
      await warningsBy("", { MONGODB_ATLAS_BASE_URL: here }),
      /MONGODB_ATLAS_BASE_URL is ignored .*: set MONGODB_ATLAS_OPS_MANAGER_URL$/,
    );
    match(await warningsBy("", { MCLI_ORG_ID: "x" }), /begins with MCLI_/);
    match(await warningsBy("a = [1]\n"), /not understood here: line 1$/);
    equal(
      (await waysBy(t, "", { MCLI_ORG_ID: "x", MONGODB_ATLAS_OPS_MANAGER_URL: here }))[0]?.address,
      cloud,
    );
    equal((await waysBy(t, "", { MCLI_OPS_MANAGER_URL: here }))[0]?.address, here);
  });

  test("profiles lie where the system keeps them, and their names may be quoted", async () => {
    const files = await Promise.all([
      readProfiles("linux", { HOME: "/nowhere" }),
      readProfiles("linux", { HOME: "/nowhere", XDG_CONFIG_HOME: "/other" }),
      readProfiles("darwin", { HOME: "/nowhere", XDG_CONFIG_HOME: "/other" }),
      readProfiles("win32", { APPDATA: "/roaming" }),
    ]);
    deepEqual(
      files.map(({ file }) => file),
      ["/nowhere/.config", "/other", "/nowhere/Library/Application Support", "/roaming"].map(
        (home) => `${home}/atlascli/config.toml`,
      ),
    );
    const { byName, shared, unread } = parseProfiles(`Output = "json" # x\n["a b"]\r\n'c' = 'd'\n[e] # f\n`);
    deepEqual(
      [[...shared], [...byName.keys()], [...(byName.get("a b") ?? [])], unread],
      [[["output", "json"]], ["a b", "e"], [["c", "d"]], []],
    );
  });
});

test("Terraform, programs and the MCP server go by their variables", () => {
  const short = ({ address, as, isShut }: Way) => [address, as, isShut];
  deepEqual(short(wayOfTerraform({})), [cloud, "whom its provider block names", false]);
  const key = { MONGODB_ATLAS_PUBLIC_KEY: "abcdefgh", MONGODB_ATLAS_PRIVATE_KEY: "secret" };
  deepEqual(short(wayOfTerraform({ MONGODB_ATLAS_BASE_URL: here, ...key, ...guard })), [
    here,
    "abcdefgh (MONGODB_ATLAS_PUBLIC_KEY)",
    true,
  ]);
  deepEqual(short(wayOfTerraform({ MONGODB_ATLAS_ACCESS_TOKEN: "secret", ...key })), [
    cloud,
    "an access token (MONGODB_ATLAS_ACCESS_TOKEN)",
    false,
  ]);
  match(
    wayOfTerraform({ TF_VAR_ASSUME_ROLE_ARN: "x" }).warnings.join(),
    /^TF_VAR_ASSUME_ROLE_ARN is set: a secret in AWS/,
  );
  deepEqual(short(wayOfProgram("python", { BASE_URL: here, PUBLIC_KEY: "k", ...guard })), [
    here,
    "k (PUBLIC_KEY)",
    true,
  ]);
  match(wayOfProgram("go", {}).warnings.join(), /^BASE_URL is not set/);
  deepEqual(short(wayOfProgram("node", guard)), [cloud, "nobody yet", false]);
  equal(wayOfProgram("node", { NODE_OPTIONS: "--import file:///x/dist/guard.js?allow=a" }).isShut, true);
  deepEqual(short(wayOfMcp({ MDB_MCP_API_BASE_URL: here, MDB_MCP_API_CLIENT_ID: "id" })), [
    here,
    "id (MDB_MCP_API_CLIENT_ID)",
    false,
  ]);
});

test("a proxy is a guard where nothing listens, and no exception leads to Atlas", () => {
  equal(hasProxyGuard(guard), true);
  equal(hasProxyGuard({ HTTPS_PROXY: guard.HTTPS_PROXY }), true);
  for (const environment of [
    {},
    { HTTPS_PROXY: "http://proxy.example.com:3128" },
    { ...guard, NO_PROXY: "localhost,.mongodb.com" },
    { ...guard, NO_PROXY: "*" },
    { ...guard, https_proxy: "http://127.0.0.1:3128" },
    { ...guard, no_proxy: "cloud.mongodb.com" },
  ]) {
    equal(hasProxyGuard(environment), false);
  }
});

/** Runs the doctor; returns its output and exit code. */
async function examine(t: TestContext, names: readonly ToolName[], environment: Environment) {
  const written = t.mock.method(process.stdout, "write", () => true);
  try {
    const code = await doctor(names, { environment, platform: "linux" });
    return { code, said: written.mock.calls.map(({ arguments: [text] }) => String(text)).join("") };
  } finally {
    written.mock.restore();
  }
}

test("0 where all lead here, 3 where a call would reach the cloud, 1 where nobody of ours answers", async (t) => {
  const world = await createAnteroom({ port: 0 });
  t.after(world.close);
  const home = createFolder(t);
  const ours = {
    XDG_CONFIG_HOME: home,
    MONGODB_ATLAS_OPS_MANAGER_URL: `${world.url}/`,
    MONGODB_ATLAS_PRIVATE_API_KEY: "secret",
  };
  const good = await examine(t, ["atlasCli"], { ...ours, ...guard });
  equal(good.code, 0, good.said);
  match(good.said, new RegExp(`^atlas +here {3}${world.url} as nobody yet$`, "m"));
  ok(!/secret|not shut/.test(good.said));
  const open = await examine(t, ["atlasCli"], ours);
  match(open.said, /Hosts of others are not shut here\./);
  equal(open.code, 0);
  const lost = await examine(t, ["atlasCli", "terraform"], ours);
  equal(lost.code, 3);
  match(lost.said, /^terraform +CLOUD {2}https:\/\/cloud\.mongodb\.com as whom its provider block names$/m);
  const shut = await examine(t, ["terraform"], guard);
  deepEqual([shut.code, /^terraform {2}fails {2}https/.test(shut.said)], [0, true]);
  const role = { MONGODB_ATLAS_BASE_URL: world.url, ASSUME_ROLE_ARN: "x" };
  const unknown = await examine(t, ["terraform"], role);
  match(unknown.said, /^terraform {2}\? {6}an unknown address as whom a secret in AWS names$/m);
  deepEqual([unknown.code, (await examine(t, ["terraform"], { ...role, ...guard })).code], [3, 0]);
  const silent = await examine(t, ["python"], { BASE_URL: "http://a:b@127.0.0.1:2", ...guard });
  deepEqual([silent.code, silent.said.includes("a:b")], [1, false]);
  match(silent.said, /! no Anteroom answers at 127\.0\.0\.1:2: ECONNREFUSED/);
  const other = createServer((_, answer) => answer.end("hello")).listen(0, "127.0.0.1");
  t.after(() => void other.close());
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const strange = await examine(t, ["go"], { BASE_URL: `http://127.0.0.1:${port}`, ...guard });
  deepEqual([strange.code, /answers, and is no Anteroom/.test(strange.said)], [1, true]);
  match((await examine(t, ["go"], { BASE_URL: "nonsense", ...guard })).said, /! nonsense is no address/);
});

test("the command examines all tools, or those that are named", async (t) => {
  const env = { XDG_CONFIG_HOME: createFolder(t) };
  const { code, stdout, stderr } = await anteroom(["doctor"], { env });
  deepEqual([code, stderr], [3, ""]);
  for (const tool of ["atlas", "terraform", "go", "node", "python", "mongodb-mcp-server"]) {
    match(stdout, new RegExp(`^${tool} `, "m"));
  }
  const one = await anteroom(["doctor", "--terraform"], { env });
  deepEqual(
    [one.code, one.stdout.split("\n")[0]],
    [3, "terraform  CLOUD  https://cloud.mongodb.com as whom its provider block names"],
  );
});

/** Terraform's provider was seen to choose so: credentials and address come both from the block or both from the variables. */
test("provider blocks of a folder are examined: 3 where one leads to the cloud in spite of the variables", async (t) => {
  const world = await createAnteroom({ port: 0 });
  t.after(world.close);
  const folder = createFolder(t);
  const variables = { MONGODB_ATLAS_BASE_URL: world.url, MONGODB_ATLAS_PUBLIC_API_KEY: "abcdefgh" };
  const keys = 'public_key = var.public\n  private_key = "secret"';
  async function examineBlock(inside: string, env: Environment = variables) {
    writeFileSync(join(folder, "main.tf"), `# by variables\nprovider "mongodbatlas" {\n  ${inside}\n}\n`);
    const { code, stdout, stderr } = await anteroom(["doctor", "--terraform", folder], { env });
    equal(stderr, "");
    ok(!stdout.includes("secret"));
    return { code, lines: stdout.split("\n") };
  }
  const place = `terraform, ${join(folder, "main.tf")}:2`;

  const byVariables = await examineBlock("");
  deepEqual([byVariables.code, byVariables.lines.some((line) => line.includes(place))], [0, false]);

  const lost = await examineBlock(keys);
  equal(lost.code, 3);
  ok(lost.lines.includes(`${place}  CLOUD  ${cloud} as whom the block names`), lost.lines.join("\n"));
  match(lost.lines.join("\n"), /! the block has credentials and no base_url: its calls go to https:/);
  equal((await examineBlock(keys, { ...variables, ...guard })).code, 0);

  equal((await examineBlock(`${keys}\n  base_url = "${world.url}/"`)).code, 0);
  const unknown = await examineBlock(`${keys}\n  base_url = var.address`);
  deepEqual([unknown.code, unknown.lines.some((line) => / \? +an unknown address/.test(line))], [3, true]);
  const named = await examineBlock(`${keys}\n  base_url = "https://cloud.mongodb.com/"`);
  deepEqual([named.code, named.lines.some((line) => line.startsWith(`${place}  CLOUD`))], [3, true]);

  const here = `base_url = "${world.url}/"`;
  const ofAws = await examineBlock(`${here}\n  assume_role {\n    role_arn = "arn:aws:iam::1:role/x"\n  }`);
  deepEqual([ofAws.code, ofAws.lines.some((line) => / \? +an unknown address/.test(line))], [3, true]);
  match(ofAws.lines.join("\n"), /! assume_role takes credentials and address from AWS Secrets Manager/);
  const ofGov = await examineBlock(`${keys}\n  ${here}\n  is_mongodbgov_cloud = true`);
  equal(ofGov.code, 3);
  match(ofGov.lines.join("\n"), /! is_mongodbgov_cloud leads to https:\/\/cloud\.mongodbgov\.com/);

  const ignored = await examineBlock(`base_url = "${world.url}/"`, { MONGODB_ATLAS_PUBLIC_API_KEY: "x" });
  equal(ignored.code, 3);
  match(ignored.lines.join("\n"), /! base_url is ignored without credentials beside it/);

  const missing = await anteroom(["doctor", "--terraform", join(folder, "none")], { env: variables });
  deepEqual([missing.code, /none cannot be read: ENOENT/.test(missing.stderr)], [2, true]);
});
