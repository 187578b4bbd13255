// Tokens of people who signed a command line in. They are signed, and the store keeps nothing that would tell one.
import { compactVerify, type JWTPayload, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { type Instant, second } from "../domain/instant.ts";

/**
 * The claims of a token about the command line it was issued to. Tokens of older versions say less: NaN and "undefined"
 * stand for it.
 */
export interface LineClaims {
  readonly id: string;
  readonly username: string;
  readonly clientId: string;
  /** The time at which the person signed it in. */
  readonly createdAt: Instant;
  /** The end of the token. */
  readonly expiresAt: Instant;
}

export type PersonTokens = ReturnType<typeof createPersonTokens>;

/** Tells the tokens of people from those of service accounts, before anything is verified. */
const header = { alg: "HS256", typ: "JWT", kid: "person" };
const beginning = `${Buffer.from(JSON.stringify(header)).toString("base64url")}.`;

/** Signatures never change, so each is checked once; none grants access by itself. */
const remembered = 5000;

/** Signs with the first key, and believes all. */
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
    /** An access token (JWT, HS256), whose subject is the person's address: the atlas CLI shows it. */
    signAccess: ({ issuedAt, ...line }: LineClaims & { readonly issuedAt: Instant }) =>
      sign({ ...toPayload(line), aud: "access", iat: Math.floor(issuedAt / second) }),

    /** Signs a refresh token, always alike for the same claims. `generation` refresh tokens of the command line came before. */
    signRefresh: ({ generation, ...line }: LineClaims & { readonly generation: number }) =>
      sign({ ...toPayload(line), aud: "refresh", generation }),

    /** Reports whether a text has the form of a person's token; not whether it is one. */
    looksLikeOne: (token: string) => token.startsWith(beginning),

    /** The claims of an access token that was signed here, whatever its age; nothing for any other text. */
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

/** Names as in OpenID Connect and RFC 9068. */
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

/** The claims of a token that one of the keys signed, of any age; undefined for any other text. */
export async function readSigned(token: string, keys: readonly Buffer[]): Promise<JWTPayload | undefined> {
  for (const key of keys) {
    const verified = await compactVerify(token, key, { algorithms: ["HS256"] }).catch(() => undefined);
    if (verified !== undefined) return JSON.parse(Buffer.from(verified.payload).toString("utf8"));
  }
  return undefined;
}
