// oauth4webapi, a strict implementation of OAuth, unmodified: gets a token, uses it, revokes it.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as oauth from "oauth4webapi";
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
  assert.deepEqual({ token_type, expires_in, rest }, { token_type: "bearer", expires_in: 3600, rest: {} });

  const changed = await updateGroupInvites(world, access_token);
  assert.equal(changed.status, 200);
  assert.deepEqual(((await changed.json()) as { roles: string[] }).roles, ["GROUP_OWNER"]);

  const revoked = await oauth.revocationRequest(serverOf(world), client, secret, access_token, insecure);
  assert.equal(await oauth.processRevocationResponse(revoked), undefined);

  await assert.rejects(updateGroupInvites(world, access_token), (reason) => {
    assert.ok(reason instanceof oauth.WWWAuthenticateChallengeError);
    const [challenge] = reason.cause;
    assert.deepEqual(
      { status: reason.status, scheme: challenge?.scheme, error: challenge?.parameters.error },
      { status: 401, scheme: "bearer", error: "invalid_token" },
    );
    return true;
  });
});

test("a wrong secret is refused in OAuth's own words", async (t) => {
  const world = await startWorld(t);
  await assert.rejects(grant(world, oauth.ClientSecretBasic("mdb_sa_sk_wrong")), (reason) => {
    assert.ok(
      reason instanceof oauth.WWWAuthenticateChallengeError || reason instanceof oauth.ResponseBodyError,
    );
    assert.equal(reason.status, 401);
    return true;
  });
});
