// Tests of the access tokens that the client keeps, against a real server.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { movesTime } from "../../test/support/frozen.ts";
import { failure, refusal, type Seen, watched } from "../../test/support/watching.ts";
import { account, ids, startWorld, type World } from "../../test/support/world.ts";
import { AtlasClient, type ServiceAccount } from "./client.ts";

const groupId = ids.group;

const byToken = ({ url }: World, options: Partial<ServiceAccount> & { fetch?: typeof fetch } = {}) =>
  new AtlasClient({ baseUrl: url, ...account, ...options });

const tokenPath = "/api/oauth/token";
async function revoke(url: string, token: string): Promise<void> {
  const { clientId, clientSecret } = account;
  const { status } = await fetch(`${url}/api/oauth/revoke`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ token }),
  });
  equal(status, 200);
}

const tokenIn = (seen: readonly Seen[]) =>
  seen.findLast(({ path }) => path !== tokenPath)?.authorization.replace("Bearer ", "") ?? "";
const tokensIn = (seen: readonly Seen[]) => seen.filter(({ path }) => path === tokenPath).length;

test("one token serves every call, at once and one after the other", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched();
  const client = byToken(world, { fetch });
  await Promise.all(Array.from({ length: 10 }, () => client.getGroup({ groupId })));
  await client.listGroups();
  equal(tokensIn(seen), 1);
});

test("a token that was refused is renewed, once for all", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched();
  const client = byToken(world, { fetch });
  await client.getGroup({ groupId });
  await revoke(world.url, tokenIn(seen));
  await Promise.all(Array.from({ length: 10 }, () => client.getGroup({ groupId })));
  equal(tokensIn(seen), 2);
});

test("a hundred calls at once, with a token that ended or was revoked, cost one token", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched();
  const client = byToken(world, { fetch });
  const hundred = () => Promise.all(Array.from({ length: 100 }, () => client.getGroup({ groupId })));
  await hundred();
  equal(tokensIn(seen), 1);
  movesTime(t, world)({ advance: "P1D" });
  await hundred();
  equal(tokensIn(seen), 2);
  await revoke(world.url, tokenIn(seen));
  await hundred();
  equal(tokensIn(seen), 3);
});

test("a hundred calls at once, with a token whose time is over here, cost one token", async () => {
  let tokens = 0;
  const client = new AtlasClient({
    ...account,
    fetch: async (input) => {
      if (new URL(String(input)).pathname !== tokenPath) return Response.json({ results: [] });
      // The first token expires before it is used.
      const expires_in = tokens++ === 0 ? 0 : 3600;
      return Response.json({ access_token: `t${tokens}`, expires_in, token_type: "Bearer" });
    },
  });
  await Promise.all(Array.from({ length: 100 }, () => client.listGroups()));
  equal(tokens, 2);
});

test("a call that is ended leaves the token to those that wait for it too", async (t) => {
  const world = await startWorld(t);
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { seen, fetch } = watched(async (path, response) => {
    if (path === tokenPath) await opened;
    return response;
  });
  const client = byToken(world, { fetch });
  const stop = new AbortController();
  const ended = client.getGroup({ groupId }, { signal: stop.signal });
  const other = client.getGroup({ groupId });
  stop.abort("enough");
  equal(await failure(ended), "enough");
  open();
  equal((await other).id, groupId);
  equal(tokensIn(seen), 1);
});

test("a token about to end is not used", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched(async (path, response) =>
    path === tokenPath ? Response.json({ ...((await response.json()) as object), expires_in: 0 }) : response,
  );
  const client = byToken(world, { fetch });
  await client.getGroup({ groupId });
  const before = tokensIn(seen);
  await Promise.all(Array.from({ length: 5 }, () => client.getGroup({ groupId })));
  ok(tokensIn(seen) > before);
  ok(seen.every(({ status }) => status === 200));
});

test("a wrong secret says so in the name of the operation", async (t) => {
  const world = await startWorld(t);
  const client = byToken(world, { clientSecret: "mdb_sa_sk_wrong" });
  const { status, errorCode, operationId } = await refusal(client.getGroup({ groupId }));
  deepEqual(
    { status, errorCode, operationId },
    { status: 401, errorCode: "invalid_client", operationId: "getGroup" },
  );
});

test("a lacking role does not cost a token", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched();
  const client = byToken(world, { fetch });
  const { errorCode } = await refusal(client.getGroup({ groupId: ids.otherGroup }));
  deepEqual({ errorCode, tokens: tokensIn(seen) }, { errorCode: "USER_CANNOT_ACCESS_GROUP", tokens: 1 });
});

test("the life of a token may be written as text", async () => {
  let tokens = 0;
  const answer: typeof fetch = async (input) => {
    if (new URL(String(input)).pathname !== tokenPath) return Response.json({ results: [] });
    return Response.json({ access_token: `${++tokens}`, expires_in: "3600" });
  };
  const client = new AtlasClient({ ...account, fetch: answer });
  for (let call = 0; call < 2; call++) await client.listGroups();
  equal(tokens, 1);
});

test("a fresh token that is refused as well ends the call", async () => {
  const asked: string[] = [];
  const answer: typeof fetch = async (input) => {
    const { pathname } = new URL(String(input));
    asked.push(pathname);
    return pathname === tokenPath
      ? Response.json({ access_token: "t", expires_in: 3600, token_type: "Bearer" })
      : new Response(null, { status: 401 });
  };
  const { status, errorCode, detail } = await refusal(
    new AtlasClient({ ...account, fetch: answer }).listGroups(),
  );
  deepEqual(
    { status, errorCode, detail },
    { status: 401, errorCode: undefined, detail: "The credentials were refused." },
  );
  deepEqual(asked, [tokenPath, "/api/atlas/v2/groups", tokenPath, "/api/atlas/v2/groups"]);
});
