// Tests middleware between the client and its requests.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { misbehave } from "../../test/support/misbehaving.ts";
import { failure, refusal, watched } from "../../test/support/watching.ts";
import { account, ids, keys, startWorld } from "../../test/support/world.ts";
import { type Answer, AtlasClient, AtlasUnreachable, type Middleware } from "./client.ts";

const groupId = ids.group;

test("it sees each request and its answer, the first outermost, and changes headers", async (t) => {
  const { url } = await startWorld(t);
  const lines: string[] = [];
  const told =
    (name: string): Middleware =>
    async (request, next) => {
      request.headers.append("x-seen-by", name);
      lines.push(`${name} ${request.operationId} ${request.method} ${new URL(request.url).pathname}`);
      const answer = await next();
      lines.push(`${name} ${answer.status} ${answer.rateLimit === undefined ? "uncounted" : "counted"}`);
      return answer;
    };
  const sent: (string | null)[] = [];
  const atlas = new AtlasClient({
    baseUrl: url,
    ...keys.owner,
    middleware: [told("a"), told("b")],
    fetch: (input, init) => {
      sent.push(new Headers(init?.headers).get("x-seen-by"));
      return fetch(input, init);
    },
  });
  await atlas.getGroup({ groupId });
  const path = `/api/atlas/v2/groups/${groupId}`;
  const [a, b] = [`a getGroup GET ${path}`, `b getGroup GET ${path}`];
  deepEqual(lines, [a, b, "b 200 counted", "a 200 counted"]);
  // The challenge is part of the same call.
  deepEqual(sent, ["a, b", "a, b"]);

  equal((await refusal(atlas.getGroup({ groupId: ids.missing }))).status, 404);
  deepEqual(lines.slice(-2), ["b 404 uncounted", "a 404 uncounted"]);
});

test("no secret passes: neither credentials, nor tokens, nor bodies", async (t) => {
  const { url } = await startWorld(t);
  const { seen, fetch } = watched();
  const passed: unknown[] = [];
  const middleware: Middleware[] = [
    async (request, next) => {
      const answer = await next();
      passed.push(request, [...request.headers], answer, [...answer.headers]);
      return answer;
    },
  ];
  for (const credentials of [keys.owner, account]) {
    const atlas = new AtlasClient({ baseUrl: url, ...credentials, middleware, fetch });
    const made = await atlas.createOrgApiKey({
      orgId: ids.org,
      body: { desc: "a secret wish", roles: ["ORG_OWNER"] },
    });
    const text = JSON.stringify(passed);
    for (const secret of [...Object.values(credentials), made.privateKey ?? "", "a secret wish"]) {
      ok(secret !== "" && !text.includes(secret), secret);
    }
    for (const { authorization } of seen) ok(authorization === "" || !text.includes(authorization));
  }
  equal(passed.length, 8);
});

test("every try passes, and where no answer comes next() rejects", async (t) => {
  let count = 0;
  const baseUrl = await misbehave(t, (request, response) => {
    if (++count >= 3) request.socket.destroy();
    else response.writeHead(503, { "retry-after": "0" }).end();
  });
  const seen: unknown[] = [];
  const middleware: Middleware[] = [
    async (_, next) => {
      const answer = await next().catch((reason: Error) => {
        seen.push(reason.name);
        throw reason;
      });
      seen.push(answer.status);
      return answer;
    },
  ];
  const atlas = new AtlasClient({ baseUrl, ...keys.owner, middleware });
  ok((await failure(atlas.listGroups())) instanceof AtlasUnreachable);
  deepEqual(seen, [503, 503, "AtlasUnreachable", "AtlasUnreachable"]);
});

test("it may ask once more itself; what it throws ends the call, what it makes up is refused", async (t) => {
  const { url } = await startWorld(t);
  const withOne = (each: Middleware) => new AtlasClient({ baseUrl: url, ...keys.owner, middleware: [each] });
  const twice = withOne(async (_, next) => {
    await next();
    return next();
  });
  equal((await twice.getGroup({ groupId })).id, groupId);
  const thrown = new Error("not today");
  const strict = withOne(() => {
    throw thrown;
  });
  equal(await failure(strict.getGroup({ groupId })), thrown);
  const invented = withOne(async () => ({ status: 200 }) as Answer);
  await rejects(
    invented.getGroup({ groupId }),
    /^TypeError: a middleware must return the answer that next\(\)/,
  );
});

test("a token that is not granted is told to it in the name of the call", async (t) => {
  const { url } = await startWorld(t);
  const reasons: unknown[] = [];
  const middleware: Middleware[] = [
    (_, next) =>
      next().catch((reason) => {
        reasons.push(reason);
        throw reason;
      }),
  ];
  const atlas = new AtlasClient({ baseUrl: url, ...account, clientSecret: "mdb_sa_sk_no", middleware });
  const refused = await refusal(atlas.getGroup({ groupId }));
  ok(refused.is("GROUP_NOT_FOUND", "invalid_client"));
  deepEqual(reasons, [refused]);
});
