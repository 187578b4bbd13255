// Tests of every kind of failure against a real server: the error, whether the call is repeated, and whether a change may have
// been made.
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { type TestContext, test } from "node:test";
import { misbehave } from "../../test/support/misbehaving.ts";
import { failure } from "../../test/support/watching.ts";
import { account, keys, startWorld } from "../../test/support/world.ts";
import { AtlasClient, type AtlasClientOptions, AtlasError, AtlasUnreachable } from "./client.ts";

const tokenPath = "/api/oauth/token";
const path = "/api/atlas/v2/groups/1/clusters/a";
/** The paths that the server always answers. */
const known = "/api/atlas/v2";

const columns = [["GET"], ["PUT", "DELETE"], ["POST", "PATCH"]] as const;
const [reads, replacements, others] = columns;
const all = [reads, replacements, others];

/** A fault; everything else of the server is like Atlas. */
interface Case {
  /** Answers the request of a known caller. */
  readonly answer?: RequestListener;
  readonly token?: RequestListener;
  /** Answers the request of a caller with an API key before the challenge. */
  readonly unknown?: RequestListener;
  readonly baseUrl?: string | ((t: TestContext) => Promise<string>);
  readonly timeoutMs?: number;
  readonly signal?: () => AbortSignal;
  readonly methods?: readonly string[];
}

interface Row {
  readonly what: string;
  readonly cases: Readonly<Record<string, Case>>;
  /** The columns whose calls are repeated. */
  readonly repeated: readonly (readonly string[])[];
  readonly rejects: "AtlasError" | "AtlasUnreachable" | "the signal's reason";
  /** True if a change may have been made, because the call was not repeated or every repetition failed. */
  readonly unsure?: boolean;
}

const html = { "content-type": "text/html" };
const answer =
  (status: number, headers: Record<string, string> = {}, text = `{"error":${status}}`): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(text);
const date = "Thu, 26 Nov 2026 10:00:00 GMT";
const cut: RequestListener = (request) => void request.socket.destroy();
const raw =
  (text: string): RequestListener =>
  (request) =>
    void request.socket.write(text, () => request.socket.destroy());
const silent: RequestListener = () => {};
const nowhere = "http://127.0.0.1:2";

const rows: readonly Row[] = [
  {
    what: "4xx",
    cases: { 400: { answer: answer(400) }, 404: { answer: answer(404) }, 409: { answer: answer(409) } },
    repeated: [],
    rejects: "AtlasError",
  },
  {
    what: "401 without a digest challenge (MD5, `qop=auth`)",
    cases: {
      none: { unknown: answer(401) },
      Basic: { unknown: answer(401, { "www-authenticate": 'Basic realm="x"' }) },
      "SHA-256": {
        unknown: answer(401, { "www-authenticate": 'Digest realm="x", nonce="y", algorithm=SHA-256' }),
      },
      "no nonce": { unknown: answer(401, { "www-authenticate": "Digest realm" }, "") },
    },
    repeated: [],
    rejects: "AtlasError",
  },
  {
    what: "429, with and without `Retry-After`",
    cases: {
      bare: { answer: answer(429) },
      seconds: { answer: answer(429, { "retry-after": "0" }) },
      date: { answer: answer(429, { date, "retry-after": date }) },
      nonsense: { answer: answer(429, { "retry-after": "soon" }) },
    },
    repeated: all,
    rejects: "AtlasError",
  },
  {
    what: "500, 501",
    cases: { 500: { answer: answer(500) }, 501: { answer: answer(501, html, "<h1>No</h1>") } },
    repeated: [],
    rejects: "AtlasError",
    unsure: true,
  },
  {
    what: "502, 503, 504, be they JSON or HTML",
    cases: {
      502: { answer: answer(502, html, "<h1>Bad gateway</h1>") },
      503: { answer: answer(503, { "retry-after": "0" }) },
      504: { answer: answer(504, {}, "") },
    },
    repeated: [reads, replacements],
    rejects: "AtlasError",
    unsure: true,
  },
  {
    what: "200 with HTML or half of its JSON, or empty for a GET",
    cases: {
      html: { answer: answer(200, html, "<h1>Welcome</h1>") },
      half: { answer: answer(200, { "content-type": "application/json" }, '{"results": [') },
      empty: { answer: answer(200, {}, ""), methods: ["GET"] },
    },
    repeated: [],
    rejects: "AtlasError",
    unsure: true,
  },
  {
    what: "no token: refused, or answered without one",
    cases: {
      refused: { token: answer(401, {}, '{"error":"invalid_client"}') },
      html: { token: answer(200, html, "<h1>Welcome</h1>") },
      null: { token: answer(200, {}, "null") },
    },
    repeated: [],
    rejects: "AtlasError",
  },
  {
    what: "no token: 429, 502, 503, 504",
    cases: { 429: { token: answer(429) }, 503: { token: answer(503, html, "<h1>Later</h1>") } },
    repeated: all,
    rejects: "AtlasError",
  },
  {
    what: "no token: not reached, or cut",
    cases: { cut: { token: cut }, half: { token: raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{") } },
    repeated: all,
    rejects: "AtlasUnreachable",
  },
  {
    what: "no address, nothing listens, cut before the caller was known",
    cases: {
      ENOTFOUND: { baseUrl: "http://nobody.invalid" },
      ECONNREFUSED: { baseUrl: nowhere },
      cut: { unknown: cut },
    },
    repeated: all,
    rejects: "AtlasUnreachable",
  },
  {
    what: "the connection is cut: before the head, in it, in the body; no HTTP",
    cases: {
      before: { answer: cut },
      head: { answer: raw("HTTP/1.1 200 OK\r\nContent-Le") },
      body: { answer: raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{") },
      chunk: { answer: raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{") },
      "no HTTP": { answer: raw("220 mail.example.com ESMTP\r\n\r\n") },
    },
    repeated: [reads, replacements],
    rejects: "AtlasUnreachable",
    unsure: true,
  },
  {
    what: "`timeoutMs` is over",
    cases: {
      silent: { answer: silent, timeoutMs: 100 },
      half: { answer: (_, response) => void response.writeHead(200).write("{"), timeoutMs: 100 },
    },
    repeated: [],
    rejects: "AtlasUnreachable",
    unsure: true,
  },
  {
    what: "TLS: not trusted, or not spoken there",
    cases: {
      "not trusted": { baseUrl: async (t) => (await startWorld(t, { tls: true })).url },
      "not spoken": {
        baseUrl: async (t) => (await misbehave(t, answer(200))).replace("http:", "https:"),
      },
    },
    repeated: [],
    rejects: "AtlasUnreachable",
  },
  {
    what: "`signal` is aborted",
    cases: {
      before: { signal: () => AbortSignal.abort(new Error("the user left")) },
      meanwhile: { answer: silent, signal: () => AbortSignal.timeout(100) },
    },
    repeated: [],
    rejects: "the signal's reason",
  },
];

/** Builds a server that is like Atlas except for the case: it grants tokens, and knows callers by them. */
const serverOf =
  ({ answer: given = answer(200), token, unknown }: Case): RequestListener =>
  (request, response) => {
    if (request.url === tokenPath) {
      const grant = answer(200, {}, '{"access_token":"t","expires_in":3600}');
      return (token ?? grant)(request, response);
    }
    if (request.url === known) return answer(200)(request, response);
    return (request.headers.authorization ? given : (unknown ?? answer(401)))(request, response);
  };

/** Calls with at most one repetition, and returns the outcome. */
async function tryIt(t: TestContext, each: Case, method: string) {
  const { baseUrl = (t) => misbehave(t, serverOf(each)), timeoutMs, signal } = each;
  const credentials = each.unknown || each.baseUrl ? keys.owner : account;
  let sent = 0;
  const atlas = new AtlasClient({
    ...credentials,
    baseUrl: typeof baseUrl === "string" ? baseUrl : await baseUrl(t),
    retries: 1,
    fetch: (input, init) => {
      if (new URL(String(input)).pathname === (each.token ? tokenPath : path)) sent++;
      return fetch(input, init);
    },
  } satisfies AtlasClientOptions);
  // The token is fetched before the time counts.
  if (each.answer) await atlas.request("GET", known);
  const given = signal?.();
  const call = atlas.request(method as "GET", path, {
    ...(/^P/.test(method) && { body: {} }),
    timeoutMs,
    signal: given,
  });
  return { reason: await failure(call), sent: () => sent, aborted: given?.reason };
}

const cell = (isIt: boolean) => (isIt ? "repeated" : "–");

const table = [
  "| Failure | GET, HEAD | PUT, DELETE | POST, PATCH | Rejects with |",
  "|---|---|---|---|---|",
  ...rows.map(({ what, repeated, rejects, unsure }) => {
    const cells = columns.map((column) => cell(repeated.includes(column))).join(" | ");
    const error = rejects.startsWith("Atlas") ? `\`${rejects}\`` : rejects;
    return `| ${what} | ${cells} | ${error}${unsure ? ", `mayHaveChanged`" : ""} |`;
  }),
];

for (const { what, cases, repeated, rejects, unsure = false } of rows) {
  test(`${what}: ${rejects}`, async (t) => {
    t.mock.method(Math, "random", () => 0);
    const tries = Object.entries(cases).flatMap(([name, each]) =>
      columns.flatMap((column) =>
        column
          .filter((method) => each.methods?.includes(method) ?? true)
          .map(async (method) => {
            const { reason, sent, aborted } = await tryIt(t, each, method);
            const said = `${method} ${name}: ${reason}`;
            if (aborted !== undefined) return equal(reason, aborted, said);
            ok(reason instanceof AtlasError || reason instanceof AtlasUnreachable, said);
            const { name: errorName, tries, mayHaveChanged } = reason;
            const isRepeated = repeated.includes(column);
            deepEqual(
              { errorName, tries, sent: sent(), mayHaveChanged },
              {
                errorName: rejects,
                tries: isRepeated ? 2 : 1,
                sent: isRepeated ? 2 : 1,
                mayHaveChanged: unsure && method !== "GET",
              },
              said,
            );
          }),
      ),
    );
    ok((await Promise.all(tries)).length >= 5);
  });
}

test("the guide shows this table", async (t) => {
  for (const line of table) t.diagnostic(line);
  const guide = await readFile(new URL("../../docs/guides/node.md", import.meta.url), "utf8");
  ok(guide.includes(table.join("\n")), "docs/guides/node.md does not have it as it is printed here");
});
