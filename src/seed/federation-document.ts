// The federation of an organization, as seeds have it.
import * as Type from "typebox";
import { orgRoleNames } from "../contract/roles.ts";
import { authorizationTypes, idpTypes, protocols, providerStatuses } from "../domain/identity-provider.ts";
import { closed, either, GroupRoles, Id, list, ObjectId, OrgRoles, optional, Text } from "./pieces.ts";

export const GroupRoleAssignment = either(
  closed({
    group: optional(Type.String(), "Name of a project of the organization."),
    groupId: optional(Type.String(), "Its id, in place of the name."),
    roles: GroupRoles,
  }),
  "group",
  "groupId",
);

const Domains = (description: string) => list(Type.String(), description);
const IdentityProvider = closed({
  id: Id,
  protocol: optional(Type.Enum(protocols), "`OIDC` if absent. Only a seed can make a SAML provider."),
  idpType: optional(Type.Enum(idpTypes), "Whether it identifies people or programs; people if absent."),
  displayName: Type.String({ minLength: 1, maxLength: 50, description: "Name of the provider." }),
  description: Text("What the provider is for."),
  issuerUri: Type.String({ minLength: 1, description: "Issuer of its tokens or assertions." }),
  associatedDomains: Domains("Domains whose people sign in with the provider; any domain if absent."),
  audience: Text("OIDC: audience of its tokens; `anteroom` if absent."),
  authorizationType: optional(
    Type.Enum(authorizationTypes),
    "OIDC: whether groups or single users are authorized; groups if absent.",
  ),
  clientId: Text("OIDC: id of the client that people sign in with."),
  groupsClaim: Text("OIDC: claim with the groups; `groups` if absent."),
  requestedScopes: list(Type.String(), "OIDC: scopes that a sign-in requests."),
  userClaim: Text("OIDC: claim with the user; `sub` if absent."),
  oktaIdpId: optional(
    Type.String({ pattern: "^[A-Za-z0-9]{20}$" }),
    "SAML: older id, 20 letters and digits; the end of `id` if absent.",
  ),
  ssoUrl: Text("SAML: URL that sign-in requests are sent to."),
  status: optional(Type.Enum(providerStatuses), "SAML: whether the provider is used; ACTIVE if absent."),
});

export const Federation = closed({
  id: Id,
  identityProviders: list(
    IdentityProvider,
    "Identity providers of the federation. To share a federation, give its `id` and leave out providers that it has already.",
  ),
  dataAccessIdentityProviderIds: list(ObjectId, "OIDC providers of the organization, by id."),
  identityProviderId: Text("SAML provider of the organization, by older id."),
  domainAllowList: Domains("Domains whose people may join by signing in, if restricted."),
  domainRestrictionEnabled: optional(
    Type.Boolean(),
    "Whether joining is restricted to them; false if absent.",
  ),
  instantUserProvisioningDisabled: optional(
    Type.Boolean(),
    "Whether joining by signing in is turned off; false if absent.",
  ),
  postAuthRoleGrants: list(
    Type.Enum(orgRoleNames),
    "Roles in the organization for people who sign in and get none from a mapping.",
  ),
  roleMappings: list(
    closed({
      id: Id,
      externalGroupName: Type.String({
        minLength: 1,
        maxLength: 200,
        description: "Group of the identity provider whose members get the roles.",
      }),
      roles: OrgRoles,
      groupRoleAssignments: list(GroupRoleAssignment, "Roles in projects."),
    }),
    "Roles that members of a group get when they sign in.",
  ),
});
