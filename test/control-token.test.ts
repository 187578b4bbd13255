// A rehearsal that others reach, as in a container: its controls, captured mail and pages want a token, and nothing else does.
import { equal, match, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { startProcess } from "./support/process.ts";
import { noConsole } from "./support/rooms.ts";
import { digest, ids, keys, nonceOf, type Sending, seed, send } from "./support/world.ts";

const token = "4f0a7c1e93b52d68";
const args = ["dev", "--memory", "--port", "0", "--host", "0.0.0.0", "--log-level", "info"];
const basic = (password: string) => `Basic ${Buffer.from(`anybody:${password}`).toString("base64")}`;

const guarded: readonly Sending[] = [
  ...["clock", "mail", "requests", "deprecations", "missing"].map((name) => ({
    path: `/_anteroom/v1/${name}`,
  })),
  { path: "/%5Fanteroom/v1/mail" },
  { path: "/_anteroom/v1/mail?x=/healthz" },
  { method: "PUT", path: "/_anteroom/v1/clock", body: { now: "2027-07-02" } },
  { method: "POST", path: "/_anteroom/v1/reset" },
  { method: "PUT", path: "/_anteroom/v1/snapshots/x" },
  { method: "POST", path: `/_anteroom/v1/invites/${ids.invite}:accept` },
  { path: "/rehearsal" },
  { path: "/%72ehearsal" },
];

test("a rehearsal on every address", async (t) => {
  const env = { ANTEROOM_CONTROL_TOKEN: token, ANTEROOM_SEED_TEXT: JSON.stringify(seed) };
  const server = await startProcess(t, args, env);
  const url = server.url.replace("0.0.0.0", "127.0.0.1");
  const host = `anteroom:${new URL(url).port}`;
  const ask = (sending: Sending, authorization?: string) =>
    send(url, { ...sending, headers: { ...sending.headers, host, ...(authorization && { authorization }) } });

  await t.test(
    "401, and which token is missing, from all that belongs to the rehearsal",
    { skip: noConsole },
    async () => {
      for (const sending of guarded) {
        const name = `${sending.method ?? "GET"} ${sending.path}`;
        for (const authorization of [
          undefined,
          "Bearer ",
          `Bearer ${token}x`,
          basic(""),
          basic(`${token}:`),
        ]) {
          const { status, text, headers } = await ask(sending, authorization);
          equal(status, 401, `${name} with ${authorization}`);
          match(text, /want its token, ANTEROOM_CONTROL_TOKEN/);
          match(headers["www-authenticate"] ?? "", /^Basic realm="/);
        }
      }
    },
  );

  await t.test("whoever has it gets in, as a program and in a browser", async () => {
    for (const authorization of [`Bearer ${token}`, `bearer ${token}`, basic(token)]) {
      equal((await ask({ path: "/_anteroom/v1/clock" }, authorization)).status, 200);
      ok((await ask({ path: "/rehearsal" }, authorization)).status !== 401);
    }
    equal((await ask({ method: "POST", path: "/_anteroom/v1/reset" }, `Bearer ${token}`)).status, 204);
  });

  await t.test(
    "API, other pages and health want none; the seed is the variable's",
    { skip: noConsole },
    async () => {
      const path = `/api/atlas/v2/groups/${ids.group}`;
      const nonce = nonceOf(await ask({ path }));
      const headers = { accept: "application/vnd.atlas.2023-01-01+json" };
      const reply = await ask({ path, headers }, digest(keys.owner, { method: "GET", uri: path, nonce }));
      equal(reply.status, 200, reply.text);
      for (const open of ["/healthz", "/sign-in", "/docs"]) equal((await ask({ path: open })).status, 200);
    },
  );

  ok(!server.output().includes(token), "the token is not in the log");
});

for (const [what, env, complaint] of [
  ["without a token", {}, /set ANTEROOM_CONTROL_TOKEN, and they want that token/],
  ["with a short token", { ANTEROOM_CONTROL_TOKEN: "short" }, /ANTEROOM_CONTROL_TOKEN: expected at least 16/],
  [
    "with a seed that is none",
    { ANTEROOM_CONTROL_TOKEN: token, ANTEROOM_SEED_TEXT: "orgs: [" },
    /ANTEROOM_SEED_TEXT is not YAML/,
  ],
] as const) {
  test(`a rehearsal on every address does not start ${what}`, (t) =>
    rejects(startProcess(t, args, env), complaint));
}
