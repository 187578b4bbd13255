// Access tokens for service accounts (RFC 6749, client credentials): fetched once, kept while they are valid, and renewed when
// refused.
import { elapsed } from "../core/clock.ts";
import type { Received, Send } from "./answer.ts";
import { AtlasUnreachable } from "./errors.ts";
import { unlessAborted, withAuthorization } from "./sending.ts";

export interface ServiceAccount {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The seconds before its end from which a token is no longer used, since a request takes time to arrive. */
const marginSeconds = 60;
/** The longest wait for a token, in seconds. Without it, a token that never comes would block every later call. */
const longestSeconds = 60;

interface Token {
  readonly value: string;
  /** The end in milliseconds of `elapsed`. */
  readonly endsAt: number;
}

/** Signals that no token was granted; `received` is the answer of the token endpoint. */
export class TokenRefused extends Error {
  readonly received: Received;
  constructor(received: Received) {
    super("no access token was granted");
    this.received = received;
  }
}

/** Sends with a token. Rejects with TokenRefused, and with what `send` rejects with. */
export function sendWithToken(account: ServiceAccount, baseUrl: string, send: Send): Send {
  let held: Promise<Token> | undefined;

  /** Renews the token; calls that need it at the same time wait for the same one. */
  function renew(): Promise<Token> {
    const fetching = fetchToken(account, baseUrl, send);
    held = fetching;
    fetching.catch(() => {
      if (held === fetching) held = undefined;
    });
    return fetching;
  }

  /** Returns the token after `spent`, which expired or was refused; another call may have fetched it already. */
  const after = (spent: Promise<Token>) => (held === undefined || held === spent ? renew() : held);

  return async (outgoing) => {
    // Awaits a token. A call that is aborted leaves it to others that wait for it, and each has its own error.
    const taken = (holding: Promise<Token>) =>
      unlessAborted(holding, outgoing.signal).catch((reason: unknown) => {
        throw reason instanceof AtlasUnreachable ? new AtlasUnreachable(baseUrl, reason.cause) : reason;
      });
    let holding = held ?? renew();
    let token = await taken(holding);
    if (token.endsAt <= elapsed()) {
      holding = after(holding);
      token = await taken(holding);
    }
    const received = await send(withAuthorization(outgoing, `Bearer ${token.value}`));
    if (!isTokenRefused(received)) return received;
    const next = await taken(after(holding));
    return send(withAuthorization(outgoing, `Bearer ${next.value}`));
  };
}

async function fetchToken({ clientId, clientSecret }: ServiceAccount, baseUrl: string, send: Send) {
  // Both halves are form-encoded first (RFC 6749, section 2.3.1).
  const basic = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  const askedAt = elapsed();
  const signal = AbortSignal.timeout(longestSeconds * 1000);
  const received = await send({
    method: "POST",
    url: `${baseUrl}/api/oauth/token`,
    headers: {
      accept: "application/json",
      authorization: `Basic ${btoa(basic)}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials",
    signal,
  }).catch((reason: unknown) => {
    throw reason === signal.reason ? new AtlasUnreachable(baseUrl, reason) : reason;
  });
  const granted = received.status === 200 ? readGrant(received.text) : undefined;
  if (granted === undefined) throw new TokenRefused(received);
  const lifeSeconds = granted.expires_in - Math.min(marginSeconds, granted.expires_in / 2);
  return { value: granted.access_token, endsAt: askedAt + lifeSeconds * 1000 };
}

/** Reports whether the token was refused. A missing role is a 401 as well, but with a body and without a challenge. */
const isTokenRefused = ({ status, headers, text }: Received): boolean =>
  status === 401 && (text === "" || headers.has("www-authenticate"));

function readGrant(text: string): { access_token: string; expires_in: number } | undefined {
  try {
    const { access_token, expires_in: life } = JSON.parse(text);
    // Some servers write the number as text.
    const expires_in = Number(life ?? 3600);
    return typeof access_token === "string" && expires_in >= 0 ? { access_token, expires_in } : undefined;
  } catch {
    return undefined;
  }
}
