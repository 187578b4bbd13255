// Tests of the stages of a request, one by one: their input, their refusals, what is counted and what the security log gets.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import Type from "typebox";
import { notingLimits } from "../../../test/support/limits.ts";
import { Overdue } from "../changes/resources.ts";
import { fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/http-syntax.ts";
import { limitSets } from "../contract/limits.ts";
import { format } from "../contract/schemas/common.ts";
import { countDeprecatedCalls } from "../deprecations.ts";
import type { Caller } from "../domain/access.ts";
import type { DeprecatedCall } from "../domain/deprecated-call.ts";
import { openPolicy } from "../domain/policy.ts";
import { recentSignIn } from "../domain/session.ts";
import type { Operation } from "../operations/operation.ts";
import { type Identified, Unidentified } from "./authenticate.ts";
import type { Injection, Injector } from "./injection.ts";
import { createPipeline } from "./pipeline.ts";
import type { OperationRequest, PipelineWrapper } from "./pipeline-request.ts";
import { deferProof } from "./wrappers/deferred-proof.ts";
import { injectFaults } from "./wrappers/faults.ts";
import { logSecurity } from "./wrappers/security-log.ts";

const now = Date.UTC(2026, 7, 10);
const version = "2024-08-05";
const orgId = "a0123456789abcdef012345a";
const groupId = "b0123456789abcdef012345b";
const ip = "192.0.2.1";
const remoteAddress = { state: "own", ip } as const;
const caller: Caller = { kind: "API_KEY", id: "key", orgId, name: "abcdefgh", remoteAddress };
const credential = { id: "key", orgId, accessList: [] as string[], listRequired: false };

/** An operation in whole; a member is left out by `undefined`. */
const operationOf = (changes: object = {}): Operation =>
  ({
    id: "doSomething",
    method: "GET",
    path: "/api/atlas/v2/things/{orgId}",
    door: { kind: "signedIn" },
    limit: limitSets.groups,
    params: {},
    query: format,
    versions: { [version]: { reply: Type.Object({}) } },
    status: 200,
    views: { [version]: (value: unknown) => value },
    handle: async () => ({ done: true }),
    ...changes,
  }) as unknown as Operation;

interface World {
  readonly identified?: Partial<Identified> | Error;
  /** The caller that a token claims, before the store was read. */
  readonly unproved?: Partial<Identified>;
  readonly injector?: Injector;
  readonly parts?: object;
  /** The roles that the caller holds in the organization and its project; undefined if neither exists. */
  readonly roles?: readonly string[] | undefined;
  /** The number of runs of a unit of work. */
  readonly runs?: number;
  readonly enforced?: boolean;
}

function start({
  identified = {},
  unproved,
  injector,
  parts = {},
  roles,
  runs = 1,
  enforced = false,
}: World = {}) {
  const notes: Record<string, unknown>[] = [];
  const reports: unknown[] = [];
  const used: unknown[] = [];
  const deprecated: DeprecatedCall[] = [];
  const calls: unknown[] = [];
  const taken: string[] = [];
  let minted = 0;
  const lock =
    (name: string) =>
    (...whose: string[]) =>
      void calls.push([name, ...whose]);
  const tx = {
    orgs: {
      find: async (id: string) => (roles === undefined ? undefined : { id }),
      rolesOf: async () => roles,
      settingsAround: async () => [{ orgId, settings: { multiFactorAuthRequired: true } }],
    },
    documents: {
      endedIn: async (...where: unknown[]) => {
        calls.push(["ended", ...where]);
        return [];
      },
    },
    groups: {
      enter: async (id: string) =>
        roles === undefined ? undefined : { group: { id }, org: { id: orgId }, roles },
    },
    locks: {
      person: lock("person"),
      group: lock("group"),
      everything: lock("everything"),
      orgOfGroup: lock("orgOfGroup"),
      orgFor: lock("orgFor"),
    },
    events: { add: async (event: unknown) => void calls.push(["event", event]) },
    outbox: { add: async (mail: unknown) => void calls.push(["mail", mail]) },
  };
  const run = (kind: string) => async (work: (tx: unknown) => unknown) => {
    calls.push(kind);
    for (let count = 1; count < runs; count++) await work(tx);
    return work(tx);
  };
  const limits = notingLimits({ enforced, elapsed: () => 0 }, (name, scope) =>
    taken.push(`${name} ${scope}`),
  );
  const issue = { apiKey: () => `key ${++minted}`, clientSecret: () => "", token: () => "" };
  const store = { read: run("read"), write: run("write"), look: run("look") } as never;
  const readToken = async (claim: unknown) => {
    calls.push(["read token", claim]);
    return { caller, credential: undefined, revalidate: async () => undefined, ...unproved };
  };
  const outdate = (...given: unknown[]) => new Unidentified("digest", `stale ${given.join(" ")}`);
  const wrappers: PipelineWrapper[] = [
    ...(unproved === undefined ? [] : [deferProof({ store, limits, readToken })]),
    ...(injector === undefined
      ? []
      : [injectFaults({ injector, outdate, ending: new AbortController().signal })]),
    logSecurity((line) => void notes.push({ ...line })),
    countDeprecatedCalls({ store, note: (call) => void deprecated.push(call) }),
  ];
  const dependencies = {
    store,
    clock: { now: () => now },
    authenticate: async (claim: unknown) => {
      calls.push(["authenticate", claim]);
      if (identified instanceof Error) throw identified;
      return { caller, credential, revalidate: async () => undefined, ...identified };
    },
    noteKeyUse: (...use: unknown[]) => void used.push(use),
    proveKey: async () => undefined,
    limits,
    spend: async (...spent: unknown[]) => void calls.push(["spend", ...spent]),
    lenientAccept: false,
    strictRoles: false,
    policy: openPolicy,
    mintId: (at: number) => `id ${at} ${++minted}`,
    issue,
    passwords: { hash: (...given: unknown[]) => given, verify: (...given: unknown[]) => given },
    endpointSets: ["sets"],
    report: (reason: unknown, request: OperationRequest) => void reports.push([reason, request.requestId]),
    ...parts,
  };
  const walk = createPipeline(dependencies as never, wrappers);
  const ask = async (operation: Operation, request: Partial<OperationRequest> & { search?: string } = {}) => {
    const { search = "", headers, ...rest } = request;
    const params = { orgId, groupId, ...request.params };
    const answer = await walk(operation, {
      method: operation.method,
      target: `/api/atlas/v2/things${search}`,
      ...splitTarget(`/api/atlas/v2/things${search}`),
      headers: {
        accept: `application/vnd.atlas.${version}+json`,
        "content-type": "application/json",
        ...headers,
      },
      readBody: () => Promise.reject(new Error("no operation of this test has a body")),
      remoteAddress,
      requestId: "r",
      origin: "http://a.test",
      ...rest,
      params,
    });
    const code = answer.headers["x-error-code"];
    const isJson = answer.body !== "" && answer.headers["content-type"]?.includes("json");
    return { ...answer, code, json: isJson ? JSON.parse(String(answer.body)) : undefined };
  };
  return { ask, notes, reports, deprecated, used, calls, taken, limits, tx };
}

const org = (role = "ORG_OWNER") => ({ kind: "org", role });
const group = (role = "GROUP_OWNER") => ({ kind: "group", role });
const writing = { method: "POST" };
const refusing = (reason: unknown) => ({ handle: () => Promise.reject(reason) });

test("success is what the view of the version makes of what was handled", async () => {
  const { ask, calls, taken, notes, used } = start();
  const operation = operationOf({
    views: { [version]: (value: object, showing: object) => ({ ...value, ...showing }) },
    headers: (_: unknown, { path }: { path: string }) => ({ location: path }),
  });
  const { status, json, headers, who } = await ask(operation, { search: "?a=1" });
  const shown = { origin: "http://a.test", path: "/api/atlas/v2/things", search: "a=1" };
  deepEqual([status, json, who], [200, { done: true, ...shown }, "abcdefgh"]);
  deepEqual([headers.location, headers["ratelimit-remaining"]], ["/api/atlas/v2/things", "1199"]);
  deepEqual(taken, ["groups key"]);
  deepEqual(notes, []);
  deepEqual(used, [["key", now]]);
  const claim = {
    authorization: "Digest x",
    method: "GET",
    target: "/api/atlas/v2/things",
    remoteAddress,
  };
  await ask(operation, { headers: { authorization: "Digest x" }, session: "s" });
  const claims = calls.filter((each) => Array.isArray(each)) as [string, OperationRequest][];
  deepEqual(
    claims.map(
      ([
        ,
        {
          headers: { authorization },
          method,
          target,
          remoteAddress,
          session,
        },
      ]) => ({
        authorization,
        method,
        target,
        remoteAddress,
        session,
      }),
    ),
    [
      { ...claim, authorization: undefined, target: `${claim.target}?a=1`, session: undefined },
      { ...claim, session: "s" },
    ],
  );
});

test("an answer has an envelope and line breaks where the query asks for them", async () => {
  const { ask } = start();
  const { body } = await ask(operationOf(), { search: "?envelope=true&pretty=true" });
  equal(body, '{\n  "content" : {\n    "done" : true\n  },\n  "status" : 200\n}');
  const refused = await ask(operationOf(refusing(fault("USER_UNAUTHORIZED", {}))), {
    search: "?envelope=true",
  });
  equal(refused.json.status, 401);
  equal((await ask(operationOf(), { search: "?envelope=perhaps&pretty=true" })).body.includes("\n"), true);
  equal((await ask(operationOf(), { search: "?pretty=false" })).body, '{"done":true}');
});

test("a handler is given what was found out before it", async () => {
  const seen: Record<string, unknown>[] = [];
  const { ask } = start({ roles: ["ORG_OWNER"] });
  const operation = operationOf({
    ...writing,
    door: org(),
    query: { ...format, size: Type.Optional(Type.Integer()) },
    body: Type.Object({ a: Type.Integer() }),
    prepare: async (given: Record<string, unknown>) => {
      seen.push(given);
      return "prepared";
    },
    needs: ["policy", "endpointSets", "browser"],
    handle: async (context: Record<string, unknown>) => void seen.push(context),
  });
  const { status } = await ask(operation, {
    search: "?size=7",
    readBody: async () => Buffer.from('{"a":1}'),
  });
  equal(status, 204);
  const [before, context] = seen;
  const shared = {
    params: { orgId, groupId },
    query: { envelope: false, pretty: false, size: 7 },
    body: { a: 1 },
    caller,
    now,
    policy: openPolicy,
  };
  for (const [name, value] of Object.entries(shared)) {
    deepEqual(before?.[name], value, name);
    deepEqual(context?.[name], value, name);
  }
  deepEqual([before?.remoteAddress, typeof before?.read], [remoteAddress, "function"]);
  const { hash, verify } = (before as Record<string, unknown>).passwords as Record<
    "hash" | "verify",
    (...given: string[]) => unknown
  >;
  const line = "192.0.2.0/24";
  deepEqual(
    [hash("p"), verify("h", "p")],
    [
      ["p", line],
      ["h", "p", line],
    ],
  );
  const { prepared, org: entered, group: none, held, isRecent, endpointSets, browser } = context ?? {};
  deepEqual(
    [prepared, entered, none, held, isRecent, endpointSets],
    ["prepared", { id: orgId }, undefined, null, true, ["sets"]],
  );
  equal((browser as OperationRequest).requestId, "r");
  deepEqual(
    ["issue", "prove", "session"].filter((name) => name in (context ?? {})),
    [],
  );
});

test("a compressed body is read as what it was, and brought into the form of the newest version", async () => {
  const operation = operationOf({
    ...writing,
    body: Type.Object({ a: Type.Integer() }),
    reads: { [version]: ({ a }: { a: number }) => ({ b: a }) },
    handle: async ({ body }: { body: object }) => body,
  });
  const readBody = async () => gzipSync('{"a":1}');
  const { json } = await start().ask(operation, { readBody, headers: { "content-encoding": "gzip" } });
  deepEqual(json, { b: 1 });
});

test("what is spent while preparing is spent for the path", async () => {
  const { ask, calls } = start();
  await ask(
    operationOf({ prepare: ({ spend }: { spend: (...all: unknown[]) => unknown }) => spend("set", "key") }),
  );
  deepEqual((calls.at(1) as unknown[]).slice(0, 4), ["spend", "set", "key", "/api/atlas/v2/things"]);
});

test("a version that has fixed a parameter is not asked for another", async () => {
  const { ask } = start();
  const versions = { [version]: { query: { size: 1 } } };
  const operation = operationOf({
    query: { ...format, size: Type.Integer() },
    versions,
    handle: async ({ query }: { query: object }) => query,
  });
  equal((await ask(operation, { search: "?size=5" })).json.size, 1);
});

test("whoever holds no more roles than needed is told which they are, where roles above one's own are not given", async () => {
  const handle = async ({ held }: { held: unknown }) => ({ held });
  const heldBy = async (door: object, strictRoles: boolean, roles?: string[]) =>
    (await start({ roles, parts: { strictRoles } }).ask(operationOf({ door, handle }))).json.held;
  deepEqual(await heldBy(org("ORG_MEMBER"), true, ["ORG_MEMBER"]), ["ORG_MEMBER"]);
  equal(await heldBy(org("ORG_MEMBER"), false, ["ORG_MEMBER"]), null);
  equal(await heldBy({ kind: "signedIn" }, true), null);
});

test("who asks may be proved in the unit of work, where nothing is done or read for long before it", async () => {
  const claimedLater = async (changes: object, headers: Record<string, string> = {}, more: object = {}) => {
    const { ask, calls } = start({ unproved: {} });
    await ask(operationOf({ ...writing, ...changes }), { headers, ...more });
    return (calls[0] as [string])[0] === "read token";
  };
  equal(await claimedLater({}), true);
  equal(await claimedLater({}, { "content-length": "16384" }), true);
  equal(await claimedLater({}, { "content-length": "16385" }), false);
  equal(await claimedLater({}, { "transfer-encoding": "chunked" }), false);
  equal(await claimedLater({ prepare: async () => {} }), false);
  equal(await claimedLater({ repeats: async () => false }), false);
  equal(await claimedLater({ locks: "handler" }), false);
  equal(await claimedLater({ locks: "group" }), true);
  equal(await claimedLater({}, {}, { session: "s" }), false);
});

test("who is proved later is counted and served once that is done, and told nothing else otherwise", async () => {
  const gone = new Unidentified("bearer", "gone", "mdb_sa_id_x");
  for (const method of ["GET", "POST"]) {
    const { ask, taken, calls } = start({ unproved: { revalidate: async () => credential } });
    const handle = async () => ({ taken: [...taken] });
    deepEqual((await ask(operationOf({ method, handle }))).json, { taken: ["groups key"] });
    equal(calls.includes("look"), false);
  }
  for (const changes of [{}, writing, refusing(fault("USER_UNAUTHORIZED", {}))]) {
    const { ask, taken, notes, reports } = start({ unproved: { revalidate: () => Promise.reject(gone) } });
    const { status, headers } = await ask(operationOf(changes));
    deepEqual([status, headers["www-authenticate"], taken, reports], [401, "gone", [], []]);
    deepEqual(
      notes.map(({ event, who }) => [event, who]),
      [["authentication", "mdb_sa_id_x"]],
    );
  }
  const bad = start({ unproved: { revalidate: () => Promise.reject(gone) } });
  equal((await bad.ask(operationOf(), { search: "?pretty=x" })).status, 401);
  const good = start({ unproved: { revalidate: async () => credential } });
  equal((await good.ask(operationOf(), { search: "?pretty=x" })).status, 400);
  deepEqual(good.taken, ["groups key"]);
});

test("of a change that may have been kept nothing else is told, though nobody can be proved meanwhile", async () => {
  const outage = fault("SERVICE_UNAVAILABLE", { reason: "The database cannot be reached" });
  for (const [thrown, detail] of [
    [fault("OUTCOME_UNKNOWN", {}), fault("OUTCOME_UNKNOWN", {}).message],
    [new Error("unforeseen"), "Unexpected error."],
    [fault("USER_UNAUTHORIZED", {}), outage.message],
  ] as const) {
    let asked = 0;
    const revalidate = async () => {
      if (++asked > 1) throw outage;
      return credential;
    };
    const { ask } = start({ unproved: { revalidate } });
    const { json } = await ask(operationOf({ ...writing, ...refusing(thrown) }));
    equal(json.detail, detail);
  }
});

test("429 for who is proved later, where the bucket is empty, before anything is read", async () => {
  const limit = { ...limitSets.groups, capacity: 1 };
  const { ask, taken, calls } = start({ enforced: true, unproved: { revalidate: async () => credential } });
  await ask(operationOf({ limit }));
  calls.length = 0;
  deepEqual(
    [(await ask(operationOf({ limit }))).status, taken.length, calls.includes("read")],
    [429, 1, false],
  );
});

test("an open door asks nobody who they are", async () => {
  const { ask, calls, taken } = start({ identified: new Unidentified("digest", "x") });
  const seen: unknown[] = [];
  const asked = async () => void seen.push("asked");
  const open = operationOf({ door: { kind: "open" }, repeats: asked });
  const { status, who } = await ask(open);
  deepEqual([status, who, calls, seen], [200, undefined, ["read"], []]);
  deepEqual(taken, [`groups ${ip}`]);
  equal((await ask(open, { search: "?pretty=x" })).status, 400);
  deepEqual(taken, [`groups ${ip}`, `groups ${ip}`], "what is wrong with a request is counted too");
});

test("who asks in its own name is counted at once, and once, whatever is wrong", async () => {
  for (const [changes, search] of [
    [{}, "?pretty=x"],
    [refusing(new Error("unforeseen")), ""],
    [refusing(fault("USER_UNAUTHORIZED", {})), ""],
  ] as const) {
    const { ask, taken, calls } = start();
    await ask(operationOf(changes), { search });
    deepEqual(taken, ["groups key"]);
    equal(calls.filter((each) => each === "read").length, search === "" ? 1 : 0);
  }
});

test("an operation that counts something else as well is counted by both", async () => {
  const { ask, taken } = start();
  await ask(operationOf({ counts: limitSets.org }));
  deepEqual(taken, ["groups key", `org ${orgId}`]);
});

test("of keys alone it is noted that they were used", async () => {
  const { ask, used } = start({ identified: { caller: { ...caller, kind: "USER" } } });
  equal((await ask(operationOf())).status, 200);
  deepEqual(used, []);
});

/** Builds an injector of one thing, which records its requests. */
function injecting(changes: Partial<Injection> | undefined) {
  const asked: unknown[] = [];
  const nothing = { name: "rule 1", delay: 0, drop: null, refusal: null, isStale: false, delivery: null };
  const choose = (about: unknown) => {
    asked.push(about);
    return changes && { ...nothing, ...changes };
  };
  const connection = { gone: () => new AbortController().signal, cut: () => {} };
  return { asked, injector: { choose }, request: { connection } };
}

test("a fault is chosen by what is asked and by whom, before anything is counted", async () => {
  const about = { operationId: "doSomething", method: "GET", path: "/api/atlas/v2/things", userAgent: "" };
  const { asked, injector, request } = injecting(undefined);
  const { ask, taken } = start({ injector });
  const { status, injected } = await ask(operationOf(), { search: "?pretty=true", ...request });
  deepEqual([status, injected, taken.length], [200, undefined, 1]);
  await ask(operationOf({ door: { kind: "open" } }), { ...request, headers: { "user-agent": "curl/8" } });
  deepEqual(asked, [
    { ...about, caller: "abcdefgh", canBeStale: true },
    { ...about, caller: undefined, userAgent: "curl/8", canBeStale: false },
  ]);
});

test("an answer tells of the fault that was injected, whatever it is", async () => {
  for (const [changes, status] of [
    [{}, 200],
    [refusing(fault("USER_UNAUTHORIZED", {})), 401],
    [refusing(new Unidentified("bearer", "gone")), 401],
  ] as const) {
    const { injector, request } = injecting({});
    const answer = await start({ injector }).ask(operationOf(changes), request);
    deepEqual([answer.status, answer.injected], [status, "rule 1"]);
  }
});

test("an injected refusal stands in for the work: that of a proxy, of the API, or of a credential that ran out", async () => {
  let handled = 0;
  const operation = operationOf({ handle: async () => void handled++ });
  const refusedBy = async (changes: Partial<Injection>, refused = operation) => {
    const { injector, request } = injecting(changes);
    const { ask, taken, notes } = start({ injector });
    const headers = { authorization: "Digest x" };
    const answer = await ask(refused, { headers, ...request });
    deepEqual(notes, []);
    deepEqual([answer.injected, taken, handled], ["rule 1", [], 0]);
    return answer;
  };
  const proxy = { status: 502, as: "text", retryAfter: null } as const;
  const ofProxy = await refusedBy({ refusal: proxy });
  deepEqual([ofProxy.status, ofProxy.body, ofProxy.who], [502, "502 Bad Gateway\n", "abcdefgh"]);
  const open = operationOf({ door: { kind: "open" }, handle: operation.handle });
  equal((await refusedBy({ refusal: proxy }, open)).who, undefined);
  const limited = await refusedBy({ refusal: { ...proxy, status: 429, as: "atlas" } });
  deepEqual([limited.code, limited.headers["ratelimit-limit"]], ["RATE_LIMITED_TOKEN_BUCKET", "1200"]);
  equal(limited.json.parameters[0], "api/atlas/v2/things");
  const stale = await refusedBy({ isStale: true });
  deepEqual([stale.status, stale.headers["www-authenticate"]], [401, `stale Digest x ${now}`]);
});

test("401 for whom nobody knows, in the security log where somebody was named", async () => {
  for (const [scheme, claimed, line] of [
    ["digest", "abcdefgh", { claimed: "abcdefgh", who: undefined, refusedFor: "digest" }],
    ["bearer", "mdb_sa_id_x", { claimed: undefined, who: "mdb_sa_id_x", refusedFor: "bearer" }],
    ["bearer", "", { claimed: undefined, who: "", refusedFor: "bearer" }],
    ["digest", undefined, undefined],
  ] as const) {
    const { ask, notes, taken, reports } = start({
      identified: new Unidentified(scheme, "Header x", claimed),
    });
    const { status, headers } = await ask(operationOf());
    deepEqual([status, headers["www-authenticate"], taken, reports], [401, "Header x", [], []]);
    const path = `/api/atlas/v2/things/${orgId}`;
    const rest = { event: "authentication", operationId: "doSomething", path, requestId: "r", remoteAddress };
    deepEqual(notes, line === undefined ? [] : [{ ...rest, ...line }]);
  }
});

test("403 for an address that is not on the list, told to the security log, and counted", async () => {
  const { ask, notes, taken } = start({
    identified: { credential: { ...credential, accessList: ["10.0.0.0/8"] } },
  });
  const { status, code } = await ask(operationOf());
  deepEqual([status, code], [403, "IP_ADDRESS_NOT_ON_ACCESS_LIST"]);
  deepEqual(taken, []);
  const [{ event, refusedFor, who } = {}] = notes;
  deepEqual([event, refusedFor, who], ["access", "IP_ADDRESS_NOT_ON_ACCESS_LIST", "abcdefgh"]);
});

test("406 for no version comes before anything is counted", async () => {
  const { ask, taken, notes } = start();
  const { status, headers } = await ask(operationOf(), { headers: { accept: "text/html" } });
  deepEqual([status, taken, notes, headers["ratelimit-limit"]], [406, [], [], undefined]);
  equal(
    (await start({ parts: { lenientAccept: true } }).ask(operationOf(), { headers: { accept: "*/*" } }))
      .status,
    200,
  );
});

test("429 for an empty bucket, before the body is read, and nothing more is taken", async () => {
  const limit = { ...limitSets.groups, capacity: 1 };
  for (const shared of [limit, { ...limitSets.org, capacity: 1 }]) {
    const { ask, taken, calls } = start({ enforced: true, roles: ["ORG_OWNER"] });
    const operation = operationOf({ limit: shared, door: org(), body: Type.Object({}) });
    const readBody = async () => Buffer.from("{}");
    equal((await ask(operation, { readBody })).status, 200);
    calls.length = 0;
    const { status, headers } = await ask(operation, { readBody: () => Promise.reject(new Error("read")) });
    deepEqual([status, headers["ratelimit-remaining"], taken.length], [429, "0", 1]);
    equal(calls.length, 1);
  }
});

test("a request in a project or an organization is counted once it is known that its caller belongs there", async () => {
  const { ask, taken } = start({ roles: ["ORG_OWNER"] });
  const counted = operationOf({
    limit: limitSets.org,
    door: org(),
    handle: async () => ({ taken: [...taken] }),
  });
  deepEqual((await ask(counted)).json, { taken: [`org ${orgId}`] });
  equal(taken.length, 1);
});

test("a stranger is counted as one, who lacks the role as what he belongs to", async () => {
  for (const [roles, status, scope] of [
    [[], 401, "key"],
    [undefined, 404, "key"],
    [["ORG_MEMBER"], 401, orgId],
    [["ORG_OWNER"], 200, orgId],
  ] as const) {
    const { ask, taken } = start({ roles });
    const answer = await ask(operationOf({ limit: limitSets.org, door: org() }));
    deepEqual([answer.status, taken], [status, [`org ${scope}`]], String(roles));
    equal(answer.headers["ratelimit-limit"], "500");
  }
});

test("what is wrong with a request counts for the project of its caller, or for a stranger", async () => {
  for (const [roles, scope] of [
    [["ORG_OWNER"], orgId],
    [["ORG_MEMBER"], orgId],
    [[], "key"],
  ] as const) {
    const { ask, taken } = start({ roles });
    const { status } = await ask(operationOf({ limit: limitSets.org, door: org() }), { search: "?pretty=x" });
    deepEqual([status, taken], [400, [`org ${scope}`]]);
  }
});

test("429 in place of a refusal, where a stranger's own bucket is empty", async () => {
  const { ask } = start({ enforced: true, roles: [] });
  const operation = operationOf({ limit: { ...limitSets.org, capacity: 1 }, door: org() });
  deepEqual([(await ask(operation)).status, (await ask(operation)).status], [401, 429]);
});

test("503 is counted for its caller alone, without looking who belongs where", async () => {
  const away = fault("SERVICE_UNAVAILABLE", { reason: "away" });
  const { ask, taken, reports } = start({ roles: ["ORG_OWNER"] });
  const { status } = await ask(
    operationOf({ limit: limitSets.org, door: org(), prepare: () => Promise.reject(away) }),
  );
  deepEqual([status, taken, reports], [503, ["org key"], [[away, "r"]]]);
});

test("500 for what nobody foresaw: it is reported, and the caller is told nothing of it", async () => {
  const reason = new Error("secret");
  const { ask, reports } = start();
  const { status, code, body } = await ask(operationOf(refusing(reason)));
  deepEqual(
    [status, code, body.includes("secret"), reports],
    [500, "UNEXPECTED_ERROR", false, [[reason, "r"]]],
  );
});

test("a change that is repeated while it goes on is answered as it was, without door and handler", async () => {
  for (const [repeats, status] of [
    [true, 204],
    [false, 404],
  ] as const) {
    const { ask, taken, calls } = start();
    const seen: unknown[] = [];
    const answer = await ask(
      operationOf({
        ...writing,
        door: group(),
        limit: limitSets.group,
        repeats: async (given: object) => {
          seen.push(given);
          return repeats;
        },
      }),
    );
    deepEqual([answer.status, taken], [status, ["group key"]]);
    const [{ params, caller: who, now: at } = {}] = seen as [Record<string, unknown>];
    deepEqual([params, who, at], [{ orgId, groupId }, caller, now]);
    equal(calls.includes("write"), true);
  }
});

test("a change that is refused otherwise, or whose caller is not known, repeats none", async () => {
  for (const [changes, status] of [
    [refusing(fault("USER_UNAUTHORIZED", {})), 401],
    [{ door: { kind: "open" }, ...refusing(fault("RESOURCE_NOT_FOUND", { resource: "x" })) }, 404],
  ] as const) {
    const { ask } = start();
    equal((await ask(operationOf({ ...writing, repeats: async () => true, ...changes }))).status, status);
  }
});

test("a change locks what it decides by", async () => {
  const roles = ["ORG_OWNER", "GROUP_OWNER"];
  for (const [changes, lock] of [
    [{ locks: "handler" }, undefined],
    [{ locks: "person" }, ["person", "key"]],
    [{ locks: "group" }, ["group", groupId, "key"]],
    [{ locks: "everything", door: org() }, ["everything"]],
    [{ door: group() }, ["orgOfGroup", groupId, "key"]],
    [{ door: org() }, ["orgFor", orgId, "key"]],
    [{}, ["everything"]],
    [{ method: "GET", door: org() }, undefined],
  ] as const) {
    const { ask, calls } = start({ roles });
    const { status } = await ask(operationOf({ ...writing, ...changes }));
    equal(status, 200);
    const [, kind, ...rest] = calls;
    equal(kind, "method" in changes ? "read" : "write");
    deepEqual(rest, lock === undefined ? [] : [lock], JSON.stringify(changes));
  }
  const { ask, calls } = start();
  await ask(operationOf({ ...writing, door: { kind: "open" }, locks: "person" }));
  deepEqual(calls, ["write", ["person", ""]]);
  const stranger = start({ roles: [] });
  await stranger.ask(operationOf({ ...writing, door: org(), locks: "everything" }));
  deepEqual(stranger.calls.slice(1), ["write"], "a stranger must not hold up all others");
});

test("a change looks once more whether its caller is still there, and may still come from there", async () => {
  const gone = new Unidentified("bearer", "gone");
  const elsewhere = { ...credential, accessList: ["10.0.0.0/8"] };
  const seen: string[] = [];
  const handle = async () => void seen.push("handled");
  for (const [locks, again, status, order] of [
    [undefined, () => Promise.reject(gone), 401, ["looked"]],
    [undefined, async () => elsewhere, 403, ["looked"]],
    [undefined, async () => credential, 204, ["looked", "handled"]],
    [undefined, async () => undefined, 204, ["looked", "handled"]],
    ["handler", () => Promise.reject(gone), 401, ["handled", "looked"]],
    ["handler", async () => credential, 204, ["handled", "looked"]],
  ] as const) {
    seen.length = 0;
    const looking = async () => {
      seen.push("looked");
      return again();
    };
    const { ask } = start({ identified: { revalidate: looking } as Partial<Identified> });
    const answer = await ask(operationOf({ ...writing, locks, handle }));
    deepEqual([answer.status, seen], [status, order]);
  }
  const { ask } = start({ identified: { revalidate: () => Promise.reject(gone) } });
  equal((await ask(operationOf())).status, 200);
});

test("what gives lasting access asks for a recent sign-in, where the policy does", async () => {
  const making = operationOf({
    ...writing,
    securityEvent: "credential-creation",
    handle: async ({ isRecent }: { isRecent: boolean }) => ({ isRecent }),
  });
  const asked = async (asksAgain: boolean, ago: number | undefined, operation = making) => {
    const identified = ago === undefined ? {} : { signedInAt: now - ago };
    const { ask } = start({ identified, parts: { policy: { ...openPolicy, asksAgain } } });
    const { code, json } = await ask(operation);
    return code ?? json.isRecent;
  };
  equal(await asked(true, recentSignIn), true);
  equal(await asked(true, recentSignIn + 1), "SIGN_IN_NOT_RECENT");
  equal(await asked(true, undefined), true);
  equal(await asked(false, recentSignIn + 1), true);
  equal(await asked(true, recentSignIn + 1, operationOf({ ...writing, handle: making.handle })), false);
});

test("a unit that runs again mints the same, and its events and mail have ids of their own", async () => {
  const { ask, calls } = start({ runs: 2 });
  const handle = async ({
    newId,
    issue,
    record,
    mail,
  }: Record<string, (...given: unknown[]) => unknown> & { issue: { apiKey: () => string } }) => {
    await record?.("JOINED_ORG", { orgId });
    await mail?.("about");
    return { id: newId?.(), key: issue.apiKey() };
  };
  const { json } = await ask(operationOf({ ...writing, needs: ["issue"], handle }));
  const [first, second, third] = [1, 2, 3].map((count) => `id ${now} ${count}`);
  deepEqual(json, { id: third, key: "key 4" });
  const written = [
    ["event", { id: first, type: "JOINED_ORG", at: now, actor: caller, orgId }],
    ["mail", { id: second, about: "about", now }],
  ];
  deepEqual(
    calls.slice(2).filter((each) => Array.isArray(each) && each[0] !== "everything"),
    [...written, ...written],
  );
});

test("events of what nobody signed in for have no actor", async () => {
  const { ask, calls } = start();
  const handle = async ({ record }: { record: (...given: unknown[]) => unknown }) => record("JOINED_ORG", {});
  await ask(operationOf({ ...writing, door: { kind: "open" }, handle }));
  const [, event] = calls.at(-1) as [string, { actor: unknown }];
  equal(event.actor, null);
});

test("a key that a request names must be right, and be used from where it may be", async () => {
  const named = { publicKey: "p", privateKey: "s" };
  for (const [found, outcome] of [
    [undefined, 204],
    [credential, 200],
    [{ ...credential, accessList: ["10.0.0.0/8"] }, 403],
  ] as const) {
    const seen: unknown[] = [];
    const proveKey = async (tx: unknown, given: unknown) => {
      seen.push(given, typeof tx);
      return found;
    };
    const { ask } = start({ parts: { proveKey } });
    const handle = ({ prove }: { prove: (given: object) => unknown }) => prove(named);
    const { status } = await ask(operationOf({ ...writing, needs: ["prove"], handle }));
    deepEqual([status, seen], [outcome, [named, "object"]]);
  }
});

test("the security log has what an operation is there for, and refusals for who one is", async () => {
  const lineOf = async (changes: object, request: Partial<OperationRequest> = {}, world: World = {}) => {
    const { ask, notes } = start(world);
    await ask(operationOf({ ...writing, ...changes }), request);
    return notes.map(({ event, refusedFor, who, claimed }) => ({ event, refusedFor, who, claimed }));
  };
  const line = { event: "access", refusedFor: undefined, who: "abcdefgh", claimed: undefined };
  const signingIn = {
    securityEvent: "sign-in",
    door: { kind: "open" },
    body: Type.Object({ email: Type.String() }),
  };
  const readBody = async () => Buffer.from('{"email":"ada@example.com"}');

  deepEqual(await lineOf({}), []);
  deepEqual(await lineOf({ securityEvent: "reset" }), [{ ...line, event: "reset" }]);
  deepEqual(
    await lineOf({ ...signingIn, handle: async () => ({ username: "eve@example.com" }) }, { readBody }),
    [{ event: "sign-in", refusedFor: undefined, who: "eve@example.com", claimed: "ada@example.com" }],
  );
  deepEqual(await lineOf({ ...signingIn, ...refusing(fault("USER_UNAUTHORIZED", {})) }, { readBody }), [
    { event: "sign-in", refusedFor: "USER_UNAUTHORIZED", who: undefined, claimed: "ada@example.com" },
  ]);
  for (const [code, isTold] of [
    ["USER_UNAUTHORIZED", true],
    ["IP_ADDRESS_NOT_ON_ACCESS_LIST", true],
    ["RESOURCE_NOT_FOUND", false],
    ["CANNOT_DELETE_LAST_ADMIN", false],
    ["CANNOT_DEMOTE_LAST_ORG_OWNER", false],
    ["CANNOT_REMOVE_ALL_USER_ROLES", false],
  ] as const) {
    const known = fault(code as "USER_UNAUTHORIZED", {});
    deepEqual(await lineOf(refusing(known)), isTold ? [{ ...line, refusedFor: code }] : [], code);
  }
});

test("the security log has no path of what only pages perform", async () => {
  const { ask, notes } = start();
  await ask(operationOf({ ...writing, securityEvent: "reset", surface: "console" }));
  await ask(operationOf({ ...writing, securityEvent: "reset" }));
  deepEqual(
    notes.map(({ path }) => path),
    [undefined, `/api/atlas/v2/things/${orgId}`],
  );
  ok(notes.every(({ operationId, requestId }) => operationId === "doSomething" && requestId === "r"));
});

test("a call of a version that ends is counted, answered or refused; one of another version, or of no known caller, is not", async () => {
  const ending = {
    successor: "doOther",
    versions: { [version]: { sunset: "2027-07-01", reply: Type.Object({}) } },
    door: org(),
  };
  const counted = async (
    changes: object,
    world: World = {},
    headers: Record<string, string> = {},
    request: Partial<OperationRequest> = {},
  ) => {
    const { ask, deprecated } = start({ roles: ["ORG_OWNER"], ...world });
    await ask(operationOf({ ...ending, ...changes }), {
      headers: { "user-agent": "curl/8", ...headers },
      ...request,
    });
    return deprecated.map((call) => ({ ...call, example: call.example() }));
  };
  const call = {
    operationId: "doSomething",
    userAgent: "curl/8",
    orgId,
    at: now,
    isGone: false,
    credential: { kind: "API_KEY", id: "key", name: "abcdefgh" },
    example: { params: { orgId, groupId }, query: {}, version },
  };
  const credential = { kind: "USER", id: "key", name: "" };
  deepEqual(await counted({}), [call]);
  deepEqual(await counted(refusing(fault("RESOURCE_NOT_FOUND", { resource: "x" }))), [call]);
  const gone = { versions: { [version]: { sunset: "2026-01-01", reply: Type.Object({}) } } };
  deepEqual(await counted(gone), [{ ...call, isGone: true }]);
  const person: Caller = { ...caller, kind: "USER", orgId: null };
  const identified = { caller: person, credential: undefined };
  deepEqual(await counted(gone, { identified }), [{ ...call, credential, isGone: true }]);
  const stranger = { identified, roles: [] };
  deepEqual(await counted(gone, stranger), [{ ...call, credential, orgId: null, isGone: true }]);

  // A caller who is refused at the door is counted nevertheless: a credential with its organization, a person with the
  // organization in the path.
  deepEqual(await counted(gone, { roles: undefined }), [{ ...call, isGone: true }]);
  deepEqual(await counted({}, { identified }), [{ ...call, credential }]);
  deepEqual(await counted({}, {}, { "user-agent": undefined } as never), [{ ...call, userAgent: "" }]);

  deepEqual(await counted({ versions: { [version]: { reply: Type.Object({}) } } }), []);
  for (const door of [org(), { kind: "open" }]) {
    deepEqual(await counted({ ...refusing(fault("USER_UNAUTHORIZED", {})), successor: undefined, door }), []);
  }
  deepEqual(await counted({ door: { kind: "open" } }), []);
  deepEqual(await counted({}, {}, {}, { session: "s" }), [], "a page is no client");
  deepEqual(await counted({}, {}, { accept: "application/json" }), []);
  deepEqual(await counted({}, { identified: new Unidentified("digest", "Digest") }), []);
});

test("a session that lacks a factor enters no organization that requires it, but may add one", async () => {
  for (const [isBeforeFactor, status] of [
    [false, 403],
    [true, 200],
  ] as const) {
    const { ask } = start({ identified: { lacksFactor: true }, roles: ["ORG_OWNER"] });
    equal((await ask(operationOf({ door: org(), isBeforeFactor }))).status, status);
  }
});

test("mail that is due is captured before a change, and sent after one that queued some", async () => {
  for (const [method, queues, done] of [
    ["POST", true, ["settled", "handled", "sent"]],
    ["POST", false, ["settled", "handled"]],
    ["GET", false, ["handled"]],
  ] as const) {
    const order: string[] = [];
    const noting = (what: string) => async () => void order.push(what);
    const mail = { isDue: true, settle: noting("settled"), send: noting("sent") };
    const { ask } = start({ parts: { mail } });
    const handle = async (context: { mail: (about: string) => unknown; sendsMail: boolean }) => {
      order.push("handled");
      if (queues) await context.mail("about");
      return { sendsMail: context.sendsMail };
    };
    const { json } = await ask(operationOf({ method, needs: ["sendsMail"], handle }));
    deepEqual([json, order], [{ sendsMail: true }, done]);
  }
});

interface Judging {
  readonly forbidding: (questions: readonly object[]) => unknown;
  readonly judge: (bodies: readonly string[]) => unknown;
  readonly prepared: unknown;
}

const forbids = (questions: () => readonly object[]) => ({
  ...writing,
  needs: ["forbidding"],
  handle: async ({ forbidding }: Judging) => ({ found: forbidding(questions()) }),
});
const judges = (...bodies: string[]) => ({
  prepare: ({ judge }: Judging) => judge(bodies),
  handle: async ({ prepared }: Judging) => ({ found: prepared }),
});

test("policies are asked in the line of the organization, outside of the unit, which runs again with their answers", async () => {
  const asked: unknown[] = [];
  const cedar = {
    forbidding: async (questions: unknown, { line }: { line: string }) => {
      asked.push([questions, line]);
      return [["policy"]];
    },
    judge: async (bodies: unknown, { line }: { line: string }) => [bodies, line],
  };
  const { ask, calls } = start({ parts: { cedar } });
  const questions = [{ of: 1 }, { of: 2 }];
  deepEqual((await ask(operationOf(forbids(() => questions)))).json, { found: [["policy"], []] });
  deepEqual(asked, [[questions, orgId]]);
  equal(calls.filter((each) => each === "write").length, 2);
  deepEqual((await ask(operationOf(judges("a")))).json, { found: [["a"], orgId] });

  asked.length = 0;
  const { status, headers, json } = await ask(operationOf(forbids(() => [{ of: asked.length }])));
  deepEqual([status, headers["retry-after"], asked.length], [503, "1", 5]);
  match(json.detail, /change all the time/);
});

test("without Cedar nothing is forbidden, and an answer says what was not judged", async () => {
  const { ask } = start({ parts: { cedar: null } });
  const headers = () => ({ location: "a" });
  const note = "policies; install @cedar-policy/cedar-wasm";
  for (const [changes, found, ...shown] of [
    [{ ...forbids(() => [{}]), headers }, [[]], note, "a"],
    [forbids(() => []), [], undefined, undefined],
    [judges("a"), [], note, undefined],
    [{ ...judges(), headers }, [], undefined, "a"],
  ] as const) {
    const answer = await ask(operationOf(changes));
    deepEqual(answer.json, { found });
    deepEqual([answer.headers["x-anteroom-not-judged"], answer.headers.location], shown);
  }
});

test("a unit that finds ended things without their events runs again once these are written", async () => {
  const { ask, calls } = start();
  const handle = async () => {
    if (calls.length < 3) throw new Overdue(groupId);
    return { done: true };
  };
  equal((await ask(operationOf({ handle }))).status, 200);
  deepEqual(calls.slice(1), ["read", "write", ["group", groupId, ""], ["ended", groupId, now], "read"]);
});
