// oauth4webapi, a strict implementation of OAuth, unmodified: gets a token, uses it, revokes it; for a service account, and for a person
// by a code, from the discovery on.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import * as oauth from "oauth4webapi";
import { signedIn } from "../support/atlas-cli.ts";
import { cli, openProgram } from "../support/authorization.ts";
import { password, peopledSeed } from "../support/people.ts";
import { account, ids, invited, startWorld, type World } from "../support/world.ts";

const insecure = { [oauth.allowInsecureRequests]: true };

const serverOf = ({ url }: World): oauth.AuthorizationServer => ({
  issuer: url,
  token_endpoint: `${url}/api/oauth/token`,
  revocation_endpoint: `${url}/api/oauth/revoke`,
});

const client: oauth.Client = { client_id: account.clientId };
const secret = oauth.ClientSecretBasic(account.clientSecret);

async function grant(world: World, authentication = secret) {
  const server = serverOf(world);
  const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, {}, insecure);
  return oauth.processClientCredentialsResponse(server, client, response);
}

const updateGroupInvites = ({ url }: World, token: string) =>
  oauth.protectedResourceRequest(
    token,
    "PATCH",
    new URL(`${url}/api/atlas/v2/groups/${ids.group}/invites`),
    new Headers({ accept: "application/vnd.atlas.2023-01-01+json", "content-type": "application/json" }),
    JSON.stringify({ roles: ["GROUP_OWNER"], username: invited }),
    insecure,
  );

test("a token is granted, opens updateGroupInvites, and is refused once it is revoked", async (t) => {
  const world = await startWorld(t);
  const { access_token, token_type, expires_in, ...rest } = await grant(world);
  deepEqual({ token_type, expires_in, rest }, { token_type: "bearer", expires_in: 3600, rest: {} });

  const changed = await updateGroupInvites(world, access_token);
  equal(changed.status, 200);
  deepEqual(((await changed.json()) as { roles: string[] }).roles, ["GROUP_OWNER"]);

  const revoked = await oauth.revocationRequest(serverOf(world), client, secret, access_token, insecure);
  equal(await oauth.processRevocationResponse(revoked), undefined);

  await rejects(updateGroupInvites(world, access_token), (reason) => {
    ok(reason instanceof oauth.WWWAuthenticateChallengeError);
    const [challenge] = reason.cause;
    deepEqual(
      { status: reason.status, scheme: challenge?.scheme, error: challenge?.parameters.error },
      { status: 401, scheme: "bearer", error: "invalid_token" },
    );
    return true;
  });
});

test("a wrong secret is refused in OAuth's own words", async (t) => {
  const world = await startWorld(t);
  await rejects(grant(world, oauth.ClientSecretBasic("mdb_sa_sk_wrong")), (reason) => {
    ok(reason instanceof oauth.WWWAuthenticateChallengeError || reason instanceof oauth.ResponseBodyError);
    equal(reason.status, 401);
    return true;
  });
});

test("a person's program finds the server, gets a code, exchanges it, calls, renews and revokes", async (t) => {
  const world = await startWorld(t, { seed: peopledSeed, trustProxy: 1 });
  const issuer = new URL(world.url);
  const found = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...insecure });
  const server = await oauth.processDiscoveryResponse(issuer, found);
  equal(server.issuer, world.url);

  const program = openProgram(world);
  const browser = await signedIn(world, "owner@example.com", password);
  const { to } = await browser.send(program.path({}), "allow");
  const client: oauth.Client = { client_id: cli };
  // Checks `state` and, since the metadata promises it, `iss`.
  const answer = oauth.validateAuthResponse(server, client, new URL(to), program.state);
  const none = oauth.None();
  const exchange = () =>
    oauth.authorizationCodeGrantRequest(
      server,
      client,
      none,
      answer,
      program.redirectUri,
      program.verifier,
      insecure,
    );
  const given = await oauth.processAuthorizationCodeResponse(server, client, await exchange());
  const { access_token, refresh_token = "", ...rest } = given;
  deepEqual(rest, { scope: "atlas", token_type: "bearer", expires_in: 3600 });
  equal((await updateGroupInvites(world, access_token)).status, 200);

  const renewing = await oauth.refreshTokenGrantRequest(server, client, none, refresh_token, insecure);
  const renewed = await oauth.processRefreshTokenResponse(server, client, renewing);
  equal((await updateGroupInvites(world, renewed.access_token)).status, 200);

  const revoked = await oauth.revocationRequest(server, client, none, renewed.refresh_token ?? "", insecure);
  equal(await oauth.processRevocationResponse(revoked), undefined);
  await rejects(updateGroupInvites(world, renewed.access_token), oauth.WWWAuthenticateChallengeError);
  await rejects(
    exchange().then((response) => oauth.processAuthorizationCodeResponse(server, client, response)),
    { error: "invalid_grant", status: 400 },
  );
});
