// The master secret is replaced: what the old one made stays good meanwhile, and nothing needs it afterwards.

import { deepEqual, equal, match, notDeepEqual, rejects } from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { rotateSecret } from "../src/cli/stores.ts";
import { readSettings } from "../src/core/settings/settings.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { anteroom } from "./support/command.ts";
import { engines, skipReason } from "./support/engines.ts";
import { requestToken } from "./support/oauth.ts";
import { startProcess } from "./support/process.ts";
import { createFolder, createStorage, type TestStorage } from "./support/storage.ts";
import { keys, seedWith, send, sendAs, v2023 } from "./support/world.ts";

const [old, fresh, other] = ["0f5d", "4c1e", "8ab9"].map((part) => `${part}1ce07a93b264e1f0957c3ab8d642`) as [
  string,
  string,
  string,
];
const path = "/api/atlas/v2/orgs";

const statusOfKey = async (url: string): Promise<number> => (await sendAs(url, keys.owner, { path })).status;

const fetchToken = async (url: string): Promise<string> => (await requestToken({ url })).json.access_token;

const statusOfToken = async (url: string, token: string): Promise<number> =>
  (await send(url, { path, headers: { accept: v2023, authorization: `Bearer ${token}` } })).status;

const settingsOf = ({ options }: TestStorage) => readSettings(options, { logLevel: "silent" });

const app = { username: "app", roles: [{ roleName: "read", databaseName: "sales" }] };
const withUser = seedWith({}, { databaseUsers: [app] });

/** Plants the world with the old secret; gives a token that it signed. */
async function plantWorld(storage: TestStorage): Promise<string> {
  await using server = await createAnteroom({ ...storage.options, seed: withUser, secret: old });
  return await fetchToken(server.url);
}

const serve = (t: TestContext, { flags }: TestStorage, env: Record<string, string>) =>
  startProcess(t, ["serve", ...flags, "--port", "0"], env);

const sealed = ({ rows }: TestStorage) =>
  rows(
    "select public_key as name, sealed_ha1 as seal from api_keys union select name, sealed_secret from documents union select key, value from meta where key in ('seal', 'world') order by 1",
  );

for (const engine of engines) {
  test(`a master secret on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const storage = await createStorage(t, engine);
    const token = await plantWorld(storage);
    const both = { current: fresh, previous: old };

    await t.test("is replaced while servers believe both: keys and tokens stay good", async (t) => {
      const env = { ANTEROOM_SECRET: fresh, ANTEROOM_SECRET_PREVIOUS: old };
      let server = await serve(t, storage, env);
      match(server.before, /ANTEROOM_SECRET_PREVIOUS is believed as well/);
      deepEqual([await statusOfKey(server.url), await statusOfToken(server.url, token)], [200, 200]);
      const before = await sealed(storage);
      if (engine === "sqlite") {
        const refused = await anteroom(["rotate-secret", ...storage.flags], { env });
        deepEqual([refused.code, refused.stdout], [1, ""]);
        match(
          refused.stderr,
          /^anteroom: the store in .* is in use by process \d+ .*; end that one first\n$/,
        );
        deepEqual(await sealed(storage), before);
        await server.stop();
      }
      const rotated = await anteroom(["rotate-secret", ...storage.flags], { env });
      deepEqual([rotated.code, rotated.stderr], [0, ""]);
      match(rotated.stdout, /^Sealed anew: \d+ secrets of API keys and database users\. Keep/);
      const after = (await sealed(storage)) as { seal: string }[];
      equal(after.length, before.length);
      for (const [index, row] of after.entries()) notDeepEqual(row, before[index]);
      if (engine === "sqlite") server = await serve(t, storage, env);
      deepEqual([await statusOfKey(server.url), await statusOfToken(server.url, token)], [200, 200]);
      await server.stop();
    });

    await t.test("is not needed: a server with the new one alone serves the same keys", async (t) => {
      const server = await serve(t, storage, { ANTEROOM_SECRET: fresh });
      deepEqual([await statusOfKey(server.url), await statusOfToken(server.url, token)], [200, 401]);
      equal(await statusOfToken(server.url, await fetchToken(server.url)), 200);
      await server.stop();
    });

    await t.test("opens nothing any more", async (t) => {
      await rejects(serve(t, storage, { ANTEROOM_SECRET: old }), /made with another master secret/);
    });

    await t.test("is replaced again without harm", async () => {
      const before = await sealed(storage);
      await rotateSecret(settingsOf(storage), both);
      deepEqual(await sealed(storage), before);
    });

    await t.test("is replaced whole or not at all", async () => {
      const before = await sealed(storage);
      const wrong = { current: old, previous: other };
      await rejects(
        rotateSecret(settingsOf(storage), wrong),
        /made with neither ANTEROOM_SECRET nor ANTEROOM_SECRET_PREVIOUS; nothing was changed$/,
      );
      deepEqual(await sealed(storage), before);
    });
  });
}

test("a secret is replaced by another one that is given, in a store that is there", async (t) => {
  const data = createFolder(t);
  const settings = readSettings({ data }, { logLevel: "silent" });
  const both = { current: fresh, previous: old };
  await rejects(rotateSecret(settings, both), {
    message: `there is no store in ${data}; name its folder with --data`,
  });
  for (const previous of [undefined, fresh]) {
    await rejects(
      rotateSecret(settings, { current: fresh, previous }),
      /^SettingsError: set ANTEROOM_SECRET_PREVIOUS to/,
    );
  }
  await rejects(rotateSecret(settings, { current: "a".repeat(32), previous: old }), /can be guessed/);
  await rejects(
    rotateSecret(readSettings({ memory: true }, { logLevel: "silent" }), both),
    /name a folder with --data$/,
  );
  const ended = await anteroom(["rotate-secret", "--data", join(data, "none")], {
    env: { ANTEROOM_SECRET: fresh },
  });
  deepEqual([ended.code, ended.stdout], [2, ""]);
  match(
    ended.stderr,
    /^anteroom: set ANTEROOM_SECRET_PREVIOUS to the secret that the store was made with.*\n$/,
  );
});
