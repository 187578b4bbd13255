// Access tokens for service accounts: the client credentials grant (RFC 6749) and revocation (RFC 7009).
import { type Clock, wallClock } from "../clock.ts";
import { clientIdPattern, fromClientId } from "../contract/client-id.ts";
import { Fault } from "../contract/errors.ts";
import { hour, second } from "../domain/instant.ts";
import { hashSecret, type Keyring, sameText } from "../secrets/keyring.ts";
import type { Store } from "../store/store.ts";
import { decompress } from "./decompress.ts";
import type { Answer } from "./reply.ts";

/** Life of an access token; there is no refresh token. */
const tokenLifetime = 1 * hour;

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly mintId: (now: number) => string;
}

export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  /** Of Content-Encoding. */
  readonly encoding: string | undefined;
  readonly body: Buffer | undefined;
}

class OAuthError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, description: string) {
    super(description);
    this.status = status;
    this.code = code;
  }
}

const clientIdShape = new RegExp(clientIdPattern, "i");

const refusedClient = () =>
  new OAuthError(
    401,
    "invalid_client",
    "The client id or its secret is wrong, or the secret has expired. Send both as HTTP Basic credentials.",
  );

export function createTokenEndpoints({ store, clock, keyring, mintId }: Parts) {
  async function identifyClient(authorization: string | undefined) {
    const refused = refusedClient();
    const basic = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization ?? "")?.[1];
    if (basic === undefined) throw refused;
    const [clientId = "", secret = ""] = Buffer.from(basic, "base64")
      .toString("utf8")
      .split(":", 2)
      .map(decode);
    if (!clientIdShape.test(clientId)) throw refused;
    const id = fromClientId(clientId);
    const hashes = await store.read((tx) => tx.credentials.secretHashes(id, clock.now()));
    const sent = hashSecret(secret);
    if (!hashes.some((hash) => sameText(hash, sent))) throw refused;
    return { id, clientId, secretHash: sent };
  }

  async function issue(request: TokenRequest): Promise<Answer> {
    const form = await readForm(request);
    const client = await identifyClient(request.authorization);
    const grant = form.get("grant_type") ?? "";
    if (grant === "") throw new OAuthError(400, "invalid_request", "The parameter grant_type is missing.");
    if (grant !== "client_credentials") {
      throw new OAuthError(400, "unsupported_grant_type", "Only the grant client_credentials is offered.");
    }
    const issuedAt = clock.now();
    const expiresAt = issuedAt + tokenLifetime;
    const id = mintId(issuedAt);
    const token = await keyring.signToken({ id, clientId: client.clientId, issuedAt, expiresAt });
    await store.write(async (tx) => {
      // The account or the secret may have gone since it was checked.
      if (!(await tx.credentials.useSecret(client.secretHash, issuedAt))) throw refusedClient();
      await tx.credentials.sweepDigestUses(issuedAt);
      // A clock that was set to the future can be set back, and a token that had expired there is good again.
      await tx.credentials.sweepRevoked(Math.min(issuedAt, wallClock()));
    });
    return answer(200, { access_token: token, expires_in: tokenLifetime / second, token_type: "Bearer" });
  }

  async function revoke(request: TokenRequest): Promise<Answer> {
    const form = await readForm(request);
    const client = await identifyClient(request.authorization);
    const token = form.get("token");
    if (token === null) throw new OAuthError(400, "invalid_request", "The parameter token is missing.");
    // Unknown tokens are revoked as well as any: RFC 7009, section 2.2.
    const claims = await keyring.readToken(token);
    if (claims !== undefined && fromClientId(claims.clientId) === client.id) {
      await store.write((tx) => tx.credentials.revokeToken(claims));
    }
    return answer(200, {});
  }

  const guarded = (endpoint: (request: TokenRequest) => Promise<Answer>) => async (request: TokenRequest) => {
    try {
      return await endpoint(request);
    } catch (reason) {
      if (reason instanceof Fault) return refuseForm(reason);
      if (!(reason instanceof OAuthError)) throw reason;
      const { status, code, message } = reason;
      const headers = status === 401 ? { "www-authenticate": 'Basic realm="anteroom"' } : {};
      return answer(status, { error: code, error_description: message }, headers);
    }
  };
  return { issue: guarded(issue), revoke: guarded(revoke) };
}

/** What a request of any operation could be refused for as well, in OAuth's form. */
export const refuseForm = ({ status, fields, message, headers }: Fault): Answer =>
  answer(status, { error: "invalid_request", error_description: fields[0]?.description ?? message }, headers);

async function readForm({ contentType, encoding, body }: TokenRequest): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? "")) {
    throw new OAuthError(400, "invalid_request", "Send the parameters as application/x-www-form-urlencoded.");
  }
  const form = new URLSearchParams((await decompress(body, encoding))?.toString("utf8"));
  const names = new Set<string>();
  for (const name of form.keys()) {
    // RFC 6749, section 3.2. Of the description, section 5.2 wants ASCII.
    if (names.has(name)) {
      const description = `The parameter ${encodeURIComponent(name)} is sent more than once.`;
      throw new OAuthError(400, "invalid_request", description);
    }
    names.add(name);
  }
  return form;
}

/** RFC 6749, section 2.3.1: both halves of the Basic credentials are form-encoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}

const answer = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { "cache-control": "no-store", "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});
