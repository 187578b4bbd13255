// Who is asking: an API key by digest, a service account or a person by bearer token, or a person by a session of the console.
import { fromClientId, toClientId } from "../contract/client-id.ts";
import type { Caller } from "../domain/access.ts";
import { type Instant, toTimestamp } from "../domain/instant.ts";
import { useInterval } from "../domain/session.ts";
import type { User } from "../domain/user.ts";
import { digestVerifier, hashSecret, type Keyring, sameText } from "../secrets/keyring.ts";
import type { Credential } from "../store/credentials.ts";
import type { Reads, Store } from "../store/store.ts";
import { challenge, provesKey, readDigest } from "./digest.ts";
import type { NonceLedger, Nonces } from "./nonces.ts";

/** What a request says about itself, before anything is believed. */
export interface Claim {
  readonly headers: { readonly authorization?: string | undefined };
  readonly method: string;
  /** Path and query as they are on the request line. */
  readonly target: string;
  readonly remoteAddress: string;
  readonly session?: string | undefined;
}

export interface Identified {
  readonly caller: Caller;
  /** Undefined for a person, and for a token that was only read. */
  readonly credential: Credential | undefined;
  /** When the person signed in, for a session of the console. */
  readonly signedInAt?: Instant;
  /** Looks in a unit of work whether what identified the caller is still there, and refuses otherwise. Gives the credential as it is then. */
  readonly revalidate: (tx: Reads) => Promise<Credential | undefined>;
}

/** Not identified: answered as a 401 of its own form, with this WWW-Authenticate header. */
export class Unidentified extends Error {
  readonly scheme: "digest" | "bearer" | "session";
  readonly header: string;
  /** Whom the request named and failed to prove; a challenge that is only a step has none, a token nobody knows "". */
  readonly claimed: string | undefined;

  constructor(scheme: Unidentified["scheme"], header: string, claimed?: string) {
    super("the caller could not be identified");
    this.scheme = scheme;
    this.header = header;
    this.claimed = claimed;
  }
}

interface AuthenticateDeps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly nonces: Nonces;
  readonly ledger: NonceLedger;
}

export type Authenticate = (claim: Claim, now: Instant) => Promise<Identified>;

export function createAuthenticate({ store, keyring, nonces, ledger }: AuthenticateDeps): Authenticate {
  const challenged = (now: Instant, stale = false, claimed?: string) =>
    new Unidentified("digest", challenge(nonces.issue(now), stale), claimed);

  async function byDigest(claim: Claim, header: string, now: Instant): Promise<Identified> {
    const answer = readDigest(header);
    if (answer === undefined) throw challenged(now);
    const key = await store.look((tx) => tx.credentials.apiKey(answer.username));
    if (key === undefined) throw challenged(now, false, answer.username);
    if (!provesKey(answer, keyring.unseal(key.sealedHa1), claim.method, claim.target)) {
      throw challenged(now, false, answer.username);
    }
    const expiresAt = nonces.expiryOf(answer.nonce);
    if (expiresAt === undefined || expiresAt <= now) throw challenged(now, true);
    const count = Number.parseInt(answer.nc, 16);
    // Its answer was seen before: by whoever sends it again, or by somebody on the way.
    if (!(await ledger.spend(answer.nonce, count, expiresAt, now))) {
      throw challenged(now, true, answer.username);
    }
    return identified("API_KEY", key, answer.username, claim, async (tx) => {
      const still = await tx.credentials.apiKey(answer.username);
      if (still?.sealedHa1 !== key.sealedHa1) throw challenged(now, false, answer.username);
      return still;
    });
  }

  async function byBearer(claim: Claim, token: string, now: Instant): Promise<Identified> {
    const { find } = await readServiceToken(keyring, token, now);
    const credential = await store.look(find);
    return identified("SERVICE_ACCOUNT", credential, toClientId(credential.id), claim, find);
  }

  async function byPersonToken({ remoteAddress }: Claim, token: string, now: Instant): Promise<Identified> {
    const claims = await keyring.people.readAccess(token);
    if (claims === undefined) throw refusedToken("The access token was not issued here or is damaged.", "");
    if (claims.expiresAt <= now) throw expiredToken(claims.expiresAt, claims.id);
    const find = async (tx: Reads) => {
      const user = await tx.commandLines.person(claims.id, now);
      if (user !== undefined) return user;
      throw refusedToken("The session of the access token has ended; sign in again.", claims.id);
    };
    return person(await store.look(find), remoteAddress, find);
  }

  async function bySession({ remoteAddress }: Claim, session: string, now: Instant): Promise<Identified> {
    const find = async (tx: Reads) => {
      const live = await tx.sessions.find(hashSecret(session), now);
      if (live !== undefined) return live;
      throw new Unidentified("session", "Session");
    };
    const found = await store.look(find);
    if (now - found.session.lastUsedAt >= useInterval) {
      await store.write((tx) => tx.sessions.use(found.session, { remoteAddress, now }));
    }
    return { ...person(found.user, remoteAddress, find), signedInAt: found.session.createdAt };
  }

  return async (claim, now) => {
    if (claim.session !== undefined) return bySession(claim, claim.session, now);
    const [scheme, token] = schemeOf(claim);
    switch (scheme) {
      case "digest":
        return byDigest(claim, claim.headers.authorization ?? "", now);
      case "bearer":
        return keyring.people.looksLikeOne(token)
          ? byPersonToken(claim, token, now)
          : byBearer(claim, token, now);
      default:
        throw challenged(now);
    }
  };
}

function schemeOf({ headers }: Claim): [scheme: string, token: string] {
  const [scheme = "", token = ""] = (headers.authorization ?? "").split(" ", 2);
  return [scheme.toLowerCase(), token];
}

/** What the token of a service account says under our signature, and what finds out whether it still holds. */
async function readServiceToken(keyring: Pick<Keyring, "readToken">, token: string, now: Instant) {
  const claims = await keyring.readToken(token);
  if (claims === undefined) throw refusedToken("The access token was not issued here or is damaged.", "");
  const { id, clientId, secretHash, orgId, expiresAt } = claims;
  if (expiresAt <= now) throw expiredToken(expiresAt, clientId);
  const serviceAccountId = fromClientId(clientId);
  const find = async (tx: Reads) => {
    const credential = await tx.credentials.byToken({ id, serviceAccountId, secretHash });
    if (credential !== undefined && orgId === (orgId && credential.orgId)) return credential;
    const why = "The access token was revoked, or its service account or secret was deleted.";
    throw refusedToken(why, clientId);
  };
  return { serviceAccountId, orgId, find };
}

/** Identifies a service account by its token alone: whether that still holds, `revalidate` finds out. Undefined for other credentials. */
export type ReadToken = (claim: Claim, now: Instant) => Promise<Identified | undefined>;

export const createReadToken =
  (keyring: Pick<Keyring, "readToken" | "people">): ReadToken =>
  async (claim, now) => {
    const [scheme, token] = schemeOf(claim);
    if (scheme !== "bearer" || keyring.people.looksLikeOne(token)) return undefined;
    const { serviceAccountId: id, orgId, find } = await readServiceToken(keyring, token, now);
    // Older tokens do not say of which organization they are.
    if (orgId === undefined) return undefined;
    const { remoteAddress } = claim;
    const caller: Caller = { kind: "SERVICE_ACCOUNT", id, orgId, name: toClientId(id), remoteAddress };
    return { caller, credential: undefined, revalidate: find };
  };

/** Takes a credential for one that has run out just now: a digest is asked for anew, a token refused. */
export type Outdate = (authorization: string | undefined, now: Instant) => Unidentified;

export const createOutdate =
  (nonces: Pick<Nonces, "issue">): Outdate =>
  (authorization = "", now) =>
    /^bearer /i.test(authorization)
      ? expiredToken(now)
      : new Unidentified("digest", challenge(nonces.issue(now), true));

const refusedToken = (why: string, claimed?: string) =>
  new Unidentified("bearer", `Bearer error="invalid_token", error_description="${why}"`, claimed);

const expiredToken = (expiresAt: Instant, claimed?: string) =>
  refusedToken(`The access token expired at ${toTimestamp(expiresAt)}; ask for a new one.`, claimed);

const person = (
  { id, username }: User,
  remoteAddress: string,
  find: (tx: Reads) => Promise<unknown>,
): Identified => ({
  caller: { kind: "USER", id, orgId: null, name: username, remoteAddress },
  credential: undefined,
  revalidate: async (tx) => {
    await find(tx);
    return undefined;
  },
});

const identified = (
  kind: Caller["kind"],
  credential: Credential,
  name: string,
  { remoteAddress }: Claim,
  revalidate: Identified["revalidate"],
): Identified => ({
  caller: { kind, id: credential.id, orgId: credential.orgId, name, remoteAddress },
  credential,
  revalidate,
});

/** Both parts of an API key, as a request names one beside its caller. */
export interface NamedKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The API key of a public key, within a unit of work; nothing when there is none or the private key is another's. */
export type ProveKey = (tx: Reads, named: NamedKey) => Promise<Credential | undefined>;

export function createProveKey(keyring: Pick<Keyring, "unseal">): ProveKey {
  return async (tx, { publicKey, privateKey }) => {
    const key = await tx.credentials.apiKey(publicKey);
    if (key === undefined) return undefined;
    const { sealedHa1, ...credential } = key;
    const isRight = sameText(keyring.unseal(sealedHa1), digestVerifier(publicKey, privateKey));
    return isRight ? credential : undefined;
  };
}
