// Tests what the list of requests shows of each, which bodies it keeps, and which pipeline a request passes.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as Type from "typebox";
import type { Injector } from "../../core/http/injection.ts";
import type { ApiAnswer } from "../../core/http/reply.ts";
import type { HttpRequest } from "../../core/http/request.ts";
import { createRequestLog } from "./request-log.ts";

const now = Date.UTC(2026, 7, 10);
const done: ApiAnswer = { status: 204, headers: {}, body: "" };
const refused = { explanation: { refusedBy: null }, claim: { scheme: "digest" } };

/** An operation with schemas for its bodies. */
const thing = {
  surface: undefined,
  query: { a: Type.String() },
  body: Type.Object({ name: Type.String(), desc: Type.String(), password: Type.String({ isSecret: true }) }),
  versions: {
    "2023-01-01": {
      reply: Type.Object({
        a: Type.Integer(),
        id: Type.String(),
        privateKey: Type.String({ isSecret: true }),
        secrets: Type.Array(Type.Object({ id: Type.String(), secret: Type.String({ isSecret: true }) })),
        url: Type.Union([Type.String({ isSecret: true }), Type.Null()]),
      }),
    },
  },
};

function start(injector: Injector = { choose: null }) {
  const explained: unknown[] = [];
  const log = createRequestLog({
    now: () => now,
    injector,
    store: { read: async () => ({}) } as never,
    explaining: {
      afterwards: async (...given: unknown[]) => {
        explained.push(given);
        return refused as never;
      },
    },
  });
  const walked: string[] = [];
  /** The operation goes through the pipeline first; any other request is only observed. */
  const send = async (path: string, changes: object = {}, seen: object = {}, name = "") => {
    const answer: ApiAnswer = { ...done, ...seen };
    const received = {
      method: "POST",
      path,
      search: "a=b",
      headers: {},
      connection: {},
      remoteAddress: { state: "own", ip: "192.0.2.1" },
      readBody: async () => Buffer.from('{"name":"sent"}'),
      ...changes,
    } as unknown as HttpRequest & { readBody: () => Promise<Buffer> };
    const walk = log.watch(
      async (_operation, { readBody }) => {
        walked.push("plain");
        await readBody();
        return answer;
      },
      async () => {
        walked.push("rehearsed");
        return answer;
      },
    );
    if (name !== "") await walk({ ...thing, id: name } as never, received as never);
    log.see(received, answer, name, 12);
  };
  const ask = async (...sent: Parameters<typeof send>) => {
    await send(...sent);
    return log.log()[0];
  };
  return { ask, send, log, walked, explained };
}

const common = {
  at: "2026-08-10T00:00:00.000Z",
  method: "POST",
  status: 204,
  number: 1,
  run: 1,
  milliseconds: 12,
  address: "192.0.2.1",
  refusedBy: null,
  answer: { text: "", isCut: false },
};

test("a request of an operation is listed with what it takes to send it again, and with its answer", async () => {
  const { ask } = start();
  const headers = { "user-agent": "test/1", accept: "text/x" };
  const seen = { who: "abcdefgh", status: 200, body: '{"a":1}' };
  deepEqual(await ask("/api/things/1", { headers }, seen, "getThing"), {
    ...common,
    operationId: "getThing",
    path: "/api/things/1",
    status: 200,
    who: "abcdefgh",
    userAgent: "test/1",
    search: "a=b",
    accept: "text/x",
    body: { text: '{"name":"sent"}', isCut: false },
    answer: { text: '{"a":1}', isCut: false },
  });
});

test("of what is no operation neither query nor body is kept, and no name without a caller", async () => {
  const { ask } = start();
  deepEqual(await ask("/nowhere", {}, { body: "secret" }), {
    ...common,
    operationId: null,
    path: "/nowhere",
    who: null,
    userAgent: "",
    search: "",
    accept: "",
    body: { text: "", isCut: false },
  });
});

test("bodies are kept up to a length, without their secrets, and only if they can be read for these", async () => {
  const { ask } = start();
  const bodies = async (sent: string, answered: string, headers = {}) => {
    const readBody = async () => Buffer.from(sent);
    const entry = await ask("/api/things", { headers, readBody }, { body: answered }, "makeThing");
    return [entry?.body, entry?.answer];
  };
  const unkept = { text: null, isCut: true };
  deepEqual(await bodies('{"password":"hush","desc":"x"}', '{"privateKey":"hush","id":"1"}'), [
    { text: '{"password":"…","desc":"x"}', isCut: false },
    { text: '{"privateKey":"…","id":"1"}', isCut: false },
  ]);
  const nested = '{"secrets":[{"id":"1","secret":"hush"}],"tokens":["hush"],"secretExpiresAfterHours":8}';
  const struck = '{"secrets":[{"id":"1","secret":"…"}],"tokens":["…"],"secretExpiresAfterHours":"…"}';
  deepEqual(await bodies("password=hush", nested), [unkept, { text: struck, isCut: false }]);
  deepEqual((await bodies("{}", "{}", { "content-encoding": "gzip" }))[0], unkept);
  const long = `{"id":"${"a".repeat(5000)}"}`;
  deepEqual(await bodies(long, long), [unkept, { text: long.slice(0, 4096), isCut: true }]);
  deepEqual((await bodies("{}", `{"secret":"hush","more":"${"a".repeat(70_000)}"}`))[1], unkept);
});

test("what all bodies take together is bounded, and the oldest are let go", async () => {
  const { send, log } = start();
  const body = `"${"a".repeat(4000)}"`;
  for (let count = 0; count < 1100; count++) await send("/api/things/1", {}, { body }, "getThing");
  const kept = log.log().filter(({ answer }) => answer.text !== null);
  equal(log.log().length, 1000);
  equal(kept.length, Math.floor(2_000_000 / (body.length + '{"name":"sent"}'.length)));
  equal(kept.at(-1)?.number, 1100 - kept.length + 1);
});

test("a refused request is explained afterwards; a challenge, a success and a failure are not", async () => {
  const { ask, explained } = start();
  const authorization = "Digest x";
  for (const [status, headers, isExplained] of [
    [403, { authorization }, true],
    [401, { authorization }, true],
    [404, {}, true],
    [401, {}, false],
    [200, { authorization }, false],
    [503, { authorization }, false],
  ] as const) {
    explained.length = 0;
    const entry = await ask("/api/things/1", { headers }, { status }, "getThing");
    deepEqual(
      [explained.length, entry?.claim],
      isExplained ? [1, refused.claim] : [0, undefined],
      `${status}`,
    );
  }
});

test("a challenge is folded into the digest that answers it, and into no other request", async () => {
  const { ask, log } = start();
  const challenge = (nonce: string, stale = false) => ({
    status: 401,
    headers: { "www-authenticate": `Digest realm="r", nonce="${nonce}", stale=${stale}` },
  });
  const answering = (nonce: string) => ({
    headers: { authorization: `Digest username="u", nonce="${nonce}"` },
  });
  await ask("/api/things/1", {}, challenge("one"), "getThing");
  await ask("/api/things/1", answering("other"), {}, "getThing");
  await ask("/api/things/1", answering("one"), challenge("two", true), "getThing");
  await ask("/api/things/1", answering("two"), challenge("three"), "getThing");
  await ask("/api/things/1", answering("three"), {}, "getThing");
  deepEqual(
    log.log().map(({ number, challenge }) => [number, challenge]),
    [
      [5, undefined],
      [4, 3],
      [2, undefined],
    ],
  );
  equal(log.requests().length, 5);
});

test("what was injected and explained is seen too", async () => {
  const explanation = { because: "so" };
  const entry = await start().ask("/api/things/1", {}, { injected: "rule 1", explanation });
  deepEqual([entry?.injected, entry?.explanation], ["rule 1", explanation]);
});

test("outside of the API the first part of a path is seen alone, and of controls nothing", async () => {
  const { ask, log } = start();
  for (const [path, expected] of [
    ["/nowhere/", "/nowhere/"],
    ["/invitations/secret", "/invitations/…"],
    ["/invitations/secret/accept", "/invitations/…"],
    ["/api/nothing/at/all", "/api/nothing/at/all"],
    ["/x/api/secret", "/x/…"],
  ] as const) {
    equal((await ask(path))?.path, expected);
  }
  await ask("/_anteroom/v2/nothing");
  equal(log.requests().length, 5);
});

test("the rehearsed pipeline is walked where a request wants to be explained, and while there are faults", async () => {
  const { ask, walked } = start();
  await ask("/api/things/1", {}, {}, "getThing");
  await ask("/api/things/1", { headers: { "x-anteroom-explain": "1" } }, {}, "getThing");
  const faulty = start({ choose: () => undefined });
  await faulty.ask("/api/things/1", {}, {}, "getThing");
  deepEqual([walked, faulty.walked], [["plain", "rehearsed"], ["rehearsed"]]);
});
