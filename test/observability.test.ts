// Health, metrics, the derived document and its page, over real HTTP.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../src/atlas/index.ts";
import { noConsole } from "./support/rooms.ts";
import { ids, keys, startWorld } from "./support/world.ts";

test("what a server shows of itself", async (t) => {
  const world = await startWorld(t);

  await t.test("/metrics counts requests by operation and status, and times them", async () => {
    await world.as(keys.owner, { path: `/api/atlas/v2/groups/${ids.group}` });
    const { text, headers } = await world.send({ path: "/metrics" });
    match(headers["content-type"] ?? "", /^text\/plain/);
    match(text, /^anteroom_requests_total\{operation="getGroup",status="401"\} 1$/m);
    match(text, /^anteroom_requests_total\{operation="getGroup",status="200"\} 1$/m);
    match(text, /^anteroom_request_duration_seconds_count\{operation="getGroup"\} 2$/m);
    match(text, /^process_resident_memory_bytes /m);
  });

  await t.test("/api/openapi.json?version= has one version of each; 400 for a bad date", async () => {
    const { json } = await world.send({ path: "/api/openapi.json?version=2025-03-12" });
    const users = json.paths[operations.listOrgUsers.path].get.responses[200].content;
    deepEqual(Object.keys(users), ["application/vnd.atlas.2025-02-19+json"]);
    for (const text of ["2022-01-01", "2025-02-30", "newest", "2025-03-12&version=2023-01-01"]) {
      const refused = await world.send({ path: `/api/openapi.json?version=${text}` });
      deepEqual([refused.status, refused.json.errorCode], [400, "INVALID_QUERY_PARAMETER"], text);
    }
  });

  await t.test(
    "/docs lists every operation, and each has a page that a phone can load",
    { skip: noConsole },
    async () => {
      const { text, status } = await world.send({ path: "/docs" });
      equal(status, 200);
      for (const id of Object.keys(operations)) {
        ok(new RegExp(`\\b${id}\\b`).test(text), `${id} is missing`);
        const page = await world.send({ path: `/docs/${id}` });
        equal(page.status, 200, id);
        ok(page.text.length < 100_000, `${id}: ${page.text.length} bytes`);
        for (const [, anchor] of page.text.matchAll(/ href="#([^"]+)"/g)) {
          equal(page.text.split(` id="${anchor}"`).length, 2, `${id}: #${anchor}`);
        }
      }
      ok(text.length < 100_000, `${text.length} bytes`);
    },
  );
});

test("a rehearsal in the year 1600 answers as ever: a challenge, a sign-in, a change", {
  skip: noConsole,
}, async (t) => {
  const world = await startWorld(t);
  for (const now of ["1600-01-01", "0001-01-01", "9999-12-31"]) {
    world.clock.set({ now });
    const path = `/api/atlas/v2/groups/${ids.group}`;
    equal((await world.send({ path })).status, 401, now);
    equal((await world.as(keys.owner, { path })).status, 200, now);
    const body = { username: `${now}@example.com`, roles: ["GROUP_OWNER"] };
    const made = await world.as(keys.owner, { method: "POST", path: `${path}/invites`, body });
    ok(made.status === 200 || made.status === 410, `${now}: ${made.text}`);
    const page = await world.send({ path: "/sign-in" });
    equal(page.status, 200, page.text);
  }
});
