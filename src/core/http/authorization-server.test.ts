// Tests of the endpoints of programs: their addresses, what they count and store, and their refusals.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { notingLimits } from "../../../test/support/limits.ts";
import { type ErrorCode, fault } from "../contract/errors.ts";
import { deviceSets } from "../contract/limits.ts";
import { challengeOf, hashSecret } from "../secrets/keyring.ts";
import { createAuthorizationEndpoints } from "./authorization-server.ts";
import type { EndpointRequest } from "./endpoints.ts";

const now = Date.UTC(2024, 7, 10);
const tokenTime = now + 1000;
const clientId = "5cc53c56-022d-41e7-928f-46621e62f8c1";
const redirectUri = "http://127.0.0.1/atlas-cli/callback";
const user = { id: "p", username: "Ada@example.com" };

function start(clock = now) {
  const calls: unknown[][] = [];
  const noting = (answers: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        async (...given: unknown[]) => {
          calls.push([name, ...given]);
          return answer;
        },
      ]),
    );
  const challenge = challengeOf("verifier");
  const tx = {
    authorizationCodes: noting({ find: { clientId, redirectUri, challenge, lineId: null, user }, use: true }),
    commandLines: noting({ sweep: undefined, begin: undefined }),
    users: noting({ signedIn: undefined }),
    locks: { person: () => {} },
  };
  const taken: string[] = [];
  const limits = notingLimits({ enforced: false, elapsed: () => 0 }, (name, scope) =>
    taken.push(`${name} ${scope}`),
  );
  const endpoints = createAuthorizationEndpoints({
    store: { write: async (work: (tx: unknown) => unknown) => work(tx) },
    clock: { now: () => clock },
    keyring: { people: noting({ signAccess: "access", signRefresh: "refresh" }) },
    spend: async (...all: Parameters<typeof limits.take>) => void limits.take(...all),
    mintId: () => "l",
    tokens: { time: () => tokenTime, adopts: false },
  } as never);
  return {
    endpoints,
    taken,
    called: (name: string) => calls.filter(([each]) => each === name),
    async ask(path: string, fields: Record<string, string> = {}, userAgent = "cli") {
      const endpoint = endpoints.find((each) => each.path === path);
      ok(endpoint, path);
      const { body, status } = await endpoint.answer({
        headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent },
        body: Buffer.from(String(new URLSearchParams({ client_id: clientId, ...fields }))),
        remoteAddress: { state: "own", ip: "2001:db8::1" },
        origin: "https://anteroom.example.com",
      } as EndpointRequest);
      return { status, json: JSON.parse(String(body)) };
    },
  };
}

const exchange = {
  grant_type: "authorization_code",
  code: "code",
  redirect_uri: redirectUri,
  code_verifier: "verifier",
};

test("endpoints are told of in the security log as those of devices, and refuse in OAuth's form", () => {
  const { endpoints } = start();
  deepEqual(
    endpoints.map(({ method, path, securityEvent }) => [method, path, securityEvent]),
    [
      ["GET", "/.well-known/oauth-authorization-server", undefined],
      ["POST", "/oauth/token", "command-line-token"],
      ["POST", "/oauth/revoke", "command-line-sign-out"],
    ],
  );
  const refusal = (code: ErrorCode) => {
    const refused = endpoints[1]?.refuse(fault(code as "UNEXPECTED_ERROR", {}));
    return [refused?.status, JSON.parse(String(refused?.body)).error];
  };
  deepEqual(refusal("UNEXPECTED_ERROR"), [500, "server_error"]);
  deepEqual(refusal("SERVICE_UNAVAILABLE"), [503, "temporarily_unavailable"]);
});

test("a code is looked for by its hash, for a session as of the time of tokens", async () => {
  const { ask, called } = start();
  const { status, json } = await ask("/oauth/token", exchange, "x".repeat(201));
  deepEqual([status, json.access_token, json.scope], [200, "access", "atlas"]);
  deepEqual(called("find"), [["find", hashSecret("code")]]);
  deepEqual(called("use"), [["use", hashSecret("code"), now, "l", tokenTime + 12 * 3_600_000]]);
  const [[, , line]] = called("begin") as [[string, string, Record<string, unknown>]];
  deepEqual(
    [line.userAgent, line.remoteAddress, line.createdAt],
    ["x".repeat(200), "2001:db8::1", tokenTime],
  );
});

test("what has expired is forgotten by the earliest of the clocks", async () => {
  for (const [clock, earliest] of [
    [now, now],
    [Date.UTC(9000, 0), tokenTime],
  ] as const) {
    const { ask, called } = start(clock);
    await ask("/oauth/token", exchange);
    deepEqual(called("sweep"), [["sweep", earliest]]);
  }
});

test("requests are counted by network with those of devices, and refused beyond its share", async () => {
  const { ask, taken } = start();
  const path = "/.well-known/oauth-authorization-server";
  for (let count = 0; count < deviceSets.requests.capacity; count++) equal((await ask(path)).status, 200);
  deepEqual([...new Set(taken)], ["device 2001:db8::/64", "device around 2001:db8::/48"]);
  await rejects(ask("/oauth/token", exchange), { code: "RATE_LIMITED_TOKEN_BUCKET", status: 429 });
});
