// Tests of the client's digest, against a real server.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { refusal, watched } from "../../test/support/watching.ts";
import { ids, keys, startWorld, type World } from "../../test/support/world.ts";
import { AtlasClient } from "./client.ts";

const groupId = ids.group;

const clientOf = ({ url }: World, key = keys.owner, options: { fetch?: typeof fetch } = {}) =>
  new AtlasClient({ baseUrl: url, ...key, ...options });

test("one challenge, then the nonce is used again with growing counts", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched();
  const client = clientOf(world, keys.owner, { fetch });
  for (let call = 0; call < 3; call++) await client.getGroup({ groupId });
  deepEqual(
    seen.map(({ status }) => status),
    [401, 200, 200, 200],
  );
  const counts = seen.slice(1).map(({ authorization }) => /nc=(\w+)/.exec(authorization)?.[1]);
  deepEqual(counts, ["00000001", "00000002", "00000003"]);
});

test("twenty calls at once", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched();
  const client = clientOf(world, keys.owner, { fetch });
  await client.getGroup({ groupId });
  await Promise.all(Array.from({ length: 20 }, () => client.getGroup({ groupId })));
  equal(seen.filter(({ status }) => status === 401).length, 1);
});

test("a stale nonce is replaced without a word", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched();
  const client = clientOf(world, keys.owner, { fetch });
  await client.getGroup({ groupId });
  world.clock.set({ advance: "P1D" });
  await client.getGroup({ groupId });
  deepEqual(
    seen.map(({ status }) => status),
    [401, 200, 401, 200],
  );
});

test("a wrong private key is refused after one try", async (t) => {
  const world = await startWorld(t);
  const { seen, fetch } = watched();
  const wrong = { ...keys.owner, privateKey: keys.member.privateKey };
  const client = clientOf(world, wrong, { fetch });
  const { status, errorCode } = await refusal(client.getGroup({ groupId }));
  deepEqual(
    { status, errorCode, tries: seen.length },
    { status: 401, errorCode: "UNEXPECTED_ERROR", tries: 2 },
  );
});

test("a Digest among other challenges of one header is answered", async () => {
  const digest = 'Digest realm="x, Digest y", nonce="n", qop="auth"';
  for (const challenge of [
    `Basic realm="a, Digest b", charset="UTF-8", ${digest}`,
    `${digest}, Basic realm="a"`,
    `Negotiate, ${digest}, Bearer`,
    `Digest realm="a", nonce="b", qop="auth", algorithm=SHA-256, ${digest}`,
  ]) {
    const sending: typeof fetch = async (_, init) => {
      const authorization = new Headers(init?.headers).get("authorization") ?? "";
      return authorization.includes('realm="x, Digest y", nonce="n"')
        ? Response.json({ results: [] })
        : new Response("", { status: 401, headers: { "www-authenticate": challenge } });
    };
    const { results } = await new AtlasClient({ ...keys.owner, fetch: sending }).listGroups();
    deepEqual(results, [], challenge);
  }
});

test("a challenge of a kind that is not spoken ends the call", async () => {
  const answer = async () =>
    new Response("", {
      status: 401,
      headers: { "www-authenticate": 'Digest realm="x", nonce="y", algorithm=SHA-256' },
    });
  const client = new AtlasClient({ ...keys.owner, fetch: answer });
  equal((await refusal(client.listGroups())).status, 401);
});
