// The GitHub Action, run as its runner does: inputs as variables, files to write to, and a second script after the job.
import { deepEqual, doesNotMatch, equal, match, ok, rejects } from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { AtlasClient } from "../src/client/client.ts";
import { packageName } from "../src/core/contract/release.ts";
import { demoGroupId } from "../src/testing/seed/demo.ts";
import { certificate, certificateKey } from "./support/certificate.ts";
import { root, run } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

const action = parse(readFileSync(join(root, "action.yml"), "utf8"));

const seed = {
  orgs: [
    {
      name: "Acme",
      apiKeys: [
        { publicKey: "abcdefgh", privateKey: "00000000-0000-4000-8000-000000000001", roles: ["ORG_OWNER"] },
        { desc: "another", roles: ["ORG_READ_ONLY"] },
      ],
      serviceAccounts: [{ name: "ci", roles: ["ORG_OWNER"] }],
      groups: [{ id: "32b6e34b3d91647abb20e7b8", name: "payments" }],
    },
  ],
};

/** A folder that has Anteroom, as npm would have installed it: here a program that runs the source. */
function createInstalled(t: TestContext): string {
  const folder = createFolder(t);
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const url = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
  const lines = `import { register } from ${url("node_modules/tsx/dist/esm/api/index.mjs")};
register();
await import(${url("src/start/main.ts")});
`;
  writeFileSync(join(folder, "dist/main.js"), lines);
  return folder;
}

interface Job {
  readonly temporary: string;
  /** Returns what a file of the runner holds now. */
  kept(name: "ENV" | "OUTPUT" | "STATE"): Record<string, string>;
  start(inputs: Readonly<Record<string, string>>, env?: Record<string, string>): ReturnType<typeof run>;
  stop(): ReturnType<typeof run>;
}

function beginJob(t: TestContext): Job {
  let end: () => Promise<unknown> = async () => {};
  // Before the folder goes, in which it reads what to end.
  t.after(() => end());
  const temporary = createFolder(t);
  const files = Object.fromEntries(
    ["ENV", "OUTPUT", "STATE"].map((name) => [`GITHUB_${name}`, join(temporary, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, "");
  const kept = (name: string) =>
    Object.fromEntries(
      readFileSync(join(temporary, name), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
  const runScript = (script: string, env: Record<string, string>) =>
    run(process.execPath, [join(root, script)], { env: { RUNNER_TEMP: temporary, ...files, ...env } });
  const stop = () =>
    runScript(action.runs.post, {
      ...kept("ENV"),
      ...Object.fromEntries(Object.entries(kept("STATE")).map(([name, value]) => [`STATE_${name}`, value])),
    });
  end = stop;
  return {
    temporary,
    kept,
    start(inputs, others = {}) {
      const defaults = Object.entries<{ default?: string }>(action.inputs).map(([name, input]) => [
        name,
        input.default ?? "",
      ]);
      const given = Object.entries({ ...Object.fromEntries(defaults), ...inputs });
      const env = given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      return runScript(action.runs.main, { ...Object.fromEntries(env), ...others });
    },
    stop,
  };
}

test("action.yml declares what the scripts read and write", () => {
  const start = readFileSync(join(root, action.runs.main), "utf8");
  const asked = [...start.matchAll(/inputOf\("(\w+)"\)/g)].map(([, name]) => name);
  deepEqual(Object.keys(action.inputs).sort(), [...new Set(asked)].sort());
  for (const name of Object.keys(action.outputs)) match(start, new RegExp(`["\\s]${name}"?[:,]`));
});

test("a job with the demonstration", async (t) => {
  const job = beginJob(t);
  const started = await job.start({ version: createInstalled(t) });
  equal(started.code, 0, started.stdout + started.stderr);
  const [outputs, variables] = [job.kept("OUTPUT"), job.kept("ENV")];
  const url = outputs.url ?? "";

  await t.test("tells where it is and who may ask, as outputs and as variables", () => {
    match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    deepEqual(Object.keys(outputs).sort(), Object.keys(action.outputs).sort());
    equal(outputs["project-id"], demoGroupId);
    match(outputs["org-id"] ?? "", /^[0-9a-f]{24}$/);
    deepEqual(variables, {
      ANTEROOM_URL: url,
      MONGODB_ATLAS_BASE_URL: `${url}/`,
      MONGODB_ATLAS_OPS_MANAGER_URL: `${url}/`,
      MONGODB_ATLAS_PUBLIC_API_KEY: outputs["public-key"],
      MONGODB_ATLAS_PRIVATE_API_KEY: outputs["private-key"],
    });
  });

  await t.test("masks each secret before anything else, and prints none elsewhere", () => {
    const masked = [...started.stdout.matchAll(/^::add-mask::(.+)$/gm)].map(([, secret]) => secret);
    for (const name of ["private-key", "client-secret"]) ok(masked.includes(outputs[name]), name);
    equal(masked.length, 3, "and the password of the console");
    const rest = started.stdout.replace(/^::add-mask::.*$/gm, "");
    for (const secret of masked) ok(!rest.includes(secret ?? ""));
    const [folder = ""] = readdirSync(job.temporary).filter((name) => name.startsWith("anteroom-"));
    equal(statSync(join(job.temporary, folder, "log")).mode & 0o777, 0o600);
  });

  await t.test("answers whoever has them, both kinds", async () => {
    const { MONGODB_ATLAS_PUBLIC_API_KEY: publicKey = "", MONGODB_ATLAS_PRIVATE_API_KEY: privateKey = "" } =
      variables;
    const groupId = "32b6e34b3d91647abb20e7b8";
    const invites = await new AtlasClient({ baseUrl: url, publicKey, privateKey }).listGroupInvites({
      groupId,
    });
    equal(invites.length, 1);
    const { "client-id": clientId = "", "client-secret": clientSecret = "" } = outputs;
    const atlas = new AtlasClient({ baseUrl: url, clientId, clientSecret });
    equal((await atlas.listOrgs()).results?.length, 1);
    equal((await fetch(`${url}/api/atlas/v2/groups/${groupId}/nothing`)).status, 401);
  });

  await t.test("says after the job what ends and what is missing, and ends", async () => {
    const { code, stdout } = await job.stop();
    equal(code, 0);
    match(
      stdout,
      /^::warning title=Anteroom::listGroupInvites ends on 2027-07-01: use listGroupUsers\. Called 1 × by /m,
    );
    match(stdout, /^::group::What Anteroom printed$/m);
    await rejects(fetch(`${url}/healthz`));
    equal((await job.stop()).code, 0, "a second time there is nothing to end");
  });
});

test("a job with a seed, a port and flags", async (t) => {
  const job = beginJob(t);
  const world = join(job.temporary, "world.json");
  writeFileSync(world, JSON.stringify(seed));
  const flags = `  --now 2027-07-02\n\n--lenient-accept\n--data ${join(job.temporary, "kept data")}`;
  const started = await job.start({ version: createInstalled(t), seed: world, flags });
  equal(started.code, 0, started.stdout + started.stderr);
  const { url = "", "public-key": publicKey = "", "private-key": privateKey = "" } = job.kept("OUTPUT");
  deepEqual([publicKey, privateKey], ["abcdefgh", "00000000-0000-4000-8000-000000000001"]);
  ok(statSync(join(job.temporary, "kept data")).isDirectory(), "a value may have spaces in it");
  const atlas = new AtlasClient({ baseUrl: url, publicKey, privateKey });
  await rejects(atlas.listGroupInvites({ groupId: "32b6e34b3d91647abb20e7b8" }), {
    errorCode: "VERSION_GONE",
  });
  equal([...started.stdout.matchAll(/^::add-mask::/gm)].length, 3, "of all keys and accounts");
});

test("a job fails with what the server says, and nothing of it runs on", async (t) => {
  for (const [inputs, complaint] of [
    [{ flags: "--limits some" }, /^::error title=Anteroom::it ended with 2: .*--limits some: choose one of/m],
    [{ seed: "missing.yaml" }, /^::error title=Anteroom::it ended with 1: .*missing\.yaml/m],
    [{ port: "eighty" }, /--port eighty: a port is a number/],
  ] as const) {
    const job = beginJob(t);
    const { code, stdout } = await job.start({ version: createInstalled(t), ...inputs });
    equal(code, 1);
    match(stdout, complaint);
    deepEqual([job.kept("OUTPUT"), job.kept("ENV")], [{}, {}]);
    doesNotMatch((await job.stop()).stdout, /::warning/);
  }
});

/** Serves a release behind https://localhost: the package as a file, and its digest beside it. */
async function publish(t: TestContext, digestOf: (digest: string) => string | undefined) {
  const folder = createInstalled(t);
  const manifest = { name: packageName, version: "0.1.0", type: "module" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const { code, stdout, stderr } = await run("npm", [
    "pack",
    "--silent",
    "--pack-destination",
    folder,
    folder,
  ]);
  equal(code, 0, stderr);
  const file = join(folder, stdout.trim());
  const digest = createHash("sha512").update(readFileSync(file)).digest("hex");
  const beside = digestOf(digest);
  const files: Record<string, Buffer | string | undefined> = {
    "/package.tgz": readFileSync(file),
    "/package.tgz.sha512": beside,
  };
  const server = createServer({ cert: certificate, key: certificateKey }, ({ url = "" }, answer) => {
    answer.writeHead(files[url] === undefined ? 404 : 200).end(files[url]);
  });
  t.after(() => server.close());
  await once(server.listen(0, "localhost"), "listening");
  const authority = join(folder, "authority.pem");
  writeFileSync(authority, certificate);
  const { port } = server.address() as AddressInfo;
  return { file, digest, authority, address: `https://localhost:${port}/package.tgz` };
}

test("the package of a release is installed where its digest is the one that stands beside it", async (t) => {
  const { address, authority } = await publish(t, (digest) => `${digest}  package.tgz\n`);
  const job = beginJob(t);
  const { code, stdout } = await job.start({ version: address }, { NODE_EXTRA_CA_CERTS: authority });
  equal(code, 0, stdout);
  equal((await fetch(`${job.kept("OUTPUT").url}/healthz`)).status, 200);
});

test("a package of another digest is not installed", async (t) => {
  const other = "0".repeat(128);
  for (const [what, beside, digest, complaint] of [
    ["beside it", () => other, "", /not installed: the sha512 of \S+ is [0-9a-f]{128}, expected 0{128}/],
    ["that the job expects", (is: string) => is, other, /not installed: .* expected 0{128}/],
    ["of no digest", () => "<html>", "", /package\.tgz\.sha512 is not a sha512 of 128 hexadecimal digits/],
    ["that is missing", () => undefined, "", /package\.tgz\.sha512 cannot be downloaded: 404/],
    ["that was mistyped", () => other, "sha512-abc", /digest is not a sha512 of 128 hexadecimal digits/],
  ] as const) {
    await t.test(`the digest ${what}`, async (t) => {
      const { address, authority } = await publish(t, beside);
      const job = beginJob(t);
      const { code, stdout } = await job.start(
        { version: address, digest },
        { NODE_EXTRA_CA_CERTS: authority },
      );
      equal(code, 1);
      match(stdout, new RegExp(`^::error title=Anteroom::.*${complaint.source}`, "m"));
      const [folder = ""] = readdirSync(job.temporary).filter((name) => name.startsWith("anteroom-"));
      deepEqual(readdirSync(join(job.temporary, folder)), []);
    });
  }

  await t.test("a file of this machine", async (t) => {
    const { file, digest } = await publish(t, () => undefined);
    const refused = await beginJob(t).start({ version: file, digest: other });
    match(refused.stdout, /^::error title=Anteroom::not installed: the sha512 of .*, expected 0{128}/m);
    const taken = await beginJob(t).start({ version: file, digest: digest.toUpperCase() });
    equal(taken.code, 0, taken.stdout);
  });

  await t.test("a folder has none, and what is not there is named", async (t) => {
    const folder = await beginJob(t).start({ version: createInstalled(t), digest: other });
    match(folder.stdout, /digest: \S+ is a folder, and a digest is that of a file/);
    const missing = await beginJob(t).start({ version: "0.1.0" });
    match(missing.stdout, /version: there is no file or folder 0\.1\.0/);
  });
});

test("outside of a job it says so", async () => {
  const env = { RUNNER_TEMP: "" };
  const { code, stdout } = await run("env", ["-u", "RUNNER_TEMP", process.execPath, action.runs.main], {
    env,
  });
  equal(code, 1);
  match(stdout, /RUNNER_TEMP is not set: this runs in a job of GitHub Actions/);
});
