// The second factor of people: passkeys and recovery codes, who needs one, and where browsers allow passkeys.
import ipaddr from "ipaddr.js";
import type { RoleName } from "../contract/roles.ts";
import { permit } from "./access.ts";
import { type Instant, minute } from "./instant.ts";

export interface Passkey {
  /** The id that pages use. */
  readonly id: string;
  /** The id that its authenticator uses. */
  readonly credentialId: string;
  readonly userId: string;
  readonly publicKey: string;
  /** The number of its signatures, as it states; most authenticators always state 0. */
  readonly counter: number;
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** The browser's answer about a new passkey, or about one that signed; all in base64url. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject?: string | undefined;
  readonly authenticatorData?: string | undefined;
  readonly signature?: string | undefined;
  readonly userHandle?: string | undefined;
}

/** Returns the challenge that an answer is for; empty for invalid data. */
export function challengeIn({ clientDataJSON }: Pick<PasskeyAnswer, "clientDataJSON">): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString());
    return typeof challenge === "string" ? challenge : "";
  } catch {
    return "";
  }
}

export const mostPasskeys = 20;
export const longestPasskeyName = 60;
export const recoveryCodeCount = 10;
/** The longest time in which a passkey must answer. */
export const challengeLifetime = 10 * minute;
/** The longest time between the password and the second step. */
export const secondStepLifetime = 10 * minute;

/** The letters and digits of recovery codes, without i, l, o and u, which are easily mistaken: 32, so each is five bits. */
export const codeLetters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Normalizes a typed recovery code for its hash: without separators, and with letters that look alike replaced. */
export const foldRecoveryCode = (typed: string): string =>
  typed.toLowerCase().replace(/[\s-]/g, "").replaceAll("o", "0").replace(/[il]/g, "1");

/** The people from whom an organization requires a second factor. */
export const factorRules = ["nobody", "owners", "everybody"] as const;
export type FactorRule = (typeof factorRules)[number];

/**
 * The settings of the second factor. Atlas's setting is on or off for everybody; the rule for owners alone is stored in a
 * separate field.
 */
export interface FactorSettings {
  readonly multiFactorAuthRequired?: boolean | undefined;
  readonly secondFactorOfOwners?: boolean | undefined;
}

export function ruleIn({ multiFactorAuthRequired, secondFactorOfOwners }: FactorSettings): FactorRule {
  if (multiFactorAuthRequired === true) return "everybody";
  return secondFactorOfOwners === true ? "owners" : "nobody";
}

export const settingsOf = (rule: FactorRule) => ({
  multiFactorAuthRequired: rule === "everybody",
  secondFactorOfOwners: rule === "owners",
});

export const demands = (rule: FactorRule, roles: readonly RoleName[]): boolean =>
  rule === "everybody" || (rule === "owners" && permit({ kind: "org", role: "ORG_OWNER" }, roles));

/**
 * Returns the relying party of an origin: its host. Undefined where browsers refuse passkeys: on an IP address, or by plain
 * HTTP on another machine.
 */
export function relyingPartyOf(origin: string): string | undefined {
  const { protocol, hostname } = new URL(origin);
  if (hostname.startsWith("[") || ipaddr.isValid(hostname)) return undefined;
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  return protocol === "https:" || isLocal ? hostname : undefined;
}

/**
 * The values that mean several factors: in `amr` those of RFC 8176, in `acr` those of OpenID's profiles and their forerunners.
 */
const multiFactor = new Set([
  "mfa",
  "phr",
  "phrh",
  "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
]);

/** Reports whether a provider states that a person signed in there with several factors. */
export const isMultiFactor = ({ amr, acr }: Readonly<Record<string, unknown>>): boolean =>
  [amr, acr].flat().some((value) => typeof value === "string" && multiFactor.has(value));
