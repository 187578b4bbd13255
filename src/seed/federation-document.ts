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
  protocol: optional(Type.Enum(protocols), "`OIDC` if absent; a provider with SAML only a seed makes."),
  idpType: optional(Type.Enum(idpTypes), "Whether it identifies people or programs; people if absent."),
  displayName: Type.String({ minLength: 1, maxLength: 50, description: "Name of the provider." }),
  description: Text("What the provider is for."),
  issuerUri: Type.String({ minLength: 1, description: "Issuer of its tokens or assertions." }),
  associatedDomains: Domains("Domains whose people the provider identifies; those of any if absent."),
  audience: Text("OIDC: whom tokens must be meant for; `anteroom` if absent."),
  authorizationType: optional(
    Type.Enum(authorizationTypes),
    "OIDC: whether groups or single identities are authorized; groups if absent.",
  ),
  clientId: Text("OIDC: client that people sign in by."),
  groupsClaim: Text("OIDC: claim that has the groups; `groups` if absent."),
  requestedScopes: list(Type.String(), "OIDC: scopes that people are asked for."),
  userClaim: Text("OIDC: claim that has the identity; `sub` if absent."),
  oktaIdpId: optional(
    Type.String({ pattern: "^[A-Za-z0-9]{20}$" }),
    "SAML: the older id, 20 letters and digits. Made of the id if absent.",
  ),
  ssoUrl: Text("SAML: where requests to sign in are sent."),
  status: optional(Type.Enum(providerStatuses), "SAML: whether the provider is used; ACTIVE if absent."),
});

export const Federation = closed({
  id: Id,
  identityProviders: list(
    IdentityProvider,
    "Providers of the federation. An organization that shares one names its `id`, and leaves out what is there.",
  ),
  dataAccessIdentityProviderIds: list(ObjectId, "OIDC providers of the organization."),
  identityProviderId: Text("SAML provider of the organization's people, by its older id."),
  domainAllowList: Domains("Domains whose people may join by signing in, where this is restricted."),
  domainRestrictionEnabled: optional(Type.Boolean(), "Whether it is restricted; false if absent."),
  instantUserProvisioningDisabled: optional(
    Type.Boolean(),
    "Whether nobody joins the organization by signing in; false if absent.",
  ),
  postAuthRoleGrants: list(
    Type.Enum(orgRoleNames),
    "Roles in the organization of people who sign in, and to whom no mapping gives any.",
  ),
  roleMappings: list(
    closed({
      id: Id,
      externalGroupName: Type.String({
        minLength: 1,
        maxLength: 200,
        description: "Group of the provider whose people get the roles.",
      }),
      roles: OrgRoles,
      groupRoleAssignments: list(GroupRoleAssignment, "Roles in projects."),
    }),
    "Roles that people of groups get when they sign in.",
  ),
});
