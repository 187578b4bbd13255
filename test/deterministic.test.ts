// Two runs of one session with the same seed of chance: every byte of every answer, and every row of the store, are the same.
import { deepEqual, equal, match, notDeepEqual, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { anteroom as run } from "./support/command.ts";
import { dumpTables } from "./support/dump.ts";
import { startProcess } from "./support/process.ts";
import { createFolder } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { account, ids, invited, keys, type Reply, startWorld } from "./support/world.ts";

const org = `/api/atlas/v2/orgs/${ids.org}`;
const group = `/api/atlas/v2/groups/${ids.group}`;
const controls = "/_anteroom/v1";
const newest = { accept: "application/vnd.atlas.2025-03-12+json" };

/** Records all answers of a session, and what it leaves in the store. */
async function record(t: TestContext, deterministic: string, port?: number) {
  const data = createFolder(t);
  const world = await startWorld(t, { deterministic, data, ...(port !== undefined && { port }) });
  const heard: Reply[] = [];
  const hear = async (reply: Promise<Reply>) => {
    heard.push(await reply);
    return heard.at(-1) as Reply;
  };
  const control = (method: string, path: string, body?: unknown) =>
    hear(world.send({ method, path: `${controls}${path}`, ...(body !== undefined && { body }) }));
  const tokenOf = async (clientId: string, secret: string) => {
    const { json } = await hear(
      world.send({
        method: "POST",
        path: "/api/oauth/token",
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: "grant_type=client_credentials",
      }),
    );
    return json.access_token as string;
  };
  let token = await tokenOf(account.clientId, account.clientSecret);
  const ask = (method: string, path: string, body?: unknown, headers = {}) =>
    hear(world.bearing(token, { method, path, headers, ...(body !== undefined && { body }) }));

  for (const path of [
    "/api/atlas/v2",
    "/api/atlas/v2/orgs",
    org,
    `${org}/groups`,
    `${org}/settings`,
    `${group}`,
  ]) {
    await ask("GET", path);
  }
  for (const name of ["one", "two", "three"]) {
    await ask("POST", `${group}/invites`, { username: `${name}@example.com`, roles: ["GROUP_READ_ONLY"] });
  }
  // A challenge, with a nonce, is an answer as well.
  await hear(world.send({ path: `${group}/invites`, headers: newest }));
  await hear(world.as(keys.owner, { path: `${group}/invites` }));
  await hear(
    world.as(keys.owner, {
      method: "PATCH",
      path: `${group}/invites`,
      body: { username: invited, roles: ["GROUP_OWNER"] },
    }),
  );
  await ask("POST", `${group}/invites`, { username: "one@example.com", roles: ["GROUP_OWNER"] });
  await ask("POST", `${org}/invites`, { username: "four@example.com", roles: ["ORG_MEMBER"] });
  await ask(
    "POST",
    `${org}/users`,
    { username: "five@example.com", roles: { orgRoles: ["ORG_MEMBER"] } },
    newest,
  );
  const key = await ask("POST", `${org}/apiKeys`, { desc: "made", roles: ["ORG_OWNER"] });
  await hear(world.as(key.json, { path: `${org}/apiKeys` }));
  await ask("POST", `${org}/apiKeys/${key.json.id}/accessList`, [{ cidrBlock: "127.0.0.0/8" }]);
  const made = await ask(
    "POST",
    `${org}/serviceAccounts`,
    { name: "made", description: "made", roles: ["ORG_OWNER"], secretExpiresAfterHours: 48 },
    newest,
  );
  await ask(
    "POST",
    `${org}/serviceAccounts/${made.json.clientId}/secrets`,
    { secretExpiresAfterHours: 24 },
    newest,
  );
  await ask("POST", `${org}/teams`, { name: "made", usernames: ["owner@example.com"] });
  await ask("POST", "/api/atlas/v2/groups", { name: "made", orgId: ids.org });
  await ask("GET", `${group}/users`, undefined, newest);
  await ask("GET", `${org}/users`, undefined, newest);
  await ask("GET", `${group}/nowhere`);
  await ask("POST", `${group}/invites`, { roles: [] });
  await control("GET", "/mail");
  await control("POST", `/invites/${ids.invite}:accept`);
  await control("POST", `/invites/${ids.orgInvite}:decline`);
  await control("PUT", "/faults", [{ chance: 0.5, status: 503 }]);
  for (let index = 0; index < 6; index++) await ask("GET", org);
  await control("GET", "/faults");
  await control("DELETE", "/faults");
  await control("PUT", "/snapshots/middle");
  await control("PUT", "/clock", { advance: "PT2H" });
  await ask("GET", org);
  token = await tokenOf(made.json.clientId, made.json.secrets[0].secret);
  await ask("GET", `${org}/events`, undefined, newest);
  await ask("GET", `${group}/events`, undefined, newest);
  await ask("DELETE", `${group}/invites/${ids.missing}`);
  await control("POST", "/snapshots/middle");
  await control("PUT", "/clock", { now: null });
  await control("GET", "/requests");
  await control("GET", "/deprecations");
  const used = Number(new URL(world.url).port);
  await world.close();
  const dump = await dumpTables({ options: { data }, flags: [], rows: async () => [] });
  return { heard, dump, port: used };
}

test("two runs of one session are byte-equal, in answers and store; another seed gives others", async (t) => {
  const first = await record(t, "seven");
  ok(first.heard.length >= 40, String(first.heard.length));
  ok(first.heard.filter(({ status }) => status < 300).length >= 35);
  const second = await record(t, "seven", first.port);
  deepEqual(second.heard, first.heard);
  deepEqual(second.dump, first.dump);
  const third = await record(t, "eight", first.port);
  notDeepEqual(third.heard, first.heard);
  notDeepEqual(third.dump, first.dump);
});

test("dev --deterministic prints the same credentials at every run", async (t) => {
  const print = async () => {
    const args = ["dev", "--memory", "--port", "0", "--deterministic", "1"];
    const { output, url, stop } = await startProcess(t, args);
    await until(() => output().includes("Ctrl-C ends"));
    await stop();
    return output().replaceAll(url, "URL");
  };
  const printed = await print();
  match(printed, /API key {10}[a-z]{8} {2}[0-9a-f-]{36}/);
  equal(await print(), printed);
});

test("serve refuses it", async () => {
  const { code, stderr } = await run(["serve"], { env: { ANTEROOM_DETERMINISTIC: "1" } });
  equal(code, 2);
  match(stderr, /ANTEROOM_DETERMINISTIC: serve has no secrets that can be told/);
});
