// HTTP Digest (RFC 7616, MD5, qop=auth) for API keys: answers a challenge once, and keeps using its nonce.
import { quoteAuthParam, readAuthParams } from "../core/contract/http-syntax.ts";
import type { Outgoing, Send } from "./answer.ts";
import { withAuthorization } from "./sending.ts";

export interface ApiKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly stale: boolean;
  /** The part of the digest that is the same for all requests of this realm. */
  ha1?: string;
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
    // The first challenge may be for an old nonce that expired; the second is for the new answer, so unless the server calls it
    // stale, the key is wrong.
    for (let challenges = 1; received.status === 401 && challenges <= 2; challenges++) {
      const challenge = readChallenge(received.headers.get("www-authenticate") ?? "");
      if (challenge === undefined || (challenges === 2 && !challenge.stale)) break;
      known = challenge;
      received = await send(answered(outgoing, challenge));
    }
    return received;
  };
}

/** Matches the scheme and parameters of each challenge; after a comma that ends it no further parameter follows. */
const challenges = /\b(\w+)\s+((?:"(?:[^"\\]|\\.)*"|[^",]|,(?=\s*\w+\s*=))*)/g;

/** Returns the first challenge of the supported kind. */
function readChallenge(header: string): Challenge | undefined {
  for (const [, scheme = "", params = ""] of header.matchAll(challenges)) {
    const { realm, nonce, opaque, stale, algorithm = "MD5", qop = "" } = readAuthParams(params);
    const spoken = /^digest md5$/i.test(`${scheme} ${algorithm}`) && qop.split(/[\s,]+/).includes("auth");
    if (!spoken || realm === undefined || nonce === undefined) continue;
    return { realm, nonce, opaque, stale: stale?.toLowerCase() === "true", uses: 0 };
  }
  return undefined;
}

/** The bits by which the sums of a step are rotated: four for each round. */
const turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const constants = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32));

export function md5(text: string): string {
  const bytes = new TextEncoder().encode(text);
  // A bit, zeros, and in the last eight bytes the length in bits.
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const words = new DataView(padded.buffer);
  words.setUint32(padded.length - 8, bytes.length * 8, true);
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < padded.length; at += 64) {
    const before = [a, b, c, d] as const;
    for (let step = 0; step < 64; step++) {
      const round = step >> 4;
      let mixed = c ^ (b | ~d);
      let word = 7 * step;
      if (round === 0) {
        mixed = (b & c) | (~b & d);
        word = step;
      } else if (round === 1) {
        mixed = (d & b) | (~d & c);
        word = 5 * step + 1;
      } else if (round === 2) {
        mixed = b ^ c ^ d;
        word = 3 * step + 5;
      }
      const sum = a + mixed + (constants[step] ?? 0) + words.getUint32(at + 4 * (word % 16), true);
      const turn = turns[4 * round + (step % 4)] ?? 0;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0;
    }
    [a, b, c, d] = [a + before[0], b + before[1], c + before[2], d + before[3]];
  }
  const state = new DataView(new ArrayBuffer(16));
  [a, b, c, d].forEach((part, index) => {
    state.setUint32(4 * index, part, true);
  });
  return hexOf(new Uint8Array(state.buffer));
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
