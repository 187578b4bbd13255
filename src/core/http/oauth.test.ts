// Tests of tokens for service accounts: who gets one, its claims, and how it is revoked.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../contract/errors.ts";
import { hour } from "../domain/instant.ts";
import { hashSecret } from "../secrets/keyring.ts";
import type { Endpoint, EndpointRequest } from "./endpoints.ts";
import { createGuess, createLimits } from "./limits.ts";
import { claimedClient, createTokenEndpoints } from "./oauth.ts";

const id = "a0123456789abcdef012345a";
const clientId = `mdb_sa_id_${id}`;
const secret = "mdb_sa_sk_1+2 3";
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
const authorization = basic(`${clientId}:${encodeURIComponent(secret)}`);
const now = Date.UTC(2026, 7, 10);

type Changes = EndpointRequest["headers"] & { readonly from?: string };

function start({ friends = false } = {}) {
  let elapsed = 0;
  const calls: unknown[] = [];
  const signed: unknown[] = [];
  let [live, isLive] = [
    ["older", secret].map((each) => ({ secretHash: hashSecret(each), orgId: "o" })),
    true,
  ];
  let claims: object | undefined = { clientId, id: "t" };
  const note =
    (name: string) =>
    async (...given: unknown[]) => {
      calls.push([name, ...given]);
      return name === "liveSecrets" ? live : isLive;
    };
  const names = ["liveSecrets", "useSecret", "sweepDigestUses", "sweepRevoked", "revokeToken"];
  const credentials = Object.fromEntries(names.map((name) => [name, note(name)]));
  const run = async (work: (tx: unknown) => unknown) => work({ credentials });
  const endpoints = createTokenEndpoints({
    store: { look: run, write: run },
    clock: { now: () => now },
    keyring: {
      signToken: async (claims: unknown) => {
        signed.push(claims);
        return "signed";
      },
      readToken: async () => claims,
    },
    mintId: (at: number) => `id ${at}`,
    tokens: { time: () => now },
    spend: async () => {},
    guess: createGuess({
      limits: createLimits({ enforced: false, elapsed: () => elapsed }),
      hasStrangers: !friends,
    }),
  } as never);
  const [issue, revoke] = endpoints as [Endpoint, Endpoint];
  const ask = async (
    endpoint: Endpoint,
    body: string,
    { from: ip = "192.0.2.1", ...changes }: Changes = {},
  ) => {
    const headers = { authorization, "content-type": "application/x-www-form-urlencoded", ...changes };
    const request = {
      headers,
      body: Buffer.from(body),
      remoteAddress: { state: "own", ip },
      path: endpoint.path,
    } as EndpointRequest;
    const { body: text, ...answer } = await endpoint.answer(request);
    return { ...answer, json: JSON.parse(String(text)) };
  };
  return {
    issue: (body: string, changes?: Changes) => ask(issue, body, changes),
    revoke: (body: string, changes?: Changes) => ask(revoke, body, changes),
    endpoints: [issue, revoke] as const,
    pass: (ms: number) => {
      elapsed += ms;
    },
    calls,
    signed,
    without: () => {
      live = [];
    },
    loses: () => {
      isLive = false;
    },
    reads: (given: object | undefined) => {
      claims = given;
    },
  };
}
const asking = "grant_type=client_credentials";

test("a token for the right secret, for an hour", async () => {
  const { issue, calls, signed } = start();
  const { status, headers, json } = await issue(asking);
  deepEqual([status, json], [200, { access_token: "signed", expires_in: 3600, token_type: "Bearer" }]);
  deepEqual(headers, { "cache-control": "no-store", "content-type": "application/json" });
  const secretHash = hashSecret(secret);
  const [claims] = signed as [Record<string, unknown>];
  deepEqual(claims, {
    id: `id ${now}`,
    clientId,
    secretHash,
    orgId: "o",
    issuedAt: now,
    expiresAt: now + hour,
  });
  deepEqual(calls.slice(0, 3), [
    ["liveSecrets", id, now],
    ["useSecret", secretHash, now],
    ["sweepDigestUses", now],
  ]);
  const [name, at] = calls[3] as [string, number];
  deepEqual([name, at <= now], ["sweepRevoked", true]);
});

test("400 for another grant, or none", async () => {
  const { issue, signed } = start();
  deepEqual((await issue("")).json, {
    error: "invalid_request",
    error_description: "The parameter grant_type is missing.",
  });
  const { status, headers, json } = await issue("grant_type=password");
  equal(headers["www-authenticate"], undefined);
  deepEqual(
    [status, json, signed],
    [
      400,
      {
        error: "unsupported_grant_type",
        error_description: "Only the grant client_credentials is offered.",
      },
      [],
    ],
  );
});

test("401 for a wrong secret, one that has gone meanwhile, and for who says nothing", async () => {
  const challenge = 'Basic realm="anteroom"';
  const words =
    "The client id or its secret is wrong, or the secret has expired. Send both as HTTP Basic credentials.";
  const refused = { error: "invalid_client", error_description: words };
  for (const sent of [undefined, "", basic(`${clientId}:wrong`), basic(`x:${secret}`), "Basic !"]) {
    for (const act of ["issue", "revoke"] as const) {
      const { status, headers, json } = await start()[act](asking, { authorization: sent });
      deepEqual([status, headers["www-authenticate"], json], [401, challenge, refused], sent);
    }
  }
  const without = start();
  without.without();
  equal((await without.issue(asking)).status, 401);
  const losing = start();
  losing.loses();
  equal((await losing.issue(asking)).status, 401);
});

test("200 for whatever is given back; only tokens of the account itself are revoked", async () => {
  for (const [claims, isRevoked] of [
    [{ clientId, id: "t" }, true],
    [{ clientId: "mdb_sa_id_ffffffffffffffffffffffff" }, false],
    [undefined, false],
  ] as const) {
    const { revoke, calls, reads } = start();
    reads(claims);
    const { status, headers, json } = await revoke("token=x");
    deepEqual([status, json, headers["www-authenticate"]], [200, {}, undefined]);
    deepEqual(calls.slice(1), isRevoked ? [["revokeToken", claims]] : []);
  }
  const { status, json } = await start().revoke("");
  deepEqual(
    [status, json.error, json.error_description],
    [400, "invalid_request", "The parameter token is missing."],
  );
});

test("what is no refusal of its own goes on as it is", async () => {
  const { issue } = start();
  const reason = await issue(asking, { "content-type": "text/plain" }).catch((thrown) => thrown);
  equal(reason.code, "BAD_REQUEST");
});

test("other refusals have the form of OAuth", () => {
  const [issue, revoke] = start().endpoints;
  const bodyOf = (known: ReturnType<typeof fault>) => {
    const { status, headers, body } = issue.refuse(known);
    return { status, retry: headers["retry-after"], ...JSON.parse(String(body)) };
  };
  const away = fault("SERVICE_UNAVAILABLE", { reason: "Away" }, { headers: { "retry-after": "1" } });
  deepEqual(bodyOf(away), {
    status: 503,
    retry: "1",
    error: "temporarily_unavailable",
    error_description: away.message,
  });
  equal(bodyOf(fault("UNEXPECTED_ERROR", {})).error, "server_error");
  const fields = [{ description: "No form.", field: "body" }];
  deepEqual(bodyOf(fault("BAD_REQUEST", {}, { fields })), {
    status: 400,
    retry: undefined,
    error: "invalid_request",
    error_description: "No form.",
  });
  deepEqual(
    [issue, revoke].map((each) => [each.method, each.path, each.securityEvent]),
    [
      ["POST", "/api/oauth/token", "token-issue"],
      ["POST", "/api/oauth/revoke", "token-revocation"],
    ],
  );
  equal(revoke.claimed?.({ headers: { authorization } } as EndpointRequest), clientId);
  equal(revoke.claimed?.({ headers: {} } as EndpointRequest), undefined);
});

test("what Basic credentials say", () => {
  deepEqual(claimedClient(authorization), { clientId, secret });
  deepEqual(claimedClient(basic(`${clientId}:a+b`).replace("Basic", "basic  ")), { clientId, secret: "a b" });
  deepEqual(claimedClient(basic(`${clientId}:a%`)), { clientId, secret: "a%" });
  deepEqual(claimedClient(basic(`${clientId}:a:b`)), { clientId, secret: "a" });
  deepEqual(claimedClient(basic(clientId)), { clientId, secret: "" });
  equal(claimedClient(basic(clientId.toUpperCase()))?.clientId, clientId.toUpperCase());
  for (const text of ["", `x${authorization}`, `${authorization} x`, basic("x:y"), basic(`${clientId}0:y`)]) {
    equal(claimedClient(text), undefined, text);
  }
});

test("429 after thirty wrong secrets of one client from one network, and 200 from others", async () => {
  const { issue, revoke, pass, endpoints } = start();
  const wrong = { authorization: basic(`${clientId}:mdb_sa_sk_wrong`) };
  for (let count = 0; count < 15; count++) {
    equal((await issue(asking, wrong)).status, 401);
    equal(
      (await revoke("token=t", { authorization: wrong.authorization.replace("Basic", "basic") })).status,
      401,
    );
  }
  for (const tried of [issue(asking, wrong), issue(asking), revoke("token=t")]) {
    const reason = await tried.catch((reason) => reason);
    const { status, headers, body } = endpoints[0].refuse(reason);
    deepEqual([status, headers["retry-after"]], [429, "60"]);
    equal(JSON.parse(String(body)).error, "temporarily_unavailable");
  }
  const upper = basic(`${clientId.toUpperCase().replace("MDB_SA_ID_", "mdb_sa_id_")}:mdb_sa_sk_wrong`);
  await rejects(issue(asking, { authorization: upper }), { status: 429 });
  equal((await issue(asking, { from: "192.0.2.2" })).status, 200);
  const another = basic(`mdb_sa_id_${"1".repeat(24)}:mdb_sa_sk_wrong`);
  equal((await issue(asking, { authorization: another })).status, 401);
  pass(60_000);
  equal((await issue(asking)).status, 200);
});

test("right secrets are never counted, and a rehearsal counts none", async () => {
  const { issue } = start();
  for (let count = 0; count < 40; count++) equal((await issue(asking)).status, 200);
  const rehearsal = start({ friends: true });
  const authorization = basic(`${clientId}:mdb_sa_sk_wrong`);
  for (let count = 0; count < 40; count++) {
    equal((await rehearsal.issue(asking, { authorization })).status, 401);
  }
});
