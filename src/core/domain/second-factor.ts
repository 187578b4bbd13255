// The second factor of people: passkeys and recovery codes, who needs one, and where browsers let a passkey be used.
import ipaddr from "ipaddr.js";
import type { RoleName } from "../contract/roles.ts";
import { permit } from "./access.ts";
import { type Instant, minute } from "./instant.ts";

export interface Passkey {
  /** Names it on pages. */
  readonly id: string;
  /** Its authenticator's name for it. */
  readonly credentialId: string;
  readonly userId: string;
  readonly publicKey: string;
  /** The number of its signatures, as it states; most always say 0. */
  readonly counter: number;
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** The browser's answer about a new passkey, or one that signed; all in base64url. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject?: string | undefined;
  readonly authenticatorData?: string | undefined;
  readonly signature?: string | undefined;
  readonly userHandle?: string | undefined;
}

/** The challenge that an answer is to; empty for data that is no answer. */
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
/** The longest that a passkey may take to answer. */
export const challengeLifetime = 10 * minute;
/** The longest that the second step may come after the password. */
export const secondStepLifetime = 10 * minute;

/** Letters and digits that are hard to mistake, without i, l, o and u: 32, so each is five bits. */
export const codeLetters = "0123456789abcdefghjkmnpqrstvwxyz";

/** A recovery code as it was typed, in the form of its hash: without separators, with the letters that look alike made one. */
export const foldRecoveryCode = (typed: string): string =>
  typed.toLowerCase().replace(/[\s-]/g, "").replaceAll("o", "0").replace(/[il]/g, "1");

/** The people of whom an organization demands a second factor. */
export const factorRules = ["nobody", "owners", "everybody"] as const;
export type FactorRule = (typeof factorRules)[number];

/** Atlas's setting is on or off for everybody; the owners-only rule is stored in a separate field. */
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

/** The relying party of an origin: its host. Undefined where browsers refuse: on an address, or by plain HTTP on another machine. */
export function relyingPartyOf(origin: string): string | undefined {
  const { protocol, hostname } = new URL(origin);
  if (hostname.startsWith("[") || ipaddr.isValid(hostname)) return undefined;
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  return protocol === "https:" || isLocal ? hostname : undefined;
}

/**
 * The values that state several factors: in `amr` those of RFC 8176, in `acr` those of OpenID's profiles and their
 * forerunners.
 */
const multiFactor = new Set([
  "mfa",
  "phr",
  "phrh",
  "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
]);

/** Reports whether a provider says that a person signed in there with several factors. */
export const isMultiFactor = ({ amr, acr }: Readonly<Record<string, unknown>>): boolean =>
  [amr, acr].flat().some((value) => typeof value === "string" && multiFactor.has(value));
