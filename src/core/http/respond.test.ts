// Tests a server with a small table of its own, without a socket: the route of a request, what is recorded and observed, and
// what is refused first.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { test } from "node:test";
import { type Fault, fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/http-syntax.ts";
import type { Operation } from "../operations/operation.ts";
import { type Answer, jsonAnswer } from "./answer.ts";
import { createBodies } from "./bodies.ts";
import { type Endpoint, endpointRoute } from "./endpoints.ts";
import type { Injection, Injector } from "./injection.ts";
import { logAnswers } from "./metrics.ts";
import type { Walk } from "./pipeline.ts";
import type { OperationRequest } from "./pipeline-request.ts";
import { type ApiAnswer, refuseAlone } from "./reply.ts";
import type { Connection, HttpRequest, ReceivedRequest } from "./request.ts";
import { createRespond } from "./respond.ts";
import { injectEndpointFaults } from "./wrappers/faults.ts";
import { logEndpointSecurity } from "./wrappers/security-log.ts";

const operation = (id: string, method: string, path: string) =>
  ({ id, method, path, versions: {} }) as unknown as Operation;

const operations = [
  operation("getThing", "GET", "/api/things/{id}"),
  operation("changeThing", "PATCH", "/api/things/{id}"),
  operation("startThing", "POST", "/api/things/{id}:start"),
  operation(
    "listRestores",
    "GET",
    "/api/atlas/v2/groups/{groupId}/serverless/{clusterName}/backup/restoreJobs",
  ),
];

const page = (body: string): Answer => ({ status: 200, headers: { "content-type": "text/html" }, body });

interface World {
  readonly walk?: Walk;
  readonly routes?: Parameters<typeof createRespond>[0]["routes"];
  readonly answerElsewhere?: Parameters<typeof createRespond>[0]["answerElsewhere"];
  readonly endpoints?: readonly Endpoint[];
  readonly injector?: Injector;
  readonly isWatched?: boolean;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly more?: Partial<ReceivedRequest>;
}

/** Returns a connection that is never closed, with the number of times it was cut. */
function openConnection(): Connection & { readonly cuts: () => number } {
  let cuts = 0;
  const { signal } = new AbortController();
  return { gone: () => signal, cut: () => void cuts++, cuts: () => cuts };
}

/** Starts a server that records what its parts are told. */
function start(world: World = {}) {
  const walked: [id: string, request: OperationRequest][] = [];
  const recorded: unknown[][] = [];
  const seen: [request: HttpRequest, answer: ApiAnswer, name: string][] = [];
  const logged: unknown[][] = [];
  const reported: unknown[][] = [];
  const noted: Record<string, unknown>[] = [];
  const { injector, isWatched = true } = world;
  const walk: Walk =
    world.walk ??
    (async ({ id }, request) => {
      walked.push([id, request]);
      if (id === "") return refuseAlone(fault("OPERATION_NOT_FOUND", { method: request.method, path: "" }));
      return { status: 200, headers: { "x-operation": id }, body: "{}", who: "abcdefgh" };
    });
  const report = (...told: unknown[]) => void reported.push(told);
  const { signal: ending } = new AbortController();
  const wrappers = [
    ...(injector === undefined ? [] : [injectEndpointFaults({ injector, ending, report })]),
    logEndpointSecurity((line) => void noted.push({ ...line })),
  ];
  const readForm = createBodies();
  const endpoints = (world.endpoints ?? []).map((each) =>
    endpointRoute(each, { readForm, report }, wrappers),
  );
  const respond = createRespond({
    operations,
    walk,
    readBody: createBodies(),
    loadStandIn: () => import("../../atlas/stand-in.ts"),
    routes: [
      ...(world.routes ?? [
        { method: "GET", path: "/page", answer: async ({ path }) => page(`page of ${path}`) },
        { method: "PUT", path: "/_anteroom/v1/{name}", answer: async (_asked, params) => jsonAnswer(params) },
      ]),
      ...endpoints,
    ],
    answerElsewhere:
      world.answerElsewhere ??
      (async ({ path }) => (path.startsWith("/elsewhere") ? page("elsewhere") : undefined)),
    records: [
      ({ method }, name, { status, who }, startedAt) =>
        void recorded.push([method, name, status, who, startedAt]),
    ],
    see: isWatched ? (request, answer, name) => void seen.push([request, answer, name]) : null,
    logUnexpected: (...line) => void logged.push(line),
  });
  const ask = async (target: string, { method = "GET", headers = {}, body, more }: Asking = {}) => {
    const length = body !== undefined && { "content-length": String(Buffer.byteLength(body)) };
    const answer = await respond({
      method,
      target,
      ...splitTarget(target),
      httpVersion: "1.1",
      headers: { host: "a.test", ...headers, ...length },
      body: body === undefined ? undefined : Buffer.from(body),
      remoteAddress,
      origin: "http://a.test",
      connection: openConnection(),
      ...more,
    });
    const text = String(answer.body);
    const answered = answer.headers as Record<string, string>;
    const isJson = answered["content-type"]?.includes("json") === true && text !== "";
    const { status, delivery } = answer;
    return { status, delivery, headers: answered, text, json: isJson ? JSON.parse(text) : undefined };
  };
  const statusOf = async (path: string, asking?: Asking) => (await ask(path, asking)).status;
  return { ask, statusOf, walked, recorded, seen, logged, reported, noted };
}

const remoteAddress = { state: "own", ip: "127.0.0.1" } as const;

const nothing: Injection = {
  name: "rule 1",
  delay: 0,
  drop: null,
  refusal: null,
  isStale: false,
  delivery: null,
};

/** Builds an injector that does the same to each request, and records it. */
function injectorOf(changes: Partial<Injection>) {
  const asked: unknown[] = [];
  const choose = (about: unknown) => {
    asked.push(about);
    return { ...nothing, ...changes };
  };
  return { asked, injector: { choose } };
}

test("an operation is walked with what was asked, recorded and seen", async () => {
  const { ask, walked, recorded, seen } = start();
  const headers = { "user-agent": "test/1", "content-type": "application/json" };
  const {
    status,
    text: body,
    headers: answered,
  } = await ask("/api/things/1%2F2?a=b?c", { method: "PATCH", headers, body: '{"a":1}' });
  deepEqual([status, body, answered["x-operation"]], [200, "{}", "changeThing"]);

  const [[id, incoming] = []] = walked as [[string, OperationRequest]];
  const { method, target, params, remoteAddress, requestId, origin } = incoming as OperationRequest;
  deepEqual(
    { id, method, target, params: { ...params }, remoteAddress, origin },
    {
      id: "changeThing",
      method: "PATCH",
      target: "/api/things/1%2F2?a=b?c",
      params: { id: "1/2" },
      remoteAddress,
      origin: "http://a.test",
    },
  );
  equal(incoming?.headers["user-agent"], "test/1");
  match(requestId, /^[0-9a-f]{8}-1$/);

  const [[, , , , startedAt] = []] = recorded;
  equal(typeof startedAt, "number");
  deepEqual(recorded, [["PATCH", "changeThing", 200, "abcdefgh", startedAt]]);
  deepEqual(
    seen.map(([request, { status, who }, name]) => [request.id, request.path, status, who, name]),
    [[requestId, "/api/things/1%2F2", 200, "abcdefgh", "changeThing"]],
  );
});

test("a body is read when it is wanted, and once", async () => {
  const walk = async (_operation: Operation, { readBody }: OperationRequest): Promise<ApiAnswer> => {
    equal(readBody(), readBody());
    return { status: 200, headers: {}, body: String(await readBody()) };
  };
  const { ask } = start({ walk });
  equal((await ask("/api/things/1", { method: "PATCH", body: "sent" })).text, "sent");
});

test("no two requests have the same id", async () => {
  const walk = async (): Promise<ApiAnswer> => ({ status: 204, headers: {}, body: "" });
  const { ask, seen } = start({ walk });
  for (const _each of [1, 2]) await ask("/api/things/1");
  const [first, second] = seen.map(([{ id }]) => id);
  match(`${first} ${second}`, /^([0-9a-f]{8})-1 \1-2$/);
});

test("each path leads to what is offered there", async () => {
  const { ask, walked } = start();
  const answers = async (path: string, method = "GET") => {
    walked.length = 0;
    const { status, text: body, headers, json } = await ask(path, { method });
    const id = walked[0]?.[0];
    return [status, id ?? headers.allow ?? json?.errorCode ?? json ?? body];
  };
  for (const [method, path, ...expected] of [
    ["GET", "/api/things/1", 200, "getThing"],
    ["GET", "/api/things/1/", 200, "getThing"],
    ["POST", "/api/things/1:start", 200, "startThing"],
    ["GET", "/page", 200, "page of /page"],
    ["GET", "/page?a=b", 200, "page of /page"],
    ["PUT", "/_anteroom/v1/clock", 200, { name: "clock" }],
    ["GET", "/healthz", 200, { status: "ok" }],
    ["GET", "/elsewhere", 200, "elsewhere"],
    ["POST", "/elsewhere/too", 200, "elsewhere"],
    ["GET", "/nowhere", 404, "RESOURCE_NOT_FOUND"],
    // Unknown paths of the API pass the stages too, so that credentials are checked first.
    ["GET", "/api/nothing", 404, ""],
    ["GET", "/api/things/%zz", 404, ""],
    ["GET", "/%zz", 404, "RESOURCE_NOT_FOUND"],
    ["GET", "/api/things/1//", 404, ""],
    ["GET", "/elsewhere//", 404, "RESOURCE_NOT_FOUND"],
    ["GET", "/page//", 404, "RESOURCE_NOT_FOUND"],
    ["DELETE", "/api/things/1", 405, "GET,PATCH,OPTIONS"],
    ["HEAD", "/api/things/1", 405, "GET,PATCH,OPTIONS"],
    ["OPTIONS", "/api/things/1", 200, "GET,PATCH,OPTIONS"],
    ["GET", "/api/things/1:start", 405, "POST,OPTIONS"],
    ["POST", "/page", 405, "GET,HEAD,OPTIONS"],
    ["OPTIONS", "/page", 200, "GET,HEAD,OPTIONS"],
    ["OPTIONS", "/nowhere", 404, "RESOURCE_NOT_FOUND"],
    ["DELETE", "/api/atlas/v2/groups/1/serverless/a/backup/restoreJobs", 405, "GET,OPTIONS"],
    [
      "POST",
      "/api/atlas/v2/groups/1/serverless/a/backup/restoreJobs",
      200,
      "createGroupServerlessBackupRestoreJob",
    ],
  ] as const) {
    deepEqual(await answers(path, method), expected, `${method} ${path}`);
  }
});

test("what is absent says which path, in the form that was asked for, and is of no operation", async () => {
  const { ask, recorded, seen } = start();
  const { text: body, json } = await ask("/nowhere?pretty=true");
  deepEqual(json.parameters, ["/nowhere"]);
  match(body, /^\{\n {2}"detail" : /);
  deepEqual(recorded[0]?.slice(0, 4), ["GET", "", 404, undefined]);
  equal(typeof recorded[0]?.[4], "number");
  equal(seen[0]?.[2], "");
});

test("the operation that stands in for what is absent is told of the method and the path", async () => {
  const asked: Operation[] = [];
  const walk = async (absent: Operation): Promise<ApiAnswer> => {
    asked.push(absent);
    return { status: 404, headers: {}, body: "" };
  };
  const { ask, recorded } = start({ walk });
  await ask("/api/nothing?a=b", { method: "PUT" });
  await rejects(async () => asked[0]?.handle({} as never), { parameters: ["PUT", "/api/nothing"] });
  deepEqual(recorded[0]?.slice(0, 3), ["PUT", "", 404]);
});

test("pages, controls and monitoring are neither recorded nor seen", async () => {
  const { ask, recorded, seen } = start();
  for (const path of ["/page", "/healthz", "/elsewhere"]) equal((await ask(path)).status, 200);
  deepEqual([recorded, seen], [[], []]);
});

const strange = fault("RESOURCE_NOT_FOUND", { resource: "it" });

test("what a guard refuses is refused before all else; what is foreign is recorded, and not seen", async () => {
  const { ask, recorded, seen, walked } = start();
  const { status, json } = await ask("/api/things/1", { more: { refusal: strange, isForeign: true } });
  deepEqual([status, json.parameters, walked, recorded.length, seen.length], [404, ["it"], [], 1, 0]);
  await ask("/api/things/1", { more: { isForeign: true } });
  deepEqual([recorded.length, seen.length], [2, 0]);
  await ask("/api/things/1");
  deepEqual([recorded.length, seen.length], [3, 1]);
});

test("nobody has to look at answers", async () => {
  const { statusOf } = start({ isWatched: false });
  equal(await statusOf("/api/things/1"), 200);
});

test("what is wrong with the form of a request goes before all else", async () => {
  const { ask, recorded } = start();
  const flaw = fault("TOO_MANY_HEADERS", { limit: 200 });
  const refusal = fault("RESOURCE_NOT_FOUND", { resource: "it" });
  for (const path of ["/healthz", "/api/things/1"]) {
    const { status, json } = await ask(path, { more: { flaw, refusal, unavailable: "ending" } });
    deepEqual([status, json.detail], [431, "The request has more than 200 headers."]);
  }
  equal(recorded.length, 2);
});

test("500 for what nobody foresaw, told to the log alone and once", async () => {
  const broken = new Error("secret");
  const walk = () => Promise.reject(broken);
  const { ask, logged, recorded, seen } = start({ walk });
  const { status, text: body, json } = await ask("/api/things/1?pretty=true");
  deepEqual(
    [status, json.errorCode, body.includes("secret"), body.includes("\n")],
    [500, "UNEXPECTED_ERROR", false, false],
  );
  deepEqual(logged, [[broken, seen[0]?.[0].id]]);
  deepEqual(
    recorded.map((line) => line.slice(0, 3)),
    [["GET", "", 500]],
  );
});

test("a fault of a page is answered in the form that was asked for, and logged by nobody", async () => {
  const answer = () => Promise.reject(fault("RESOURCE_NOT_FOUND", { resource: "it" }));
  const { ask, logged } = start({ routes: [{ method: "GET", path: "/page", answer }] });
  const { status, json, text: body } = await ask("/page?pretty=true");
  deepEqual([status, json.parameters, body.includes("\n"), logged], [404, ["it"], true, []]);
});

test("who asks elsewhere in vain, and what fails there, is answered", async () => {
  const answerElsewhere = () => Promise.reject(new Error("no page"));
  const { statusOf, logged } = start({ answerElsewhere });
  deepEqual([await statusOf("/elsewhere"), logged.length], [500, 1]);
  equal(await statusOf("/api/elsewhere"), 404, "in the API nobody looks there");
});

test("the head of what is no operation may be asked for alone", async () => {
  const { ask, statusOf } = start();
  const { status, text: body } = await ask("/page", { method: "HEAD" });
  deepEqual([status, body], [200, "page of /page"], "the adapter leaves the body out");
  equal(await statusOf("/healthz", { method: "HEAD" }), 200);
  equal(await statusOf("/api/things/1", { method: "HEAD" }), 405);
});

/** Builds an endpoint that gives the prescribed answers, and records its requests. */
function endpointOf(answer: () => Promise<ApiAnswer>, { isNoted = true, isClaimed = true } = {}) {
  const asked: Record<string, unknown>[] = [];
  const endpoint: Endpoint = {
    method: "POST",
    path: "/api/oauth/token",
    ...(isNoted && { securityEvent: "token-issue" as const }),
    ...(isClaimed && { claimed: ({ headers }: HttpRequest) => `claimed by ${headers["user-agent"]}` }),
    answer: (given) => {
      const { headers, body, remoteAddress, origin } = given;
      asked.push({ headers, body: body?.toString(), remoteAddress, origin });
      return answer();
    },
    refuse: ({ status, code }) => ({
      status,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ error: code }),
    }),
  };
  return { asked, endpoints: [endpoint] };
}

const form = {
  method: "POST",
  body: "a=b",
  headers: {
    authorization: "Basic x",
    "content-type": "text/form",
    "content-encoding": "gzip",
    "user-agent": "test/1",
    host: "a.test",
  },
};
const path = "/api/oauth/token";
const done: ApiAnswer = {
  status: 200,
  headers: { "content-type": "application/json" },
  body: "{}",
  who: "ci",
};

test("an endpoint of tokens is asked with the form, recorded by its path, and told to the security log", async () => {
  const { asked, endpoints } = endpointOf(async () => done);
  const { ask, recorded, seen, noted } = start({ endpoints });
  equal((await ask(path, form)).status, 200);
  deepEqual(asked, [
    {
      headers: { ...form.headers, "content-length": "3" },
      body: "a=b",
      remoteAddress,
      origin: "http://a.test",
    },
  ]);
  deepEqual(recorded[0]?.slice(0, 4), ["POST", path, 200, "ci"]);
  deepEqual(noted, [
    {
      event: "token-issue",
      refusedFor: undefined,
      who: "ci",
      claimed: "claimed by test/1",
      path,
      requestId: seen[0]?.[0].id,
      remoteAddress,
    },
  ]);
  await ask(path, { method: "POST" });
  equal(asked[1]?.body, undefined);
  const nameless = start({
    endpoints: endpointOf(async () => done, { isClaimed: false }).endpoints,
  });
  equal((await nameless.ask(path, form)).status, 200);
  deepEqual([nameless.noted.length, nameless.noted[0]?.claimed], [1, undefined]);
});

test("what an endpoint refuses is reported, in its own form, and noted by its code", async () => {
  for (const [answer, refusedFor] of [
    [async () => ({ ...done, status: 400, body: '{"error":"invalid_client"}' }), "invalid_client"],
    [async () => ({ ...done, status: 429, body: '{"error":429,"errorCode":"OTHER"}' }), "OTHER"],
    [async () => ({ status: 503, headers: { "content-type": "text/html" }, body: "{" }), "503"],
    [async () => ({ status: 400, headers: {}, body: "" }), "400"],
    [async () => ({ status: 302, headers: {}, body: "" }), undefined],
    [async () => ({ ...done, status: 399, body: "" }), undefined],
  ] as const) {
    const { ask, noted, reported } = start({ endpoints: endpointOf(answer).endpoints });
    await ask(path, form);
    deepEqual([noted.map((line) => line.refusedFor), reported], [[refusedFor], []]);
  }
  const { ask, noted, reported, logged } = start({
    endpoints: endpointOf(() => Promise.reject(strange)).endpoints,
  });
  const { json } = await ask(path, form);
  deepEqual([json, noted[0]?.refusedFor], [{ error: strange.code }, strange.code]);
  deepEqual([reported, logged], [[[strange, { method: "POST", path }]], []]);
});

test("an endpoint of which the security log does not tell is not told of", async () => {
  const { ask, noted } = start({
    endpoints: endpointOf(async () => done, { isNoted: false }).endpoints,
  });
  await ask(path, form);
  deepEqual(noted, []);
});

test("what goes wrong at an endpoint has its path as its name: in its form, or as what nobody foresaw", async () => {
  const broken = endpointOf(() => Promise.reject(new Error("secret")));
  const { ask, recorded, logged } = start({ endpoints: broken.endpoints });
  const unforeseen = await ask(path, form);
  deepEqual([unforeseen.status, unforeseen.json.errorCode, logged.length], [500, "UNEXPECTED_ERROR", 1]);
  const large = await ask(path, { ...form, body: "a".repeat(16 * 1024 + 1) });
  deepEqual([large.status, large.json], [413, { error: "REQUEST_TOO_LARGE" }]);
  deepEqual(
    recorded.map((line) => line.slice(0, 3)),
    [
      ["POST", path, 500],
      ["POST", path, 413],
    ],
  );
  equal(broken.asked.length, 1);
  await ask(path, { ...form, body: "a".repeat(16 * 1024) });
  equal(broken.asked.length, 2);
});

test("faults are injected into endpoints before their work, and in its place", async () => {
  const limited = "RATE_LIMITED_TOKEN_BUCKET";
  const refusal = { status: 429, as: "atlas", retryAfter: null } as const;
  const { asked, endpoints } = endpointOf(async () => done);
  const { asked: chosen, injector } = injectorOf({ refusal });
  const { ask, seen, noted, reported } = start({ endpoints, injector });
  const { status, json } = await ask(path, form);
  deepEqual([status, json, asked], [429, { error: limited }, []]);
  deepEqual(chosen, [
    {
      operationId: null,
      method: "POST",
      path,
      caller: "claimed by test/1",
      userAgent: "test/1",
      canBeStale: false,
    },
  ]);
  equal(seen[0]?.[1].injected, "rule 1");
  equal(noted[0]?.refusedFor, limited);
  const [[told] = []] = reported as [Fault][];
  deepEqual(told?.headers, {
    "retry-after": "60",
    "ratelimit-limit": "10",
    "ratelimit-remaining": "0",
  });

  const proxied = start({
    endpoints,
    injector: injectorOf({ refusal: { status: 502, as: "text", retryAfter: null } }).injector,
  });
  const { status: ofProxy, text: body } = await proxied.ask(path, form);
  deepEqual([ofProxy, body, proxied.noted[0]?.refusedFor], [502, "502 Bad Gateway\n", "502"]);
});

test("an answer of an endpoint that is lost was given, or never was", async () => {
  for (const [drop, expected] of [
    ["before", [0, "0", 0]],
    ["after", [200, undefined, 1]],
    ["amid", [200, undefined, 1]],
  ] as const) {
    const { asked, endpoints } = endpointOf(async () => done);
    const { ask, recorded, noted } = start({ endpoints, injector: injectorOf({ drop }).injector });
    equal((await ask(path, form)).delivery, "lost");
    deepEqual([recorded[0]?.[2], noted[0]?.refusedFor, asked.length], expected, drop);
  }
});

test("nothing is injected into an endpoint that no rule is about", async () => {
  const { endpoints } = endpointOf(async () => done);
  const injector = { choose: () => undefined };
  const { ask, seen } = start({ endpoints, injector });
  equal((await ask(path, form)).status, 200);
  equal(seen[0]?.[1].injected, undefined);
});

test("an answer is logged in hundredths of milliseconds", () => {
  const lines: unknown[][] = [];
  const record = logAnswers({ info: (...line: unknown[]) => void lines.push(line) } as never);
  const asked = { id: "a-1", method: "GET", remoteAddress: { state: "own", ip: "192.0.2.7" } } as const;
  record(asked, "getThing", { status: 200, who: "abcdefgh" }, performance.now() - 2_000);
  const [[line, said] = []] = lines as [{ ms: number }, string][];
  const { ms, ...rest } = line as { ms: number };
  deepEqual(rest, {
    requestId: "a-1",
    operationId: "getThing",
    method: "GET",
    status: 200,
    ip: "192.0.2.7",
    peer: undefined,
    who: "abcdefgh",
  });
  deepEqual([said, Math.round(ms / 1000), ms], ["answered", 2, Math.round(ms * 100) / 100]);
});

test("503 on a connection that is not served, but for the question for its health", async () => {
  for (const [unavailable, words] of [
    ["ending", "is ending"],
    ["crowded", "takes no more connections"],
  ] as const) {
    const { ask, statusOf, walked, recorded } = start();
    const { status, json, headers } = await ask("/api/things/1", { more: { unavailable } });
    deepEqual([status, json.detail.includes(words), headers["retry-after"]], [503, true, "1"]);
    deepEqual([walked, recorded.length], [[], 1]);
    equal(await statusOf("/healthz", { more: { unavailable } }), 200);
    equal(await statusOf("/healthz?x", { more: { unavailable } }), 503);
  }
});

test("an answer says nosniff where Atlas's recorded ones do not have headers of their own", async () => {
  const { ask } = start();
  for (const [target, expected] of [
    ["/page", "nosniff"],
    ["/elsewhere?next=/api/atlas/", "nosniff"],
    ["/nowhere", "nosniff"],
    ["/api/things/1", "nosniff"],
    ["/api/atlas/v2/groups/1/serverless/a/backup/restoreJobs", undefined],
  ] as const) {
    equal((await ask(target)).headers["x-content-type-options"], expected, target);
  }
});

test("an operation is given the connection of its request, for faults", async () => {
  const { ask, walked } = start();
  const connection = openConnection();
  await ask("/api/things/1", { more: { connection } });
  equal(walked[0]?.[1].connection, connection);
});
