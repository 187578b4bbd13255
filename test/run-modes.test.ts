// Tests what `dev` and `serve` refuse to do, and what a second start finds: through the real command line.
import assert from "node:assert/strict";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { start } from "./support/started.ts";
import { createFolder } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { digest, nonceOf, send, sendAs } from "./support/world.ts";

const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";

test("serve refuses to start without a secret, and says how to make one", async (t) => {
  const { said, code } = await start(t, ["serve", "--data", createFolder(t), "--port", "0"], {
    ANTEROOM_SECRET: "short",
  });
  assert.equal(code, 2);
  assert.match(said.err, /ANTEROOM_SECRET must be set to at least 32 characters.*openssl rand -hex 32/);
});

test("serve refuses a provider that would send people back to an address nobody may reach", async (t) => {
  const args = ["serve", "--data", createFolder(t), "--port", "0", "--oidc-issuer", "https://id.example.com"];
  const { said, code } = await start(t, [...args, "--oidc-client-id", "anteroom"], {
    ANTEROOM_SECRET: secret,
    ANTEROOM_OIDC_CLIENT_SECRET: "secret",
  });
  assert.equal(code, 2);
  assert.match(said.err, /--oidc-issuer needs --base-url/);
});

test("serve refuses a store with the credentials of the demonstration", async (t) => {
  const data = createFolder(t);
  const env = { ANTEROOM_SECRET: secret };
  const first = await start(t, ["dev", "--data", data, "--port", "0"], env);
  assert.equal(await first.stop(), 0);
  const { said, code } = await start(t, ["serve", "--data", data, "--port", "0"], env);
  assert.equal(code, 1);
  assert.match(said.err, /holds the credentials of the demonstration/);
});

test("serve has no test controls, and ends with 0 on SIGTERM", async (t) => {
  const server = await start(t, ["serve", "--data", createFolder(t), "--port", "0"], {
    ANTEROOM_SECRET: secret,
  });
  assert.equal((await fetch(`${server.url}/_anteroom/v1/clock`)).status, 404);
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
  assert.equal(await server.stop(), 0);
});

test("serve warns of other machines that it would speak plain HTTP with", async (t) => {
  const args = ["serve", "--memory", "--port", "0"];
  const starts = [[], ["--host", "0.0.0.0"]].map((more) =>
    start(t, [...args, ...more], { ANTEROOM_SECRET: secret }),
  );
  const [quiet, warned] = (await Promise.all(starts)).map(({ said }) => said.out);
  assert.doesNotMatch(quiet ?? "", /plain HTTP/);
  assert.match(warned ?? "", /"level":40[^\n]*--host 0\.0\.0\.0 in plain HTTP/);
});

test("serve warns of a secret that can be guessed, and serves with it", async (t) => {
  const starts = [secret, "0123456789abcdef".repeat(2)].map((each) =>
    start(t, ["serve", "--memory", "--port", "0"], { ANTEROOM_SECRET: each }),
  );
  const [drawn, guessable] = await Promise.all(starts);
  assert.equal((await fetch(`${guessable?.url}/readyz`)).status, 200);
  // It is judged a while after the start.
  await until(() => guessable?.said.out.includes("can be guessed") === true);
  for (const server of [drawn, guessable]) assert.equal(await server?.stop(), 0);
  assert.match(guessable?.said.out ?? "", /"level":40[^\n]*ANTEROOM_SECRET can be guessed/);
  assert.doesNotMatch(drawn?.said.out ?? "", /can be guessed/);
});

test("serve shows strangers no metrics, and both only where it is told to", async (t) => {
  const shownBy = async (...flags: string[]) => {
    const { url } = await start(t, ["serve", "--memory", "--port", "0", ...flags], {
      ANTEROOM_SECRET: secret,
    });
    const ready = await fetch(`${url}/readyz`);
    return [(await fetch(`${url}/metrics`)).status, ready.status, (await ready.json()).status];
  };
  assert.deepEqual(
    await Promise.all([shownBy(), shownBy("--metrics-port", "public")]),
    [404, 200].map((metrics) => [metrics, 200, "ready"]),
  );
  const { said, code } = await start(t, ["serve", "--memory", "--metrics-port", "open"], {
    ANTEROOM_SECRET: secret,
  });
  assert.equal(code, 2);
  assert.match(said.err, /--metrics-port open: a port is a number from 0 to 65535.*`public`/);
});

test("with a port of their own, metrics and readiness answer there and nowhere else, and nothing else does", async (t) => {
  const args = ["serve", "--memory", "--port", "0", "--host", "localhost", "--metrics-port", "127.0.0.2:0"];
  const { url, said, stop } = await start(t, args, { ANTEROOM_SECRET: secret });
  // The log is written beside the line that says that the server is ready, sometimes after it.
  await until(() => said.out.includes("livez are at"));
  const inside = /livez are at (http:[^"]+)/.exec(said.out)?.[1] ?? "";
  const statuses = (base: string) =>
    Promise.all(
      ["/metrics", "/readyz", "/livez", "/healthz", "/sign-in"].map(
        async (path) => (await fetch(base + path)).status,
      ),
    );
  assert.match(inside, /^http:\/\/127\.0\.0\.2:\d+$/);
  assert.deepEqual(await statuses(url), [404, 404, 404, 200, 200]);
  assert.deepEqual(await statuses(inside), [200, 200, 200, 404, 404]);
  assert.match(await (await fetch(`${inside}/metrics`)).text(), /anteroom_requests_total\{/);
  assert.equal(await stop(), 0);
});

test("the port of metrics is another than that of all else", async (t) => {
  const { said, code } = await start(t, ["serve", "--memory", "--metrics-port", "8080"], {
    ANTEROOM_SECRET: secret,
  });
  assert.equal(code, 2);
  assert.match(said.err, /--metrics-port 8080: choose another port/);
});

test("a store is not opened with another secret than its first", async (t) => {
  const data = createFolder(t);
  const first = await start(t, ["serve", "--data", data, "--port", "0"], { ANTEROOM_SECRET: secret });
  assert.equal(await first.stop(), 0);
  const { said, code } = await start(t, ["serve", "--data", data, "--port", "0"], {
    ANTEROOM_SECRET: secret.toUpperCase(),
  });
  assert.equal(code, 1);
  assert.match(said.err, /made with another master secret/);
});

test("dev refuses to show its controls to other machines", async (t) => {
  const { said, code } = await start(t, ["dev", "--memory", "--host", "0.0.0.0", "--port", "0"]);
  assert.equal(code, 2);
  assert.match(said.err, /listens on loopback only/);
});

test("serve lets nobody make an owner who is none, dev does, and the flag and its variable decide otherwise", async (t) => {
  const seed = join(createFolder(t), "seed.json");
  const manager = { publicKey: "managerk", privateKey: "00000000-0000-4000-8000-000000000002" };
  const groupId = "32b6e34b3d91647abb20e7b8";
  const group = { id: groupId, name: "payments", apiKeys: [{ ...manager, roles: ["GROUP_ACCESS_MANAGER"] }] };
  await writeFile(seed, JSON.stringify({ orgs: [{ name: "Acme", groups: [group] }] }));
  const path = `/api/atlas/v2/groups/${groupId}/apiKeys`;
  const tryToClimb = async (args: readonly string[], env: Record<string, string> = {}) => {
    const shared = ["--memory", "--port", "0", "--seed", seed];
    const { url, stop } = await start(t, [...args, ...shared], { ANTEROOM_SECRET: secret, ...env });
    const body = { desc: "mine", roles: ["GROUP_OWNER"] };
    const reply = await sendAs(url, manager, { method: "POST", path, body });
    await stop();
    return reply.headers["x-error-code"] ?? reply.status;
  };
  assert.deepEqual(
    await Promise.all([
      tryToClimb(["serve"]),
      tryToClimb(["serve", "--strict-roles", "off"]),
      tryToClimb(["serve"], { ANTEROOM_STRICT_ROLES: "false" }),
      tryToClimb(["dev"]),
      tryToClimb(["dev", "--strict-roles"]),
      tryToClimb(["dev"], { ANTEROOM_STRICT_ROLES: "true" }),
    ]),
    ["ROLE_ABOVE_OWN", 200, 200, 200, "ROLE_ABOVE_OWN", "ROLE_ABOVE_OWN"],
  );
});

test("dev keeps its credentials, readable by their owner only, and a second start finds the same", async (t) => {
  const data = createFolder(t);
  const first = await start(t, ["dev", "--data", data, "--port", "0"]);
  assert.equal(await first.stop(), 0);
  const file = join(data, "credentials.json");
  const kept = await readFile(file, "utf8");
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const second = await start(t, ["dev", "--data", data, "--port", "0"]);
  assert.equal(await readFile(file, "utf8"), kept);
  assert.equal(await second.stop(), 0);
  assert.ok(second.said.out.includes(JSON.parse(kept).apiKey.privateKey));
});

test("a reset of dev keeps the secrets that were printed; of a store planted earlier, it prints the new ones", async (t) => {
  const [data, seed] = [createFolder(t), join(createFolder(t), "seed.json")];
  await writeFile(seed, JSON.stringify({ orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_OWNER"] }] }] }));
  const args = ["dev", "--data", data, "--port", "0", "--seed", seed];
  const printed = ({ out }: { readonly out: string }) =>
    [...out.matchAll(/API key +(\S+) +(\S+)/g)].map(([, publicKey = "", privateKey = ""]) => ({
      publicKey,
      privateKey,
    }));
  const statusFor = async (url: string, key: { publicKey: string; privateKey: string } | undefined) =>
    (await sendAs(url, key ?? assert.fail(), { path: "/api/atlas/v2/orgs" })).status;
  const reset = (url: string) => send(url, { method: "POST", path: "/_anteroom/v1/reset" });

  const first = await start(t, args);
  await reset(first.url);
  const [key] = printed(first.said);
  assert.equal(await statusFor(first.url, key), 200);
  await first.stop();
  assert.equal(printed(first.said).length, 1);

  const second = await start(t, args);
  assert.equal(await statusFor(second.url, key), 200);
  await reset(second.url);
  await reset(second.url);
  await second.stop();
  assert.equal(printed(second.said).length, 1);
  const third = await start(t, args);
  assert.equal(await statusFor(third.url, printed(second.said)[0]), 200);
});

test("serve logs a line of JSON for each request, with nothing secret in it", async (t) => {
  const seed = join(createFolder(t), "seed.json");
  const key = { publicKey: "abcdefgh", privateKey: "00000000-0000-4000-8000-000000000001" };
  await writeFile(
    seed,
    JSON.stringify({ orgs: [{ name: "Acme", apiKeys: [{ ...key, roles: ["ORG_OWNER"] }] }] }),
  );
  const args = ["serve", "--data", createFolder(t), "--port", "0", "--seed", seed];
  const server = await start(t, args, { ANTEROOM_SECRET: secret });
  const path = "/api/atlas/v2/orgs?name=hush";
  const accept = "application/vnd.atlas.2023-01-01+json";
  const nonce = nonceOf(await send(server.url, { path, headers: { accept } }));
  const authorization = digest(key, { method: "GET", uri: path, nonce });
  assert.equal((await send(server.url, { path, headers: { accept, authorization } })).status, 200);
  await send(server.url, { method: "PUT", path });
  await send(server.url, { method: "DELETE", path: "/nowhere" });
  await server.stop();
  const lines = server.said.out
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  const answered = lines.filter(({ msg }) => msg === "answered");
  assert.deepEqual(
    answered.map(({ operationId, method, status }) => ({ operationId, method, status })),
    [
      { operationId: "listOrgs", method: "GET", status: 401 },
      { operationId: "listOrgs", method: "GET", status: 200 },
      { operationId: "", method: "PUT", status: 405 },
      { operationId: "", method: "DELETE", status: 404 },
    ],
  );
  for (const hidden of [nonce, "hush", secret, authorization]) {
    assert.ok(!JSON.stringify(lines).includes(hidden), `the log shows ${hidden}`);
  }
});

test("what serve plants goes to a file of its owner's, and never to its output", async (t) => {
  const data = createFolder(t);
  const seed = join(createFolder(t), "seed.json");
  const given = { publicKey: "abcdefgh", privateKey: "00000000-0000-4000-8000-000000000001" };
  const roles = ["ORG_OWNER"];
  const apiKeys = [{ ...given, roles }, { roles }];
  await writeFile(
    seed,
    JSON.stringify({ orgs: [{ name: "Acme", apiKeys, serviceAccounts: [{ name: "ci", roles }] }] }),
  );
  const args = ["serve", "--data", data, "--port", "0", "--seed", seed];
  const server = await start(t, args, { ANTEROOM_SECRET: secret });
  const file = /Minted credentials are in (\S+),/.exec(server.said.out)?.[1] ?? "";
  assert.equal(dirname(file), data);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const text = await readFile(file, "utf8");
  assert.ok(!text.includes(given.privateKey), "what the seed gave is repeated");
  const planted = JSON.parse(text);
  assert.deepEqual([planted.apiKeys.length, planted.serviceAccounts.length], [1, 1]);
  const [minted] = planted.apiKeys;
  const [account] = planted.serviceAccounts;
  assert.equal((await sendAs(server.url, minted, { path: "/api/atlas/v2/orgs" })).status, 200);
  await server.stop();
  for (const hidden of [given.privateKey, minted.privateKey, account.clientSecret]) {
    assert.ok(!`${server.said.out}${server.said.err}`.includes(hidden), `the output shows ${hidden}`);
  }
  // A start that plants nothing leaves no file.
  await (await start(t, args, { ANTEROOM_SECRET: secret })).stop();
  const kept = (await readdir(data)).filter((name) => name.startsWith("planted-"));
  assert.deepEqual(kept, [basename(file)]);
});

test("a port that is taken: the error says what to do", async (t) => {
  const first = await start(t, ["dev", "--memory", "--port", "0"]);
  const { said, code } = await start(t, ["dev", "--memory", "--port", new URL(first.url).port]);
  assert.equal(code, 1);
  assert.match(said.err, /EADDRINUSE.*choose another port with --port/);
});

test("an address that is not this machine's: one sentence", async (t) => {
  for (const [host, code] of [
    ["10.255.255.1", "EADDRNOTAVAIL"],
    ["nowhere.invalid", "(ENOTFOUND|EAI_AGAIN)"],
  ] as const) {
    const args = ["serve", "--memory", "--port", "0", "--host", host, "--log-level", "silent"];
    const { said, code: exit } = await start(t, args, { ANTEROOM_SECRET: secret });
    assert.equal(exit, 1);
    assert.match(said.err, new RegExp(`^anteroom: .*${code}.*--host.*\n$`));
  }
});

test("dev begins with the faults of --faults, as text or as a file, and refuses what is no rule", async (t) => {
  const file = join(createFolder(t), "faults.yaml");
  await writeFile(file, "- { status: 503, as: html, path: /api/**, chance: 1 }\n");
  const listed = async (faults: string) => {
    const { url } = await start(t, ["dev", "--memory", "--port", "0"], { ANTEROOM_FAULTS: faults });
    return (await send(url, { path: "/_anteroom/v1/faults" })).json.map(
      ({ status }: { status: number }) => status,
    );
  };
  assert.deepEqual(await listed(file), [503]);
  assert.deepEqual(await listed('[{"status": 500}, {"status": 429}]'), [500, 429]);
  for (const [faults, said] of [
    ['[{"status": 404}]', /--faults: faults\.0\.status: must be equal to one of/],
    ["nowhere.yaml", /--faults nowhere\.yaml: cannot be read: ENOENT/],
    ["[{", /--faults: is not YAML/],
  ] as const) {
    const refused = await start(t, ["dev", "--memory", "--port", "0", "--faults", faults]);
    assert.equal(refused.code, 2);
    assert.match(refused.said.err, said);
  }
});

test("serve names organizations whose federation has the provider's issuer, and counts only those of --oidc-orgs", async (t) => {
  const issuer = "http://127.0.0.1:9";
  const id = "a0123456789abcdef012345a";
  const provider = { id: "b".repeat(24), displayName: "Login", issuerUri: issuer };
  const federation = { identityProviders: [provider], dataAccessIdentityProviderIds: [provider.id] };
  const seed = join(createFolder(t), "seed.json");
  await writeFile(seed, JSON.stringify({ orgs: [{ id, name: "Acme", federation }] }));
  const args = ["serve", "--memory", "--port", "0", "--seed", seed, "--base-url", "http://127.0.0.1:9"];
  const secrets = { ANTEROOM_SECRET: secret, ANTEROOM_OIDC_CLIENT_SECRET: "secret" };
  const withProvider = [...args, "--oidc-issuer", issuer, "--oidc-client-id", "anteroom"];
  const said = async (...more: string[]) => (await start(t, [...withProvider, ...more], secrets)).said.out;
  const sentence = new RegExp(`the federations of Acme \\(${id}\\) name the provider of this server`);
  assert.match(await said(), sentence);
  assert.doesNotMatch(await said("--oidc-orgs", id), sentence);
  const refused = await start(t, [...withProvider, "--oidc-orgs", "Acme"], secrets);
  assert.deepEqual([refused.code, /--oidc-orgs Acme: expected ids/.test(refused.said.err)], [2, true]);
});
