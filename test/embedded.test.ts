// An Anteroom inside a program: its demonstration, its client, its fetch without a socket, and worlds that know nothing of each other.
import { deepEqual, equal, match, notEqual, ok, rejects, throws } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { Server } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Anteroom, AnteroomOptions } from "../src/anteroom.ts";
import { AtlasClient } from "../src/client/client.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { root } from "./support/command.ts";
import { pluck } from "./support/pluck.ts";
import { noConsole } from "./support/rooms.ts";
import { createFolder } from "./support/storage.ts";

const groupId = "32b6e34b3d91647abb20e7b8";
const invited = "hello@example.com";

async function start(t: TestContext, options?: AnteroomOptions): Promise<Anteroom> {
  const anteroom = await createAnteroom(options);
  t.after(() => anteroom.close());
  return anteroom;
}

/** Counts the servers that have begun to listen since. */
function countListening(t: TestContext): () => number {
  const { mock } = t.mock.method(Server.prototype, "listen");
  return () => mock.callCount();
}

function requestToken({ credentials, fetch }: Anteroom): Promise<Response> {
  const [account] = credentials.serviceAccounts;
  ok(account);
  return fetch("/api/oauth/token", {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${account.clientId}:${account.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
}

const roles = async ({ atlas }: Anteroom) =>
  (await atlas.listGroupInvites({ groupId })).map((invite) => invite.roles.join());

test("without a seed there is the demonstration, and a client that is its owner", async (t) => {
  const anteroom = await start(t);
  const { results } = await anteroom.atlas.listOrgs();
  deepEqual(
    results?.map(({ name }) => name),
    ["Acme"],
  );
  const invite = await anteroom.atlas.updateGroupInvites({
    groupId,
    body: { username: invited, roles: ["GROUP_OWNER"] },
  });
  deepEqual(invite.roles, ["GROUP_OWNER"]);
  equal(anteroom.credentials.apiKeys.length, 1);
});

test("a world with nothing in it has no owner, and its client says so", async (t) => {
  const anteroom = await start(t, { seed: { orgs: [] } });
  throws(() => anteroom.atlas, {
    name: "TypeError",
    message: /^anteroom\.atlas: the seed has no API key .* with the role ORG_OWNER/,
  });
  equal((await anteroom.fetch("/healthz")).status, 200);
  // What is copied with the rest does not throw.
  equal("atlas" in { ...anteroom }, false);
});

test("the client takes the first owner that may be used from this machine", async (t) => {
  const anteroom = await start(t, {
    seed: {
      orgs: [
        {
          name: "Acme",
          apiKeys: [{ roles: ["ORG_MEMBER"] }, { roles: ["ORG_OWNER"], accessList: ["192.0.2.0/24"] }],
          serviceAccounts: [{ roles: ["ORG_OWNER"], accessList: ["127.0.0.0/8"] }],
        },
        { name: "Closed", settings: { apiAccessListRequired: true }, apiKeys: [{ roles: ["ORG_OWNER"] }] },
      ],
    },
  });
  const { results } = await anteroom.atlas.listOrgs();
  deepEqual(
    results?.map(({ name }) => name),
    ["Acme"],
  );
  const seen = (await (await anteroom.fetch("/_anteroom/v1/requests")).json()) as {
    operationId: string;
    who: string;
  }[];
  equal(
    seen.find(({ operationId }) => operationId === "listOrgs")?.who,
    anteroom.credentials.serviceAccounts[0]?.clientId,
  );
});

test("no socket is opened before the address is asked for, and both ways lead to one server", async (t) => {
  const listening = countListening(t);
  const anteroom = await start(t);
  await anteroom.atlas.listOrgs();
  await anteroom.reset();
  equal(listening(), 0);

  const { url } = anteroom;
  match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  equal(anteroom.url, url);
  equal(listening(), 1);
  const [apiKey] = anteroom.credentials.apiKeys;
  ok(apiKey);
  const outside = new AtlasClient({ baseUrl: url, ...apiKey });
  await outside.updateGroupInvites({ groupId, body: { username: invited, roles: ["GROUP_OWNER"] } });
  deepEqual(await roles(anteroom), ["GROUP_OWNER"]);
  await anteroom.close();
  await rejects(outside.listOrgs(), { name: "AtlasUnreachable" });
});

test("a port that is given is listened at from the start", async (t) => {
  const listening = countListening(t);
  const anteroom = await start(t, { port: 0 });
  equal(listening(), 1);
  equal((await fetch(`${anteroom.url}/healthz`)).status, 200);
  const { port } = new URL(anteroom.url);
  await rejects(createAnteroom({ port: Number(port) }), { code: "EADDRINUSE" });
});

for (const tls of [false, true]) {
  test(`without a socket the answer is what it is over the network${tls ? ", over HTTPS" : ""}`, async (t) => {
    const anteroom = await start(t, { tls });
    const paths = ["/healthz", "/api/atlas/v2/groups", "/nowhere", "/api/openapi.json", "/sign-in"];
    const ask = async (path: string) => {
      const { status, statusText, headers, url, redirected } = await anteroom.fetch(path);
      const kept = [...headers].filter(
        ([name]) => !["date", "www-authenticate", "set-cookie"].includes(name),
      );
      return { status, statusText, headers: kept, path: new URL(url).pathname, redirected };
    };
    const before: Awaited<ReturnType<typeof ask>>[] = [];
    for (const path of paths) before.push(await ask(path));
    const { url, certificate } = anteroom;
    equal(url.startsWith(tls ? "https:" : "http:"), true);
    if (certificate !== null) return;
    const over: typeof before = [];
    for (const path of paths) {
      const { status, statusText, headers, redirected } = await fetch(`${url}${path}`);
      const kept = [...headers].filter(
        ([name]) => !["date", "www-authenticate", "set-cookie"].includes(name),
      );
      over.push({ status, statusText, headers: kept, path, redirected });
    }
    // Redirects, lengths and tags are of the address that was asked for.
    const shown = (answers: typeof over) =>
      answers.map(({ headers, ...rest }) => ({
        ...rest,
        headers: headers.filter(([name]) => name !== "content-length" && name !== "etag"),
      }));
    deepEqual(shown(before), shown(over));
  });
}

test("bodies of every kind arrive, and HEAD brings none", { skip: noConsole }, async (t) => {
  const anteroom = await start(t);
  const granted = await requestToken(anteroom);
  equal(granted.status, 200);
  const frozen = await anteroom.fetch(
    new Request("http://anteroom.localhost/_anteroom/v1/clock", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: new Blob([JSON.stringify({ now: "2027-07-02T00:00:00Z" })]).stream(),
      duplex: "half",
    } as RequestInit),
  );
  equal(frozen.status, 200);
  equal(anteroom.clock.now(), "2027-07-02T00:00:00.000Z");
  const head = await anteroom.fetch("/sign-in", { method: "HEAD" });
  deepEqual([head.status, await head.text()], [200, ""]);
});

test("a client without a base URL is refused, and does not change the real Atlas", async (t) => {
  const [anteroom, there] = [await start(t), await start(t)];
  const global = t.mock.method(globalThis, "fetch", async () => new Response());
  const [key] = anteroom.credentials.apiKeys;
  const [account] = anteroom.credentials.serviceAccounts;
  ok(key && account);
  const atlas = new AtlasClient({ ...key, fetch: anteroom.fetch });
  await rejects(atlas.deleteGroup({ groupId }), {
    name: "AtlasUnreachable",
    message:
      "https://cloud.mongodb.com cannot be reached: nothing but an Anteroom may be asked here (ERR_FOREIGN_ORIGIN). Give the client its address as baseUrl.",
    tries: 1,
    mayHaveChanged: false,
  });
  const byToken = new AtlasClient({ ...account, fetch: anteroom.fetch });
  await rejects(byToken.listGroups(), { name: "AtlasUnreachable", code: "ERR_FOREIGN_ORIGIN", tries: 1 });
  await rejects(anteroom.fetch(`${there.url}/healthz`), { name: "TypeError", code: "ERR_FOREIGN_ORIGIN" });
  equal(global.mock.callCount(), 0);
  equal((await anteroom.fetch(new URL("/healthz", anteroom.url))).status, 200);
  equal((await anteroom.fetch("/healthz")).status, 200);
});

test("requests under way are answered before it closes, and none after", async (t) => {
  const anteroom = await start(t);
  await anteroom.atlas.listOrgs();
  const asking = anteroom.atlas.updateGroupInvites({
    groupId,
    body: { username: invited, roles: ["GROUP_OWNER"] },
  });
  // It has begun when the microtasks of this turn are done.
  await new Promise(setImmediate);
  const closing = anteroom.close();
  const outcome = await asking.then(
    () => "answered",
    (reason: Error) => reason.message,
  );
  match(outcome, /answered|503/);
  await closing;
  await anteroom.close();
  await rejects(anteroom.fetch("/healthz"), { name: "TypeError", message: "fetch failed" });
  await rejects(anteroom.atlas.listOrgs(), {
    message: "http://anteroom.localhost cannot be reached: the Anteroom is closed",
  });
  throws(() => anteroom.url, { message: /closed/ });
});

test("links of captured mail lead to where the server listens", { skip: noConsole }, async (t) => {
  const anteroom = await start(t);
  await anteroom.atlas.createGroupInvite({
    groupId,
    body: { username: "new@example.com", roles: ["GROUP_OWNER"] },
  });
  const [mail] = await anteroom.mail.list();
  const link = /http:\/\/127\.0\.0\.1:\d+\/invitations\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  equal(link.startsWith(`${anteroom.url}/`), true);
  ok(mail?.html.includes(link));
  equal((await fetch(link)).status, 200);
});

test("worlds that begin with one seed have its credentials in common, and nothing that happens", async (t) => {
  const seed = {
    orgs: [
      {
        name: "Acme",
        apiKeys: [{ roles: ["ORG_OWNER" as const] }],
        serviceAccounts: [{ roles: ["ORG_OWNER" as const] }],
      },
    ],
  };
  const [one, other] = [await start(t, { seed }), await start(t, { seed })];
  deepEqual(one.credentials, other.credentials);
  notEqual(one.credentials, other.credentials);
  const orgId = (await one.atlas.listOrgs()).results?.[0]?.id ?? "";
  await one.atlas.createGroup({ body: { name: "payments", orgId } });
  one.clock.set({ advance: "P2D" });
  equal((await other.atlas.getOrgGroups({ orgId })).totalCount, 0);
  ok(Date.parse(one.clock.now()) - Date.parse(other.clock.now()) > 86_400_000);
  await one.seed({ orgs: [{ name: "Further", apiKeys: [{ roles: ["ORG_OWNER"] }] }] });
  equal(other.credentials.apiKeys.length, 1);

  // Nor what one has signed.
  const granted = await requestToken(one);
  const { access_token } = (await granted.json()) as { access_token: string };
  const asked = {
    headers: { authorization: `Bearer ${access_token}`, accept: "application/vnd.atlas.2023-01-01+json" },
  };
  equal((await one.fetch("/api/atlas/v2/orgs", asked)).status, 200);
  equal((await other.fetch("/api/atlas/v2/orgs", asked)).status, 401);
});

test("50 at once are apart", async () => {
  const worlds = await Promise.all(Array.from({ length: 50 }, () => createAnteroom()));
  await Promise.all(
    worlds.map(async ({ atlas }, index) => {
      const orgId = (await atlas.listOrgs()).results?.[0]?.id ?? "";
      await atlas.createGroup({ body: { name: `project ${index}`, orgId } });
      await atlas.createGroupInvite({
        groupId,
        body: { username: `${index}@example.com`, roles: ["GROUP_OWNER"] },
      });
    }),
  );
  for (const [index, world] of worlds.entries()) {
    const { results = [] } = await world.atlas.listGroups();
    deepEqual(results.map(({ name }) => name).sort(), ["payments", `project ${index}`]);
    deepEqual(
      pluck(await world.mail.list(), "to"),
      // That of the demonstration was written first.
      [`${index}@example.com`, invited],
    );
  }
  await Promise.all(worlds.map((world) => world.close()));
});

test("a reset is what planting the seed again would be: as old as that moment, but for what the seed says", async (t) => {
  const createdAt = "2020-02-02T02:02:02Z";
  const users = [
    {
      username: "owner@example.com",
      orgRoles: ["ORG_OWNER" as const],
      createdAt,
      password: "correct horse battery",
    },
  ];
  const groups = [
    { id: groupId, name: "payments", invites: [{ username: invited, roles: ["GROUP_OWNER" as const] }] },
  ];
  const seed = { orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_OWNER" as const] }], users, groups }] };
  const see = async ({ atlas }: Anteroom) => {
    const [invite] = await atlas.listGroupInvites({ groupId });
    const { results = [] } = await atlas.listGroups();
    const { results: people = [] } = await atlas.listOrgUsers({ orgId: results[0]?.orgId ?? "" });
    const lifetime = Date.parse(invite?.expiresAt ?? "") - Date.parse(invite?.createdAt ?? "");
    return { invite, lifetime, people };
  };
  const anteroom = await start(t, { seed });
  const first = await see(anteroom);
  anteroom.clock.set({ advance: "P60D" });
  deepEqual(await anteroom.atlas.listGroupInvites({ groupId }), []);
  await anteroom.reset();
  const again = await see(anteroom);
  deepEqual(again.people, first.people);
  equal(again.invite?.id, first.invite?.id);
  equal(again.lifetime, first.lifetime);

  // A second world of the seed begins now as well, and so does one whose clock starts on another day.
  const later = await start(t, { seed, now: "2027-03-04T05:06:07Z" });
  match((await see(later)).invite?.createdAt ?? "", /^2027-03-04T05:06:0/);
  const latest = await start(t, { seed, now: "2027-03-04T20:00:00Z" });
  const { invite, lifetime, people } = await see(latest);
  match(invite?.createdAt ?? "", /^2027-03-04T20:00:0/);
  equal(lifetime, first.lifetime);
  equal((people[0] as { createdAt?: string }).createdAt, createdAt);
});

test("the clock follows the global Date, where it is told to", async (t) => {
  const anteroom = await start(t, { clock: "system" });
  t.mock.timers.enable({ apis: ["Date"], now: Date.parse("2029-01-02T03:04:05Z") });
  equal(anteroom.clock.now(), "2029-01-02T03:04:05.000Z");
  deepEqual(await anteroom.atlas.listGroupUsers({ groupId }).then(({ results }) => results?.length), 1);
  await rejects(
    anteroom.atlas.updateGroupInvites({ groupId, body: { username: invited, roles: ["GROUP_OWNER"] } }),
    {
      status: 410,
    },
  );
  t.mock.timers.reset();
  ok(anteroom.clock.now() < "2029");
});

test("a seed that is refused leaves no store behind", async (t) => {
  const kept = { data: createFolder(t), secret: "of both" };
  const twice = { username: "owner@example.com", orgRoles: ["ORG_OWNER" as const] };
  await rejects(
    createAnteroom({ ...kept, seed: { orgs: [{ name: "Acme", users: [twice, twice] }] } }),
    /appears twice/,
  );
  await start(t, { ...kept, seed: { orgs: [{ name: "Acme" }] } });
});

test("what the caller can mend has the name of its kind, and the stack begins with the caller's line", async () => {
  const missing = join(root, "package.json");
  const refused: readonly (readonly [string, object])[] = [
    ["TypeError", { sed: {} }],
    ["SeedError", { seed: { orgs: [{ name: "Acme", id: "short" }] } }],
    ["SeedError", { seed: "missing.yaml" }],
    ["SettingsError", { now: "soon" }],
    ["SettingsError", { port: 80_000 }],
    ["Error", { data: missing, secret: "of nothing" }],
  ];
  for (const [name, options] of refused) {
    const reason: Error = await createAnteroom(options).catch((thrown) => thrown);
    equal(reason.name, name);
    match(String(reason.stack), /^\S[^\n]*: .*?\n {4}at [^\n]*embedded\.test\.ts:\d+/s);
    ok(!reason.stack?.includes("src/testing/embedded.ts"), reason.stack);
  }
});

test("whoever forgets to close one is not kept by it", async (t) => {
  const data = createFolder(t);
  const program = `
    import { createAnteroom } from "./src/testing/embedded.ts";
    const kept = await createAnteroom({ data: ${JSON.stringify(data)}, port: 0 });
    const anteroom = await createAnteroom();
    await anteroom.atlas.createGroupInvite({ groupId: "${groupId}", body: { username: "new@example.com", roles: ["GROUP_OWNER"] } });
    for (const { url } of [kept, anteroom]) await (await fetch(url + "/healthz")).text();
    await anteroom.mail.list();
    console.log("done");`;
  const startedAt = performance.now();
  const { stdout, status, signal } = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "--input-type=module",
      "--eval",
      `${program}; globalThis.doneAt = performance.now();
     process.on("exit", () => console.log(performance.now() - globalThis.doneAt < 4000 ? "at once" : "late"));`,
    ],
    { cwd: root, encoding: "utf8", timeout: 60_000 },
  );
  deepEqual([stdout.trim().split("\n"), status, signal], [["done", "at once"], 0, null]);
  ok(performance.now() - startedAt < 60_000);
});

test("a connection that the server drops ends its own fetch, too", { timeout: 120_000 }, async (t) => {
  const anteroom = await start(t);
  const { access_token } = await (await requestToken(anteroom)).json();
  const ask = () =>
    anteroom.fetch(`/api/atlas/v2/groups/${groupId}`, {
      headers: { authorization: `Bearer ${access_token}`, accept: "application/vnd.atlas.2023-01-01+json" },
    });
  for (const rule of [{ drop: "before" }, { drop: "after" }, { truncate: 10 }] as const) {
    anteroom.faults.set([rule]);
    await rejects(ask(), TypeError);
    equal(anteroom.faults.list()[0]?.hits, 1);
  }
  anteroom.faults.clear();
  equal((await ask()).status, 200);
});

test("a seed may be a file, and one that is not there is named", async (t) => {
  const file = join(createFolder(t), "world.yaml");
  writeFileSync(file, "orgs: [{ name: Filed, apiKeys: [{ roles: [ORG_OWNER] }] }]\n");
  for (const seed of [file, pathToFileURL(file)]) {
    const { results } = await (await start(t, { seed })).atlas.listOrgs();
    deepEqual(
      results?.map(({ name }) => name),
      ["Filed"],
    );
  }
  await rejects(createAnteroom({ seed: "missing.yaml" }), { message: /missing\.yaml cannot be read/ });
});

test("a host that others reach wants a token for the controls", async (t) => {
  const message = /^createAnteroom: host is '0\.0\.0\.0': .* controlToken/;
  await rejects(createAnteroom({ host: "0.0.0.0" }), { name: "TypeError", message });
  const { url } = await start(t, { host: "0.0.0.0", controlToken: "0123456789abcdef" });
  equal((await fetch(`${url.replace("0.0.0.0", "127.0.0.1")}/_anteroom/v1/clock`)).status, 401);
});
