// The sign-in through an OpenID Connect provider: the authorization code flow with PKCE, state and nonce.
import type { ClientAuth, Configuration } from "openid-client";
import { type Instant, second } from "../core/domain/instant.ts";
import { isOfDomain } from "../core/domain/policy.ts";
import { isMultiFactor } from "../core/domain/second-factor.ts";
import { recentSignIn } from "../core/domain/session.ts";
import { longestName } from "../core/domain/user.ts";
import { openOnce, sealOnce } from "../core/secrets/shown-once.ts";
import type { OidcSettings } from "../core/settings/settings.ts";
import { failureOf, type ProviderFailure, type ProviderProblem, problemIn } from "./oidc-failures.ts";

/** The person that the provider identified; `signInWithProvider` takes it. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly isMultiFactor: boolean;
  readonly claims: Readonly<Record<string, unknown>>;
}

interface Departure {
  /** The scheme and authority of this server, for the redirect back. */
  readonly origin: string;
  readonly next: string;
  /** The address to propose to the provider; empty for none. */
  readonly username: string;
  /** True if the provider must ask the person again, although it knows them. */
  readonly isAgain: boolean;
}

interface Arrival {
  readonly origin: string;
  readonly query: URLSearchParams;
  readonly begun: string | undefined;
}

type Finished = Pick<Trip, "next" | "isAgain"> &
  ({ readonly identity: Identity } | { readonly problem: ProviderProblem });

export interface Provider {
  readonly name: string;
  /**
   * Returns the provider's address to redirect to, and the data that the browser must keep until it returns, for ten minutes at
   * most.
   */
  begin(
    departure: Departure,
  ): Promise<{ readonly to: string; readonly begun: string } | { readonly problem: ProviderProblem }>;
  finish(arrival: Arrival): Promise<Finished>;
}

interface Surroundings {
  /** The keys that seal cookies, 32 bytes each: the first seals, all unseal. */
  readonly keys: readonly [Buffer, ...Buffer[]];
  readonly now: () => Instant;
  readonly report: (failure: ProviderFailure) => void;
}

export const callbackPath = "/sign-in/provider/callback";
export const beginLifetimeMinutes = 10;
const timeoutSeconds = 10;

/** Creates the provider. It gets no request before somebody signs in, so that a server starts while its provider is down. */
export function createProvider(settings: OidcSettings, { keys, now, report }: Surroundings): Provider {
  let discovered: ReturnType<typeof discover> | undefined;
  const known = () => (discovered ??= discover(settings));
  const carried = () => ({ session: callbackPath, now: now(), minutes: beginLifetimeMinutes });

  function judge(reason: unknown): ProviderProblem {
    const failure = failureOf(settings.issuer, reason);
    const problem = problemIn(failure);
    if (problem === "denied") return problem;
    report(failure);
    // Its endpoints may have changed: the next attempt reads its metadata again.
    discovered = undefined;
    return problem;
  }

  return {
    name: settings.name,

    async begin(departure) {
      try {
        const { to, ...trip } = await depart(await known(), departure);
        return { to, begun: await sealOnce(keys, trip, carried()) };
      } catch (reason) {
        return { problem: judge(reason) };
      }
    },

    async finish({ origin, query, begun }) {
      const trip = (await openOnce(keys, begun ?? "", carried())) as Trip | undefined;
      if (trip === undefined) return { next: "/", isAgain: false, problem: "stale" };
      const { state, next, isAgain } = trip;
      if (query.get("state") !== state) return { next, isAgain, problem: "stale" };
      try {
        const identity = await arrive(await known(), trip, { origin, query }, settings);
        return { next, isAgain, ...(identity === undefined ? { problem: "old" } : { identity }) };
      } catch (reason) {
        return { next, isAgain, problem: judge(reason) };
      }
    },
  };
}

type Discovered = Awaited<ReturnType<typeof discover>>;

/** Returns the provider's address, with the values that the callback is checked by. */
async function depart({ client, config }: Discovered, { origin, next, username, isAgain }: Departure) {
  const state = client.randomState();
  const nonce = client.randomNonce();
  const verifier = client.randomPKCECodeVerifier();
  const to = client.buildAuthorizationUrl(config, {
    redirect_uri: callbackAt(origin).href,
    scope: "openid email profile",
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(username !== "" && { login_hint: username }),
    // The answer to max_age shows whether prompt was left out on the way.
    ...(isAgain && { prompt: "login", max_age: String(recentSignIn / second) }),
  });
  return { to: to.href, state, nonce, verifier, next, isAgain };
}

/** The data that a browser keeps between leaving for the provider and coming back. */
type Trip = Omit<Awaited<ReturnType<typeof depart>>, "to">;

/**
 * Exchanges the code for the identity; returns undefined if a recent sign-in was required and the provider does not prove one.
 */
async function arrive(
  { client, config }: Discovered,
  { state, nonce, verifier, isAgain }: Trip,
  { origin, query }: Pick<Arrival, "origin" | "query">,
  { trustedDomains }: Pick<OidcSettings, "trustedDomains">,
): Promise<Identity | undefined> {
  const url = callbackAt(origin);
  url.search = query.toString();
  const tokens = await client.authorizationCodeGrant(config, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error("there is no ID token");
  if (isAgain && !isRecent(claims)) return undefined;
  // `email` and `email_verified` must come from the same source.
  const profile =
    claims.email !== undefined && claims.email_verified !== undefined
      ? claims
      : await client.fetchUserInfo(config, tokens.access_token, claims.sub);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    ...personOf(profile, trustedDomains),
    isMultiFactor: isMultiFactor(claims),
    claims: { ...profile, ...claims },
  };
}

/** Reports whether the provider confirms a recent sign-in, as it must when asked for `max_age`. */
const isRecent = ({ iat, auth_time }: { readonly iat: number; readonly auth_time?: number }): boolean =>
  auth_time !== undefined && iat - auth_time <= recentSignIn / second;

const callbackAt = (origin: string) => new URL(`${origin}${callbackPath}`);

/** Reads the provider's metadata. The library is loaded only when somebody signs in through a provider. */
async function discover({ issuer, clientId, clientSecret }: OidcSettings) {
  const client = await import("./openid.ts");
  const [basic, post] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)];
  // The default of providers that do not name a method is `client_secret_basic` (OpenID Connect Discovery 1.0, section 3).
  const authentication: ClientAuth = (server, ...rest) => {
    const { token_endpoint_auth_methods_supported: methods = ["client_secret_basic"] } = server;
    return (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
  const url = new URL(issuer);
  const config: Configuration = await client.discovery(url, clientId, undefined, authentication, {
    timeout: timeoutSeconds,
    execute: [
      // Checks the signature of ID tokens as well, not only the connection they came through.
      client.enableNonRepudiationChecks,
      // The settings allow plain HTTP on loopback only.
      ...(url.protocol === "http:" ? [client.allowInsecureRequests] : []),
    ],
  });
  return { client, config };
}

/** Reads the person. Names that are too long are cut, not refused: people cannot change them during a sign-in. */
function personOf(
  claims: Readonly<Record<string, unknown>>,
  trustedDomains: readonly string[],
): Pick<Identity, "email" | "emailVerified" | "firstName" | "lastName"> {
  const text = (name: string) => (typeof claims[name] === "string" ? (claims[name] as string) : "");
  const email = text("email");
  const { email_verified: verified } = claims;
  // If the provider says that the address is unverified, its domain does not matter.
  const isTrusted = verified === undefined && isOfDomain({ mailDomains: trustedDomains }, email);
  return {
    email,
    // Some providers send the boolean as a string.
    emailVerified: verified === true || verified === "true" || isTrusted,
    firstName: (text("given_name") || text("name")).slice(0, longestName),
    lastName: text("family_name").slice(0, longestName),
  };
}
