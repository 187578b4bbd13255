// Tests of reading lists page by page, on a real server and on servers that break the rules.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { misbehave } from "../../test/support/misbehaving.ts";
import { failure, refusal, watched } from "../../test/support/watching.ts";
import { ids, keys, startWorld } from "../../test/support/world.ts";
import { AtlasClient } from "./client.ts";
import { manifest } from "./manifest.ts";
import type { Described } from "./request.ts";

const orgId = ids.org;

/** Starts a world with five projects, and returns a client with the requests that it made. */
async function withFive(t: TestContext) {
  const { url } = await startWorld(t);
  const asked: URLSearchParams[] = [];
  const { fetch: watching } = watched();
  const atlas = new AtlasClient({
    baseUrl: url,
    ...keys.owner,
    fetch: async (input, init) => {
      const { searchParams } = new URL(String(input));
      const response = await watching(input, init);
      if (init?.method === "GET" && response.status === 200) asked.push(searchParams);
      return response;
    },
  });
  for (const name of ["a", "b", "c", "d"]) await atlas.createGroup({ body: { name, orgId } });
  const names = (await atlas.listGroups()).results.map(({ name }) => name);
  equal(names.length, 5);
  asked.length = 0;
  return { atlas, asked, names };
}

test("every item of all pages, in order, each page asked for once", async (t) => {
  const { atlas, asked, names } = await withFive(t);
  const seen: string[] = [];
  for await (const group of atlas.listGroups({ itemsPerPage: 2 })) seen.push(group.name);
  deepEqual(seen, names);
  deepEqual(
    asked.map((query) => [query.get("pageNum"), query.get("itemsPerPage")]),
    [
      [null, "2"],
      ["2", "2"],
      ["3", "2"],
    ],
  );
});

test("all of them in one array; from the page that is named on; until the loop ends", async (t) => {
  const { atlas, asked, names } = await withFive(t);
  const all = await atlas.getOrgGroups({ orgId, itemsPerPage: 5 }).all();
  deepEqual(
    all.map(({ name }) => name),
    names,
  );
  equal(asked.length, 1);
  const rest = await atlas.listGroups({ itemsPerPage: 2, pageNum: 2 }).all();
  deepEqual(
    rest.map(({ name }) => name),
    names.slice(2),
  );
  asked.length = 0;
  for await (const { name } of atlas.listGroups({ itemsPerPage: 1 })) if (name === names[1]) break;
  equal(asked.length, 2);
});

test("without a count there are no links, and a page that is not full is the last", async (t) => {
  const { atlas, asked, names } = await withFive(t);
  const all = await atlas.listGroups({ itemsPerPage: 2, includeCount: false }).all();
  deepEqual(
    all.map(({ name }) => name),
    names,
  );
  equal(asked.length, 3);
  deepEqual(
    asked.map((query) => query.get("includeCount")),
    ["false", "false", "false"],
  );
  equal((await atlas.listGroups({ includeCount: false }).all()).length, 5);
  equal(asked.length, 4);
});

test("a list that is answered whole", async (t) => {
  const { url } = await startWorld(t);
  const atlas = new AtlasClient({ baseUrl: url, ...keys.owner });
  const listed = await atlas.listGroupInvites({ groupId: ids.group });
  equal(listed.length, 1);
  deepEqual(await atlas.listGroupInvites({ groupId: ids.group }).all(), listed);
});

test("an older version is asked for on every page", async (t) => {
  const { url } = await startWorld(t);
  const atlas = new AtlasClient({ baseUrl: url, ...keys.owner });
  const people = atlas.listOrgUsers({ orgId, itemsPerPage: 1 }, { version: "2023-01-01" });
  const addresses: string[] = [];
  for await (const { emailAddress } of people) addresses.push(emailAddress);
  deepEqual(addresses.sort(), ["member@example.com", "owner@example.com"]);
});

test("a refusal ends the loop, and so does a signal", async (t) => {
  const { atlas } = await withFive(t);
  const missing = atlas.getOrgGroups({ orgId: ids.missing });
  equal((await refusal(missing.all())).errorCode, "ORG_NOT_FOUND");
  const stop = new AbortController();
  const loop = async () => {
    for await (const { name } of atlas.listGroups({ itemsPerPage: 1 }, { signal: stop.signal })) {
      stop.abort(`enough after ${name}`);
    }
  };
  match(String(await failure(loop())), /^enough after /);
});

test("every operation of the table that has pages gives those of its list", async (t) => {
  const baseUrl = await misbehave(t, (request, response) => {
    const page = Number(new URL(request.url ?? "", "http://x").searchParams.get("pageNum") ?? 1);
    const links = page === 1 ? [{ rel: "next" }] : [];
    response.end(JSON.stringify({ links, results: [{ page }], totalCount: 2 }));
  });
  const atlas = new AtlasClient({ baseUrl, ...keys.owner });
  // `fetch` sends no body with GET.
  const paged = Object.entries<Described>(manifest).filter(
    ([, { method, query, body }]) => method === "GET" && !body && query.includes("pageNum"),
  );
  ok(paged.length > 20, `${paged.length}`);
  for (const [id, { path }] of paged) {
    const given = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, "x"]));
    // biome-ignore lint/suspicious/noExplicitAny: each takes other parameters
    const call = (atlas as any)[id]({ ...given, itemsPerPage: 1 });
    deepEqual(await call.all(), [{ page: 1 }, { page: 2 }], id);
  }
});

/** Builds a client of a server that answers every page alike. */
async function stubborn(t: TestContext, reply: unknown) {
  let count = 0;
  const baseUrl = await misbehave(t, (_, response) => {
    count++;
    response.end(JSON.stringify(reply));
  });
  return { atlas: new AtlasClient({ baseUrl, ...keys.owner }), asked: () => count };
}

test("a server that ignores pageNum is found out, unless it has answered everything", async (t) => {
  const results = [{ name: "a" }, { name: "b" }];
  const links = [{ rel: "next" }];
  const endless = await stubborn(t, { links, results, totalCount: 5 });
  const { message } = await refusal(endless.atlas.listGroups({ itemsPerPage: 2 }).all());
  equal(message, "listGroups: 200. The server ignores pageNum.");
  equal(endless.asked(), 3);

  const uncounted = await stubborn(t, { results });
  await rejects(
    uncounted.atlas.listGroups({ itemsPerPage: 2, includeCount: false }).all(),
    /ignores pageNum/,
  );

  for (const whole of [
    { links, results, totalCount: 2 },
    { results },
    { links, results: [], totalCount: 2 },
  ]) {
    const { atlas, asked } = await stubborn(t, whole);
    deepEqual(await atlas.listGroups().all(), whole.results);
    equal(asked(), 1);
  }
});

test("a page that holds what the one before held is one, where pageNum counts", async (t) => {
  const items = ["a", "a", "b"];
  const baseUrl = await misbehave(t, (request, response) => {
    const page = Number(new URL(request.url ?? "", "http://x").searchParams.get("pageNum") ?? 1);
    response.end(JSON.stringify({ results: items.slice(page - 1, page) }));
  });
  const atlas = new AtlasClient({ baseUrl, ...keys.owner });
  deepEqual(await atlas.listGroups({ itemsPerPage: 1, includeCount: false }).all(), items);
});

test("what is no list says so", async (t) => {
  const { atlas, asked } = await stubborn(t, { name: "a" });
  await rejects(atlas.listGroups().all(), /^AtlasError: listGroups: 200\. The answer is no list\.$/);
  // Programs without types can try it with any call.
  // biome-ignore lint/suspicious/noExplicitAny: the types forbid it
  const any = atlas as any;
  await rejects(any.createGroup({ body: {} }).all(), /^TypeError: createGroup does not list: await it$/);
  await rejects(
    any.getGroup({ groupId: "x" }).all(),
    /^AtlasError: getGroup: 200\. The answer is no list\.$/,
  );
  equal(asked(), 3);
});
