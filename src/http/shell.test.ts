// What is asked of a server with a small table of its own, over real HTTP: where a request goes, what is recorded and seen, and who
// is refused before all.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { get as getByTls } from "node:https";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { certificate, certificateKey } from "../../test/support/certificate.ts";
import { type Fault, fault } from "../contract/errors.ts";
import type { Operation } from "../operations/operation.ts";
import { createBodies } from "./bodies.ts";
import { mostConnections } from "./crowd.ts";
import type { Injection } from "./injection.ts";
import type { Incoming } from "./pipeline.ts";
import { jsonAnswer, type PlainAnswer } from "./plain.ts";
import { type Answer, refuseAlone } from "./reply.ts";
import { type Answered, createRecord, createShell } from "./shell.ts";

type Parts = Parameters<typeof createShell>[0];

const operation = (id: string, method: string, path: string) =>
  ({ id, method, path, versions: {} }) as unknown as Operation;

const operations = [
  operation("getThing", "GET", "/api/things/{id}"),
  operation("changeThing", "PATCH", "/api/things/{id}"),
  operation("startThing", "POST", "/api/things/{id}:start"),
  operation("listClusters", "GET", "/api/atlas/v2/groups/{groupId}/clusters"),
];

const page = (body: string): PlainAnswer => ({ status: 200, headers: { "content-type": "text/html" }, body });

interface Asking {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly setHost?: boolean;
}

/** A server that writes down what its parts are told; a part is another one where it is given. */
async function start(t: TestContext, changes: Partial<Parts> = {}) {
  const walked: [id: string, incoming: Incoming][] = [];
  const recorded: unknown[][] = [];
  const seen: [answered: Answered, requestId: string][] = [];
  const logged: unknown[][] = [];
  const reported: unknown[][] = [];
  const noted: Record<string, unknown>[] = [];
  const shell = createShell({
    operations,
    walk: async ({ id }, incoming) => {
      walked.push([id, incoming]);
      if (id === "") return refuseAlone(fault("OPERATION_NOT_FOUND", { method: incoming.method, path: "" }));
      return { status: 200, headers: { "x-operation": id }, body: "{}", who: "abcdefgh" };
    },
    endpoints: [],
    routes: [
      { method: "GET", path: "/page", answer: async ({ path }) => page(`page of ${path}`) },
      { method: "PUT", path: "/_anteroom/v1/{name}", answer: async (_asked, params) => jsonAnswer(params) },
    ],
    answerElsewhere: async ({ path }) => (path.startsWith("/elsewhere") ? page("elsewhere") : undefined),
    readBody: createBodies(),
    readForm: createBodies(),
    record: ({ method }, name, { status, who }, startedAt) =>
      void recorded.push([method, name, status, who, startedAt]),
    logger: { error: (...line: unknown[]) => void logged.push(line) } as never,
    report: (...told) => void reported.push(told),
    see: (...told) => void seen.push(told),
    dateOf: null,
    injector: null,
    guard: null,
    noteSecurity: (line) => void noted.push(line as never),
    baseUrl: null,
    https: null,
    proxies: 0,
    ...changes,
  });
  const url = await shell.listen({ host: "127.0.0.1", port: 0 });
  const agent = new Agent({ keepAlive: true });
  t.after(async () => {
    agent.destroy();
    shell.server.closeAllConnections();
    await shell.close(async () => {});
  });
  const { port } = new URL(url);
  const ask = async (path: string, { method = "GET", headers = {}, body, setHost = true }: Asking = {}) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers, agent, setHost });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    const answered = await text(incoming);
    const isJson = incoming.headers["content-type"]?.includes("json") === true && answered !== "";
    return {
      ...{ status: incoming.statusCode, headers: incoming.headers, text: answered },
      json: isJson ? JSON.parse(answered) : undefined,
    };
  };
  const statusOf = async (path: string, asking?: Asking) => (await ask(path, asking)).status;
  return { ...{ shell, url, port, ask, statusOf, walked, recorded, seen, logged, reported, noted } };
}

/** A promise, and what settles it. */
function gate<T = void>() {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const nothing: Injection = {
  ...{ name: "rule 1", delay: 0, drop: null, refusal: null, isStale: false, delivery: null },
};

/** Injects the same into each request, and writes down what it was asked. */
function injectorOf(changes: Partial<Injection>) {
  const asked: unknown[] = [];
  const choose = (about: unknown) => {
    asked.push(about);
    return { ...nothing, ...changes };
  };
  return { asked, injector: { isIdle: () => false, choose } };
}

test("an operation is walked with what was asked, recorded and seen", async (t) => {
  const { ask, url, walked, recorded, seen } = await start(t);
  const headers = { "user-agent": "test/1", "content-type": "application/json" };
  const {
    status,
    text: body,
    headers: answered,
  } = await ask("/api/things/1%2F2?a=b?c", { method: "PATCH", headers, body: '{"a":1}' });
  deepEqual(
    [status, body, answered["x-operation"], answered.connection],
    [200, "{}", "changeThing", "keep-alive"],
  );

  const [[id, incoming] = []] = walked as [[string, Incoming]];
  const { method, target, params, injecting, remoteAddress, requestId, origin } = incoming as Incoming;
  deepEqual(
    { id, method, target, params: { ...params }, injecting, remoteAddress, origin },
    {
      ...{ id: "changeThing", method: "PATCH", target: "/api/things/1%2F2?a=b?c", params: { id: "1/2" } },
      ...{ injecting: undefined, remoteAddress: "127.0.0.1", origin: url },
    },
  );
  equal(incoming?.headers["user-agent"], "test/1");
  match(requestId, /^[0-9a-f]{8}-1$/);

  const [[, , , , startedAt] = []] = recorded;
  equal(typeof startedAt, "number");
  deepEqual(recorded, [["PATCH", "changeThing", 200, "abcdefgh", startedAt]]);
  deepEqual(seen, [
    [
      {
        ...{ operationId: "changeThing", method: "PATCH", path: "/api/things/1%2F2", status: 200 },
        ...{ who: "abcdefgh", userAgent: "test/1" },
      },
      requestId,
    ],
  ]);
});

test("a body is read when it is wanted, and once", async (t) => {
  const walk = async (_operation: Operation, { readBody }: Incoming): Promise<Answer> => {
    equal(readBody(), readBody());
    return { status: 200, headers: {}, body: String(await readBody()) };
  };
  const { ask } = await start(t, { walk });
  equal((await ask("/api/things/1", { method: "PATCH", body: "sent" })).text, "sent");
});

test("no two requests have the same id, whoever asks names nobody without a name", async (t) => {
  const walk = async (): Promise<Answer> => ({ status: 204, headers: {}, body: "" });
  const { ask, seen } = await start(t, { walk });
  for (const _each of [1, 2]) await ask("/api/things/1");
  const [first, second] = seen.map(([, id]) => String(id));
  match(`${first} ${second}`, /^([0-9a-f]{8})-1 \1-2$/);
  deepEqual(seen[0]?.[0], {
    ...{ operationId: "getThing", method: "GET", path: "/api/things/1", status: 204 },
    ...{ who: null, userAgent: "" },
  });
});

test("what was injected and explained is seen too", async (t) => {
  const explanation = { because: "so" } as never;
  const walk = async (): Promise<Answer> => ({
    ...{ status: 200, headers: {}, body: "", injected: "rule 1", explanation },
  });
  const { ask, seen } = await start(t, { walk });
  await ask("/api/things/1");
  const [entry] = seen[0] ?? [];
  deepEqual([entry?.injected, entry?.explanation], ["rule 1", explanation]);
});

test("each path leads to what is offered there", async (t) => {
  const { ask, walked } = await start(t);
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
    // What is not there in the API is walked as well, so that credentials come first.
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
    ["DELETE", "/api/atlas/v2/groups/1/clusters", 405, "GET,OPTIONS"],
    ["POST", "/api/atlas/v2/groups/1/clusters", 404, ""],
  ] as const)
    deepEqual(await answers(path, method), expected, `${method} ${path}`);
});

test("what is absent says which path, in the form that was asked for, and is of no operation", async (t) => {
  const { ask, recorded, seen } = await start(t);
  const { text: body, json } = await ask("/nowhere?pretty=true");
  deepEqual(json.parameters, ["/nowhere"]);
  match(body, /^\{\n {2}"detail" : /);
  deepEqual(recorded[0]?.slice(0, 4), ["GET", "", 404, undefined]);
  equal(typeof recorded[0]?.[4], "number");
  equal(seen[0]?.[0].operationId, null);
});

test("the operation that stands in for what is absent is told of the method and the path", async (t) => {
  const asked: Operation[] = [];
  const walk = async (absent: Operation): Promise<Answer> => {
    asked.push(absent);
    return { status: 404, headers: {}, body: "" };
  };
  const { ask, recorded } = await start(t, { walk });
  await ask("/api/nothing?a=b", { method: "PUT" });
  await rejects(async () => asked[0]?.handle({} as never), { parameters: ["PUT", "/api/nothing"] });
  deepEqual(recorded[0]?.slice(0, 3), ["PUT", "", 404]);
});

test("outside of the API the first part of a path is seen alone", async (t) => {
  const { ask, seen } = await start(t);
  const shown = async (path: string) => {
    await ask(path);
    return seen.at(-1)?.[0].path;
  };
  for (const [path, expected] of [
    ["/nowhere", "/nowhere"],
    ["/nowhere/", "/nowhere/"],
    ["/invitations/secret", "/invitations/…"],
    ["/invitations/secret/accept?a=b", "/invitations/…"],
    ["/api/nothing/at/all", "/api/nothing/at/all"],
    ["/_anteroom/v2/nothing", "/_anteroom/v2/nothing"],
    ["/x/api/secret", "/x/…"],
  ] as const)
    equal(await shown(path), expected);
});

test("pages, controls and monitoring are neither recorded nor seen", async (t) => {
  const { ask, recorded, seen } = await start(t);
  for (const path of ["/page", "/healthz", "/elsewhere"])
    equal((await ask(path)).headers.connection, "keep-alive");
  deepEqual([recorded, seen], [[], []]);
});

const strange = fault("RESOURCE_NOT_FOUND", { resource: "it" });

test("a guard refuses before all else; what is of others is recorded, and not seen", async (t) => {
  const { ask, recorded, seen, walked } = await start(t, {
    guard: {
      refusalOf: ({ headers }) => (headers["x-strange"] === undefined ? undefined : strange),
      isOfOthers: ({ headers }) => headers["x-other"] !== undefined,
    },
  });
  const { status, json } = await ask("/api/things/1", { headers: { "x-strange": "1" } });
  deepEqual([status, json.parameters, walked, recorded.length, seen.length], [404, ["it"], [], 1, 1]);
  await ask("/api/things/1", { headers: { "x-other": "1" } });
  deepEqual([recorded.length, seen.length], [2, 1]);
  await ask("/api/things/1");
  deepEqual([recorded.length, seen.length], [3, 2]);
});

test("nobody has to look at answers", async (t) => {
  const { statusOf } = await start(t, { see: null });
  equal(await statusOf("/api/things/1"), 200);
});

test("400 without Host, whatever is asked", async (t) => {
  const { ask, recorded } = await start(t);
  for (const path of ["/healthz", "/api/things/1"]) {
    const { status, json } = await ask(path, { setHost: false });
    deepEqual([status, json.badRequestDetail.fields[0].field], [400, "Host"]);
  }
  equal(recorded.length, 2);
});

test("a Content-Type with nothing in it is none", async (t) => {
  const { ask, walked } = await start(t);
  for (const [sent, arrived] of [
    ["", undefined],
    ["  ", undefined],
    ["text/x", "text/x"],
  ]) {
    await ask("/api/things/1", { headers: { "content-type": sent as string } });
    equal(walked.at(-1)?.[1].headers["content-type"], arrived);
  }
});

test("the header Date is real, or what the clock of the server says", async (t) => {
  const real = await start(t);
  const now = Date.parse((await real.ask("/healthz")).headers.date ?? "");
  equal(Math.abs(now - Date.now()) < 60_000, true);
  const frozen = await start(t, { dateOf: () => Date.UTC(2027, 6, 1) as never });
  for (const path of ["/healthz", "/api/things/1", "/nowhere"])
    equal((await frozen.ask(path)).headers.date, "Thu, 01 Jul 2027 00:00:00 GMT", path);
});

test("addresses and protocols are what proxies say where they are believed, and links start with the base URL", async (t) => {
  const headers = { "x-forwarded-for": "192.0.2.7", "x-forwarded-proto": "https", host: "a.test" };
  for (const [proxies, baseUrl, expected] of [
    [1, null, ["192.0.2.7", "https://a.test"]],
    [0, null, ["127.0.0.1", "http://a.test"]],
    [0, "https://b.test", ["127.0.0.1", "https://b.test"]],
  ] as const) {
    const { ask, walked } = await start(t, { proxies, baseUrl });
    await ask("/api/things/1", { headers });
    const [[, { remoteAddress, origin }]] = walked as [[string, Incoming]];
    deepEqual([remoteAddress, origin], expected);
  }
});

test("over TLS links start with https", async (t) => {
  const { url, walked } = await start(t, { https: { cert: certificate, key: certificateKey } });
  const [response] = await once(
    getByTls(`${url}/api/things/1`, { ca: certificate, agent: false }),
    "response",
  );
  await text(response);
  deepEqual([response.statusCode, walked[0]?.[1].origin], [200, url]);
});

test("500 for what nobody foresaw, told to the log alone and once", async (t) => {
  const broken = new Error("secret");
  const walk = () => Promise.reject(broken);
  const { ask, logged, recorded, seen } = await start(t, { walk });
  const { status, text: body, json } = await ask("/api/things/1?pretty=true");
  deepEqual(
    [status, json.errorCode, body.includes("secret"), body.includes("\n")],
    [500, "UNEXPECTED_ERROR", false, false],
  );
  const requestId = seen[0]?.[1];
  deepEqual(logged, [[{ err: broken, requestId }, "unexpected error"]]);
  deepEqual(
    recorded.map((line) => line.slice(0, 3)),
    [["GET", "", 500]],
  );
});

test("a fault of a page is answered in the form that was asked for, and logged by nobody", async (t) => {
  const answer = () => Promise.reject(fault("RESOURCE_NOT_FOUND", { resource: "it" }));
  const { ask, logged } = await start(t, { routes: [{ method: "GET", path: "/page", answer }] });
  const { status, json, text: body } = await ask("/page?pretty=true");
  deepEqual([status, json.parameters, body.includes("\n"), logged], [404, ["it"], true, []]);
});

test("an answer that fails when its head has left is cut off", async (t) => {
  const broken = { status: 200, headers: {}, body: undefined } as never;
  const routes = [{ method: "GET", path: "/page", answer: async () => broken }];
  const { ask, logged, recorded } = await start(t, { routes });
  await rejects(ask("/page"), { code: "ECONNRESET" });
  deepEqual([logged.length, recorded], [1, []]);
});

test("who asks elsewhere in vain, and what fails there, is answered", async (t) => {
  const answerElsewhere = () => Promise.reject(new Error("no page"));
  const { statusOf, logged } = await start(t, { answerElsewhere });
  deepEqual([await statusOf("/elsewhere"), logged.length], [500, 1]);
  equal(await statusOf("/api/elsewhere"), 404, "in the API nobody looks there");
});

test("who is beyond the crowd is refused on a connection that ends, but for its health, until there is room", async (t) => {
  const { shell, ask, walked, recorded } = await start(t);
  const [arrives] = shell.server.listeners("connection").slice(-1);
  const others = Array.from({ length: mostConnections }, () => new EventEmitter());
  for (const other of others) arrives?.(other);
  const { status, json, headers } = await ask("/api/things/1");
  deepEqual(
    [
      status,
      json.detail.includes("as many connections as it takes"),
      headers["retry-after"],
      headers.connection,
    ],
    [503, true, "1", "close"],
  );
  deepEqual([walked, recorded.length], [[], 1]);
  const healthy = await ask("/healthz");
  deepEqual([healthy.status, healthy.headers.connection], [200, "close"]);
  equal((await ask("/healthz?x")).status, 503);
  others[0]?.emit("close");
  const served = await ask("/api/things/1");
  deepEqual([served.status, served.headers.connection], [200, "keep-alive"]);
});

test("while it drains nobody new is served but for its health, what is under way ends, and so do connections", async (t) => {
  const [work, picture] = [gate<Answer>(), gate<PlainAnswer>()];
  const [working, drawing] = [gate(), gate()];
  let ending: AbortSignal | undefined;
  let walks = 0;
  const { shell, ask } = await start(t, {
    injector: { isIdle: () => false, choose: () => undefined },
    walk: (_operation, { injecting }) => {
      walks++;
      ending = injecting?.wire.ending;
      working.open();
      return work.opened;
    },
    routes: [
      {
        ...{ method: "GET", path: "/page" },
        answer: () => {
          drawing.open();
          return picture.opened;
        },
      },
    ],
  });
  // Connections for what is asked later: there are no new ones then.
  await Promise.all(Array.from({ length: 4 }, () => ask("/healthz")));
  const underWay = [ask("/api/things/1"), ask("/page")];
  await Promise.all([working.opened, drawing.opened]);
  equal(ending?.aborted, false);
  const drained = gate();
  let isOver = false;
  const over = shell
    .close(() => drained.opened)
    .then(() => {
      isOver = true;
    });
  equal(ending?.aborted, true, "what waits on purpose need not wait any more");
  const { status, json, headers } = await ask("/api/things/1");
  deepEqual(
    [status, json.detail.includes("is ending"), headers["retry-after"], headers.connection],
    [503, true, "1", "close"],
  );
  const healthy = await ask("/healthz");
  deepEqual([healthy.status, healthy.headers.connection, walks, isOver], [200, "close", 1, false]);
  work.open({ status: 200, headers: {}, body: "" });
  picture.open(page("late"));
  for (const answered of await Promise.all(underWay))
    deepEqual([answered.status, answered.headers.connection], [200, "close"]);
  equal(isOver, false);
  drained.open();
  await over;
  await rejects(ask("/healthz"), { code: "ECONNREFUSED" });
});

test("its end tells connections that rest, and waits for none that never said a word", async (t) => {
  const { shell, port } = await start(t);
  const connected = async () => {
    const socket = connect(Number(port), "127.0.0.1").setEncoding("utf8");
    await once(socket, "connect");
    return socket;
  };
  const [silent, resting] = await Promise.all([connected(), connected()]);
  resting.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(resting, "data");
  const ended = shell.close();
  await once(silent, "close");
  resting.write("GET /api/things/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const [answer] = await once(resting, "data");
  match(String(answer), /^HTTP\/1\.1 503 .*connection: close/is);
  await ended;
});

test("what a connection asks ahead is answered one by one, in its order", async (t) => {
  const [begun, drawn] = [gate(), gate()];
  let drawing = 0;
  const { port } = await start(t, {
    answerElsewhere: async ({ path }) => {
      drawing++;
      begun.open();
      await drawn.opened;
      return page(`${path};`);
    },
  });
  const socket = connect(Number(port), "127.0.0.1").setEncoding("utf8");
  let said = "";
  socket.on("data", (chunk) => (said += chunk));
  const asked = Array.from({ length: 2000 }, (_, index) => `/elsewhere/${index}`);
  const last = asked.length - 1;
  for (const [index, path] of asked.entries())
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${index === last ? "Connection: close\r\n" : ""}\r\n`,
    );
  await begun.opened;
  await sleep(50);
  equal(drawing, 1);
  drawn.open();
  await once(socket, "close");
  deepEqual(
    [...said.matchAll(/(\/elsewhere\/\d+);/g)].map(([, path]) => path),
    asked,
  );
});

test("the head of what is no operation may be asked for alone", async (t) => {
  const { ask, statusOf } = await start(t);
  const { status, headers, text: body } = await ask("/page", { method: "HEAD" });
  deepEqual([status, headers["content-length"], body], [200, "13", ""]);
  equal(await statusOf("/healthz", { method: "HEAD" }), 200);
  equal(await statusOf("/api/things/1", { method: "HEAD" }), 405);
});

test("a body that cannot be read to its end is told to the log", async (t) => {
  const body = () =>
    new Readable({
      read() {
        this.push("some");
        this.destroy(new Error("torn"));
      },
    });
  const { logged, port } = await start(t, {
    answerElsewhere: async () => ({ status: 200, headers: {}, body: body() }),
  });
  const socket = connect(Number(port), "127.0.0.1").resume();
  socket.write("GET /elsewhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(socket, "close");
  const [[told, message] = []] = logged as [{ err: Error }, string][];
  deepEqual([told?.err.message, message], ["torn", "an answer could not be written to its end"]);
});

test("faults are injected into an operation only where there are any", async (t) => {
  let isIdle = true;
  const { injector } = injectorOf({});
  const { ask, walked } = await start(t, { injector: { ...injector, isIdle: () => isIdle } });
  await ask("/api/things/1");
  equal(walked.at(-1)?.[1].injecting, undefined);
  isIdle = false;
  await ask("/api/things/1");
  equal(walked.at(-1)?.[1].injecting?.choose, injector.choose);
});

test("a connection is cut when the body has arrived, and it is known when a client goes", async (t) => {
  const gone = gate();
  const walk = async (_operation: Operation, { injecting, readBody }: Incoming): Promise<Answer> => {
    const { wire } = injecting as NonNullable<typeof injecting>;
    equal(wire.gone.aborted, false);
    await wire.cut();
    equal(String(await readBody()), "sent");
    if (!wire.gone.aborted) await once(wire.gone, "abort");
    gone.open();
    return { status: 200, headers: {}, body: "" };
  };
  const { ask, recorded } = await start(t, { walk, injector: injectorOf({}).injector });
  await rejects(ask("/api/things/1", { method: "PATCH", body: "sent" }), { code: "ECONNRESET" });
  await gone.opened;
  await new Promise(setImmediate);
  equal(recorded[0]?.[2], 200);
});

test("an answer that is not to arrive as it is leaves so", async (t) => {
  const delivery = { cutAfter: 3, bytesPerSecond: null };
  const walk = async (): Promise<Answer> => ({ status: 200, headers: {}, body: "whole", delivery });
  const { port } = await start(t, { walk });
  const socket = connect(Number(port), "127.0.0.1");
  socket.write("GET /api/things/1 HTTP/1.1\r\nHost: a\r\n\r\n");
  match(await text(socket), /content-length: 5\r\n[\s\S]*\r\n\r\nwho$/);
});

/** An endpoint that answers as it is told, and writes down what it was asked. */
function endpointOf(answer: () => Promise<Answer>, { isNoted = true, isClaimed = true } = {}) {
  const asked: Record<string, unknown>[] = [];
  const endpoint: Parts["endpoints"][number] = {
    ...{ method: "POST", path: "/api/oauth/token" },
    ...(isNoted && { securityEvent: "token-issue" as const }),
    ...(isClaimed && { claimed: ({ userAgent }: { userAgent: string }) => `claimed by ${userAgent}` }),
    answer: (given) => {
      asked.push({ ...given, body: given.body?.toString() });
      return answer();
    },
    refuse: ({ status, code }) => ({
      ...{ status, headers: { "content-type": "application/json" }, body: JSON.stringify({ error: code }) },
    }),
  };
  return { asked, endpoints: [endpoint] };
}

const form = {
  method: "POST",
  body: "a=b",
  headers: {
    ...{ authorization: "Basic x", "content-type": "text/form", "content-encoding": "gzip" },
    ...{ "user-agent": "test/1", host: "a.test" },
  },
};
const path = "/api/oauth/token";
const done: Answer = { status: 200, headers: { "content-type": "application/json" }, body: "{}", who: "ci" };

test("an endpoint of tokens is asked with the form, recorded by its path, and told to the security log", async (t) => {
  const { asked, endpoints } = endpointOf(async () => done);
  const { ask, recorded, seen, noted } = await start(t, { endpoints });
  equal((await ask(path, form)).status, 200);
  deepEqual(asked, [
    {
      ...{ authorization: "Basic x", contentType: "text/form", encoding: "gzip", body: "a=b" },
      ...{ userAgent: "test/1", remoteAddress: "127.0.0.1", origin: "http://a.test" },
    },
  ]);
  deepEqual(recorded[0]?.slice(0, 4), ["POST", path, 200, "ci"]);
  deepEqual(noted, [
    {
      ...{ event: "token-issue", refusedFor: undefined, who: "ci", claimed: "claimed by test/1", path },
      ...{ requestId: seen[0]?.[1], ip: "127.0.0.1" },
    },
  ]);
  await ask(path, { method: "POST" });
  deepEqual([asked[1]?.userAgent, asked[1]?.body], ["", undefined]);
  const nameless = await start(t, {
    endpoints: endpointOf(async () => done, { isClaimed: false }).endpoints,
  });
  equal((await nameless.ask(path, form)).status, 200);
  deepEqual([nameless.noted.length, nameless.noted[0]?.claimed], [1, undefined]);
});

test("what an endpoint refuses is reported, in its own form, and noted by its code", async (t) => {
  for (const [answer, refusedFor] of [
    [async () => ({ ...done, status: 400, body: '{"error":"invalid_client"}' }), "invalid_client"],
    [async () => ({ ...done, status: 429, body: '{"error":429,"errorCode":"OTHER"}' }), "OTHER"],
    [async () => ({ status: 503, headers: { "content-type": "text/html" }, body: "{" }), "503"],
    [async () => ({ status: 400, headers: {}, body: "" }), "400"],
    [async () => ({ status: 302, headers: {}, body: "" }), undefined],
    [async () => ({ ...done, status: 399, body: "" }), undefined],
  ] as const) {
    const { ask, noted, reported } = await start(t, { endpoints: endpointOf(answer).endpoints });
    await ask(path, form);
    deepEqual([noted.map((line) => line.refusedFor), reported], [[refusedFor], []]);
  }
  const { ask, noted, reported, logged } = await start(t, {
    endpoints: endpointOf(() => Promise.reject(strange)).endpoints,
  });
  const { json } = await ask(path, form);
  deepEqual([json, noted[0]?.refusedFor], [{ error: strange.code }, strange.code]);
  deepEqual([reported, logged], [[[strange, { method: "POST", target: path }]], []]);
});

test("an endpoint of which the security log does not tell is not told of", async (t) => {
  const { ask, noted } = await start(t, {
    endpoints: endpointOf(async () => done, { isNoted: false }).endpoints,
  });
  await ask(path, form);
  deepEqual(noted, []);
});

test("what goes wrong at an endpoint has its path as its name: in its form, or as what nobody foresaw", async (t) => {
  const broken = endpointOf(() => Promise.reject(new Error("secret")));
  const { ask, recorded, logged } = await start(t, { endpoints: broken.endpoints });
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

test("faults are injected into endpoints before their work, and in its place", async (t) => {
  const limited = "RATE_LIMITED_TOKEN_BUCKET";
  const refusal = { status: 429, as: "atlas", retryAfter: null } as const;
  const { asked, endpoints } = endpointOf(async () => done);
  const { asked: chosen, injector } = injectorOf({ refusal });
  const { ask, seen, noted, reported } = await start(t, { endpoints, injector });
  const { status, json } = await ask(path, form);
  deepEqual([status, json, asked], [429, { error: limited }, []]);
  deepEqual(chosen, [
    {
      ...{ operationId: null, method: "POST", path, caller: "claimed by test/1", userAgent: "test/1" },
      canBeStale: false,
    },
  ]);
  equal(seen[0]?.[0].injected, "rule 1");
  equal(noted[0]?.refusedFor, limited);
  const [[told] = []] = reported as [Fault][];
  deepEqual(told?.headers, {
    ...{ "retry-after": "60", "ratelimit-limit": "10", "ratelimit-remaining": "0" },
  });

  const proxied = await start(t, {
    endpoints,
    injector: injectorOf({ refusal: { status: 502, as: "text", retryAfter: null } }).injector,
  });
  const { status: ofProxy, text: body } = await proxied.ask(path, form);
  deepEqual([ofProxy, body, proxied.noted[0]?.refusedFor], [502, "502 Bad Gateway\n", "502"]);
});

test("an answer of an endpoint that is lost was given, or never was", async (t) => {
  for (const [drop, expected] of [
    ["before", [0, "0", 0]],
    ["after", [200, undefined, 1]],
    ["amid", [200, undefined, 1]],
  ] as const) {
    const { asked, endpoints } = endpointOf(async () => done);
    const { ask, recorded, noted } = await start(t, { endpoints, injector: injectorOf({ drop }).injector });
    await rejects(ask(path, form), { code: "ECONNRESET" });
    while (recorded.length === 0) await new Promise(setImmediate);
    deepEqual([recorded[0]?.[2], noted[0]?.refusedFor, asked.length], expected, drop);
  }
});

test("nothing is injected into an endpoint that no rule is about", async (t) => {
  const { endpoints } = endpointOf(async () => done);
  const injector = { isIdle: () => false, choose: () => undefined };
  const { ask, seen } = await start(t, { endpoints, injector });
  equal((await ask(path, form)).status, 200);
  equal(seen[0]?.[0].injected, undefined);
});

test("an answer is counted in seconds, and logged in milliseconds where anybody reads it", () => {
  const observed: unknown[][] = [];
  const lines: unknown[][] = [];
  let isRead = true;
  const levels: string[] = [];
  const record = createRecord({
    metrics: { observe: (...told: unknown[]) => void observed.push(told) } as never,
    logger: {
      info: (...line: unknown[]) => void lines.push(line),
      isLevelEnabled: (level: string) => {
        levels.push(level);
        return isRead;
      },
    } as never,
  });
  const asked = { id: "a-1", method: "GET", ip: "192.0.2.7", socket: {} } as never;
  record(asked, "getThing", { status: 200, who: "abcdefgh" }, performance.now() - 2_000);
  const [[name, status, seconds] = []] = observed as [string, number, number][];
  deepEqual([name, status, Math.round(seconds as number)], ["getThing", 200, 2]);
  const [[line, said] = []] = lines as [{ ms: number }, string][];
  const { ms, ...rest } = line as { ms: number };
  deepEqual(rest, {
    ...{ requestId: "a-1", operationId: "getThing", method: "GET", status: 200, ip: "192.0.2.7" },
    who: "abcdefgh",
  });
  equal(said, "answered");
  equal(ms, Math.round((seconds as number) * 100_000) / 100, "in hundredths");
  isRead = false;
  record(asked, "", { status: 404 }, performance.now());
  deepEqual([observed.length, lines.length, levels], [2, 1, ["info", "info"]]);
});
