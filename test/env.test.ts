// `anteroom env`: what it prints for each tool, whose credentials it takes, and what it refuses.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, type TestContext, test } from "node:test";
import { type EnvFlags, env, pointing } from "../src/cli/env.ts";
import { createProgram } from "../src/cli/program.ts";
import type { Variables } from "../src/cli/shells.ts";
import { type ToolName, tools } from "../src/cli/tools.ts";
import { Misuse } from "../src/core/settings/error.ts";
import { anteroom, run } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

const kept = {
  secret: "0123456789abcdef0123456789abcdef",
  apiKey: { publicKey: "demokeyx", privateKey: "00000000-0000-4000-8000-00000000000a" },
  serviceAccount: { clientId: "mdb_sa_id_0123456789abcdef01234567", clientSecret: "mdb_sa_sk_secret" },
  owner: { username: "owner@example.com", password: "x" },
};

/** A folder as `anteroom dev` leaves it. */
function createData(t: TestContext, file: object = kept): string {
  const data = createFolder(t);
  writeFileSync(join(data, "credentials.json"), JSON.stringify(file));
  return data;
}

/** Runs the command with these arguments in this process, because starting one takes long. */
async function ask(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { commands } = await createProgram(environment);
  const command = commands.find((each) => each.name() === "env");
  ok(command);
  command.exitOverride().action(() => {});
  command.parse([...args], { from: "user" });
  const flags = command.opts();
  const names = (Object.keys(tools) as ToolName[]).filter((name) => flags[name]);
  const isDataGiven = command.getOptionValueSource("data") !== "default";
  return pointing(names, flags as EnvFlags, { environment, isDataGiven });
}

const refusal = (message: string) => (reason: Error) => {
  deepEqual([reason instanceof Misuse, reason.message], [true, message]);
  return true;
};

const shut = {
  HTTPS_PROXY: "http://127.0.0.1:1",
  HTTP_PROXY: "http://127.0.0.1:1",
  ALL_PROXY: "http://127.0.0.1:1",
  NO_PROXY: "127.0.0.1,localhost,::1",
  DO_NOT_TRACK: "1",
};
/** Returns the variables without their forms in small letters, which must be the same. */
function upper({ variables: all }: { variables: Variables }) {
  const variables = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
  const small = Object.entries(variables).filter(([name]) => name === name.toLowerCase());
  for (const [name, value] of small) equal(variables[name.toUpperCase()], value);
  equal(small.length, 4);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name !== name.toLowerCase()));
}

const key = {
  MONGODB_ATLAS_PUBLIC_API_KEY: kept.apiKey.publicKey,
  MONGODB_ATLAS_PRIVATE_API_KEY: kept.apiKey.privateKey,
};
const url = "http://127.0.0.1:8080";
const programs = {
  BASE_URL: url,
  GROUP_ID: "32b6e34b3d91647abb20e7b8",
  PUBLIC_KEY: kept.apiKey.publicKey,
  PRIVATE_KEY: kept.apiKey.privateKey,
  CLIENT_ID: kept.serviceAccount.clientId,
  CLIENT_SECRET: kept.serviceAccount.clientSecret,
};

suite("anteroom env", () => {
  test("the atlas CLI: its address under both names, a folder of its own that git leaves alone, and nothing that would win", async (t) => {
    const data = createData(t);
    const given = await ask(["--atlas-cli", "--data", data], { MCLI_ORG_ID: "x", "MCLI_;rm": "y" });
    const home = join(data, "atlas-cli");
    deepEqual(upper(given), {
      MONGODB_ATLAS_OPS_MANAGER_URL: `${url}/`,
      MONGODB_ATLAS_BASE_URL: `${url}/`,
      MONGODB_ATLAS_SERVICE: "cloud",
      ...key,
      XDG_CONFIG_HOME: home,
      MONGODB_ATLAS_TELEMETRY_ENABLED: "false",
      MONGODB_ATLAS_SKIP_UPDATE_CHECK: "true",
      MONGODB_ATLAS_SILENCE_STORAGE_WARNING: "true",
      ...shut,
    });
    equal(
      given.sentence,
      `the atlas CLI: ${url} as demokeyx (${data}/credentials.json); other hosts are shut`,
    );
    equal(statSync(home).mode & 0o777, 0o700);
    equal(readFileSync(join(data, ".gitignore"), "utf8"), "*\n");
    const unset = Object.entries(given.variables).flatMap(([name, value]) => (value === null ? [name] : []));
    const names = [
      "CLIENT_ID",
      "CLIENT_SECRET",
      "ACCESS_TOKEN",
      "REFRESH_TOKEN",
      "PUBLIC_KEY",
      "PRIVATE_KEY",
    ];
    deepEqual(
      unset.sort(),
      [
        ...[...names, "ACCOUNT_URL", "AUTH_TYPE"].map((name) => `MONGODB_ATLAS_${name}`),
        "MCLI_ORG_ID",
      ].sort(),
    );
    const own = join(data, "mine");
    const { variables, sentence } = await ask([
      "--atlas-cli",
      "--no-credentials",
      "--config",
      own,
      "--data",
      data,
    ]);
    deepEqual(
      [variables.MONGODB_ATLAS_PUBLIC_API_KEY, variables.XDG_CONFIG_HOME, existsSync(own)],
      [null, own, true],
    );
    match(sentence, /:8080 without credentials; /);
  });

  test("Terraform, Go, Node and Python", async (t) => {
    const data = createData(t);
    const of = async (...args: string[]) => upper(await ask([...args, "--data", data]));
    const terraform = {
      MONGODB_ATLAS_BASE_URL: `${url}/`,
      MONGODB_REALM_BASE_URL: `${url}/`,
      CHECKPOINT_DISABLE: "1",
    };
    deepEqual(await of("--terraform"), { ...terraform, ...key, ...shut });
    deepEqual(await of("--go"), { ...programs, ...key, MONGODB_ATLAS_BASE_URL: `${url}/`, ...shut });
    deepEqual(await of("--python"), { ...programs, ...shut });
    const { NODE_OPTIONS, ...node } = await of("--node");
    deepEqual(node, { ...programs, ...shut });
    match(String(NODE_OPTIONS), /^--import file:\/\/\/\S+\/guard\.[jt]s$/);
    const elsewhere = await of("--go", "--base-url", "http://anteroom.internal:9/");
    deepEqual(
      [elsewhere.BASE_URL, elsewhere.MONGODB_ATLAS_BASE_URL, elsewhere.NO_PROXY],
      [
        "http://anteroom.internal:9",
        "http://anteroom.internal:9/",
        "127.0.0.1,localhost,::1,anteroom.internal",
      ],
    );
  });

  test("over TLS the certificate of the folder is trusted, or another; the MCP server wants it twice", async (t) => {
    const data = createData(t);
    const file = join(data, "tls-cert.pem");
    writeFileSync(file, "");
    const at = ["--base-url", "https://127.0.0.1:8443", "--data", data];
    const { NODE_OPTIONS: _, ...rest } = upper(await ask(["--mcp", ...at]));
    deepEqual(rest, {
      MDB_MCP_API_BASE_URL: "https://127.0.0.1:8443/",
      MDB_MCP_API_CLIENT_ID: kept.serviceAccount.clientId,
      MDB_MCP_API_CLIENT_SECRET: kept.serviceAccount.clientSecret,
      MDB_MCP_TELEMETRY: "disabled",
      SSL_CERT_FILE: file,
      NODE_EXTRA_CA_CERTS: file,
      ...shut,
    });
    const other = join(data, "credentials.json");
    equal((await ask(["--python", ...at, "--ca", other])).variables.REQUESTS_CA_BUNDLE, other);
    equal((await ask(["--go", ...at])).variables.SSL_CERT_FILE, file);
    await rejects(
      ask(["--python", ...at, "--ca", "/nowhere.pem"]),
      refusal("--ca /nowhere.pem: there is no such file"),
    );
    await rejects(
      ask(["--mcp", "--data", data]),
      refusal(
        "--mcp: the MCP server takes https alone; start `anteroom dev --tls` and give its address as --base-url",
      ),
    );
  });

  test("hosts that are allowed are let through by proxies and by Node's guard, but none of Atlas's", async (t) => {
    const data = createData(t);
    const before = { NODE_OPTIONS: "--import file:///old/guard.js?allow=x --enable-source-maps" };
    const allow = ["--allow", "packages.example.org", "*.example.com"];
    const { variables, sentence } = await ask(["--node", "--data", data, ...allow], before);
    equal(variables.NO_PROXY, "127.0.0.1,localhost,::1,packages.example.org,example.com");
    const query = ["packages.example.org", "*.packages.example.org", "example.com", "*.example.com"];
    ok(variables.NODE_OPTIONS?.startsWith("--enable-source-maps --import file:///"));
    ok(variables.NODE_OPTIONS?.endsWith(`?${query.map((host) => `allow=${host}`).join("&")}`));
    match(sentence, /other hosts are shut but packages\.example\.org, example\.com$/);
    for (const host of ["cloud.mongodb.com", "*.mongodb.com", "com", "MongoDBgov.com"]) {
      await rejects(
        ask(["--node", "--data", data, "--allow", host]),
        refusal(`--allow ${host} would let calls through to Atlas`),
      );
    }
    await rejects(
      ask(["--node", "--data", data, "--allow", "https://x"]),
      refusal("--allow https://x: expected a host such as registry.terraform.io"),
    );
  });

  test("credentials: a folder that is named, then variables; without any it says what to do", async (t) => {
    const data = createData(t);
    const given = { MONGODB_ATLAS_PUBLIC_KEY: "variable", MONGODB_ATLAS_PRIVATE_KEY: "p" };
    equal((await ask(["--go", "--data", data], given)).variables.PUBLIC_KEY, "demokeyx");
    equal((await ask(["--go"], given)).variables.PUBLIC_KEY, "variable");
    const seeded = createData(t, { secret: kept.secret });
    const { variables, sentence } = await ask(["--go", "--data", seeded], given);
    deepEqual([variables.PUBLIC_KEY, variables.GROUP_ID], ["variable", undefined]);
    match(sentence, /as variable \(MONGODB_ATLAS_PUBLIC_KEY\)/);
    const account = { MONGODB_ATLAS_CLIENT_ID: "mdb_sa_id_x", MONGODB_ATLAS_CLIENT_SECRET: "y" };
    const ofAccount = await ask(["--terraform", "--data", seeded], account);
    deepEqual(
      [ofAccount.variables.MONGODB_ATLAS_CLIENT_ID, ofAccount.variables.MONGODB_ATLAS_PUBLIC_API_KEY],
      ["mdb_sa_id_x", null],
    );
    const secure = ["--mcp", "--data", seeded, "--base-url", "https://127.0.0.1:1"];
    const mcp = { MDB_MCP_API_CLIENT_ID: "mdb_sa_id_z", MDB_MCP_API_CLIENT_SECRET: "y" };
    equal((await ask(secure, mcp)).variables.MDB_MCP_API_CLIENT_ID, "mdb_sa_id_z");
    await rejects(
      ask(secure, given),
      refusal("--mcp: the MCP server takes a service account alone, and MONGODB_ATLAS_PUBLIC_KEY is none"),
    );
    await rejects(
      ask(["--go", "--data", seeded]),
      refusal(
        `${join(seeded, "credentials.json")} has no credentials: a seed's are not kept. Set MONGODB_ATLAS_PUBLIC_API_KEY and _PRIVATE_API_KEY, or give --no-credentials`,
      ),
    );
  });

  test("the command prints what a shell evaluates, and says the rest elsewhere", async (t) => {
    const data = createData(t);
    const { code, stdout, stderr } = await anteroom(["env", "--terraform", "--data", data]);
    equal(code, 0);
    match(stdout, /^export MONGODB_ATLAS_BASE_URL='http:\/\/127\.0\.0\.1:8080\/'$/m);
    match(stdout, /^unset MONGODB_ATLAS_CLIENT_ID$/m);
    match(
      stderr,
      /^anteroom: Terraform: http:\/\/127\.0\.0\.1:8080 as demokeyx \(.*\); other hosts are shut\n$/,
    );
    ok(!stderr.includes(kept.apiKey.privateKey));
  });

  test("for Terraform it warns of provider blocks in the folder that lead to Atlas even so", async (t) => {
    const folder = createFolder(t);
    writeFileSync(join(folder, "main.tf"), 'provider "mongodbatlas" {\n  client_id = "x"\n}\n');
    const said = t.mock.method(process.stderr, "write", () => true);
    t.mock.method(process.stdout, "write", () => true);
    const flags: EnvFlags = {
      baseUrl: "http://127.0.0.1:8080",
      data: createData(t),
      shell: "sh",
      credentials: true,
    };
    const warned = async (tool: ToolName, where: string) => {
      said.mock.resetCalls();
      await env([tool], flags, { environment: {}, isDataGiven: true, folder: where });
      return said.mock.calls.filter(({ arguments: [text] }) => /no base_url/.test(String(text))).length;
    };
    deepEqual([await warned("terraform", folder), await warned("go", folder)], [1, 0]);
    writeFileSync(join(folder, "main.tf"), "} what Terraform refuses itself");
    deepEqual([await warned("terraform", folder), await warned("terraform", join(folder, "none"))], [0, 0]);
  });

  test("what fails makes the shell's eval fail, with all other hosts shut, and keeps its code", async (t) => {
    const failed = await anteroom(["env", "--go", "--data", createFolder(t)]);
    deepEqual([failed.code, /^anteroom: /.test(failed.stderr)], [2, true]);
    const script = 'eval "$1" && echo "it is run"; echo "$HTTPS_PROXY $https_proxy"; echo "$NODE_OPTIONS"';
    const [proxies, node] = (await run("sh", ["-c", script, "sh", failed.stdout])).stdout.split("\n");
    equal(proxies, `${shut.HTTPS_PROXY} ${shut.HTTPS_PROXY}`);
    match(node ?? "", /--import file:\S+\/guard\.[jt]s$/);
    const refused = await anteroom(["env", "--nope", "--shell=fish"]);
    deepEqual([refused.code, /^error: unknown option/.test(refused.stderr)], [2, true]);
    match(refused.stdout, /^set -gx HTTPS_PROXY 'http:\/\/127\.0\.0\.1:1'$.*\nfalse\n$/ms);
  });

  test("refused: no tool, and Atlas itself", async (t) => {
    const data = createData(t);
    await rejects(
      ask(["--data", data]),
      refusal("say for which tool: --atlas-cli, --terraform, --go, --node, --python, --mcp"),
    );
    await rejects(
      ask(["--go", "--data", data, "--base-url", "https://cloud.mongodb.com"]),
      refusal("--base-url https://cloud.mongodb.com is Atlas itself, which this keeps tools from"),
    );
  });
});
