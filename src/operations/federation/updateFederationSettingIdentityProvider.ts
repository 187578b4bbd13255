import { X509Certificate } from "node:crypto";
import { replaceProvider } from "../../changes/federations.ts";
import { changeProvider, providerErrors, type ReadCertificate } from "../../domain/identity-provider.ts";
import { operation, schemas, toTimestamp } from "../declare.ts";
import {
  federationSide,
  findProvider,
  providerParams,
  providerPath,
  showProvider,
  withItsUsers,
} from "./common.ts";

export const updateFederationSettingIdentityProvider = operation(`PATCH ${providerPath}`, {
  ...federationSide,
  securityEvent: "federation-change",
  summary: "Update an identity provider of a federation",
  description:
    "What is not sent stays; a request for a SAML provider must say ssoDebugEnabled. Needs Organization Owner in a connected organization.",
  params: providerParams,
  body: schemas.FederationIdentityProviderUpdate,
  versions: { "2023-11-15": { reply: schemas.FederationIdentityProvider } },
  errors: [...providerErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, now, body, fault } = context;
  const before = await findProvider(context);
  const updatedAt = toTimestamp(now);
  const document = { ...changeProvider(before.document, body, readCertificate, fault), updatedAt };
  return withItsUsers(tx, await replaceProvider(context, before, document));
}, showProvider);

const readCertificate: ReadCertificate = (pem) => {
  try {
    const { validFrom, validTo } = new X509Certificate(pem);
    return { notAfter: toTimestamp(Date.parse(validTo)), notBefore: toTimestamp(Date.parse(validFrom)) };
  } catch {
    return undefined;
  }
};
