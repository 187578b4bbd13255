// Reads tokens that were signed here.
import { compactVerify, type JWTPayload } from "jose";

/** The claims of a token that one of the keys signed, of any age; undefined for any other text. */
export async function readSigned(token: string, keys: readonly Buffer[]): Promise<JWTPayload | undefined> {
  for (const key of keys) {
    const verified = await compactVerify(token, key, { algorithms: ["HS256"] }).catch(() => undefined);
    if (verified !== undefined) return JSON.parse(Buffer.from(verified.payload).toString("utf8"));
  }
  return undefined;
}
