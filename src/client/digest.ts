// HTTP Digest (RFC 7616, MD5, qop=auth) for API keys: answers a challenge once, and goes on using its nonce.
import { quoteAuthParam, readAuthParams } from "../contract/http-syntax.ts";
import type { Outgoing, Send } from "./exchange.ts";
import { hexOf, md5 } from "./md5.ts";
import { withAuthorization } from "./transport.ts";

/** A programmatic API key. */
export interface ApiKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly stale: boolean;
  /** The part of an answer that is the same for all of this realm. */
  ha1?: string;
  /** How often the nonce was used. */
  uses: number;
}

export function sendWithDigest({ publicKey, privateKey }: ApiKey, send: Send): Send {
  let known: Challenge | undefined;

  function answered(outgoing: Outgoing, challenge: Challenge): Outgoing {
    const { realm, nonce, opaque } = challenge;
    const { pathname, search } = new URL(outgoing.url);
    const uri = `${pathname}${search}`;
    const nc = (++challenge.uses).toString(16).padStart(8, "0");
    const cnonce = hexOf(crypto.getRandomValues(new Uint8Array(12)));
    const ha1 = (challenge.ha1 ??= md5(`${publicKey}:${realm}:${privateKey}`));
    const ha2 = md5(`${outgoing.method}:${uri}`);
    const response = md5(`${ha1}:${nonce}:${nc}:${cnonce}:auth:${ha2}`);
    const parts = [
      `username=${quoteAuthParam(publicKey)}`,
      `realm=${quoteAuthParam(realm)}`,
      `nonce=${quoteAuthParam(nonce)}`,
      `uri="${uri}"`,
      "algorithm=MD5",
      "qop=auth",
      `nc=${nc}`,
      `cnonce="${cnonce}"`,
      `response="${response}"`,
      ...(opaque === undefined ? [] : [`opaque=${quoteAuthParam(opaque)}`]),
    ];
    return withAuthorization(outgoing, `Digest ${parts.join(", ")}`);
  }

  return async (outgoing) => {
    let received = await send(known === undefined ? outgoing : answered(outgoing, known));
    // The first challenge may be to a nonce that served earlier calls and has had its time; the second is to the answer
    // given just now, so unless the server calls it stale it is the key that is wrong.
    for (let challenges = 1; received.status === 401 && challenges <= 2; challenges++) {
      const challenge = readChallenge(received.headers.get("www-authenticate") ?? "");
      if (challenge === undefined || (challenges === 2 && !challenge.stale)) break;
      known = challenge;
      received = await send(answered(outgoing, challenge));
    }
    return received;
  };
}

/** Nothing when the header is no challenge of the one kind that is spoken here. */
function readChallenge(header: string): Challenge | undefined {
  if (!/^digest\s/i.test(header)) return undefined;
  const parts = readAuthParams(header);
  const { realm, nonce, opaque, algorithm = "MD5", qop = "" } = parts;
  const spoken = algorithm.toUpperCase() === "MD5" && qop.split(/[\s,]+/).includes("auth");
  if (!spoken || realm === undefined || nonce === undefined) return undefined;
  return { realm, nonce, opaque, stale: parts.stale?.toLowerCase() === "true", uses: 0 };
}
