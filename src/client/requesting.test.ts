// Tests of calls of paths that have no method, on a real server and on one that answers like Atlas's other operations.
import { deepEqual, equal, fail, match, ok, rejects } from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { misbehave } from "../../test/support/misbehaving.ts";
import { failure, refusal } from "../../test/support/watching.ts";
import { account, ids, invited, keys, startWorld } from "../../test/support/world.ts";
import { newestVersion } from "../core/contract/versions.ts";
import { AtlasClient, type AtlasClientOptions } from "./client.ts";
import { manifest } from "./manifest.ts";

const groupId = ids.group;
const clusters = "/api/atlas/v2/groups/{groupId}/clusters";

interface Answered {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Buffer;
}

/** Builds a client of a server that grants tokens, with the other requests that it got. */
async function answering(
  t: TestContext,
  answer: (request: IncomingMessage, url: URL) => Answered,
  options: Partial<AtlasClientOptions> = {},
) {
  const seen: IncomingMessage[] = [];
  const baseUrl = await misbehave(t, (request, response) => {
    const url = new URL(request.url ?? "", "http://x");
    if (url.pathname === "/api/oauth/token") return void response.end('{"access_token":"t"}');
    seen.push(request);
    const { status = 200, type = "application/json", body = "{}" } = answer(request, url);
    response.writeHead(status, { "content-type": type }).end(body);
  });
  return { atlas: new AtlasClient({ baseUrl, ...account, ...options }), seen };
}

test("any operation, by an API key and by a service account, is what its method gives", async (t) => {
  const { url } = await startWorld(t);
  for (const credentials of [keys.owner, account]) {
    const atlas = new AtlasClient({ baseUrl: url, ...credentials });
    const path = "/api/atlas/v2/groups/{groupId}";
    const { reply, answer } = await atlas.request("GET", path, { params: { groupId } }).withAnswer();
    deepEqual(reply, await atlas.getGroup({ groupId }));
    match(answer.headers.get("content-type") ?? "", /2023-01-01/);
    const body = { roles: ["GROUP_OWNER"], username: invited };
    const invite = await atlas.request<{ roles: string[] }>("PATCH", `${path}/invites`, {
      params: { groupId },
      body,
    });
    deepEqual(invite.roles, ["GROUP_OWNER"]);
    const small = atlas.request<{ roles: string[] }>("patch" as "PATCH", `${path}/invites`, {
      params: { groupId },
      body: { ...body, roles: ["GROUP_READ_ONLY"] },
    });
    deepEqual((await small).roles, ["GROUP_READ_ONLY"]);
    const missing = await refusal(atlas.request("GET", path, { params: { groupId: ids.missing } }));
    ok(missing.is("GROUP_NOT_FOUND"));
    equal(missing.operationId, `GET ${path}`);
  }
});

test("all pages of any list, and of one that is answered whole", async (t) => {
  const names = ["a", "b", "c", "d", "e"];
  const { atlas, seen } = await answering(t, (_, { searchParams }) => {
    const [page, size] = [Number(searchParams.get("pageNum") ?? 1), Number(searchParams.get("itemsPerPage"))];
    const results = names.slice((page - 1) * size, page * size).map((name) => ({ name }));
    const links = page * size < names.length ? [{ rel: "next", href: "https://example.com/" }] : [];
    return { body: JSON.stringify({ results, links, totalCount: names.length }) };
  });
  const list = atlas.request<{ results: { name: string }[] }>("GET", clusters, {
    params: { groupId },
    query: { itemsPerPage: 2, includeDeletedWithRetainedBackups: true },
  });
  const found: string[] = [];
  for await (const { name } of list) found.push(name);
  deepEqual(found, names);
  const path = `/api/atlas/v2/groups/${groupId}/clusters?itemsPerPage=2&includeDeletedWithRetainedBackups=true`;
  deepEqual(
    seen.map(({ url }) => url),
    [path, `${path}&pageNum=2`, `${path}&pageNum=3`],
  );
  const { url } = await startWorld(t);
  const invites = new AtlasClient({ baseUrl: url, ...keys.owner }).request<{ username: string }[]>(
    "GET",
    "/api/atlas/v2/groups/{groupId}/invites",
    { params: { groupId } },
  );
  deepEqual(await invites.all(), await invites);
});

test("the version is the newest that is known, the client's or the call's", async (t) => {
  const versions = Object.values(manifest).map(({ version }) => version);
  ok(versions.every((each) => /^[a-z]/.test(each) || each <= newestVersion));
  const { atlas, seen } = await answering(t, () => ({}));
  const older = await answering(t, () => ({}), { version: "2024-08-05" });
  await atlas.request("POST", "/x", { body: { a: 1 } });
  await atlas.request("GET", "/x", { version: "preview" });
  await older.atlas.request("GET", "/x");
  await older.atlas.listGroups();
  const sent = [...seen, ...older.seen].map(({ headers }) => [headers.accept, headers["content-type"]]);
  const type = (version: string) => `application/vnd.atlas.${version}+json`;
  deepEqual(sent, [
    [type(newestVersion), type(newestVersion)],
    [type("preview"), undefined],
    [type("2024-08-05"), undefined],
    [type("2023-01-01"), undefined],
  ]);
  await rejects(atlas.request("GET", "/x", { version: "v2" }), /^TypeError: GET \/x: 'v2' is no version/);
});

test("what is not JSON: bytes, or text where the answer says so; a refusal stays one", async (t) => {
  const log = gzipSync('{"t":1}\n{"t":2}\n');
  const { atlas, seen } = await answering(t, (_, { pathname }) => {
    if (pathname.endsWith(".gz")) return { type: "application/vnd.atlas.2023-02-01+gzip", body: log };
    if (pathname.endsWith("csv")) return { type: "application/vnd.atlas.2023-01-01+csv", body: "a,ü\n" };
    return { status: 404, body: '{"error":404,"errorCode":"NOT_THERE","detail":"No such host."}' };
  });
  const accept = "application/vnd.atlas.2023-02-01+gzip";
  deepEqual(
    await atlas.request("GET", "/hosts/{host}/logs/mongodb.gz", { params: { host: "h" }, accept }),
    new Uint8Array(log),
  );
  equal(await atlas.request("GET", "/invoices/1/csv", { accept: "text/csv" }), "a,ü\n");
  deepEqual(
    seen.map(({ headers }) => headers.accept),
    [accept, "text/csv"],
  );
  const { errorCode, detail } = await refusal(atlas.request("GET", "/none", { accept }));
  deepEqual([errorCode, detail], ["NOT_THERE", "No such host."]);
  equal(await atlas.request("HEAD", "/some.gz"), undefined);
});

test("values are encoded once, headers added, and credentials are the client's", async (t) => {
  const { atlas, seen } = await answering(t, () => ({}));
  await atlas.request("GET", "/a%20b/{one}/{two}:do", {
    params: { one: "a/b%2F..?#", two: 7 },
    query: { name: "x&y", list: ["p", "q"], left: undefined, one: "1" },
    headers: { "X-Request-Id": "me", Authorization: "none", "user-agent": "mine/1" },
  });
  equal(seen[0]?.url, "/a%20b/a%2Fb%252F..%3F%23/7:do?name=x%26y&list=p&list=q&one=1");
  const { authorization, "x-request-id": name, "user-agent": agent } = seen[0]?.headers ?? {};
  deepEqual([authorization, name, agent], ["Bearer t", "me", "mine/1"]);
});

test("a request that cannot be meant, or that would lead elsewhere, is not sent", async () => {
  const unasked: typeof fetch = () => fail("a request was sent");
  const atlas = new AtlasClient({ ...keys.owner, fetch: unasked });
  for (const path of [
    "https://example.com/x",
    "//example.com/x",
    "/\\example.com",
    "@example.com/",
    "x",
    "",
  ]) {
    await rejects(atlas.request("GET", path), /^TypeError: GET .*does not begin with one \//, path);
  }
  for (const path of ["/a/../b", "/a/%2e%2E/b", "/a/.", "/a\\..\\b"]) {
    await rejects(atlas.request("GET", path), /^TypeError: GET .*segment '\.' or '\.\.'/, path);
  }
  for (const path of ["/a/.\t./b", "/a/..\n", "/a/.. "]) {
    await rejects(
      atlas.request("GET", path),
      /^TypeError: GET .*\s.*a control character or a last space/,
      path,
    );
  }
  const cases: [Promise<unknown>, RegExp][] = [
    [atlas.request("GET", "/a?b=c"), /has a \? or #: give the option 'query', or 'params'/],
    [atlas.request("GET", clusters), /the parameter 'groupId' is missing/],
    [atlas.request("GET", clusters, { params: { groupId: ".." } }), /'groupId' cannot be '\.\.'/],
    [
      atlas.request("GET", clusters, { params: { groupId: "\ud800" } }),
      /'groupId' has an unpaired surrogate/,
    ],
    [atlas.request("GET", "/a", { timeoutMs: -1 }), /^GET \/a: timeoutMs must be .*, not -1$/],
    [atlas.request("GET", "/a", { params: { b: 1 } }), /there is no parameter 'b'; there is none/],
    [atlas.request("GET", "/a", { body: {} }), /a GET has no body/],
    [atlas.request("get" as "GET", "/a", { body: {} }), /^GET \/a: a GET has no body/],
    [
      atlas.request("GET", "/a", { quary: {} } as object),
      /there is no option 'quary'; there is version, signal, timeoutMs, retries, params, query, body, headers, accept/,
    ],
  ];
  for (const [call, expected] of cases) {
    const reason = await failure(call);
    ok(reason instanceof TypeError);
    match(reason.message, expected);
  }
  await rejects(atlas.request("POST", "/a", { body: {}, headers: { "a b": "c" } }), TypeError);
});
