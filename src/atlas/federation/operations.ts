// Operations on federations: identity providers, connected organizations, role mappings.

import { X509Certificate } from "node:crypto";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import {
  findConnection,
  findMapping,
  findProvider,
  showConnection,
  showMapping,
  showProvider,
  withItsUsers,
  withMappings,
  withUsers,
} from "./common.ts";
import {
  addProvider,
  changeConnection,
  connectionOf,
  connectionsIn,
  disconnectOrg,
  mappingsOf,
  providersOf,
  removeFederation,
  removeProvider,
  replaceProvider,
  revokeKeys,
  samlProviderOf,
} from "./federations.ts";
import { addMapping, mappingPlace, removeMapping, replaceMapping, setMappings } from "./role-mappings.ts";
import { chooseConnection, chooseMapping, connectionErrors, mappingErrors } from "./rules/federation.ts";
import {
  changeProvider,
  chooseProvider,
  providerErrors,
  type ReadCertificate,
} from "./rules/identity-provider.ts";

export const listFederationSettingConnectedOrgConfigRoleMappings = atlas(
  "listFederationSettingConnectedOrgConfigRoleMappings",
  {
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(
  async (context) => mappingsOf(context, (await findConnection(context)).orgId),
  (mappings, { origin, path }) => ({
    links: [{ href: `${origin}${path}`, rel: "self" }],
    results: mappings.map(showMapping),
    totalCount: mappings.length,
  }),
);

export const listFederationSettingConnectedOrgConfigs = atlas("listFederationSettingConnectedOrgConfigs", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, params: { federationSettingsId }, query }) => {
  const page = pageOf(await connectionsIn({ tx }, federationSettingsId), { ...query, includeCount: true });
  const results = [];
  for (const each of page.results) results.push(await withMappings(tx, each));
  return { ...page, results };
}, showPageOf(showConnection));

export const listFederationSettingIdentityProviders = atlas("listFederationSettingIdentityProviders", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, params: { federationSettingsId: id }, query }) => {
  const { protocol = ["SAML"], idpType = ["WORKFORCE"], ...at } = query;
  const all = (await providersOf({ tx }, id)).filter(
    ({ document }) => protocol.includes(document.protocol) && idpType.includes(document.idpType),
  );
  const page = pageOf(all, { ...at, includeCount: true });
  return { ...page, results: await withUsers(tx, id, page.results) };
}, showPageOf(showProvider));

export const getFederationSettingConnectedOrgConfig = atlas("getFederationSettingConnectedOrgConfig", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => withMappings(context.tx, await findConnection(context)), showConnection);

export const getFederationSettingConnectedOrgConfigRoleMapping = atlas(
  "getFederationSettingConnectedOrgConfigRoleMapping",
  {
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(findMapping, showMapping);

export const getFederationSettingIdentityProvider = atlas("getFederationSettingIdentityProvider", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => withItsUsers(context.tx, await findProvider(context)), showProvider);

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const getFederationSettingIdentityProviderMetadata = atlas(
  "getFederationSettingIdentityProviderMetadata",
  {
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(
  async (context) => {
    const { id, document } = await findProvider(context);
    if (document.protocol !== "SAML") throw context.fault("RESOURCE_NOT_FOUND", { resource: id });
    return document;
  },
  ({ audienceUri, acsUrl }) =>
    `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escaped(audienceUri)}">
  <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>
    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escaped(acsUrl)}" index="0" isDefault="true"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`,
);

export const getOrgFederationSettings = atlas("getOrgFederationSettings", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async ({ tx, org, fault }) => {
    const connection = await connectionOf({ tx }, org.id);
    if (connection === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: org.id });
    const provider = await samlProviderOf({ tx }, connection);
    return { connection, provider, mappings: await mappingsOf({ tx }, org.id) };
  },
  ({ connection, provider, mappings }) => ({
    federatedDomains: [...(provider?.associatedDomains ?? [])],
    hasRoleMappings: mappings.length > 0,
    id: connection.federationId,
    identityProviderId: connection.document.identityProviderId,
    identityProviderStatus: provider?.status ?? ("INACTIVE" as const),
  }),
);

export const createFederationSettingConnectedOrgConfigRoleMapping = atlas(
  "createFederationSettingConnectedOrgConfigRoleMapping",
  {
    securityEvent: "federation-change",
    errors: [...mappingErrors, "RESOURCE_NOT_FOUND"],
  },
).handle(async (context) => {
  const { tx, org, body, fault } = context;
  const connection = await findConnection(context);
  return addMapping(context, connection, chooseMapping(body, await mappingPlace(tx, org), fault));
}, showMapping);

export const createFederationSettingIdentityProvider = atlas("createFederationSettingIdentityProvider", {
  securityEvent: "federation-change",
  errors: [...providerErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const {
    tx,
    params: { federationSettingsId },
    body,
    fault,
  } = context;
  return withItsUsers(tx, await addProvider(context, federationSettingsId, chooseProvider(body, fault)));
}, showProvider);

export const updateFederationSettingConnectedOrgConfig = atlas("updateFederationSettingConnectedOrgConfig", {
  securityEvent: "federation-change",
  errors: [...connectionErrors, ...mappingErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, body, fault } = context;
  const before = await findConnection(context);
  const { roleMappings, instantUserProvisioningDisabled: isOff, ...sent } = body;
  const wanted = { ...sent, ...(isOff != null && { instantUserProvisioningDisabled: isOff }) };
  const providers = await providersOf(context, before.federationId);
  const document = chooseConnection(before.document, wanted, providers, fault);
  if (roleMappings !== undefined) await setMappings(context, before, roleMappings);
  return withMappings(tx, await changeConnection(context, before, document));
}, showConnection);

export const updateFederationSettingConnectedOrgConfigRoleMapping = atlas(
  "updateFederationSettingConnectedOrgConfigRoleMapping",
  {
    securityEvent: "federation-change",
    errors: [...mappingErrors, "RESOURCE_NOT_FOUND"],
  },
).handle(async (context) => {
  const { tx, org, body, fault } = context;
  const before = await findMapping(context);
  return replaceMapping(context, before, chooseMapping(body, await mappingPlace(tx, org), fault));
}, showMapping);

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

export const deleteFederationSetting = atlas("deleteFederationSetting", {
  securityEvent: "federation-change",
  errors: ["FEDERATION_HAS_OTHER_ORGS", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const id = context.params.federationSettingsId;
  if ((await connectionsIn(context, id)).length > 1) throw context.fault("FEDERATION_HAS_OTHER_ORGS", { id });
  await removeFederation(context, id);
});

export const deleteFederationSettingConnectedOrgConfigRoleMapping = atlas(
  "deleteFederationSettingConnectedOrgConfigRoleMapping",
  {
    securityEvent: "federation-change",
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(async (context) => {
  await removeMapping(context, await findMapping(context));
});

export const deleteFederationSettingIdentityProvider = atlas("deleteFederationSettingIdentityProvider", {
  securityEvent: "federation-change",
  errors: ["IDENTITY_PROVIDER_IN_USE", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  await removeProvider(context, await findProvider(context));
});

export const removeFederationSettingConnectedOrgConfig = atlas("removeFederationSettingConnectedOrgConfig", {
  locks: "everything",
  securityEvent: "federation-change",
  errors: ["LAST_ORG_OF_FEDERATION", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const connection = await findConnection(context);
  const all = await connectionsIn(context, connection.federationId);
  if (all.length === 1) throw context.fault("LAST_ORG_OF_FEDERATION", { orgId: connection.orgId });
  await disconnectOrg(context, connection);
});

export const revokeFederationSettingIdentityProviderJwks = atlas(
  "revokeFederationSettingIdentityProviderJwks",
  {
    securityEvent: "federation-change",
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(async (context) => {
  const provider = await findProvider(context);
  if (provider.document.protocol !== "OIDC") {
    throw context.fault("RESOURCE_NOT_FOUND", { resource: provider.id });
  }
  await revokeKeys(context, provider);
});
