// The security log: a line for each attempt that matters, with who, from where and the result, and never a secret.

import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { securityEvents } from "../src/core/contract/security-events.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { root } from "./support/command.ts";
import { openBrowser } from "./support/console.ts";
import { dumpTables, type TableDump } from "./support/dump.ts";
import { compose, startNestedWorld } from "./support/nested.ts";
import { requestToken } from "./support/oauth.ts";
import { startProcess } from "./support/process.ts";
import { noConsole } from "./support/rooms.ts";
import { createFolder, createStorage } from "./support/storage.ts";
import { until } from "./support/until.ts";
import {
  account,
  digest,
  ids,
  keys,
  nonceOf,
  type Sending,
  seed,
  send,
  sendAs,
  v2023,
} from "./support/world.ts";
import { composeCalls, isNeverThere } from "./tables/calls.ts";

const password = "correct horse battery staple";
const tried = "not the right password at all";
const master = "8f5d1ce07a93b264e1f0957c3ab8d642";
/** Project Access Manager. */
const manager = { publicKey: "accessmg", privateKey: "00000000-0000-4000-8000-accessmg0000" };
/** Secrets of many forms, some of which a public key or a client id could have. */
const wrongFields = [
  tried,
  "hunterxy",
  "correct-horse-battery",
  keys.owner.privateKey,
  "mdb_sa_sk_0123456789",
];
const groupPath = `/api/atlas/v2/groups/${ids.group}`;
const orgPath = `/api/atlas/v2/orgs/${ids.org}`;

interface Line {
  readonly msg: string;
  readonly event?: string;
  readonly result?: string;
  readonly why?: string;
  readonly who?: string | null;
  readonly requestId?: string;
  readonly operationId?: string;
  readonly path?: string;
  readonly ip?: string;
  readonly method?: string;
}

async function startLogged(t: TestContext) {
  const folder = createFolder(t);
  const file = join(folder, "seed.json");
  const [acme, ...others] = seed.orgs;
  const users = acme?.users?.map((user) => ({ ...user, password }));
  const [group, ...groups] = acme?.groups ?? [];
  const apiKeys = [...(group?.apiKeys ?? []), { ...manager, roles: ["GROUP_ACCESS_MANAGER"] }];
  const org = { ...acme, users, groups: [{ ...group, apiKeys }, ...groups] };
  writeFileSync(file, JSON.stringify({ orgs: [org, ...others] }));
  const server = await startProcess(
    t,
    ["serve", "--data", join(folder, "data"), "--port", "0", "--seed", file],
    { ANTEROOM_SECRET: master },
  );
  const lines = (): Line[] =>
    server
      .output()
      .split("\n")
      .slice(0, -1)
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  /** Returns the security log of some work, without the time. */
  const during = async (work: () => Promise<unknown>): Promise<Line[]> => {
    const before = lines().length;
    const isMark = ({ method }: Line) => method === "OPTIONS";
    await work();
    // Lines come in their order: once this one is there, so are those of the work.
    await send(server.url, { method: "OPTIONS", path: "/api/atlas/v2/groups" });
    await until(() => lines().slice(before).some(isMark));
    const later = lines().slice(before);
    return later.slice(0, later.findIndex(isMark));
  };
  const as = (key: { publicKey: string; privateKey: string }, sending: Sending) =>
    sendAs(server.url, key, sending);
  return { ...server, lines, during, as };
}

const security = (lines: readonly Line[]) =>
  lines
    .filter(({ msg }) => msg === "security")
    .map(({ event, result, why, who, operationId, path }) => ({
      event,
      result,
      why,
      who,
      operationId,
      path,
    }));

const success = (event: string, who: string, rest: object = {}) => ({
  event,
  result: "success",
  why: undefined,
  who,
  operationId: undefined,
  path: undefined,
  ...rest,
});

test("the security log", async (t) => {
  const server = await startLogged(t);
  const { during, as, url } = server;
  const refused = (event: string, who: string | null, why: string, rest: object = {}) => ({
    ...success(event, who as string, rest),
    result: "refused",
    why,
  });

  await t.test(
    "signing in, out, and a lock-out, with the request of the page that asked",
    {
      skip: noConsole,
    },
    async () => {
      const browser = openBrowser(server);
      const form = { username: "owner@example.com", password };
      const lines = await during(() => browser.send("/sign-in", "signIn", form));
      deepEqual(security(lines), [success("sign-in", "owner@example.com", { operationId: "signIn" })]);
      const page = lines.find(({ msg, operationId }) => msg === "answered" && operationId === "/sign-in");
      const line = lines.find(({ msg }) => msg === "security");
      ok(page && line?.requestId, "a console request is logged as one of the API");
      equal(line.ip, "127.0.0.1");
      ok(lines.some(({ msg, requestId }) => msg === "answered" && requestId === line.requestId));
      const out = await during(() => browser.send("/account", "everywhere"));
      deepEqual(security(out), [
        success("sign-out-everywhere", "owner@example.com", { operationId: "signOutEverywhere" }),
      ]);

      const wrong = await during(async () => {
        for (let count = 0; count < 6; count++) {
          await openBrowser(server).send("/sign-in", "signIn", { ...form, password: tried });
        }
        // A password in the wrong field is not repeated.
        for (const username of wrongFields) {
          await openBrowser(server).send("/sign-in", "signIn", { username, password: tried });
          await openBrowser(server).send("/forgot-password", "send", { username });
        }
      });
      const whys = security(wrong).map(({ event, who, why }) => [event, who, why]);
      // The right one before them counts as well.
      deepEqual(whys.slice(0, 4), Array(4).fill(["sign-in", "owner@example.com", "SIGN_IN_REFUSED"]));
      deepEqual(whys[5], ["sign-in", "owner@example.com", "RATE_LIMITED_TOKEN_BUCKET"]);
      deepEqual([...new Set(whys.slice(6).map(([, who]) => who))], [null]);
    },
  );

  await t.test("keys that prove nothing, and callers who lack a role or an address", async () => {
    const lines = await during(async () => {
      await as({ ...keys.owner, privateKey: "wrong" }, { path: groupPath });
      await send(url, { path: groupPath, headers: { accept: v2023, authorization: "Bearer nonsense" } });
      await as(keys.stranger, { path: groupPath });
      await as(keys.elsewhere, { path: groupPath });
      await as(keys.groupReader, { path: `${groupPath}/invites`, method: "POST", body: { roles: [] } });
      await as(keys.owner, { path: groupPath });
    });
    const at = { operationId: "getGroup", path: groupPath };
    deepEqual(security(lines), [
      refused("authentication", keys.owner.publicKey, "digest", at),
      refused("authentication", null, "bearer", at),
      refused("access", keys.stranger.publicKey, "USER_CANNOT_ACCESS_GROUP", at),
      refused("access", keys.elsewhere.publicKey, "IP_ADDRESS_NOT_ON_ACCESS_LIST", at),
      refused("access", keys.groupReader.publicKey, "USER_UNAUTHORIZED", {
        operationId: "createGroupInvite",
        path: `${groupPath}/invites`,
      }),
    ]);
    const answered = lines.filter(({ msg, operationId }) => msg === "answered" && operationId === "getGroup");
    equal(answered.at(-1)?.who, keys.owner.publicKey);
  });

  await t.test("a key whose halves are swapped, and a client id that is a secret", async () => {
    const swapped = { publicKey: keys.owner.privateKey, privateKey: keys.owner.publicKey };
    const lines = await during(async () => {
      await as(swapped, { path: groupPath });
      await requestToken(server, { clientId: account.clientSecret, clientSecret: account.clientId });
    });
    deepEqual(security(lines), [
      refused("authentication", null, "digest", { operationId: "getGroup", path: groupPath }),
      refused("token-issue", null, "invalid_client", { path: "/api/oauth/token" }),
    ]);
  });

  await t.test("a proof that is sent again, and a role above one's own", async () => {
    const lines = await during(async () => {
      const nonce = nonceOf(await send(url, { path: groupPath, headers: { accept: v2023 } }));
      const authorization = digest(keys.owner, { method: "GET", uri: groupPath, nonce });
      const headers = { accept: v2023, authorization };
      for (let count = 0; count < 2; count++) await send(url, { path: groupPath, headers });
      const body = [{ teamId: ids.team, roleNames: ["GROUP_OWNER"] }];
      await as(manager, { path: `${groupPath}/teams`, method: "POST", body });
    });
    deepEqual(security(lines), [
      refused("authentication", keys.owner.publicKey, "digest", { operationId: "getGroup", path: groupPath }),
      refused("access", manager.publicKey, "ROLE_ABOVE_OWN", {
        operationId: "addGroupTeams",
        path: `${groupPath}/teams`,
      }),
    ]);
  });

  await t.test("tokens and credentials, given and removed", async () => {
    const path = `${orgPath}/apiKeys`;
    const lines = await during(async () => {
      await requestToken(server);
      await requestToken(server, { clientSecret: "wrong" });
      const made = await as(keys.owner, {
        path,
        method: "POST",
        body: { desc: "new", roles: ["ORG_MEMBER"] },
      });
      await as(keys.owner, { path: `${path}/${made.json.id}`, method: "DELETE" });
      await as(keys.member, { path, method: "POST", body: { desc: "new", roles: ["ORG_OWNER"] } });
    });
    const seen = security(lines);
    deepEqual(seen.slice(0, 2), [
      success("token-issue", account.clientId, { path: "/api/oauth/token" }),
      refused("token-issue", account.clientId, "invalid_client", { path: "/api/oauth/token" }),
    ]);
    deepEqual(
      seen.slice(2).map(({ event, result, who, operationId }) => [event, result, who, operationId]),
      [
        ["credential-creation", "success", keys.owner.publicKey, "createOrgApiKey"],
        ["credential-removal", "success", keys.owner.publicKey, "deleteOrgApiKey"],
        ["credential-creation", "refused", keys.member.publicKey, "createOrgApiKey"],
      ],
    );
  });

  await t.test("no line holds a secret", () => {
    const secrets = [
      password,
      ...wrongFields,
      master,
      account.clientSecret,
      ...Object.values(keys).map((key) => key.privateKey),
    ];
    for (const secret of secrets) ok(!JSON.stringify(server.lines()).includes(secret), secret);
  });

  await t.test("the end of the server is logged", async () => {
    const before = server.lines().length;
    await server.stop();
    const lines = server.lines().slice(before);
    ok(lines.some(({ msg }) => msg.startsWith("ending")));
  });
});

test("test controls that change the world are told of, by their path alone", async (t) => {
  const server = await startProcess(t, ["dev", "--memory", "--port", "0", "--log-level", "info"]);
  await send(server.url, { method: "POST", path: "/_anteroom/v1/reset?token=hush" });
  await until(() => server.output().includes('"event":"control"'));
  match(server.output(), /"event":"control","result":"success".*"path":"\/_anteroom\/v1\/reset"/);
  doesNotMatch(server.output(), /hush/);
});

/** Reads all credentials and passwords in a store, and what they may do. */
function credentialsIn(dump: TableDump) {
  const rows = (table: string) => dump[table] as readonly Record<string, unknown>[];
  const people = new Set(rows("users").map(({ id }) => id));
  return {
    keys: rows("api_keys"),
    accounts: rows("service_accounts"),
    secrets: rows("service_account_secrets"),
    addresses: rows("access_entries"),
    roles: rows("grants").filter(({ principal_id }) => !people.has(principal_id)),
    passwords: rows("users").map(({ password_hash }) => password_hash),
  };
}

test("every operation that makes, changes or removes a credential is told of", async (t) => {
  const storage = await createStorage(t, "sqlite");
  const world = await startNestedWorld(t, { storage });
  const calls = composeCalls(world.things);
  const writing: string[] = [];
  const silent: string[] = [];
  for (const { id, method, securityEvent, showsSecret } of Object.values<Operation>(operations)) {
    if (method === "GET" || isNeverThere(id as OperationId)) continue;
    const call = calls[id as OperationId];
    for (const [first, prepared] of call.before ?? []) await world.askAs("own", compose(first, prepared));
    const before = credentialsIn(await dumpTables(storage));
    const reply = await world.askAs("own", compose(id as OperationId, call));
    ok(reply.status < 300, `${id}: ${reply.text}`);
    const isWritten = !isDeepStrictEqual(credentialsIn(await dumpTables(storage)), before);
    if (isWritten) writing.push(id);
    if ((isWritten || showsSecret === true) && securityEvent === undefined) silent.push(id);
    await world.rewind();
  }
  deepEqual(silent, []);
  // What asks for a key besides makes one only then.
  for (const id of ["deleteOrg", "deleteGroup", "migrateGroup"]) ok(writing.includes(id), id);
});

test("docs/security.md explains every event", () => {
  const text = readFileSync(join(root, "docs/security.md"), "utf8");
  for (const [name, meaning] of Object.entries(securityEvents)) {
    ok(text.includes(`| \`${name}\` | ${meaning} |`), name);
  }
});
