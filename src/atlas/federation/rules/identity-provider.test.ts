// Tests which identity providers are accepted, and which of their members may change.
import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import { changeProvider, chooseProvider, type SamlProvider, type SentProvider } from "./identity-provider.ts";

const good = {
  protocol: "OIDC",
  idpType: "WORKFORCE",
  displayName: "a",
  issuerUri: "https://a.test/o",
  audience: "b",
} as const;
const choose = (changes: SentProvider) => chooseProvider({ ...good, ...changes }, fault);
const valid = { notBefore: "2026-01-01", notAfter: "2027-01-01" };
const change = (before: Parameters<typeof changeProvider>[0], sent: SentProvider) =>
  changeProvider(before, sent, (pem) => (pem === "good" ? valid : undefined), fault);

const workload = {
  ...good,
  idpType: "WORKLOAD",
  description: "",
  authorizationType: "GROUP",
  groupsClaim: "groups",
  userClaim: "sub",
  updatedAt: null,
} as const;

test("a provider of people has domains, a client and scopes, and one of programs none", () => {
  deepEqual(choose({ idpType: "WORKLOAD", associatedDomains: ["a.test"], clientId: "c" }), workload);
  const people = {
    ...workload,
    idpType: "WORKFORCE",
    associatedDomains: [],
    clientId: null,
    requestedScopes: [],
  };
  deepEqual(choose({}), people);
  deepEqual(choose({ associatedDomains: ["a.test", "a.test"], clientId: "c", requestedScopes: ["s"] }), {
    ...people,
    associatedDomains: ["a.test"],
    clientId: "c",
    requestedScopes: ["s"],
  });
});

test("groups have a claim, and single identities none", () => {
  for (const [sent, groupsClaim] of [
    [{ groupsClaim: "g" }, "g"],
    [{ authorizationType: "USER" }, null],
    [{ authorizationType: "USER", groupsClaim: "g" }, "g"],
  ] as const) {
    const { authorizationType } = { ...workload, ...sent };
    deepEqual(choose({ idpType: "WORKLOAD", ...sent }), { ...workload, authorizationType, groupsClaim });
  }
  const named = { ...workload, groupsClaim: "g" };
  deepEqual(change(named, {}), named);
  deepEqual(change(named, { authorizationType: "USER" }), {
    ...named,
    authorizationType: "USER",
    groupsClaim: null,
  });
});

test("a new provider is of OIDC, with all of its members and an issuer's address", () => {
  for (const member of ["protocol", "idpType", "displayName", "issuerUri", "audience"] as const) {
    throws(() => choose({ [member]: undefined }), { code: "MISSING_ATTRIBUTE", parameters: [member] });
  }
  throws(() => choose({ protocol: "SAML" }), { code: "INVALID_ATTRIBUTE", parameters: ["protocol"] });
  for (const issuerUri of [
    "a",
    "ftp://a.test",
    "https://a.test?b",
    "https://a.test#b",
    "javascript:https:",
  ]) {
    throws(() => choose({ issuerUri }), { code: "INVALID_ATTRIBUTE", parameters: ["issuerUri"] }, issuerUri);
  }
});

test("a SAML provider takes what is sent, with certificates that can be read", () => {
  const before = {
    protocol: "SAML",
    idpType: "WORKFORCE",
    displayName: "a",
    description: null,
    issuerUri: "urn:a",
    associatedDomains: ["a.test"],
    pemFileInfo: { certificates: [], fileName: null },
    requestBinding: "HTTP-POST",
    responseSignatureAlgorithm: "SHA-256",
    slug: "s",
    ssoDebugEnabled: false,
    ssoUrl: "https://a.test",
    status: "ACTIVE",
  } as unknown as SamlProvider;
  deepEqual(change(before, { ssoDebugEnabled: false }), before);
  const all = {
    displayName: "b",
    description: "c",
    issuerUri: "urn:b",
    associatedDomains: ["b.test"],
    requestBinding: "HTTP-REDIRECT",
    responseSignatureAlgorithm: "SHA-1",
    slug: "t",
    ssoDebugEnabled: true,
    ssoUrl: "https://b.test",
    status: "INACTIVE",
  } as const;
  const certificates = (...contents: string[]) => ({
    ssoDebugEnabled: true,
    pemFileInfo: { certificates: contents.map((content) => ({ content })), fileName: "f" },
  });
  deepEqual(change(before, { ...all, ...certificates("good") }), {
    ...before,
    ...all,
    pemFileInfo: { certificates: [valid], fileName: "f" },
  });
  for (const [code, attribute, sent] of [
    ["MISSING_ATTRIBUTE", "ssoDebugEnabled", {}],
    ["INVALID_ATTRIBUTE", "protocol", { protocol: "OIDC" }],
    ["INVALID_ATTRIBUTE", "idpType", { idpType: "WORKLOAD" }],
    ["INVALID_ATTRIBUTE", "pemFileInfo.certificates.1.content", certificates("good", "bad")],
  ] as const) {
    throws(() => change(before, sent), { code, parameters: [attribute] });
  }
});
