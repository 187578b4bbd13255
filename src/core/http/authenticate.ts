// Authenticates the caller: an API key by digest, a service account or a person by bearer token, or a person by a session of
// the console.
import type { SessionProof } from "../changes/second-factor.ts";
import { adoptCommandLine } from "../changes/sessions.ts";
import { fromClientId, toClientId } from "../contract/client-id.ts";
import type { Caller } from "../domain/access.ts";
import { type Instant, toTimestamp } from "../domain/instant.ts";
import type { RemoteAddress } from "../domain/proxies.ts";
import { useInterval } from "../domain/session.ts";
import type { User } from "../domain/user.ts";
import { hashSecret, type Keyring } from "../secrets/keyring.ts";
import type { Credential } from "../store/credentials.ts";
import type { Asker } from "../store/places.ts";
import type { Reads, Store, Writes } from "../store/store.ts";
import { challenge, type NonceLedger, type Nonces, provesKey, readDigest } from "./digest.ts";

/** The claims of a request about its caller, before anything is verified. */
export interface Claim {
  readonly headers: {
    readonly authorization?: string | undefined;
    readonly "user-agent"?: string | undefined;
  };
  readonly method: string;
  /** The path and query of the request line. */
  readonly target: string;
  readonly remoteAddress: RemoteAddress;
  readonly session?: string | undefined;
}

export interface Identified {
  readonly caller: Caller;
  /** The credential; undefined for a person, and for a token that was only read. */
  readonly credential: Credential | undefined;
  /** The time at which the person of a console session last signed in. */
  readonly signedInAt?: Instant;
  readonly session?: SessionProof;
  /** True for a session without a second factor, and for a command line that such a session confirmed. */
  readonly lacksFactor?: boolean;
  /**
   * Checks in a unit of work that the credential or session still exists, and refuses otherwise. Returns the current
   * credential.
   */
  readonly revalidate: (tx: Reads) => Promise<Credential | undefined>;
}

/** An error for an unidentified caller: it is answered as a 401 in a form of its own, with this WWW-Authenticate header. */
export class Unidentified extends Error {
  readonly scheme: "digest" | "bearer" | "session";
  readonly header: string;
  /**
   * The name that the request claimed and did not prove; undefined for a challenge that is only a step, "" for an unknown
   * token.
   */
  readonly claimed: string | undefined;

  constructor(scheme: Unidentified["scheme"], header: string, claimed?: string) {
    super("the caller could not be identified");
    this.scheme = scheme;
    this.header = header;
    this.claimed = claimed;
  }
}

/** A key that was proven here before; the store says each time whether it is still valid. */
export type ProvenKey = Pick<Credential, "orgId"> & { readonly sealedHa1: string };

interface AuthenticateDeps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly nonces: Nonces;
  readonly ledger: NonceLedger;
  /** The queues in which requests wait for places. */
  readonly provenKeys?:
    | { get(name: string): ProvenKey | undefined; set(name: string, key: ProvenKey): unknown }
    | undefined;
  readonly tokens: TokenRules;
}

/**
 * The clock by which access tokens expire, and whether command-line tokens unknown to this store are accepted, as in a
 * rehearsal.
 */
export interface TokenRules {
  readonly time: () => Instant;
  readonly adopts: boolean;
}

export type Authenticate = (claim: Claim, now: Instant, stranger: Asker) => Promise<Identified>;

export const createAuthenticate =
  (deps: AuthenticateDeps): Authenticate =>
  async (claim, now, stranger) => {
    if (claim.session !== undefined) return bySession(deps, { claim, now, stranger, secret: claim.session });
    const [scheme, secret] = schemeOf(claim);
    if (scheme === "digest") return byDigest(deps, { claim, now, stranger, secret });
    if (scheme !== "bearer") throw challenged(deps.nonces, now);
    const by = deps.keyring.people.looksLikeOne(secret) ? byPersonToken : byServiceToken;
    return by(deps, { claim, now, stranger, secret });
  };

function schemeOf({ headers }: Claim): [scheme: string, token: string] {
  const [scheme = "", token = ""] = (headers.authorization ?? "").split(" ", 2);
  return [scheme.toLowerCase(), token];
}

interface Attempt {
  /** The asker that is charged until the credential is proven. */
  readonly stranger: Asker;
  readonly claim: Claim;
  readonly now: Instant;
  /** The secret of a session, or the text after the scheme. */
  readonly secret: string;
}

const challenged = (nonces: Pick<Nonces, "issue">, now: Instant, stale = false, who?: string) =>
  new Unidentified("digest", challenge(nonces.issue(now), stale), who);

async function byDigest(
  { store, keyring, nonces, ledger, provenKeys }: AuthenticateDeps,
  { claim, now, stranger }: Attempt,
): Promise<Identified> {
  const answer = readDigest(claim.headers.authorization ?? "");
  if (answer === undefined) throw challenged(nonces, now);
  const { username: name, nonce, nc } = answer;
  const known = provenKeys?.get(name);
  const isProven = known !== undefined && provesKey(answer, keyring.unseal(known.sealedHa1), claim);
  const asker = isProven ? { ...stranger, share: known.orgId } : stranger;
  const key = await store.look((tx) => tx.credentials.apiKey(name), asker);
  const isSame = isProven && key?.sealedHa1 === known.sealedHa1;
  if (key === undefined || !(isSame || provesKey(answer, keyring.unseal(key.sealedHa1), claim))) {
    throw challenged(nonces, now, false, name);
  }
  provenKeys?.set(name, key);
  const expiresAt = nonces.expiryOf(nonce);
  if (expiresAt === undefined || expiresAt <= now) throw challenged(nonces, now, true);
  // A repeated count means that the answer was sent again, or read on the way.
  if (
    !(await ledger.spend(nonce, Number.parseInt(nc, 16), expiresAt, now, { ...stranger, share: key.orgId }))
  ) {
    throw challenged(nonces, now, true, name);
  }
  return identified("API_KEY", key, name, claim, async (tx) => {
    const still = await tx.credentials.apiKey(name);
    if (still?.sealedHa1 !== key.sealedHa1) throw challenged(nonces, now, false, name);
    return still;
  });
}

async function byServiceToken(
  { store, keyring, tokens }: AuthenticateDeps,
  { claim, stranger, secret }: Attempt,
): Promise<Identified> {
  const { orgId, find } = await readServiceToken(keyring, secret, tokens.time());
  const credential = await store.look(find, orgId === undefined ? stranger : { ...stranger, share: orgId });
  return identified("SERVICE_ACCOUNT", credential, toClientId(credential.id), claim, find);
}

async function byPersonToken(
  { store, keyring, tokens }: AuthenticateDeps,
  { claim, stranger, secret }: Attempt,
): Promise<Identified> {
  const tokenTime = tokens.time();
  const claims = await keyring.people.readAccess(secret);
  if (claims === undefined) throw refusedToken("The access token was not issued here or is damaged.", "");
  if (claims.expiresAt <= tokenTime) throw expiredToken(claims.expiresAt, claims.id);
  const look = (tx: Reads) => tx.commandLines.person(claims.id, tokenTime);
  const adopt = (tx: Writes) => adoptCommandLine({ tx, tokenTime }, claims, claim);
  const found = <Known>(known: Known | undefined): Known => {
    if (known !== undefined) return known;
    throw refusedToken("The session of the access token has ended; sign in again.", claims.id);
  };
  const known = await store.look(look, stranger);
  if (known === undefined && tokens.adopts) {
    return person(found(await store.write(adopt, stranger)), claim, async (tx) => found(await look(tx)));
  }
  const { user, lacksFactor } = found(known);
  return { ...person(user, claim, async (tx) => found(await look(tx))), lacksFactor };
}

async function bySession(
  { store }: AuthenticateDeps,
  { claim, now, stranger, secret }: Attempt,
): Promise<Identified> {
  const find = async (tx: Reads) => {
    const live = await tx.sessions.find(hashSecret(secret), now);
    if (live !== undefined) return live;
    throw new Unidentified("session", "Session");
  };
  const { ip: remoteAddress = "" } = claim.remoteAddress;
  const { session, user } = await store.look(find, stranger);
  if (now - session.lastUsedAt >= useInterval) {
    await store.write((tx) => tx.sessions.use(session, { remoteAddress, now }), {
      ...stranger,
      share: user.id,
    });
  }
  const lacksFactor = !session.hasSecondFactor;
  return { ...person(user, claim, find), signedInAt: session.provenAt, session, lacksFactor };
}

/** Reads the claims of a service account's token signed by us, with the check of whether it is still valid. */
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

/**
 * Identifies a service account by its token alone; `revalidate` checks whether the token is still valid. Undefined for other
 * credentials.
 */
export const createReadToken =
  (keyring: Pick<Keyring, "readToken" | "people">, tokenTime: () => Instant) =>
  async (claim: Claim): Promise<Identified | undefined> => {
    const [scheme, token] = schemeOf(claim);
    if (scheme !== "bearer" || keyring.people.looksLikeOne(token)) return undefined;
    const { serviceAccountId: id, orgId, find } = await readServiceToken(keyring, token, tokenTime());
    // Older tokens do not name their organization.
    if (orgId === undefined) return undefined;
    const read = identified("SERVICE_ACCOUNT", { id, orgId }, toClientId(id), claim, find);
    return { ...read, credential: undefined };
  };

/** Treats a credential as if it had just expired: a digest is challenged again, a token is refused. */
export const createOutdate =
  (nonces: Pick<Nonces, "issue">) =>
  (authorization = "", now: Instant): Unidentified =>
    /^bearer /i.test(authorization) ? expiredToken(now) : challenged(nonces, now, true);

const refusedToken = (why: string, claimed?: string) =>
  new Unidentified("bearer", `Bearer error="invalid_token", error_description="${why}"`, claimed);

const expiredToken = (expiresAt: Instant, claimed?: string) =>
  refusedToken(`The access token expired at ${toTimestamp(expiresAt)}; ask for a new one.`, claimed);

const person = (
  { id, username: name }: User,
  { remoteAddress }: Claim,
  find: (tx: Reads) => Promise<unknown>,
): Identified => ({
  caller: { kind: "USER", id, orgId: null, name, remoteAddress },
  credential: undefined,
  revalidate: async (tx) => {
    await find(tx);
    return undefined;
  },
});

function identified<Known extends Pick<Credential, "id" | "orgId">>(
  kind: Caller["kind"],
  credential: Known,
  name: string,
  { remoteAddress }: Claim,
  revalidate: Identified["revalidate"],
) {
  const { id, orgId } = credential;
  return { caller: { kind, id, orgId, name, remoteAddress }, credential, revalidate };
}
