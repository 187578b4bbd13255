// Secrets of people — sessions, links, passwords, codes and tokens of command lines — pass through a server without a trace: not in its log, its numbers, its
// events or its answers. And what cookies are like behind TLS.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { getToken, printedCode, refreshToken, requestCode, revokeToken } from "../support/atlas-cli.ts";
import { startProcess } from "../support/process.ts";
import { createFolder } from "../support/storage.ts";
import { digest, ids, keys, nonceOf, send } from "../support/world.ts";

const password = "a staple of horses";
const chosen = "another staple of horses";

const world = {
  orgs: [
    {
      id: ids.org,
      name: "Acme",
      users: [{ username: "owner@example.com", orgRoles: ["ORG_OWNER"], password }],
      apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER"] }],
      groups: [{ id: ids.group, name: "payments" }],
    },
  ],
};

function createBrowser(url: string, origin = url) {
  const cookies = new Map<string, string>();
  const request = async (path: string, body?: URLSearchParams) => {
    const reply = await send(url, {
      method: body === undefined ? "GET" : "POST",
      path,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded", origin }),
      },
      ...(body !== undefined && { body: String(body) }),
    });
    const set = ([] as string[]).concat(reply.headers["set-cookie"] ?? []);
    for (const each of set) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      cookies.set(name, value);
    }
    return { ...reply, set };
  };
  return {
    cookies,
    open: (path: string) => request(path),
    async submit(path: string, name: string, fields: Record<string, string> = {}) {
      const form = /name="form" value="([^"]+)"/.exec((await request(path)).text)?.[1] ?? "";
      return { form, reply: await request(path, new URLSearchParams({ form, do: name, ...fields })) };
    },
  };
}

test("no secret of a person is written down or shown", async (t) => {
  const folder = createFolder(t);
  const seed = join(folder, "world.json");
  writeFileSync(seed, JSON.stringify(world));
  const server = await startProcess(t, [
    "dev",
    "--memory",
    "--port",
    "0",
    "--seed",
    seed,
    "--log-level",
    "debug",
  ]);
  const { url } = server;
  const secrets = [password, chosen];
  const linkTo = async (kind: string) => {
    const { json } = await send(url, { path: "/_anteroom/v1/mail" });
    const token = new RegExp(`/${kind}/([\\w-]{20,})`).exec(json[0].text)?.[1] ?? "";
    ok(token !== "");
    secrets.push(token);
    return `/${kind}/${token}`;
  };

  const owner = createBrowser(url);
  const { form, reply } = await owner.submit("/sign-in", "signIn", {
    username: "owner@example.com",
    password,
  });
  equal(reply.status, 303);
  const invite = { addresses: "guest@example.com", way: "alone", roles: "GROUP_READ_ONLY" };
  equal((await owner.submit(`/projects/${ids.group}/people/invite`, "invite", invite)).reply.status, 303);
  const invitation = await linkTo("invitations");
  const guest = createBrowser(url);
  const joining = { firstName: "Grace", lastName: "Example", password: chosen };
  equal((await guest.submit(invitation, "join", { ...joining, password: "short" })).reply.status, 400);
  equal((await guest.submit(invitation, "join", joining)).reply.status, 303);
  equal(
    (await owner.submit("/forgot-password", "send", { username: "owner@example.com" })).reply.status,
    303,
  );
  const { json: waiting } = await requestCode(server);
  secrets.push(waiting.device_code, waiting.user_code, printedCode(waiting));
  const code = { code: printedCode(waiting) };
  equal((await owner.submit("/account/connect", "look", code)).reply.status, 200);
  equal((await owner.submit("/account/connect", "confirm", code)).reply.status, 303);
  const { json: first } = await getToken(server, waiting.device_code);
  const { json: second } = await refreshToken(server, first.refresh_token);
  for (const { access_token, refresh_token } of [first, second]) secrets.push(access_token, refresh_token);
  const groups = {
    path: "/api/atlas/v2/groups",
    headers: { authorization: `Bearer ${second.access_token}` },
  };
  equal((await send(url, groups)).status, 406);
  equal((await refreshToken(server, second.access_token)).status, 400);
  equal((await revokeToken(server, second.refresh_token)).status, 200);
  equal((await send(url, groups)).status, 401);
  const reset = await linkTo("reset-password");
  equal((await guest.submit(reset, "reset", { password: "short" })).reply.status, 400);
  equal((await owner.submit(reset, "reset", { password: chosen })).reply.status, 303);
  equal((await guest.open(`${invitation}/%ff`)).status, 404);
  for (const { cookies } of [owner, guest]) secrets.push(...cookies.values(), form);

  const asked = async (path: string) => {
    const headers = { accept: "application/vnd.atlas.2023-01-01+json" };
    const nonce = nonceOf(await send(url, { path, headers }));
    const authorization = digest(keys.owner, { method: "GET", uri: path, nonce });
    return (await send(url, { path, headers: { ...headers, authorization } })).text;
  };
  const answered = {
    metrics: (await send(url, { path: "/metrics" })).text,
    requests: (await send(url, { path: "/_anteroom/v1/requests" })).text,
    events: await asked(`/api/atlas/v2/orgs/${ids.org}/events?includeRaw=true`),
    groupEvents: await asked(`/api/atlas/v2/groups/${ids.group}/events`),
    users: await asked(`/api/atlas/v2/orgs/${ids.org}/users`),
    invites: await asked(`/api/atlas/v2/groups/${ids.group}/invites`),
  };
  // Ended as it is meant to: then the log is whole.
  await server.stop();
  const everywhere = { ...answered, log: server.output() };
  match(everywhere.events, /eventTypeName/);
  const wanted = secrets.filter((secret) => secret.length >= 8);
  ok(wanted.length >= 13);
  const leaks = Object.entries(everywhere).flatMap(([where, text]) =>
    wanted.filter((secret) => text.includes(secret)).map((secret) => `${where}: ${secret}`),
  );
  deepEqual(leaks, []);
});

test("cookies are for TLS only under an https base URL, and forms come from there", async (t) => {
  const folder = createFolder(t);
  const seed = join(folder, "world.json");
  writeFileSync(seed, JSON.stringify(world));
  const origin = "https://atlas.example.com";
  const { url } = await startProcess(
    t,
    ["serve", "--memory", "--port", "0", "--seed", seed, "--base-url", origin, "--log-level", "error"],
    { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" },
  );
  const signing = { username: "owner@example.com", password };
  const browser = createBrowser(url, origin);
  const first = await browser.open("/sign-in");
  const { reply } = await browser.submit("/sign-in", "signIn", signing);
  equal(reply.status, 303);
  const set = [...first.set, ...reply.set];
  equal(set.length, 3);
  for (const cookie of set) match(cookie, /^__Host-.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  equal((await createBrowser(url).submit("/sign-in", "signIn", signing)).reply.status, 403);
});
