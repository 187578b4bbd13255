// Tests one deployment for several organizations: what `dev` and `serve` say of it, and which clusters have a database.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { start } from "../support/started.ts";
import { createFolder } from "../support/storage.ts";
import { until } from "../support/until.ts";
import { sendAs } from "../support/world.ts";

const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";

const acme = { publicKey: "orgowner", privateKey: "00000000-0000-4000-8000-orgowner0000" };
const away = "mongodb://admin:secret-of-admin@127.0.0.1:9";

/** A seed of these organizations, of which Acme has a key of an owner. */
async function seedOf(t: TestContext, ...names: readonly string[]): Promise<string> {
  const file = join(createFolder(t), "seed.json");
  const orgs = names.map((name) => ({
    name,
    users: [{ username: "ada@example.com", orgRoles: ["ORG_OWNER"] }],
    apiKeys: name === "Acme" ? [{ ...acme, roles: ["ORG_OWNER"] }] : [],
  }));
  await writeFile(file, JSON.stringify({ orgs }));
  return file;
}

test("serve refuses one deployment for several organizations, unless they trust each other; dev warns", async (t) => {
  const seed = await seedOf(t, "Acme", "Globex");
  const shared = ["--port", "0", "--seed", seed, "--deployment", away];
  const inMemory = ["--memory", ...shared];
  const sentence =
    /127\.0\.0\.1:9 would be shared by the organizations Acme \(\w{24}\), Globex \(\w{24}\): .*--shared-deployment/;
  const refused = await start(t, ["serve", ...inMemory], { ANTEROOM_SECRET: secret });
  assert.equal(refused.code, 2);
  assert.match(refused.said.err, sentence);
  assert.ok(!refused.said.err.includes("secret-of-admin"));
  const trusted = await start(t, ["serve", ...inMemory], {
    ANTEROOM_SECRET: secret,
    ANTEROOM_SHARED_DEPLOYMENT: "on",
  });
  assert.notEqual(trusted.url, "");
  assert.doesNotMatch(trusted.said.out, sentence);
  const dev = await start(t, ["dev", ...inMemory]);
  assert.notEqual(dev.url, "");
  const warned = () => `${dev.said.out}${dev.said.err}`.split("\n").filter((line) => sentence.test(line));
  assert.equal(warned().length, 1);
  const quiet = await start(t, ["dev", ...inMemory, "--shared-deployment"]);
  assert.doesNotMatch(`${quiet.said.out}${quiet.said.err}`, sentence);
});

test("in serve, clusters of an organization made later have no database, and the log says why", async (t) => {
  const seed = await seedOf(t, "Acme");
  const data = createFolder(t);
  const args = ["serve", "--data", data, "--port", "0", "--seed", seed, "--deployment", away];
  const server = await start(t, [...args, "--cluster-speed", "now"], { ANTEROOM_SECRET: secret });
  const accept = "application/vnd.atlas.2024-10-23+json";
  const ask = async (key: typeof acme, method: string, path: string, body?: object) => {
    const sending = { method, path: `/api/atlas/v2${path}`, headers: { accept }, body };
    const reply = await sendAs(server.url, key, sending);
    assert.ok(reply.status < 300, reply.text);
    return reply.json;
  };
  const connectionOf = async (key: typeof acme, orgId: string) => {
    const { id } = await ask(key, "POST", "/groups", { name: "shop", orgId });
    const region = { providerName: "AWS", regionName: "US_EAST_1", priority: 7 };
    const hardware = { electableSpecs: { instanceSize: "M10", nodeCount: 3 } };
    const replicationSpecs = [{ regionConfigs: [{ ...region, ...hardware }] }];
    const body = { name: "Main", clusterType: "REPLICASET", replicationSpecs };
    await ask(key, "POST", `/groups/${id}/clusters`, body);
    const read = () => ask(key, "GET", `/groups/${id}/clusters/Main`);
    await until(async () => (await read()).stateName === "IDLE");
    return (await read()).connectionStrings.standard;
  };
  const [{ id: first }] = (await ask(acme, "GET", "/orgs")).results;
  const [owner] = (await ask(acme, "GET", `/orgs/${first}/users`)).results;
  const made = await ask(acme, "POST", "/orgs", {
    name: "Globex",
    orgOwnerId: owner.id,
    apiKey: { desc: "first", roles: ["ORG_OWNER"] },
  });
  assert.equal(
    await connectionOf(made.apiKey, made.organization.id),
    "mongodb://deployment-of-another-organization.invalid",
  );
  assert.equal(await connectionOf(acme, first), "mongodb://127.0.0.1:9/?authSource=admin");
  await until(async () => server.said.out.includes("belongs to another organization; --shared-deployment"));
  await server.stop();
  // That it is refused nothing at the next start shows that the owner was kept.
  assert.notEqual((await start(t, args, { ANTEROOM_SECRET: secret })).url, "");
});
