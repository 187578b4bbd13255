// HTTP Digest as Atlas's API keys use it: MD5, qop=auth. What a challenge says, and whether an answer is right.
import { readAuthParams } from "../contract/auth-params.ts";
import { md5, realm, sameText } from "../secrets/keyring.ts";

/** The parts of an Authorization: Digest header that matter. */
export interface DigestAnswer {
  readonly username: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly nc: string;
  readonly cnonce: string;
}

/** Reads the header; nothing when a part is missing or is not of this realm, algorithm or quality of protection. */
export function readDigest(header: string): DigestAnswer | undefined {
  const parts = readAuthParams(header.slice("Digest ".length));
  const { username, nonce, uri, response, nc, cnonce } = parts;
  if (parts.realm !== realm || parts.qop !== "auth") return undefined;
  if (parts.algorithm !== undefined && parts.algorithm.toUpperCase() !== "MD5") return undefined;
  if (!username || !nonce || !uri || !response || !cnonce || nc === undefined) return undefined;
  // Counts begin with one.
  return /^(?!0{8})[0-9a-f]{8}$/i.test(nc) ? { username, nonce, uri, response, nc, cnonce } : undefined;
}

/** Whether the answer proves knowledge of the private key behind `verifier` (HA1) for exactly this request. */
export function provesKey(answer: DigestAnswer, verifier: string, method: string, target: string): boolean {
  if (answer.uri !== target) return false;
  const request = md5(`${method}:${answer.uri}`);
  const expected = md5(`${verifier}:${answer.nonce}:${answer.nc}:${answer.cnonce}:auth:${request}`);
  return sameText(expected, answer.response.toLowerCase());
}

/** The challenge, part for part as recorded. `stale` says to the client that its key is right and its nonce too old. */
export const challenge = (nonce: string, stale: boolean): string =>
  `Digest realm="${realm}", domain="", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${stale}`;
