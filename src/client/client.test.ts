// Tests of the typed client against a real server: the arguments and results of calls, and every way in which a call can fail.
import { deepEqual, equal, fail, match, notEqual, ok, rejects, throws } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { misbehave } from "../../test/support/misbehaving.ts";
import { failure, refusal } from "../../test/support/watching.ts";
import { ids, invited, keys, startWorld, type World } from "../../test/support/world.ts";
import { AtlasClient, type AtlasClientOptions } from "./client.ts";

const clientOf = ({ url }: World) => new AtlasClient({ baseUrl: url, ...keys.owner });

const groupId = ids.group;
const body = { roles: ["GROUP_READ_ONLY", "GROUP_OWNER"], username: invited } as const;

test("a body goes out, the changed invitation comes back", async (t) => {
  const client = clientOf(await startWorld(t));
  const invite = await client.updateGroupInvites({ groupId, body });
  deepEqual(invite.roles, ["GROUP_OWNER", "GROUP_READ_ONLY"]);
  deepEqual(await client.getGroupInvite({ groupId, invitationId: ids.invite }), invite);
});

test("query parameters and an input of none", async (t) => {
  const client = clientOf(await startWorld(t));
  equal((await client.listGroups()).totalCount, 1);
  deepEqual((await client.listGroups({ pageNum: 2, itemsPerPage: 1 })).results, []);
  equal((await client.listGroups({ includeCount: false, pageNum: undefined })).totalCount, 0);
});

test("an answer without a body is undefined, an empty object is one", async (t) => {
  const client = clientOf(await startWorld(t));
  equal(await client.deleteGroupInvite({ groupId, invitationId: ids.invite }), undefined);
  deepEqual(await client.deleteGroup({ groupId }), {});
});

test("path parameters reach the server as they are", async (t) => {
  const client = clientOf(await startWorld(t));
  const name = "Grüße & (mehr), @x+y'";
  const { id } = await client.createGroup({ body: { name, orgId: ids.org } });
  equal((await client.getGroupByName({ groupName: name })).id, id);
  const odd = "a/b?c#d%2F";
  const { errorCode, parameters } = await refusal(client.getOrgTeamByName({ orgId: ids.org, teamName: odd }));
  deepEqual({ errorCode, parameters }, { errorCode: "TEAM_NAME_NOT_FOUND", parameters: [odd] });
});

test("a refusal carries everything the server said", async (t) => {
  const client = clientOf(await startWorld(t));
  const wrong = await refusal(
    client.updateGroupInvites({
      groupId,
      body: { roles: ["GROUP_KING" as "GROUP_OWNER"], username: invited },
    }),
  );
  const { operationId, status, errorCode, detail, parameters, badRequestDetail, message } = wrong;
  deepEqual(
    { operationId, status, errorCode, parameters },
    { operationId: "updateGroupInvites", status: 400, errorCode: "BAD_REQUEST", parameters: [] },
  );
  deepEqual(
    badRequestDetail?.fields.map(({ field }) => field),
    ["_roles"],
  );
  ok(message.startsWith(`updateGroupInvites: 400 BAD_REQUEST. ${detail}`), message);
  match(message, /GROUP_KING/);
});

test("the stack of a refusal begins with who called", async (t) => {
  const client = clientOf(await startWorld(t));
  async function callIt() {
    await client.getGroup({ groupId: "0".repeat(24) });
  }
  const { stack = "" } = await refusal(callIt());
  const [first, ...frames] = stack.split("\n");
  match(String(first), /^AtlasError: getGroup: 404 GROUP_NOT_FOUND\. /);
  match(
    String(frames.find((frame) => !frame.includes(" node:") && !frame.includes("(node:"))),
    /callIt .*client\.test\.ts:\d+/,
  );
});

test("the version that is asked for is the newest that lasts, not one that was tried out", async (t) => {
  const client = clientOf(await startWorld(t, { now: "2026-08-10" }));
  const { results } = await client.listRateLimits({ name: "Rate Limits Inspection" });
  equal(results[0]?.endpointSetId, "rateLimitsInspection_user");
  const { capacity } = await client.getRateLimit({ endpointSetId: "rateLimitsInspection_user" });
  equal(capacity?.value, 500);
});

test("the rest of the answer is there for who asks", async (t) => {
  const client = clientOf(await startWorld(t));
  const { reply, answer } = await client.getGroup({ groupId }).withAnswer();
  equal(reply.id, groupId);
  const { limit = 0, remaining = 0 } = answer.rateLimit ?? {};
  ok(answer.status === 200 && limit > 0 && remaining <= limit);
  equal(answer.headers.get("content-type"), "application/vnd.atlas.2023-01-01+json;charset=utf-8");
  deepEqual([answer.requestId, answer.retryAfterSeconds], [undefined, undefined]);

  const gone = await client.deleteGroupInvite({ groupId, invitationId: ids.invite }).withAnswer();
  deepEqual([gone.reply, gone.answer.status], [undefined, 204]);
  match(gone.answer.headers.get("sunset") ?? "", /2027/);

  const { answer: refused } = await refusal(client.getGroup({ groupId: ids.missing }).withAnswer());
  deepEqual([refused.status, refused.headers.get("x-error-code")], [404, "GROUP_NOT_FOUND"]);
});

test("the name of the request in a log, where somebody says it", async (t) => {
  const client = await stranger(t, 500, { "x-request-id": "4bf92f35" }, "{}");
  const { answer } = await refusal(client.listGroups());
  equal(answer.requestId, "4bf92f35");
});

test("an older version is answered in its own form", async (t) => {
  const client = clientOf(await startWorld(t));
  const older = await client.listGroupUsers({ groupId }, { version: "2023-01-01" }).withAnswer();
  equal(older.reply.results[0]?.emailAddress, "owner@example.com");
  match(older.answer.headers.get("content-type") ?? "", /2023-01-01/);
  const newest = await client.listGroupUsers({ groupId }, { version: "2025-02-19" });
  equal(newest.results[0]?.orgMembershipStatus, "ACTIVE");

  // A version that only the server knows may be requested in spite of the types; an invalid one is not sent.
  const options = (version: string) => ({ version: version as "2025-02-19" });
  const between = await client.listGroupUsers({ groupId }, options("2024-08-05")).withAnswer();
  match(between.answer.headers.get("content-type") ?? "", /2023-01-01/);
  await rejects(
    client.listGroupUsers({ groupId }, options("v2")),
    /^TypeError: listGroupUsers: 'v2' is no version; write YYYY-MM-DD or preview$/,
  );
  const preview = await client
    .getRateLimit({ endpointSetId: "rateLimitsInspection_user" }, { version: "preview" })
    .catch(({ status }) => status);
  notEqual(preview, 406);
});

test("a refusal is told by its code", async (t) => {
  const client = clientOf(await startWorld(t));
  const missing = await refusal(client.getGroup({ groupId: ids.missing }));
  ok(missing.is("GROUP_NOT_FOUND"));
  ok(missing.is("ORG_NOT_FOUND", "GROUP_NOT_FOUND"));
  ok(!missing.is("ORG_NOT_FOUND"));
});

test("a signal ends the call with its own reason", async (t) => {
  const client = clientOf(await startWorld(t));
  const reason = await failure(client.getGroup({ groupId }, { signal: AbortSignal.abort("enough") }));
  equal(reason, "enough");
});

/** Builds a client of a server that is not Atlas. */
async function stranger(t: TestContext, status: number, headers: Record<string, string>, text: string) {
  const url = await misbehave(t, (_, response) => void response.writeHead(status, headers).end(text));
  return new AtlasClient({ baseUrl: `${url}/`, ...keys.owner });
}

test("what is no answer of the API says what it is", async (t) => {
  const html = { "content-type": "text/html" };
  const page = await stranger(t, 200, html, "<h1>Welcome</h1>");
  match(
    (await refusal(page.listGroups())).message,
    /^listGroups: 200\. The answer is text\/html, not JSON; does baseUrl name an Atlas API\?$/,
  );

  const gateway = await stranger(t, 502, html, "<h1>Bad gateway</h1>");
  const { status, errorCode, detail } = await refusal(gateway.listGroups({}, { retries: 0 }));
  deepEqual(
    { status, errorCode, detail },
    { status: 502, errorCode: undefined, detail: "<h1>Bad gateway</h1>" },
  );

  const elsewhere = await stranger(t, 307, { location: "https://example.com/" }, "");
  equal((await refusal(elsewhere.listGroups())).status, 307);
});

test("a refusal in another form than Atlas's is an AtlasError that says what it said", async (t) => {
  const json = { "content-type": "application/json" };
  const cases: readonly (readonly [body: unknown, said: string])[] = [
    [{ detail: [{ loc: ["body"], msg: "wrong" }] }, '. [{"loc":["body"],"msg":"wrong"}]'],
    [{ detail: { why: "wrong" }, errorCode: 7 }, '. {"why":"wrong"}'],
    [{ detail: "No.", errorCode: "X", parameters: "p" }, " X. No."],
    [{ detail: "No.", badRequestDetail: { fields: { a: "b" } } }, '. No. {"fields":{"a":"b"}}'],
    [{ detail: "No.", badRequestDetail: "wrong" }, ". No. wrong"],
    [{ detail: "No.", badRequestDetail: null }, ". No."],
    [{ detail: "No.", badRequestDetail: { fields: [null, "a"] } }, '. No. {"fields":[null,"a"]}'],
    [{ detail: "No.", badRequestDetail: { fields: [{ field: "a", description: ["b"] }] } }, '. No. a: ["b"]'],
    [{ error: { code: 1 } }, '. {"error":{"code":1}}'],
    [{ error: "invalid", error_description: {} }, " invalid. {}"],
    [["wrong"], '. ["wrong"]'],
    ["wrong", '. "wrong"'],
    [null, ". null"],
  ];
  for (const [body, said] of cases) {
    const odd = await stranger(t, 400, json, JSON.stringify(body));
    const { message, parameters } = await refusal(odd.listGroups());
    equal(message, `listGroups: 400${said}`);
    deepEqual(parameters, []);
  }
  const links = await stranger(t, 200, json, '{"results":[1],"links":{"next":"x"}}');
  deepEqual(await links.listGroups().all(), [1]);
});

test("a call that cannot be meant is not sent", async () => {
  const unasked: typeof fetch = () => fail("a request was sent");
  // Programs without types can pass anything.
  // biome-ignore lint/suspicious/noExplicitAny: the types forbid each of these
  const client = new AtlasClient({ ...keys.owner, fetch: unasked }) as any;
  const cases: [Promise<unknown>, RegExp][] = [
    [client.getGroup(), /^getGroup: the parameter 'groupId' is missing/],
    [client.getGroup({ groupId: "" }), /'groupId' is missing/],
    [client.getGroup({ groupId: ".." }), /'groupId' cannot be '\.\.'/],
    [
      client.getGroup({ groupId, grupId: "x" }),
      /^getGroup: there is no parameter 'grupId'; there is groupId, pretty$/,
    ],
    [client.getGroup({ groupId, envelope: true }), /there is no parameter 'envelope'/],
    [client.updateGroupInvites({ groupId }), /'body' is missing/],
    [
      client.getGroup({ groupId }, { versoin: "2023-01-01" }),
      /^getGroup: there is no option 'versoin'; there is version, signal, timeoutMs, retries$/,
    ],
  ];
  for (const [call, expected] of cases) {
    const reason = await failure(call);
    ok(reason instanceof TypeError);
    match(reason.message, expected);
  }
  throws(() => new AtlasClient({} as AtlasClientOptions), /'clientId' is missing/);
  throws(() => Reflect.construct(AtlasClient, []), /'clientId' is missing/);
  for (const mistyped of ["baseUr", "timeout", "retry", "constructor"]) {
    throws(() => new AtlasClient({ ...keys.owner, [mistyped]: 1 }), {
      name: "TypeError",
      message: new RegExp(
        `^new AtlasClient: there is no option '${mistyped}'; there is .*, baseUrl, fetch, `,
      ),
    });
  }
  // A seeded key has other members as well.
  const key = { ...keys.owner, id: "0", desc: "ci", orgId: "0", roles: [] };
  new AtlasClient(key);
  throws(() => new AtlasClient({ ...keys.owner, baseUrl: "127.0.0.1:8080" }), /has no scheme/);
  throws(() => new AtlasClient({ ...keys.owner, baseUrl: "http://a b" }), /'http:\/\/a b' is no address/);
  for (const address of ["//me@x", "//me:secret@x", "//x?x", "//x/?", "//x#x"]) {
    throws(() => new AtlasClient({ ...keys.owner, baseUrl: `http:${address}` }), {
      name: "TypeError",
      message: "new AtlasClient: baseUrl cannot have @, ? or #",
    });
  }
  for (const timeoutMs of [-1, NaN, Infinity, null, 1.5, 2 ** 31, "1"]) {
    throws(() => new AtlasClient({ ...keys.owner, timeoutMs: timeoutMs as number }), {
      name: "TypeError",
      message: `new AtlasClient: timeoutMs must be an integer from 0 to 2147483647, not ${timeoutMs}`,
    });
  }
  throws(() => new AtlasClient({ publicKey: "a" } as AtlasClientOptions), /'privateKey' is missing/);
});

test("without a baseUrl it is Atlas that is asked, for the newest version", async () => {
  let asked: [string, RequestInit | undefined] | undefined;
  const client = new AtlasClient({
    ...keys.owner,
    fetch: async (input, init) => {
      asked = [String(input), init];
      return Response.json({ results: [] });
    },
  });
  await client.listGroups({ pageNum: 2 });
  equal(asked?.[0], "https://cloud.mongodb.com/api/atlas/v2/groups?pageNum=2");
  const headers = new Headers(asked?.[1]?.headers);
  equal(headers.get("accept"), "application/vnd.atlas.2023-01-01+json");
  match(headers.get("user-agent") ?? "", /^anteroom-client\/\d/);
});
