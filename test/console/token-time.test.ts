// Clients stay signed in to a rehearsal: tokens last an hour of real time, wherever its clock is, and outlive `dev --memory` with its seed.
import { deepEqual, equal, ok } from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { logIn, refreshToken, revokeToken, signedIn } from "../support/atlas-cli.ts";
import { requestToken } from "../support/oauth.ts";
import { password, peopledSeed } from "../support/people.ts";
import { type ServerProcess, startProcess } from "../support/process.ts";
import { createFolder } from "../support/storage.ts";
import { send, v2023 } from "../support/world.ts";

const owner = "owner@example.com";

async function seedFile(t: TestContext): Promise<string> {
  const folder = createFolder(t);
  const file = join(folder, "seed.json");
  await writeFile(file, JSON.stringify(peopledSeed));
  return file;
}

const startDev = (t: TestContext, file: string, env: Readonly<Record<string, string>> = {}) =>
  startProcess(t, ["dev", "--memory", "--port", "0", "--seed", file], env);

const control = (path: string, method: string, body?: object) => ({
  method,
  path: `/_anteroom/v1/${path}`,
  ...(body && { body, headers: { "content-type": "application/json" } }),
});

async function statuses({ url }: Pick<ServerProcess, "url">, tokens: readonly string[]) {
  const path = "/api/atlas/v2/groups";
  const asked = tokens.map((token) =>
    send(url, { path, headers: { authorization: `Bearer ${token}`, accept: v2023 } }),
  );
  return (await Promise.all(asked)).map(({ status }) => status);
}

const logInOwner = async (server: ServerProcess) => logIn(server, await signedIn(server, owner, password));
const accountToken = async (server: ServerProcess): Promise<string> =>
  (await requestToken(server)).json.access_token;

test("tokens are good wherever the clock is moved, and so are those made there", async (t) => {
  const server = await startDev(t, await seedFile(t));
  const tokens = [(await logInOwner(server)).access_token, await accountToken(server)];
  for (const asked of [
    control("clock", "PUT", { now: "2027-07-02" }),
    control("clock", "PUT", { advance: "P30D" }),
    control("clock", "PUT", { now: "2020-01-01" }),
    control("reset", "POST"),
  ]) {
    ok((await send(server.url, asked)).status < 300);
    const { access_token, refresh_token } = await logInOwner(server);
    tokens.push(access_token, (await refreshToken(server, refresh_token)).json.access_token);
    tokens.push(await accountToken(server));
    deepEqual(new Set(await statuses(server, tokens)), new Set([200]), JSON.stringify(asked.body));
  }
});

test("a restart with the same seed leaves people and service accounts signed in, until they are signed out", async (t) => {
  const file = await seedFile(t);
  const before = await startDev(t, file);
  const [one, other, third] = [await logInOwner(before), await logInOwner(before), await logInOwner(before)];
  const account = await accountToken(before);
  await before.kill();

  const after = await startDev(t, file);
  const access = [one, other, third].map(({ access_token }) => access_token);
  // A command that begins with a refresh, one that is signed out before anything else, and those that just go on.
  const renewed = (await refreshToken(after, one.refresh_token)).json;
  await revokeToken(after, third.refresh_token);
  deepEqual(await statuses(after, [account, renewed.access_token, ...access]), [200, 200, 200, 200, 401]);
  equal((await refreshToken(after, third.refresh_token)).status, 400);
  const next = (await refreshToken(after, renewed.refresh_token)).json;
  equal((await refreshToken(after, next.refresh_token)).status, 200);

  const browser = await signedIn(after, owner, password);
  equal((await browser.open("/account")).text.match(/Atlas CLI/g)?.length, 2);
  await browser.send("/account", "everywhere");
  deepEqual(await statuses(after, access), [401, 401, 401]);
  await send(after.url, control("reset", "POST"));
  deepEqual(await statuses(after, [account, ...access]), [200, 401, 401, 401]);
});

test("a control token is part of the key, and a secret that is given is all of it", async (t) => {
  const file = await seedFile(t);
  const given = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };
  const guarded = { ANTEROOM_CONTROL_TOKEN: "b264e1f0957c3ab8d642" };
  const server = await startDev(t, file, given);
  const tokens = [(await logInOwner(server)).access_token, await accountToken(server)];
  deepEqual(await statuses(await startDev(t, file, { ...given, ...guarded }), tokens), [200, 200]);
  const other = await startDev(t, file, guarded);
  deepEqual(await statuses(other, tokens), [401, 401]);
  deepEqual(await statuses(await startDev(t, file), [await accountToken(other)]), [401]);
});
