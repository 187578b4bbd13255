// Tests of command lines that people sign in: what each endpoint stores, answers and refuses, and which requests it counts.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { notingLimits } from "../../../test/support/limits.ts";
import { wallClock } from "../clock.ts";
import { fault } from "../contract/errors.ts";
import { deviceSets, type LimitSet } from "../contract/limits.ts";
import { hour, minute, second } from "../domain/instant.ts";
import { createDeviceEndpoints } from "./device.ts";
import type { EndpointRequest } from "./endpoints.ts";
import { emptied } from "./limits.ts";

/** A time long ago: the clock of the machine is later. */
const now = Date.UTC(2024, 7, 10);
const ip = "2001:db8::1";
const network = "2001:db8::/64";
const around = "2001:db8::/48";
const origin = "https://anteroom.example.com";
const clientId = "0oabtxactgS3gHIR0297";
const username = "Ada@example.com";
const pathOf = (name: string) => `/api/private/unauth/account/device/${name}`;
const unstored = { "cache-control": "no-store", "content-type": "application/json" };

const claims = { clientId, userAgent: "AtlasCLI", remoteAddress: ip };
const line = {
  ...claims,
  id: "l",
  username,
  generation: 3,
  createdAt: now - hour,
  renewedAt: now - hour,
  expiresAt: now + 3 * hour,
};

/** The answers of the store and the keyring. */
interface World {
  readonly empty?: readonly LimitSet[];
  readonly at?: number;
  readonly statusOf?: "PENDING" | "DENIED" | "CONFIRMED" | undefined;
  readonly confirmedBy?: object | undefined;
  readonly find?: object | undefined;
  readonly readRefresh?: object | undefined;
  readonly readAccess?: object | undefined;
}

function start(world: World = {}) {
  const answers: Record<string, unknown> = {
    statusOf: "CONFIRMED",
    confirmedBy: { id: "p" },
    redeem: { claims, user: { id: "p", username } },
    find: line,
    renew: true,
    signAccess: "access",
    readRefresh: { id: line.id, generation: line.generation },
    ...world,
  };
  const calls: unknown[][] = [];
  const noting = (...names: string[]) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        async (...given: unknown[]) => {
          calls.push([name, ...given]);
          return answers[name];
        },
      ]),
    );
  const tx = {
    commandLines: noting(
      "sweep",
      "ask",
      "statusOf",
      "confirmedBy",
      "redeem",
      "begin",
      "find",
      "renew",
      "end",
    ),
    users: noting("signedIn"),
    locks: { person: () => {} },
  };
  const run = async (work: (tx: unknown) => unknown) => work(tx);
  const taken: string[] = [];
  let elapsed = 0;
  const limits = notingLimits({ enforced: false, elapsed: () => elapsed }, (name, scope) =>
    taken.push(`${name} ${scope}`),
  );
  const endpoints = createDeviceEndpoints({
    store: { read: run, write: run },
    clock: { now: () => world.at ?? now },
    keyring: {
      mint: { userCode: () => "BCDFGHJK" },
      people: {
        ...noting("readRefresh", "readAccess", "signAccess"),
        signRefresh: async ({ id, generation }: typeof line) => `refresh ${id} ${generation}`,
      },
    },
    issue: {
      token: () => ({ token: "device", hash: "hash of device" }),
      hashOf: (token: string) => `hash of ${token}`,
      hashOfCode: (code: string) => `hash of code ${code}`,
    },
    limits,
    tokens: { time: () => world.at ?? now, adopts: false },
    async spend(set: LimitSet, key: string, path: string) {
      if (set.lasting !== true) return void limits.take(set, key, path);
      calls.push(["spend", set, key, path]);
      if (world.empty?.includes(set)) throw emptied(set, path, 1000);
    },
    mintId: (at: number) => `id ${at}`,
  } as never);
  return {
    endpoints,
    taken,
    called: (...names: string[]) => calls.filter(([name]) => names.includes(String(name))),
    wait: (ms: number) => {
      elapsed += ms;
    },
    async ask(name: string, fields: Record<string, string> = {}, userAgent = claims.userAgent) {
      const endpoint = endpoints.find(({ path }) => path === pathOf(name));
      ok(endpoint, name);
      const request = {
        headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent },
        body: Buffer.from(new URLSearchParams({ client_id: clientId, ...fields }).toString()),
        remoteAddress: { state: "own", ip },
        origin,
      } as EndpointRequest;
      const { body, ...answer } = await endpoint.answer(request);
      return { ...answer, json: JSON.parse(String(body)) };
    },
  };
}

const redeeming = {
  grant_type: "urn:ietf:params:oauth:grant-type:device_code",
  device_code: "device",
};
const refreshing = { grant_type: "refresh_token", refresh_token: "older" };
const pending = { code: "DEVICE_AUTHORIZATION_PENDING", parameters: [5] };

test("a code for whoever asks, kept as hashes for ten minutes", async () => {
  const { ask, called } = start();
  deepEqual(await ask("authorize"), {
    status: 200,
    headers: unstored,
    json: {
      user_code: "BCDFGHJK",
      verification_uri: `${origin}/account/connect`,
      device_code: "device",
      expires_in: 600,
      interval: 5,
    },
  });
  const grant = { deviceHash: "hash of device", codeHash: "hash of code BCDFGHJK", ...claims };
  deepEqual(called("ask"), [["ask", { ...grant, createdAt: now, expiresAt: now + 10 * minute }]]);
});

test("codes are counted by network and in all, before anything is kept", async () => {
  const { ask, called } = start();
  await ask("authorize");
  deepEqual(called("spend", "sweep", "ask").slice(0, 4), [
    ["spend", deviceSets.grantsFrom, network, pathOf("authorize")],
    ["spend", deviceSets.grantsFrom.around, around, pathOf("authorize")],
    ["spend", deviceSets.grants, "", pathOf("authorize")],
    ["sweep", now],
  ]);
});

test("when all codes are given, some are left for networks that have asked for few", async () => {
  const { grants, grantsOfFew, grantsKept } = deviceSets;
  const spentBy = async (...empty: LimitSet[]) => {
    const { ask, called } = start({ empty });
    const outcome = await ask("authorize").then(
      ({ status }) => status,
      ({ status }) => status,
    );
    return [
      outcome,
      ...called("spend")
        .slice(2)
        .map(([, set, key]) => [(set as LimitSet).name, key]),
    ];
  };
  const few = ["grantsOfFew", around];
  deepEqual(await spentBy(grants), [200, ["grants", ""], few, ["grantsKept", ""]]);
  deepEqual(await spentBy(grants, grantsOfFew), [429, ["grants", ""], few]);
  deepEqual(await spentBy(grants, grantsKept), [429, ["grants", ""], few, ["grantsKept", ""]]);
  equal(grants.capacity + grantsKept.capacity, 600);
});

test("codes are forgotten by the earlier clock, that of the rehearsal or of the machine", async () => {
  const { ask, called } = start({ at: Date.UTC(9000, 0) });
  const before = wallClock();
  await ask("authorize");
  const [[, at]] = called("sweep") as [[string, number]];
  ok(before <= at && at <= wallClock());
});

test("what a client says of itself is cut, or refused as its id", async () => {
  const { ask, called } = start();
  const longest = "x".repeat(200);
  await ask("authorize", { client_id: longest }, `${longest}y`);
  const [[, { clientId, userAgent }]] = called("ask") as [[string, typeof claims]];
  deepEqual([clientId, userAgent], [longest, longest]);
  await rejects(ask("authorize", { client_id: `${longest}x` }), {
    code: "INVALID_ATTRIBUTE",
    parameters: ["client_id"],
  });
});

test("tokens for a confirmed code, once for each", async () => {
  const { ask, called } = start();
  deepEqual(await ask("token", redeeming), {
    status: 200,
    headers: unstored,
    who: username,
    json: {
      access_token: "access",
      refresh_token: `refresh id ${now} 0`,
      scope: "openid profile offline_access",
      token_type: "Bearer",
      expires_in: 3600,
    },
  });
  deepEqual(called("statusOf", "redeem"), [
    ["statusOf", "hash of device", clientId, now],
    ["redeem", "hash of device", now],
  ]);
  const [[, signed]] = called("signAccess") as [[string, typeof line & { issuedAt: number }]];
  deepEqual(
    [signed.id, signed.username, signed.issuedAt, signed.expiresAt],
    [`id ${now}`, username, now, now + hour],
  );
});

test("no access token outlives its session, and a part of a second is not counted", async () => {
  const { ask, called } = start({ find: { ...line, createdAt: now - 11.5 * hour - 1 } });
  const { json } = await ask("token", refreshing);
  deepEqual([json.refresh_token, json.expires_in], ["refresh l 4", 1799]);
  const [[, signed]] = called("signAccess") as [[string, typeof line]];
  equal(signed.expiresAt, now + hour / 2 - 1);
});

test("a refresh token is read, and asked for in the name of the client", async () => {
  const { ask, called } = start();
  equal((await ask("token", refreshing)).json.refresh_token, "refresh l 4");
  deepEqual(called("readRefresh"), [["readRefresh", "older"]]);
  const invalid = { code: "INVALID_REFRESH_TOKEN", parameters: [] };
  await rejects(start({ readRefresh: undefined }).ask("token", refreshing), invalid);
  await rejects(start({ find: undefined }).ask("token", refreshing), invalid);
  await rejects(ask("token", { ...refreshing, client_id: "another" }), invalid);
});

test("400 or 403 for a code that nobody confirmed", async () => {
  await rejects(start({ statusOf: "PENDING" }).ask("token", redeeming), { ...pending, headers: {} });
  for (const [answered, code] of [
    [{ statusOf: "DENIED" }, "DEVICE_AUTHORIZATION_DENIED"],
    [{ statusOf: undefined }, "DEVICE_AUTHORIZATION_EXPIRED"],
    [{ confirmedBy: undefined }, "DEVICE_AUTHORIZATION_EXPIRED"],
  ] as const) {
    const { ask, called } = start(answered);
    await rejects(ask("token", redeeming), { code, parameters: [] });
    equal(called("confirmedBy").length, "confirmedBy" in answered ? 1 : 0);
  }
});

test("a code is asked for every five seconds, each by itself", async () => {
  const { ask, wait, called } = start();
  await ask("token", redeeming);
  wait(1);
  await rejects(ask("token", redeeming), (refused: ReturnType<typeof fault>) => {
    const { code, parameters, headers } = refused;
    deepEqual({ code, parameters }, pending);
    equal(headers["retry-after"], "5");
    return true;
  });
  equal(called("statusOf").length, 1);
  await ask("token", { ...redeeming, device_code: "other" });
  wait(5 * second);
  await ask("token", redeeming);
});

test("a command line is signed out by either token, by the client that it was given to", async () => {
  const known = { id: "l" };
  for (const [read, isEnded] of [
    [{ readRefresh: known }, true],
    [{ readRefresh: undefined, readAccess: known }, true],
    [{ readRefresh: undefined }, false],
    [{ find: { ...line, clientId: "another" } }, false],
    [{ find: undefined }, false],
  ] as const) {
    const { ask, called } = start(read);
    deepEqual(await ask("revoke", { token: "sent" }), { status: 200, headers: unstored, json: {} });
    deepEqual(called("end"), isEnded ? [["end", "l"]] : []);
    deepEqual(
      called("readRefresh", "readAccess").map(([, token]) => token),
      "readAccess" in read || called("find").length === 0 ? ["sent", "sent"] : ["sent"],
    );
  }
});

test("400 for what is missing or empty, and for another grant", async () => {
  const { ask } = start();
  for (const [name, fields, attribute] of [
    ["authorize", { client_id: "" }, "client_id"],
    ["token", { client_id: "" }, "client_id"],
    ["token", {}, "grant_type"],
    ["token", { ...redeeming, device_code: "" }, "device_code"],
    ["token", { ...refreshing, refresh_token: "" }, "refresh_token"],
    ["revoke", { client_id: "" }, "client_id"],
    ["revoke", {}, "token"],
  ] as const) {
    await rejects(ask(name, fields), { code: "MISSING_ATTRIBUTE", parameters: [attribute] }, name);
  }
  await rejects(ask("token", { grant_type: "password" }), {
    code: "UNSUPPORTED_GRANT_TYPE",
    parameters: ["password"],
  });
});

test("all requests are counted by network, and refused beyond its share", async () => {
  const { ask, taken } = start();
  const { capacity } = deviceSets.requests;
  const { json, headers } = await ask("registration");
  deepEqual([json, headers], [{ registrationUrl: `${origin}/account/connect` }, unstored]);
  for (let count = 1; count < capacity; count++) await ask("registration");
  deepEqual([...new Set(taken)], [`device ${network}`, `device around ${around}`]);
  await rejects(ask("registration"), (refused: ReturnType<typeof fault>) => {
    deepEqual(
      [refused.code, refused.parameters[0]],
      ["RATE_LIMITED_TOKEN_BUCKET", pathOf("registration").slice(1)],
    );
    return true;
  });
});

test("endpoints are where the atlas CLI looks for them, refuse in the API's form, and are told of in the security log", () => {
  const { endpoints } = start();
  deepEqual(
    endpoints.map(({ method, path, ...rest }) => [
      method,
      path,
      "securityEvent" in rest && rest.securityEvent,
    ]),
    [
      ["POST", pathOf("authorize"), false],
      ["POST", pathOf("token"), "command-line-token"],
      ["POST", pathOf("revoke"), "command-line-sign-out"],
      ["GET", pathOf("registration"), false],
    ],
  );
  for (const { refuse } of endpoints) {
    const { status, headers, body } = refuse(fault("DEVICE_AUTHORIZATION_DENIED", {}));
    deepEqual(
      [status, headers["x-error-code"], JSON.parse(String(body)).errorCode],
      [403, "DEVICE_AUTHORIZATION_DENIED", "DEVICE_AUTHORIZATION_DENIED"],
    );
  }
});
