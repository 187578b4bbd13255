// Tokens of people who signed a command line in. They are signed, and the store has nothing from which one could be made.
import { compactVerify, type JWTPayload, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { type Instant, second } from "../domain/instant.ts";

/**
 * The claims of a token about its command line. Tokens of older versions have fewer: NaN and "undefined" stand for the missing
 * ones.
 */
export interface LineClaims {
  readonly id: string;
  readonly username: string;
  readonly clientId: string;
  /** The time at which the person signed it in. */
  readonly createdAt: Instant;
  /** The time at which the token ends. */
  readonly expiresAt: Instant;
}

export type PersonTokens = ReturnType<typeof createPersonTokens>;

/** The header that tells tokens of people from those of service accounts before anything is verified. */
const header = { alg: "HS256", typ: "JWT", kid: "person" };
const beginning = `${Buffer.from(JSON.stringify(header)).toString("base64url")}.`;

/** The number of tokens remembered as valid: signatures never change, and none grants access by itself. */
const remembered = 5000;

/** Creates the tokens. Signs with the first key, and accepts all. */
export function createPersonTokens(keys: () => readonly [Buffer, ...Buffer[]]) {
  const known = new LRUCache<string, JWTPayload>({ maxSize: remembered, sizeCalculation: () => 1 });
  const sign = (payload: JWTPayload) => new SignJWT(payload).setProtectedHeader(header).sign(keys()[0]);

  async function read(token: string, audience: "access" | "refresh"): Promise<JWTPayload | undefined> {
    const payload = known.get(token) ?? (await readSigned(token, keys()));
    if (payload?.aud !== audience) return undefined;
    known.set(token, payload);
    return payload;
  }

  return {
    /** Signs an access token (JWT, HS256), whose subject is the person's address, because the atlas CLI shows it. */
    signAccess: ({ issuedAt, ...line }: LineClaims & { readonly issuedAt: Instant }) =>
      sign({ ...toPayload(line), aud: "access", iat: Math.floor(issuedAt / second) }),

    /** Signs a refresh token, always the same for the same claims. `generation` is the number of refresh tokens before it. */
    signRefresh: ({ generation, ...line }: LineClaims & { readonly generation: number }) =>
      sign({ ...toPayload(line), aud: "refresh", generation }),

    /** Reports whether a text has the form of a person's token; it need not be valid. */
    looksLikeOne: (token: string) => token.startsWith(beginning),

    /** Returns the claims of an access token that was signed here, whatever its age; undefined for any other text. */
    async readAccess(token: string) {
      const payload = await read(token, "access");
      return payload && fromPayload(payload);
    },

    async readRefresh(token: string) {
      const payload = await read(token, "refresh");
      return payload && { ...fromPayload(payload), generation: Number(payload.generation) };
    },
  };
}

/** Makes the payload, with names as in OpenID Connect and RFC 9068. */
const toPayload = ({ id, username, clientId, createdAt, expiresAt }: LineClaims): JWTPayload => ({
  sub: username,
  sid: id,
  client_id: clientId,
  auth_time: Math.floor(createdAt / second),
  exp: Math.floor(expiresAt / second),
});

const fromPayload = ({ sub, sid, client_id, auth_time, exp }: JWTPayload): LineClaims => ({
  id: String(sid),
  username: String(sub),
  clientId: String(client_id),
  createdAt: Number(auth_time) * second,
  expiresAt: Number(exp) * second,
});

/** Returns the claims of a token that one of the keys signed, of any age; undefined for any other text. */
export async function readSigned(token: string, keys: readonly Buffer[]): Promise<JWTPayload | undefined> {
  for (const key of keys) {
    const verified = await compactVerify(token, key, { algorithms: ["HS256"] }).catch(() => undefined);
    if (verified !== undefined) return JSON.parse(Buffer.from(verified.payload).toString("utf8"));
  }
  return undefined;
}
