// Tokens of signed-in command lines, however they signed in: issued, renewed and revoked.
import { adoptCommandLine, renewCommandLine, type SignedIn } from "../changes/sessions.ts";
import { wallClock } from "../clock.ts";
import { accessLifetime } from "../domain/command-line.ts";
import { type Instant, second } from "../domain/instant.ts";
import type { Keyring } from "../secrets/keyring.ts";
import type { LineClaims } from "../secrets/person-tokens.ts";
import type { Store, Writes } from "../store/store.ts";
import type { TokenRules } from "./authenticate.ts";
import { type EndpointRequest, strangerOf, unstored } from "./endpoints.ts";
import type { ApiAnswer } from "./reply.ts";

interface LineDeps {
  readonly store: Store;
  readonly keyring: Pick<Keyring, "people">;
  readonly tokens: TokenRules;
}

export interface SentToken {
  readonly token: string;
  readonly clientId: string;
}

/** Deletes command lines that have ended by every clock: a clock that was set to the future can be set back. */
export const sweepLines = (tx: Writes, now: Instant, tokenTime: Instant) =>
  tx.commandLines.sweep(Math.min(now, wallClock(), tokenTime));

export async function tokensOf(
  { tokens, keyring: { people } }: Pick<LineDeps, "tokens" | "keyring">,
  line: SignedIn,
  scope: string,
): Promise<ApiAnswer> {
  const issuedAt = tokens.time();
  // No access token outlives its session.
  const expiresAt = Math.min(issuedAt + accessLifetime, line.expiresAt);
  const answer = unstored(200, {
    access_token: await people.signAccess({ ...line, issuedAt, expiresAt }),
    refresh_token: await people.signRefresh(line),
    scope,
    token_type: "Bearer",
    expires_in: Math.floor((expiresAt - issuedAt) / second),
  });
  return { ...answer, who: line.username };
}

/**
 * Returns the command line of a refresh token, with its next generation; undefined for a token that is no longer valid, or
 * belongs to another client.
 */
export async function renewLine(deps: LineDeps, request: EndpointRequest, { token, clientId }: SentToken) {
  const claims = await deps.keyring.people.readRefresh(token);
  return (
    claims &&
    (await changing(deps, request, claims, (context) => renewCommandLine(context, { ...claims, clientId })))
  );
}

/** Signs a command line out by either of its tokens; unknown tokens get the same answer (RFC 7009, section 2.2). */
export async function signOut(deps: LineDeps, request: EndpointRequest, { token, clientId }: SentToken) {
  const { people } = deps.keyring;
  const claims = (await people.readRefresh(token)) ?? (await people.readAccess(token));
  if (claims !== undefined) {
    await changing(deps, request, claims, async ({ tx, tokenTime }) => {
      const line = await tx.commandLines.find(claims.id, tokenTime);
      // A token may only be revoked by the client that it was issued to (RFC 7009, section 2.1).
      if (line?.clientId === clientId) await tx.commandLines.end(claims.id);
    });
  }
  return unstored(200, {});
}

/** Changes the command line of a token; in a rehearsal, the token may be all that is known of it. */
function changing<Result>(
  { store, tokens }: LineDeps,
  request: EndpointRequest,
  claims: LineClaims,
  work: (context: { readonly tx: Writes; readonly tokenTime: Instant }) => Promise<Result>,
): Promise<Result> {
  const tokenTime = tokens.time();
  return store.write(async (tx) => {
    if (tokens.adopts) await adoptCommandLine({ tx, tokenTime }, claims, request);
    return work({ tx, tokenTime });
  }, strangerOf(request));
}
