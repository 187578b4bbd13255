// Access tokens for service accounts: the client credentials grant (RFC 6749) and revocation (RFC 7009).
import { type Clock, wallClock } from "../clock.ts";
import { clientIdPattern, fromClientId } from "../contract/client-id.ts";
import { olderSets } from "../contract/limits.ts";
import { hour, second } from "../domain/instant.ts";
import { hashSecret, type Keyring, sameText } from "../secrets/keyring.ts";
import type { Store } from "../store/store.ts";
import type { TokenRules } from "./authenticate.ts";
import { type Endpoint, type EndpointRequest, readForm, strangerOf, unstored } from "./endpoints.ts";
import { type Guess, type Spend, spendFrom } from "./limits.ts";
import { inOAuthForm, OAuthError, refuseForm } from "./oauth-errors.ts";
import { type ApiAnswer, refuseAlone } from "./reply.ts";

/** The lifetime of an access token; there is no refresh token. */
const tokenLifetime = 1 * hour;

interface TokenDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly mintId: (now: number) => string;
  readonly tokens: Pick<TokenRules, "time">;
  readonly guess: Guess;
  readonly spend: Spend;
}

const clientIdShape = new RegExp(clientIdPattern, "i");

const refusedClient = () =>
  new OAuthError(
    401,
    "invalid_client",
    "The client id or its secret is wrong, or the secret has expired. Send both as HTTP Basic credentials.",
  );

/** Reads Basic credentials; undefined for others, and if the name is not a client id. */
export function claimedClient(authorization = ""): { clientId: string; secret: string } | undefined {
  const basic = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1];
  if (basic === undefined) return undefined;
  const halves = Buffer.from(basic, "base64").toString("utf8").split(":", 2);
  const [clientId = "", secret = ""] = halves.map(decode);
  return clientIdShape.test(clientId) ? { clientId, secret } : undefined;
}

export const createTokenEndpoints = (deps: TokenDeps): Endpoint[] =>
  (
    [
      { path: "/api/oauth/token", securityEvent: "token-issue", work: issue },
      { path: "/api/oauth/revoke", securityEvent: "token-revocation", work: revoke },
    ] as const
  ).map(({ work, ...endpoint }) => ({
    ...endpoint,
    method: "POST",
    // This is the one answer here in the form of the API, as was reported of Atlas.
    refuse: (known) => (known.code === "RATE_LIMITED" ? refuseAlone(known) : refuseForm(known)),
    claimed: ({ headers }) => claimedClient(headers.authorization)?.clientId,
    answer: (request) =>
      inOAuthForm(
        () => work(deps, request),
        ({ status }) => (status === 401 ? { "www-authenticate": 'Basic realm="anteroom"' } : {}),
      ),
  }));

async function issue(deps: TokenDeps, request: EndpointRequest): Promise<ApiAnswer> {
  const { store, clock, keyring, mintId, tokens, spend } = deps;
  const form = await readForm(request);
  const { clientId, secretHash, orgId, asker } = await identifyClient(deps, request);
  const grant = form.get("grant_type") ?? "";
  if (grant === "") throw new OAuthError(400, "invalid_request", "The parameter grant_type is missing.");
  if (grant !== "client_credentials") {
    throw new OAuthError(400, "unsupported_grant_type", "Only the grant client_credentials is offered.");
  }
  const { remoteAddress, path } = request;
  await spendFrom(spend, olderSets.tokens, { remoteAddress, about: clientId }, path, asker);
  const [now, issuedAt] = [clock.now(), tokens.time()];
  const expiresAt = issuedAt + tokenLifetime;
  const id = mintId(now);
  const token = await keyring.signToken({ id, clientId, secretHash, orgId, issuedAt, expiresAt });
  await store.write(async (tx) => {
    // The account or the secret may have been deleted since it was checked.
    if (!(await tx.credentials.useSecret(secretHash, now))) throw refusedClient();
    await tx.credentials.sweepDigestUses(now);
    // A clock that was set to the future can be set back, and a token that had expired is then valid again.
    await tx.credentials.sweepRevoked(Math.min(issuedAt, wallClock()));
  }, asker);
  return unstored(200, { access_token: token, expires_in: tokenLifetime / second, token_type: "Bearer" });
}

async function revoke(deps: TokenDeps, request: EndpointRequest): Promise<ApiAnswer> {
  const form = await readForm(request);
  const client = await identifyClient(deps, request);
  const token = form.get("token");
  if (token === null) throw new OAuthError(400, "invalid_request", "The parameter token is missing.");
  // Unknown tokens get the answer of success too: RFC 7009, section 2.2.
  const claims = await deps.keyring.readToken(token);
  if (claims !== undefined && fromClientId(claims.clientId) === client.id) {
    await deps.store.write((tx) => tx.credentials.revokeToken(claims), client.asker);
  }
  return unstored(200, {});
}

async function identifyClient({ store, clock, guess }: TokenDeps, request: EndpointRequest) {
  const claimed = claimedClient(request.headers.authorization);
  if (claimed === undefined) throw refusedClient();
  const { clientId, secret } = claimed;
  const id = fromClientId(clientId);
  const { remoteAddress, path } = request;
  const stranger = strangerOf(request);
  const found = await guess({ remoteAddress, about: id }, path, async () => {
    const live = await store.look((tx) => tx.credentials.liveSecrets(id, clock.now()), stranger);
    const sent = hashSecret(secret);
    return live.find(({ secretHash }) => sameText(secretHash, sent));
  });
  if (found === undefined) throw refusedClient();
  return { ...found, id, clientId, asker: { ...stranger, share: found.orgId } };
}

/** Decodes half of the Basic credentials, which are form-encoded (RFC 6749, section 2.3.1). */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}
