// Identity providers of a federation: what a request may contain, and what it may change.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { withoutRepeats } from "../../../core/domain/repeats.ts";

export const protocols = ["SAML", "OIDC"] as const;
export const idpTypes = ["WORKFORCE", "WORKLOAD"] as const;

interface Named {
  readonly displayName: string;
  readonly description: string | null;
  readonly issuerUri: string;
  /** The time of the last change (RFC 3339); null if there was none. */
  readonly updatedAt: string | null;
}

export interface OidcProvider extends Named {
  readonly protocol: "OIDC";
  readonly idpType: (typeof idpTypes)[number];
  readonly audience: string;
  readonly authorizationType: "GROUP" | "USER";
  /** The claim with the groups of a person. */
  readonly groupsClaim: string | null;
  readonly userClaim: string;
  /** The domains; only providers with which people sign in have these three members. */
  readonly associatedDomains?: string[];
  readonly clientId?: string | null;
  readonly requestedScopes?: string[];
}

export interface Certificates {
  readonly certificates: { readonly notAfter: string; readonly notBefore: string }[];
  readonly fileName: string | null;
}

export interface SamlProvider extends Named {
  readonly protocol: "SAML";
  readonly idpType: "WORKFORCE";
  /** The id of 20 characters that connected organizations and older versions use. */
  readonly oktaIdpId: string;
  readonly acsUrl: string;
  readonly associatedDomains: string[];
  readonly audienceUri: string;
  readonly pemFileInfo: Certificates;
  readonly requestBinding: "HTTP-POST" | "HTTP-REDIRECT";
  readonly responseSignatureAlgorithm: "SHA-1" | "SHA-256";
  readonly slug: string;
  readonly ssoDebugEnabled: boolean;
  readonly ssoUrl: string;
  readonly status: "ACTIVE" | "INACTIVE";
}

export type IdentityProvider = OidcProvider | SamlProvider;

/** The defaults of a provider in a seed. */
export const seededProvider = {
  OIDC: { audience: "anteroom", authorizationType: "GROUP", groupsClaim: "groups", userClaim: "sub" },
  SAML: { ssoUrl: "http://localhost", status: "ACTIVE" },
} as const;

/** The members of both kinds, as a request sends them. */
export interface SentProvider {
  readonly associatedDomains?: readonly string[];
  readonly audience?: string;
  readonly authorizationType?: OidcProvider["authorizationType"];
  readonly clientId?: string;
  readonly description?: string | null;
  readonly displayName?: string;
  readonly groupsClaim?: string;
  readonly idpType?: OidcProvider["idpType"];
  readonly issuerUri?: string;
  readonly pemFileInfo?: {
    readonly certificates?: readonly {
      readonly content?: string;
      readonly notAfter?: string;
      readonly notBefore?: string;
    }[];
    readonly fileName?: string;
  };
  readonly protocol?: (typeof protocols)[number];
  readonly requestBinding?: SamlProvider["requestBinding"];
  readonly requestedScopes?: readonly string[];
  readonly responseSignatureAlgorithm?: SamlProvider["responseSignatureAlgorithm"];
  readonly slug?: string | null;
  readonly ssoDebugEnabled?: boolean;
  readonly ssoUrl?: string;
  readonly status?: SamlProvider["status"] | null;
  readonly userClaim?: string;
}

export const providerErrors = ["INVALID_ATTRIBUTE", "MISSING_ATTRIBUTE"] as const;
type Refuse = FaultMaker<(typeof providerErrors)[number]>;

const wrong = (attribute: string, description: string, fault: Refuse) =>
  fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, description));

function requireIssuer(issuerUri: string, fault: Refuse): string {
  if (URL.canParse(issuerUri)) {
    const { protocol, search, hash } = new URL(issuerUri);
    if (/^https?:$/.test(protocol) && !search && !hash) return issuerUri;
  }
  throw wrong("issuerUri", "An issuer is an HTTP address without query and fragment.", fault);
}

/** Makes a provider of a request. Real Atlas creates SAML providers on its pages only. */
export function chooseProvider(sent: SentProvider, fault: Refuse): OidcProvider {
  if (sent.protocol === "SAML") {
    throw wrong("protocol", "Only OIDC providers are made here; a seed makes SAML ones.", fault);
  }
  const { protocol, idpType, displayName, issuerUri, audience } = sent;
  const demanded = { protocol, idpType, displayName, issuerUri, audience };
  const absent = Object.entries(demanded).find(([, value]) => !value)?.[0];
  if (absent !== undefined) throw missing(absent, fault);
  return changeOidc(
    {
      protocol: "OIDC",
      idpType: idpType ?? "WORKFORCE",
      displayName: "",
      description: "",
      issuerUri: "",
      audience: "",
      authorizationType: "GROUP",
      groupsClaim: null,
      userClaim: "sub",
      updatedAt: null,
    },
    sent,
    fault,
  );
}

/**
 * Applies a change: members that are not sent stay, except the claim of groups if single identities are authorized. Members of
 * the other kind are ignored.
 */
function changeOidc(before: OidcProvider, sent: SentProvider, fault: Refuse): OidcProvider {
  const authorizationType = sent.authorizationType ?? before.authorizationType;
  return {
    protocol: "OIDC",
    idpType: before.idpType,
    displayName: sent.displayName ?? before.displayName,
    description: sent.description ?? before.description,
    issuerUri: sent.issuerUri === undefined ? before.issuerUri : requireIssuer(sent.issuerUri, fault),
    audience: sent.audience ?? before.audience,
    authorizationType,
    groupsClaim:
      sent.groupsClaim ?? (authorizationType === "GROUP" ? (before.groupsClaim ?? "groups") : null),
    userClaim: sent.userClaim ?? before.userClaim,
    updatedAt: before.updatedAt,
    ...(before.idpType === "WORKFORCE" && {
      associatedDomains: withoutRepeats(sent.associatedDomains ?? before.associatedDomains ?? []),
      clientId: sent.clientId ?? before.clientId ?? null,
      requestedScopes: [...(sent.requestedScopes ?? before.requestedScopes ?? [])],
    }),
  };
}

/** Returns when a certificate is valid; undefined if the text is not a certificate. */
export type ReadCertificate = (
  pem: string,
) => { readonly notAfter: string; readonly notBefore: string } | undefined;

function chooseCertificates(
  { certificates = [], fileName }: NonNullable<SentProvider["pemFileInfo"]>,
  read: ReadCertificate,
  fault: Refuse,
): Certificates {
  return {
    certificates: certificates.map(({ content = "" }, index) => {
      const found = read(content);
      if (found !== undefined) return found;
      throw wrong(`pemFileInfo.certificates.${index}.content`, "It is no certificate in PEM.", fault);
    }),
    fileName: fileName ?? null,
  };
}

function changeSaml(
  before: SamlProvider,
  sent: SentProvider,
  read: ReadCertificate,
  fault: Refuse,
): SamlProvider {
  if (sent.ssoDebugEnabled === undefined) throw missing("ssoDebugEnabled", fault);
  return {
    ...before,
    displayName: sent.displayName ?? before.displayName,
    description: sent.description ?? before.description,
    issuerUri: sent.issuerUri ?? before.issuerUri,
    associatedDomains: withoutRepeats(sent.associatedDomains ?? before.associatedDomains),
    pemFileInfo: sent.pemFileInfo ? chooseCertificates(sent.pemFileInfo, read, fault) : before.pemFileInfo,
    requestBinding: sent.requestBinding ?? before.requestBinding,
    responseSignatureAlgorithm: sent.responseSignatureAlgorithm ?? before.responseSignatureAlgorithm,
    slug: sent.slug ?? before.slug,
    ssoDebugEnabled: sent.ssoDebugEnabled,
    ssoUrl: sent.ssoUrl ?? before.ssoUrl,
    status: sent.status ?? before.status,
  };
}

export function changeProvider(
  before: IdentityProvider,
  sent: SentProvider,
  read: ReadCertificate,
  fault: Refuse,
): IdentityProvider {
  for (const lasting of ["protocol", "idpType"] as const) {
    if (sent[lasting] !== undefined && sent[lasting] !== before[lasting]) {
      throw wrong(lasting, `It is ${before[lasting]}, and stays so.`, fault);
    }
  }
  return before.protocol === "OIDC" ? changeOidc(before, sent, fault) : changeSaml(before, sent, read, fault);
}
