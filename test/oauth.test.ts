// Access tokens: who is given one, for what, and how one is taken back.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertTokenRefused } from "./support/challenges.ts";
import { engines, skipReason } from "./support/engines.ts";
import { movesTime, startFrozen } from "./support/frozen.ts";
import { invitesPath as path } from "./support/invites.ts";
import { assertInvalidClient, ownHeaders, requestToken, type TokenAsking } from "./support/oauth.ts";
import { account, type Reply } from "./support/world.ts";

const grant = "grant_type=client_credentials";

for (const engine of engines) {
  const skip = skipReason(engine);

  test(`${engine}: /api/oauth/token`, { skip }, async (t) => {
    const { world } = await startFrozen(t, engine);

    await t.test("200 with a token for an hour, which nobody is to keep", async () => {
      const reply = await requestToken(world);
      match(reply.json.access_token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
      deepEqual(
        { status: reply.status, json: reply.json, headers: ownHeaders(reply) },
        {
          status: 200,
          json: { access_token: reply.json.access_token, expires_in: 3600, token_type: "Bearer" },
          headers: { "content-type": "application/json", "cache-control": "no-store" },
        },
      );
      notEqual((await requestToken(world)).json.access_token, reply.json.access_token);
    });

    await t.test("200 when the credentials are URL-encoded, as OAuth wants them", async () => {
      const encode = (text: string) => text.replaceAll("_", "%5F").replace("m", "%6d");
      const { clientId, clientSecret } = account;
      const reply = await requestToken(world, {
        clientId: encode(clientId),
        clientSecret: encode(clientSecret),
      });
      equal(reply.status, 200);
    });

    await t.test("200 when the form type has parameters, and the form other fields", async () => {
      const type = "Application/X-WWW-Form-Urlencoded; charset=utf-8";
      const reply = await requestToken(world, { type, body: "scope=all&grant_type=client_credentials" });
      equal(reply.status, 200);
    });

    const { clientSecret } = account;
    for (const [what, credentials] of Object.entries({
      "a wrong secret": { clientSecret: `${clientSecret.slice(0, -1)}x` },
      "no credentials": { authorization: undefined },
    })) {
      await t.test(`401 invalid_client for ${what}`, async () => {
        assertInvalidClient(await requestToken(world, credentials));
      });
    }
    await t.test("401 invalid_client when the secret has expired", async (t) => {
      const { world } = await startFrozen(t, engine);
      world.clock.set({ advance: "P365D" });
      assertInvalidClient(await requestToken(world));
    });

    for (const [what, asking, status, error_description] of [
      [
        "a parameter that is sent twice",
        { body: `${grant}&${grant}` },
        400,
        "The parameter grant_type is sent more than once.",
      ],
    ] as const) {
      await t.test(`${status} invalid_request for ${what}`, async () => {
        const reply = await requestToken(world, asking);
        const json = { error: "invalid_request", error_description };
        const headers = { "content-type": "application/json", "cache-control": "no-store" };
        deepEqual(
          { status: reply.status, json: reply.json, headers: ownHeaders(reply) },
          { status, json, headers },
        );
      });
    }

    for (const [what, asking, error, description] of [
      [
        "another grant",
        { body: "grant_type=password&username=a&password=b" },
        "unsupported_grant_type",
        "Only the grant client_credentials is offered.",
      ],
      [
        "another type of body",
        { type: "application/json", body: '{"grant_type":"client_credentials"}' },
        "invalid_request",
        "Send the parameters as application/x-www-form-urlencoded.",
      ],
    ] as const) {
      await t.test(`400 ${error} for ${what}`, async () => {
        const reply = await requestToken(world, asking);
        deepEqual(
          { status: reply.status, json: reply.json, headers: ownHeaders(reply) },
          {
            status: 400,
            json: { error, error_description: description },
            headers: { "content-type": "application/json", "cache-control": "no-store" },
          },
        );
      });
    }
  });

  test(`${engine}: /api/oauth/revoke`, { skip }, async (t) => {
    const { world } = await startFrozen(t, engine);
    const other = {
      clientId: "mdb_sa_id_fedcba987654321001234567",
      clientSecret: `mdb_sa_sk_${"z".repeat(40)}`,
    };
    await world.seed({
      orgs: [
        {
          name: "Initech",
          serviceAccounts: [{ clientId: other.clientId, secret: other.clientSecret, roles: ["ORG_OWNER"] }],
        },
      ],
    });
    const revoke = (token: string | undefined, as: TokenAsking = {}) => {
      const body = new URLSearchParams({
        token_type_hint: "access_token",
        ...(token !== undefined && { token }),
      });
      return requestToken(world, { ...as, endpoint: "/api/oauth/revoke", body: body.toString() });
    };
    const assertDone = (reply: Reply) =>
      deepEqual({ status: reply.status, json: reply.json }, { status: 200, json: {} });
    const isAlive = async (token: string) => (await world.bearing(token, { path })).status === 200;

    await t.test("200, and the token is refused from the next request on, its neighbour not", async () => {
      const [token, neighbour] = [await world.token(), await world.token()];
      equal(await isAlive(token), true);
      assertDone(await revoke(token));
      const reply = await world.bearing(token, { path });
      assertTokenRefused(
        reply,
        "The access token was revoked, or its service account or secret was deleted.",
      );
      equal(await isAlive(neighbour), true);
    });

    await t.test("200 for a token that is revoked already, unknown or expired", async (t) => {
      const token = await world.token();
      assertDone(await revoke(token));
      assertDone(await revoke(token));
      assertDone(await revoke("garbage"));
      assertDone(await revoke(""));
      const old = await world.token();
      movesTime(t, world)({ advance: "PT2H" });
      assertDone(await revoke(old));
    });

    await t.test("200 for somebody else's token, which lives on", async () => {
      const token = await world.token();
      assertDone(await revoke(token, other));
      equal(await isAlive(token), true);
    });

    await t.test("401 invalid_client with wrong credentials, and the token lives on", async () => {
      const token = await world.token();
      assertInvalidClient(await revoke(token, { clientSecret: "mdb_sa_sk_wrong" }));
      equal(await isAlive(token), true);
    });

    await t.test("400 invalid_request without a token", async () => {
      const { status, json } = await revoke(undefined);
      const error_description = "The parameter token is missing.";
      deepEqual({ status, json }, { status: 400, json: { error: "invalid_request", error_description } });
    });
  });
}
