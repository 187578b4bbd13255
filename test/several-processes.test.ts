// Several `serve` processes on one PostgreSQL behind nginx: what they share, what each has for itself, and that one may restart.

import { deepEqual, equal, ok } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, type TestContext, test } from "node:test";
import { limitSets } from "../src/core/contract/limits.ts";
import { openBrowser } from "./support/console.ts";
import { readDocuments } from "./support/documents.ts";
import { skipReason } from "./support/engines.ts";
import { invitesPath } from "./support/invites.ts";
import { startNginx } from "./support/nginx.ts";
import { requestToken } from "./support/oauth.ts";
import { password, peopledSeed } from "./support/people.ts";
import { type ServerProcess, startProcess } from "./support/process.ts";
import { nginxMissing } from "./support/proxies.ts";
import { noConsole } from "./support/rooms.ts";
import { createFolder, createStorage } from "./support/storage.ts";
import { digest, keys, nonceOf, send, v2023 } from "./support/world.ts";

const accept = { accept: v2023 };
const owner = "owner@example.com";

/** Starts two processes at once on an empty database, and the nginx of the guide before them. */
async function startPair(t: TestContext, flags: readonly string[] = []) {
  const storage = await createStorage(t, "postgres");
  const file = join(createFolder(t), "seed.json");
  writeFileSync(file, JSON.stringify(peopledSeed));
  const secret = { ANTEROOM_SECRET: randomBytes(32).toString("hex") };
  const args = ["serve", "--port", "0", "--trust-proxy", "--seed", file, ...storage.flags, ...flags];
  const start = () => startProcess(t, args, secret);
  const [one, two] = await Promise.all([start(), start()]);
  const { url } = await startNginx(t, {
    http: `access_log off; ${await upstreamOfTheGuide(one.url, two.url)}`,
    server:
      "location / { proxy_pass http://anteroom; proxy_http_version 1.1; proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; }",
  });
  return { one, two, url };
}

async function upstreamOfTheGuide(...urls: readonly string[]): Promise<string> {
  const blocks = (await readDocuments()).flatMap((document) => document.blocks);
  const block = blocks.find(
    ({ language, text }) => language === "nginx" && text.includes("upstream anteroom"),
  );
  const hosts = urls.map((url) => new URL(url).host);
  return (block?.text ?? "").replace(/10\.0\.0\.\d+:\d+/g, () => hosts.shift() ?? "none");
}

const tokenOf = async (url: string): Promise<string> => (await requestToken({ url })).json.access_token;

const statusOf = async (url: string, path: string, authorization: string): Promise<number> =>
  (await send(url, { path, headers: { ...accept, authorization } })).status;

const times = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make));

const hasAnswered = (server: ServerProcess, operationId: string): boolean =>
  server.output().includes(`"operationId":"${operationId}"`);

suite("two processes behind nginx", { skip: skipReason("postgres") || nginxMissing }, () => {
  test("share all but the buckets of --limits atlas", async (t) => {
    const { one, two, url } = await startPair(t, ["--limits", "atlas"]);
    const token = await tokenOf(one.url);
    const look = () => statusOf(url, invitesPath, `Bearer ${token}`);

    await t.test("a token of one is good on both", async () => {
      deepEqual(new Set(await times(20, look)), new Set([200]));
      ok([one, two].every((each) => hasAnswered(each, "listGroupInvites")));
    });

    await t.test("a bucket is each process's own", async () => {
      const list = (server: ServerProcess) => statusOf(server.url, "/api/atlas/v2/orgs", `Bearer ${token}`);
      const { capacity } = limitSets.orgs;
      deepEqual(new Set(await times(capacity, () => list(one))), new Set([200]));
      deepEqual([await list(one), await list(two)], [429, 200]);
    });

    await t.test("a token that one has revoked is refused by both", async () => {
      const revoking = { endpoint: "/api/oauth/revoke", body: `token=${token}` };
      equal((await requestToken(two, revoking)).status, 200);
      deepEqual(new Set(await times(20, look)), new Set([401]));
    });

    await t.test("a digest nonce of one is taken by the other, and each count of it once", async () => {
      const nonce = nonceOf(await send(one.url, { path: invitesPath, headers: accept }));
      const [first, second] = [1, 2].map((count) =>
        digest(keys.owner, { method: "GET", uri: invitesPath, nonce, count }),
      ) as [string, string];
      equal(await statusOf(two.url, invitesPath, first), 200);
      equal(await statusOf(one.url, invitesPath, first), 401);
      equal(await statusOf(one.url, invitesPath, second), 200);
      equal(await statusOf(two.url, invitesPath, second), 401);
    });

    await t.test(
      "who signs in at one is signed in at the other, and signs out of both",
      { skip: noConsole },
      async () => {
        const [at, other] = [openBrowser(one), openBrowser(two)];
        await at.send("/sign-in", "signIn", { username: owner, password });
        for (const [name, value] of at.cookies) other.cookies.set(name, value);
        const page = await other.open("/account");
        deepEqual([page.status, page.text.includes(owner)], [200, true]);
        await other.send("/account", "everywhere");
        const { status, to } = await at.open("/account");
        deepEqual([status, to.startsWith("/sign-in")], [303, true]);
      },
    );
  });

  test("clients do not notice when one of them ends", async (t) => {
    const { one, two, url } = await startPair(t);
    const authorization = `Bearer ${await tokenOf(url)}`;
    let isOver = false;
    const clients = times(8, async () => {
      const statuses: number[] = [];
      while (!isOver) statuses.push(await statusOf(url, invitesPath, authorization));
      return statuses;
    });
    while (!hasAnswered(one, "listGroupInvites")) await statusOf(url, invitesPath, authorization);
    equal(await one.stop(), 0);
    deepEqual(new Set(await times(20, () => statusOf(url, invitesPath, authorization))), new Set([200]));
    isOver = true;
    deepEqual(new Set((await clients).flat()), new Set([200]));
    equal(await two.stop(), 0);
  });
});
