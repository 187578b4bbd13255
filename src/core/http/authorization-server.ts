// The authorization server that programs discover (RFC 8414): they send a browser to the console's page, and exchange the code
// that they get (RFC 6749, section 4.1, with RFC 7636) for the same tokens as a device.
import { type CodeFlaw, redeemCode } from "../changes/sessions.ts";
import type { Clock } from "../clock.ts";
import { deviceSets } from "../contract/limits.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { isClient, scope } from "../domain/authorization.ts";
import { userAgentOf } from "../domain/session.ts";
import { challengeOf, hashSecret, type Keyring } from "../secrets/keyring.ts";
import type { Store } from "../store/store.ts";
import type { TokenRules } from "./authenticate.ts";
import { renewLine, signOut, sweepLines, tokensOf } from "./command-line-tokens.ts";
import { type Endpoint, type EndpointRequest, readForm, strangerOf } from "./endpoints.ts";
import { type Spend, spendFrom } from "./limits.ts";
import { inOAuthForm, OAuthError, refuseForm, required } from "./oauth-errors.ts";
import type { ApiAnswer } from "./reply.ts";

interface AuthorizationDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly keyring: Pick<Keyring, "people">;
  readonly spend: Spend;
  readonly mintId: (now: number) => string;
  readonly tokens: TokenRules;
}

type Answer = (deps: AuthorizationDeps, request: EndpointRequest) => Promise<ApiAnswer>;

/** The seconds for which programs cache the metadata. */
const metadataSeconds = 3600;

export function createAuthorizationEndpoints(deps: AuthorizationDeps): Endpoint[] {
  const endpoint = (
    method: Endpoint["method"],
    path: string,
    answer: Answer,
    securityEvent?: SecurityEvent,
  ): Endpoint => ({
    method,
    path,
    refuse: refuseForm,
    ...(securityEvent && { securityEvent }),
    async answer(request) {
      await spendFrom(deps.spend, deviceSets.requests, request, path, strangerOf(request));
      return inOAuthForm(() => answer(deps, request));
    },
  });
  return [
    endpoint("GET", "/.well-known/oauth-authorization-server", describe),
    endpoint("POST", "/oauth/token", token, "command-line-token"),
    endpoint("POST", "/oauth/revoke", revoke, "command-line-sign-out"),
  ];
}

async function describe(_deps: AuthorizationDeps, { origin }: EndpointRequest): Promise<ApiAnswer> {
  const metadata = {
    issuer: origin,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    scopes_supported: [scope],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    token_endpoint_auth_methods_supported: ["none"],
    revocation_endpoint_auth_methods_supported: ["none"],
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
  };
  return {
    status: 200,
    headers: { "cache-control": `max-age=${metadataSeconds}`, "content-type": "application/json" },
    body: JSON.stringify(metadata),
  };
}

async function token(deps: AuthorizationDeps, request: EndpointRequest): Promise<ApiAnswer> {
  const form = await readForm(request);
  const grantType = required(form, "grant_type");
  const clientId = clientOf(form);
  switch (grantType) {
    case "authorization_code":
      return tokensOf(deps, await exchange(deps, request, { form, clientId }), scope);
    case "refresh_token":
      return tokensOf(deps, await refresh(deps, request, { form, clientId }), scope);
    default:
      throw new OAuthError(
        400,
        "unsupported_grant_type",
        "Only the grants authorization_code and refresh_token are offered.",
      );
  }
}

interface Sent {
  readonly form: URLSearchParams;
  readonly clientId: string;
}

const flaws: Readonly<Record<CodeFlaw, string>> = {
  unknown: "The code has expired, or was never given to this client. Ask for a new one.",
  redirect: "The parameter redirect_uri is not the one that the code was asked for with.",
  verifier: "The parameter code_verifier is not the one of the code_challenge.",
  used: "The code was used before. What it gave has been revoked; ask for a new one.",
};

async function exchange(
  { store, clock, mintId, tokens }: AuthorizationDeps,
  request: EndpointRequest,
  { form, clientId }: Sent,
) {
  const { remoteAddress, headers } = request;
  const [now, tokenTime] = [clock.now(), tokens.time()];
  const proof = {
    clientId,
    remoteAddress,
    userAgent: userAgentOf(headers),
    codeHash: hashSecret(required(form, "code")),
    redirectUri: required(form, "redirect_uri"),
    challenge: challengeOf(required(form, "code_verifier")),
  };
  const id = mintId(now);
  const given = await store.write(async (tx) => {
    await sweepLines(tx, now, tokenTime);
    return redeemCode({ tx, now, tokenTime, id }, proof);
  }, strangerOf(request));
  if (typeof given === "string") throw new OAuthError(400, "invalid_grant", flaws[given]);
  return given;
}

async function refresh(deps: AuthorizationDeps, request: EndpointRequest, { form, clientId }: Sent) {
  const token = required(form, "refresh_token");
  if ((form.get("scope") || scope) !== scope) {
    throw new OAuthError(400, "invalid_scope", `Only the scope ${scope} was given.`);
  }
  const line = await renewLine(deps, request, { token, clientId });
  if (line !== undefined) return line;
  throw new OAuthError(
    400,
    "invalid_grant",
    "The refresh token has run out, was used before, or its session has ended. Sign in again.",
  );
}

async function revoke(deps: AuthorizationDeps, request: EndpointRequest): Promise<ApiAnswer> {
  const form = await readForm(request);
  const clientId = clientOf(form);
  return signOut(deps, request, { token: required(form, "token"), clientId });
}

function clientOf(form: URLSearchParams): string {
  const clientId = required(form, "client_id");
  if (isClient(clientId)) return clientId;
  throw new OAuthError(401, "invalid_client", "No client is known by this client_id.");
}
