import { atlas } from "../atlas.ts";
import { findProvider } from "./common.ts";

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
