// Bodies of the operations on federations: settings, identity providers, connected organizations and role mappings.
import * as Type from "typebox";
import { orgRoleNames } from "../roles.ts";
import { always, demanded, ObjectId, object, Page, Timestamp } from "./common.ts";
import { oneOf, text } from "./members.ts";

const texts = (description: string) => Type.Array(Type.String(), { uniqueItems: true, description });
const nullable = <S extends Type.TSchema>(schema: S, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const nullableText = (description: string) => nullable(Type.String(), description);
const known = <S extends Type.TSchema>(schema: S, description: string) =>
  always({ ...schema, readOnly: true, description } as S);

const older = "older id of 20 signs";

export const OrgFederationSettings = object("OrgFederationSettings", {
  federatedDomains: texts("Domains of the organization's SAML provider."),
  hasRoleMappings: always(Type.Boolean({ description: "Whether the organization has role mappings." })),
  id: known(ObjectId, "Id of the federation."),
  identityProviderId: always(nullableText(`SAML provider of the organization, by its ${older}.`)),
  identityProviderStatus: always(
    Type.Enum(["ACTIVE", "INACTIVE"], { type: "string", description: "Whether that provider is used." }),
  ),
});

const RoleAssignment = object("ConnectedOrgConfigRoleAssignment", {
  groupId: Type.Optional({ ...ObjectId, description: "Project that the role is held in." }),
  orgId: Type.Optional({ ...ObjectId, description: "Organization that the role is held in." }),
  role: Type.Optional(Type.String({ names: "RoleName", description: "Role in the one or in the other." })),
});

export const AuthFederationRoleMapping = object("AuthFederationRoleMapping", {
  externalGroupName: Type.String({
    minLength: 1,
    maxLength: 200,
    description: "Group of the identity provider whose people get the roles.",
  }),
  id: known(ObjectId, "Id of the mapping."),
  roleAssignments: Type.Array(RoleAssignment, {
    uniqueItems: true,
    description: "What they get: at least one role in the organization, and roles in its projects.",
  }),
});

export const RoleMappingPage = Page(AuthFederationRoleMapping, "PaginatedRoleMappingView");

const FederatedUser = object("FederatedUser", {
  emailAddress: Type.String({ format: "email", description: "Address of the person." }),
  federationSettingsId: { ...ObjectId, description: "Id of the federation." },
  firstName: Type.String({ description: "First name." }),
  lastName: Type.String({ description: "Last name." }),
  userId: known(ObjectId, "Id of the person."),
});

export const ConnectedOrgConfig = object("ConnectedOrgConfig", {
  dataAccessIdentityProviderIds: always(
    texts("OIDC providers of the organization, by their ids; those that are not sent are disconnected."),
  ),
  domainAllowList: always(texts("Domains whose people may join by signing in, where it is restricted.")),
  domainRestrictionEnabled: always(
    Type.Boolean({ description: "Whether only people of these domains may join; false if it is not sent." }),
  ),
  identityProviderId: always(
    nullableText(`SAML provider of the organization, by its ${older}; disconnected if it is not sent.`),
  ),
  instantUserProvisioningDisabled: always(
    nullable(Type.Boolean(), "Whether signing in does not add people to the organization."),
  ),
  orgId: known(ObjectId, "Id of the organization."),
  postAuthRoleGrants: always(
    Type.Array(Type.Enum(orgRoleNames, { type: "string", checkedByRule: true }), {
      uniqueItems: true,
      description: "Roles in the organization for people who sign in and get none from a mapping.",
    }),
  ),
  roleMappings: always(
    Type.Array(AuthFederationRoleMapping, {
      uniqueItems: true,
      description: "Role mappings; a sent list replaces the old one.",
    }),
  ),
  userConflicts: always({
    ...nullable(
      Type.Array(FederatedUser),
      "Members that the domain restriction would exclude; always null here.",
    ),
    readOnly: true,
  }),
});

export const ConnectedOrgConfigPage = Page(ConnectedOrgConfig, "PaginatedConnectedOrgConfigsView");

const displayName = Type.Optional(
  Type.String({ minLength: 1, maxLength: 50, description: "Name of the provider." }),
);
const kinds = {
  idpType: oneOf(["WORKFORCE", "WORKLOAD"], "Whether people or programs are identified."),
  protocol: oneOf(["SAML", "OIDC"], "Protocol of the provider."),
};
const oidc = {
  audience: text("Audience of the tokens."),
  authorizationType: oneOf(["GROUP", "USER"], "Whether groups or single identities are authorized."),
  clientId: text("Client of the provider that people sign in by; only for people."),
  groupsClaim: text("Claim that has the groups; `groups` if groups are authorized and none is named."),
  requestedScopes: Type.Optional(
    Type.Array(Type.String(), { description: "Scopes that people are asked for; only for people." }),
  ),
  userClaim: text("Claim that has the identity; `sub` if none is named."),
};
const described = {
  associatedDomains: Type.Optional(texts("Domains whose people the provider identifies.")),
  description: Type.Optional(nullableText("What the provider is for.")),
  issuerUri: text("Issuer of its tokens or assertions."),
};
const saml = {
  requestBinding: oneOf(["HTTP-POST", "HTTP-REDIRECT"], "How requests to sign in are sent."),
  responseSignatureAlgorithm: oneOf(["SHA-1", "SHA-256"], "How assertions are signed."),
  slug: Type.Optional(nullableText("Last part of an address that leads to the provider.")),
  ssoDebugEnabled: Type.Optional(Type.Boolean({ description: "Whether sign-ins can be tried out." })),
  ssoUrl: text("Where requests to sign in are sent."),
  status: Type.Optional(
    nullable(Type.Enum(["ACTIVE", "INACTIVE"], { type: "string" }), "Whether the provider is used."),
  ),
};

const dates = {
  notAfter: Type.Optional({ ...Timestamp, description: "End of the certificate's validity." }),
  notBefore: Type.Optional({ ...Timestamp, description: "Start of its validity." }),
};

export const FederationIdentityProviderUpdate = object("FederationIdentityProviderUpdate", {
  ...described,
  ...kinds,
  ...oidc,
  ...saml,
  displayName,
  pemFileInfo: Type.Optional(
    object(
      "PemFileInfoUpdate",
      {
        certificates: Type.Optional(
          Type.Array(
            object("X509CertificateUpdate", {
              content: text("The certificate in PEM."),
              notAfter: text("Is read from the certificate."),
              notBefore: text("Is read from the certificate."),
            }),
            { description: "Certificates that assertions are signed with." },
          ),
        ),
        fileName: text("Name of their file."),
      },
      { description: "Certificates of a SAML provider." },
    ),
  ),
});

export const FederationOidcIdentityProviderUpdate = object("FederationOidcIdentityProviderUpdate", {
  ...described,
  ...oidc,
  audience: demanded(oidc.audience),
  displayName: demanded(displayName),
  idpType: demanded(kinds.idpType),
  issuerUri: demanded(described.issuerUri),
  protocol: demanded(kinds.protocol),
});

export const FederationIdentityProvider = object("FederationIdentityProvider", {
  acsUrl: Type.Optional(nullableText("Where assertions are sent.")),
  ...described,
  associatedOrgs: always(
    Type.Array(ConnectedOrgConfig, { uniqueItems: true, description: "Organizations that use it." }),
  ),
  audience: Type.Optional(nullableText("Audience of the tokens.")),
  audienceUri: Type.Optional(nullableText("Audience of the assertions.")),
  authorizationType: oidc.authorizationType,
  clientId: Type.Optional(nullableText("Client of the provider that people sign in by.")),
  createdAt: known(Timestamp, "When it was made."),
  displayName: text("Name of the provider."),
  groupsClaim: Type.Optional(nullableText("Claim that has the groups.")),
  id: { ...ObjectId, readOnly: true, description: "Id of the provider." },
  ...kinds,
  oktaIdpId: nullableText(`The ${older}; null where the provider has none.`),
  pemFileInfo: Type.Optional(
    nullable(
      object("PemFileInfo", {
        certificates: Type.Optional(
          Type.Array(object("X509Certificate", dates), {
            description: "Certificates that assertions are signed with.",
          }),
        ),
        fileName: Type.Optional(nullableText("Name of their file.")),
      }),
      "Certificates of the provider.",
    ),
  ),
  requestedScopes: oidc.requestedScopes,
  ...saml,
  updatedAt: always({
    ...nullable(Timestamp, "When it was changed; null until then."),
    readOnly: true,
  }),
  userClaim: oidc.userClaim,
});

export const IdentityProviderPage = Page(FederationIdentityProvider, "PaginatedFederationIdentityProvider");
