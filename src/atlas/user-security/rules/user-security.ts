// The LDAP and X.509 settings of a project, by which its databases would authenticate users without passwords of their own.
import { X509Certificate } from "node:crypto";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { type Instant, second } from "../../../core/domain/instant.ts";
import { hostPattern, longestHost } from "./hosts.ts";

export interface UserToDnMapping {
  readonly ldapQuery?: string;
  readonly match: string;
  readonly substitution?: string;
}

interface LdapSettings {
  readonly authenticationEnabled: boolean;
  readonly authorizationEnabled: boolean;
  readonly authzQueryTemplate?: string;
  readonly bindUsername?: string;
  readonly caCertificate?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly userToDNMapping?: readonly UserToDnMapping[];
}

export interface UserSecurity {
  readonly customerX509: { readonly cas?: string };
  readonly ldap: LdapSettings;
}

/** The sent members, without the password, which is stored separately. */
export interface SentUserSecurity {
  readonly customerX509?: { readonly cas?: string };
  readonly ldap?: Partial<LdapSettings>;
}

export const noUserSecurity: UserSecurity = {
  customerX509: {},
  ldap: { authenticationEnabled: false, authorizationEnabled: false },
};

export const userSecurityErrors = [
  "INVALID_ATTRIBUTE",
  "LDAP_HOSTNAME_NOT_ALLOWED",
  "MISSING_ATTRIBUTE",
] as const;
type Refusing = FaultMaker<(typeof userSecurityErrors)[number]>;

/** Merges a request into the settings. An empty text removes the customer's certificates. */
export function chooseUserSecurity(
  before: UserSecurity,
  { customerX509, ldap: sent = {} }: SentUserSecurity,
  hasPassword: boolean,
  fault: Refusing,
): UserSecurity {
  const ldap = { ...before.ldap, ...sent };
  if (ldap.hostname !== undefined) checkHost(ldap.hostname, fault);
  if (ldap.caCertificate) checkCertificates("ldap.caCertificate", ldap.caCertificate, fault);
  if (ldap.authenticationEnabled || ldap.authorizationEnabled) {
    const needed = { hostname: ldap.hostname, bindUsername: ldap.bindUsername, bindPassword: hasPassword };
    for (const [name, value] of Object.entries(needed)) if (!value) throw absent(`ldap.${name}`, fault);
  }
  const cas = customerX509?.cas ?? before.customerX509.cas ?? "";
  if (cas !== "") checkCertificates("customerX509.cas", cas, fault);
  return { customerX509: cas === "" ? {} : { cas }, ldap };
}

const absent = (attribute: string, fault: Refusing) =>
  fault("MISSING_ATTRIBUTE", { attribute }, wrongField(attribute, "The value is required."));

export function checkHost(hostname: string, fault: FaultMaker<"LDAP_HOSTNAME_NOT_ALLOWED">): void {
  if (hostname.length > longestHost || !new RegExp(hostPattern).test(hostname)) {
    throw fault("LDAP_HOSTNAME_NOT_ALLOWED", { hostname });
  }
}

const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function checkCertificates(field: string, pem: string, fault: Refusing): void {
  const blocks = pem.match(block) ?? [];
  const rest = pem.replace(block, "").trim();
  if (blocks.length > 0 && rest === "" && blocks.every(isCertificate)) return;
  const description = "It is not made of certificates in PEM form.";
  throw fault("INVALID_ATTRIBUTE", { attribute: field }, wrongField(field, description));
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem) !== undefined;
  } catch {
    return false;
  }
}

/** A test of the connection to a directory. */
export interface LdapVerification {
  readonly authzQueryTemplate: string;
  readonly bindUsername: string;
  readonly hostname: string;
  readonly port: number;
}

const verificationDelay = 7 * second;

/**
 * Returns the outcome as recorded of an unreachable directory, because none can be reached from here: PENDING for seven
 * seconds, then FAILED.
 */
export const outcomeOf = (askedAt: Instant, now: Instant) =>
  now < askedAt + verificationDelay
    ? ({ status: "PENDING", validations: [] } as const)
    : ({ status: "FAILED", validations: [{ status: "FAIL", validationType: "CONNECT" }] } as const);
