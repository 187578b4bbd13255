// The table of the controls: the client does over HTTP what a program does to its own, and the document says what is answered.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { Compile } from "typebox/schema";
import { AnteroomControls } from "../src/testing/controls/client.ts";
import { type ControlName, controls as table } from "../src/testing/controls/list.ts";
import schemas from "../src/testing/controls/schemas.json" with { type: "json" };
import { pluck } from "./support/pluck.ts";
import { noConsole, noJuly } from "./support/rooms.ts";
import { ids, invited, keys, startWorld } from "./support/world.ts";

const invites = `/api/atlas/v2/groups/${ids.group}/invites`;

/** Values that the schema of a reply does not allow; null is said by OpenAPI 3.0 in a word of its own. */
function problemsIn(name: ControlName, reply: unknown): unknown[] {
  const { reply: schema }: { title: string; reply?: object } = schemas[name];
  if (schema === undefined) return reply === undefined ? [] : [reply];
  const plain = JSON.parse(JSON.stringify(schema), (_key, value) =>
    value?.nullable === true ? { anyOf: [{ ...value, nullable: undefined }, { type: "null" }] } : value,
  );
  return Compile(plain).Errors(reply)[1];
}

test("the client has the members of an Anteroom, and does the same", async (t) => {
  const world = await startWorld(t);
  const controls = new AnteroomControls(`${world.url}/`);

  deepEqual(await controls.clock.set({ now: "2026-08-10" }), {
    now: "2026-08-10T00:00:00.000Z",
    lapsed: [],
  });
  equal((await controls.clock.advance("PT1H")).now, "2026-08-10T01:00:00.000Z");
  await controls.clock.set({ now: "2026-08-10" });
  equal(world.clock.now(), "2026-08-10T00:00:00.000Z");
  equal(await controls.clock.now(), world.clock.now());

  const rule = { status: 503, times: 1 } as const;
  deepEqual(await controls.faults.set([rule]), world.faults.list());
  equal((await world.as(keys.owner, { path: invites })).status, 503);
  deepEqual(await controls.faults.list(), [{ ...rule, matches: 1, hits: 1 }]);
  equal(await controls.faults.clear(), undefined);
  deepEqual(world.faults.list(), []);

  await controls.snapshot.take("a name/with a slash");
  await controls.invites.accept(ids.invite);
  await world.invites.decline(ids.orgInvite);
  deepEqual((await world.as(keys.owner, { path: invites })).json, []);
  await world.as(keys.owner, { path: "/api/atlas/v2/nowhere" });
  const counts = ["missing", ...(noJuly ? [] : ["deprecations" as const])] as const;
  for (const member of ["mail", "requests", ...counts] as const) {
    deepEqual(await controls[member].list(), JSON.parse(JSON.stringify(await world[member].list())), member);
  }
  for (const member of counts) ok((await controls[member].list()).length > 0, member);
  await controls.snapshot.restore("a name/with a slash");
  equal((await world.as(keys.owner, { path: invites })).json[0].username, invited);
  await controls.invites.expire(ids.invite);
  await controls.reset();
  equal((await world.as(keys.owner, { path: invites })).json.length, 1);

  await rejects(controls.clock.set({ now: "soon" }), {
    name: "ControlRefused",
    status: 400,
    message: /^clock\.set: 'soon' is no instant/,
  });
  await rejects(controls.snapshot.restore("never"), { status: 404 });
  await rejects(new AnteroomControls(`${world.url}/elsewhere`).reset(), { message: /^reset: / });
});

test("it sends the token of the controls", async (t) => {
  const token = "0123456789abcdef";
  const world = await startWorld(t, { controlToken: token });
  equal(await new AnteroomControls(world.url, { token }).clock.now().then((now) => typeof now), "string");
  await rejects(new AnteroomControls(world.url).clock.now(), {
    status: 401,
    message: /ANTEROOM_CONTROL_TOKEN/,
  });
  equal((await world.send({ path: "/_anteroom/openapi.json" })).status, 401);
});

test("the document has every control of the table, and each answers what it says", async (t) => {
  const world = await startWorld(t);
  await world.as(keys.owner, { path: invites });
  await world.as(keys.owner, { path: "/api/atlas/v2/nowhere" });
  await world.as(keys.owner, { path: `/api/atlas/v2/groups/${ids.group}/managedSlowMs` });
  await world.as(keys.owner, {
    method: "POST",
    path: invites,
    body: { username: "a@example.com", roles: ["GROUP_OWNER"] },
  });
  world.faults.set([{ status: 503, latency: { percentiles: { p50: 1 } } }]);
  const { json } = await world.send({ path: "/_anteroom/openapi.json" });
  equal(json.openapi, "3.0.3");
  const described = Object.entries<object>(json.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  deepEqual(described.sort(), table.map(({ method, path }) => `${method} /_anteroom/v1${path}`).sort());
  const reading = table.filter(
    ({ method, name }) => method === "GET" && !(noJuly && name === "deprecations.list"),
  );
  for (const { name, method, path } of reading) {
    const reply = (await world.send({ method, path: `/_anteroom/v1${path}` })).json;
    deepEqual(problemsIn(name, reply), [], name);
    ok(!Array.isArray(reply) || reply.length > 0, `${name} has nothing to look at`);
  }
});

test("the index leads people and programs to everything", { skip: noConsole }, async (t) => {
  const world = await startWorld(t);
  for (const path of ["/_anteroom", "/_anteroom/", "/_anteroom/v1"]) {
    const { json } = await world.send({ path });
    deepEqual(
      pluck(json.controls, "name"),
      table.map(({ name }) => name),
    );
    const page = await world.send({ path, headers: { accept: "text/html,*/*;q=0.8" } });
    match(page.headers["content-type"] ?? "", /^text\/html/);
    for (const { path: each } of json.pages) {
      ok(page.text.includes(`href="${each}"`), each);
      equal((await world.send({ path: each })).status, 200, each);
    }
    for (const { name } of table) {
      ok(page.text.includes(name) && page.text.includes(schemas[name].title), name);
    }
  }
});

test("the client is smaller than 4 kB, zipped, and needs no package", async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ["src/testing/controls/client.ts"],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: "neutral",
    format: "esm",
  });
  ok(gzipSync(outputFiles[0]?.contents ?? "").length < 4000);
  deepEqual(Object.keys(metafile.inputs).sort(), [
    "src/core/contract/http-syntax.ts",
    "src/testing/controls/client.ts",
    "src/testing/controls/list.ts",
  ]);
});
