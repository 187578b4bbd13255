// Tests that requests that Node itself would refuse or drop get an answer too: in Atlas's error form, over a connection that
// then ends.
import { deepEqual, equal, match } from "node:assert/strict";
import { createServer } from "node:http";
import { type TestContext, test } from "node:test";
import { refuseUnreadable } from "../src/core/http/unreadable.ts";
import { invitesPath } from "./support/invites.ts";
import { exchange, requestOf } from "./support/raw-http.ts";
import { startWorld } from "./support/world.ts";

async function ask(url: string, text: string) {
  const [head = "", body = ""] = (await exchange(url, text)).split("\r\n\r\n", 2);
  const [line, ...headers] = head.split("\r\n");
  return { line, headers: headers.map((each) => each.toLowerCase()), body };
}

const host = "Host: localhost";
const long = "a".repeat(20_000);

const errorBody = (error: number, errorCode: string, reason: string, rest: object) => ({
  error,
  errorCode,
  parameters: [],
  reason,
  ...rest,
});
const badRequest = (field: string, description: string) =>
  errorBody(400, "BAD_REQUEST", "Bad Request", {
    badRequestDetail: { fields: [{ description, field }] },
    detail: "The request content produced validation errors.",
  });
const noHttp = (why: string) => badRequest("request", `The request is not HTTP/1.1: ${why}.`);
const tooLarge = errorBody(431, "REQUEST_HEADERS_TOO_LARGE", "Request Header Fields Too Large", {
  detail: "The request line and the headers are together larger than 16384 bytes.",
  parameters: [16_384],
});

// Outside of the API, whose answers are held against what is declared of each operation.
const get = "GET /healthz HTTP/1.1";
const post = `POST ${invitesPath} HTTP/1.1`;
const cases: readonly (readonly [what: string, sent: string, body: object])[] = [
  ["headers without end", requestOf(get, host, `X: ${long}`), tooLarge],
  ["a path without end", requestOf(`GET /${long} HTTP/1.1`, host), tooLarge],
  [
    "no Host",
    requestOf(get, "Connection: close"),
    badRequest("Host", "A request of HTTP/1.1 needs the header Host, once."),
  ],
  [
    "two Hosts",
    requestOf(get, host, "hOST: evil.example", "Connection: close"),
    badRequest("Host", "A request of HTTP/1.1 needs the header Host, once."),
  ],
  [
    "an expectation",
    requestOf(get, host, "Expect: nonsense", "Connection: close"),
    errorBody(417, "EXPECTATION_FAILED", "Expectation Failed", {
      detail: "Nothing but 100-continue can be expected, not nonsense.",
      parameters: ["nonsense"],
    }),
  ],
  ["what is no request", requestOf("garbage"), noHttp("Invalid method encountered")],
];

test("requests that cannot be read", async (t) => {
  const { url } = await startWorld(t);

  for (const [what, sent, body] of cases) {
    const { error, errorCode, reason } = body as ReturnType<typeof errorBody>;
    await t.test(`${error} ${errorCode} for ${what}`, async () => {
      const answer = await ask(url, sent);
      equal(answer.line, `HTTP/1.1 ${error} ${reason}`);
      deepEqual(JSON.parse(answer.body), body);
      const own = answer.headers.filter((each) => /^(content-type|x-error-code|connection)/.test(each));
      deepEqual(own.sort(), [
        "connection: close",
        "content-type: application/json",
        `x-error-code: ${errorCode.toLowerCase()}`,
      ]);
    });
  }

  await t.test(
    "the connection ends after a request to upgrade, behind which Node reads nothing",
    async () => {
      const asked = requestOf(get, host, "Connection: Upgrade", "Upgrade: h2c");
      const { line, headers } = await ask(url, `${asked}${requestOf(get, host)}`);
      deepEqual([line, headers.includes("connection: close")], ["HTTP/1.1 200 OK", true]);
    },
  );

  await t.test("health is told to balancers that speak HTTP/1.0 without Host", async () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      equal((await ask(url, requestOf(`${method} /healthz HTTP/1.0`))).line, "HTTP/1.1 200 OK", method);
    }
    equal((await ask(url, requestOf("GET /readyz HTTP/1.0"))).line, "HTTP/1.1 421 Misdirected Request");
  });

  await t.test("405 for a tunnel", async () => {
    const answer = await ask(url, requestOf("CONNECT example.com:443 HTTP/1.1", host));
    deepEqual(answer, {
      line: "HTTP/1.1 405 Method Not Allowed",
      headers: [
        "allow: post,get,patch,put,delete,options",
        "x-content-type-options: nosniff",
        "content-length: 0",
        "connection: close",
      ],
      body: "",
    });
  });

  await t.test("100 Continue is expected by many, and given", async () => {
    const sent = requestOf(post, host, "Expect: 100-continue", "Content-Length: 2", "Connection: close");
    match(await exchange(url, `${sent}{}`), /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 401 /);
  });
});

/** Anteroom waits for a minute, as Node does; this server waits a moment. */
async function startHasty(t: TestContext): Promise<string> {
  const server = createServer({ headersTimeout: 50, connectionsCheckingInterval: 10 });
  server.on("clientError", refuseUnreadable);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

test("408 for a request that does not go on", async (t) => {
  const answer = await ask(await startHasty(t), `${get}\r\n`);
  equal(answer.line, "HTTP/1.1 408 Request Timeout");
  deepEqual(
    JSON.parse(answer.body),
    errorBody(408, "REQUEST_TIMEOUT", "Request Timeout", {
      detail: "The request did not arrive as a whole in time.",
    }),
  );
});
