import { X509Certificate } from "node:crypto";
import { replaceProvider } from "../../changes/federations.ts";
import { changeProvider, providerErrors, type ReadCertificate } from "../../domain/identity-provider.ts";
import { atlas } from "../atlas.ts";
import { toTimestamp } from "../declare.ts";
import { findProvider, showProvider, withItsUsers } from "./common.ts";

export const updateFederationSettingIdentityProvider = atlas("updateFederationSettingIdentityProvider", {
  securityEvent: "federation-change",
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
