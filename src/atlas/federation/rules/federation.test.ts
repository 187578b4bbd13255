// Tests who may sign in through a federation, with which roles, and how its connections and mappings may change.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { Fault, fault } from "../../../core/contract/errors.ts";
import {
  admitsAddress,
  chooseConnection,
  chooseMapping,
  groupsIn,
  namedBy,
  newConnection,
  type RoleAssignment,
  type RoleMapping,
  rolesOfGroups,
  type SentConnection,
  type SentMapping,
  usesProvider,
} from "./federation.ts";
import type { IdentityProvider } from "./identity-provider.ts";

const oidc = { id: "oidc", document: { protocol: "OIDC" } as IdentityProvider };
const saml = { id: "saml", document: { protocol: "SAML", oktaIdpId: "okta" } as IdentityProvider };
const before = {
  ...newConnection,
  dataAccessIdentityProviderIds: ["oidc"],
  domainAllowList: ["a.test"],
  domainRestrictionEnabled: true,
  identityProviderId: "okta",
  instantUserProvisioningDisabled: true,
  postAuthRoleGrants: ["ORG_READ_ONLY" as const],
};

test("a change disconnects providers and ends a restriction that it does not send, and keeps the rest", () => {
  const connect = (sent: SentConnection) => chooseConnection(before, sent, [oidc, saml], fault);
  const { domainAllowList, instantUserProvisioningDisabled, postAuthRoleGrants } = before;
  const kept = { ...newConnection, domainAllowList, instantUserProvisioningDisabled, postAuthRoleGrants };
  deepEqual(connect({}), kept);
  deepEqual(connect({ identityProviderId: "" }), kept);
  const all = {
    dataAccessIdentityProviderIds: ["oidc", "oidc"],
    domainAllowList: ["b.test", "b.test"],
    domainRestrictionEnabled: true,
    identityProviderId: "okta",
    instantUserProvisioningDisabled: false,
    postAuthRoleGrants: ["ORG_MEMBER", "ORG_MEMBER"],
  };
  deepEqual(connect(all), {
    ...all,
    dataAccessIdentityProviderIds: ["oidc"],
    domainAllowList: ["b.test"],
    postAuthRoleGrants: ["ORG_MEMBER"],
  });
  for (const [code, sent] of [
    ["POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES", { postAuthRoleGrants: ["ORG_MEMBER", "GROUP_OWNER"] }],
    ["CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION", { dataAccessIdentityProviderIds: ["oidc", "saml"] }],
    ["CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION", { identityProviderId: "oidc" }],
    ["CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION", { identityProviderId: "saml" }],
  ] as const) {
    throws(() => connect(sent), { code });
  }
});

test("an organization uses an OIDC provider by its id, and a SAML one by its older id", () => {
  for (const [connection, provider, uses] of [
    [before, oidc, true],
    [before, saml, true],
    [newConnection, oidc, false],
    [newConnection, saml, false],
  ] as const) {
    equal(usesProvider(connection, provider), uses);
  }
});

const inOrg = { orgId: "o", role: "ORG_MEMBER" } as const;
const inGroup = { groupId: "g", role: "GROUP_OWNER" } as const;

/** Returns the field that a refusal names. */
function fieldOf(refused: () => unknown): string | undefined {
  try {
    refused();
  } catch (refusal) {
    return refusal instanceof Fault && refusal.code === "BAD_REQUEST" ? refusal.fields[0]?.field : undefined;
  }
}

test("a mapping gives roles in its organization, and in the projects of that", () => {
  const choose = (...roleAssignments: SentMapping["roleAssignments"]) =>
    chooseMapping(
      { externalGroupName: "x", roleAssignments },
      { orgId: "o", groupIds: ["g"], at: "a." },
      fault,
    );
  deepEqual(choose(inOrg, inGroup, inOrg), { externalGroupName: "x", roleAssignments: [inOrg, inGroup] });
  for (const [field, ...assignments] of [
    ["a.roleAssignments"],
    ["a.roleAssignments", inGroup],
    ["a.roleAssignments.1", inOrg, { role: "ORG_MEMBER" }],
    ["a.roleAssignments.0", { ...inOrg, groupId: "g" }],
    ["a.roleAssignments.0.orgId", { ...inOrg, orgId: "other" }],
    ["a.roleAssignments.0.role", { ...inOrg, role: "GROUP_OWNER" }],
    ["a.roleAssignments.1.role", inOrg, { ...inGroup, role: "ORG_MEMBER" }],
    ["a.roleAssignments.0.role", { orgId: "o" }],
  ] as const) {
    equal(
      fieldOf(() => choose(...assignments)),
      field,
    );
  }
  throws(() => choose(inOrg, { ...inGroup, groupId: "other" }), { code: "GROUP_NOT_FOUND" });
});

test("a person gets the roles of every mapping of the own groups, and of no other", () => {
  const mapping = (externalGroupName: string, ...roleAssignments: RoleAssignment[]): RoleMapping => ({
    externalGroupName,
    roleAssignments,
  });
  const mappings = [
    mapping("x", inOrg, inGroup),
    mapping("y", { orgId: "o", role: "ORG_READ_ONLY" }, { groupId: "h", role: "GROUP_READ_ONLY" }, inGroup),
    mapping("z", { orgId: "o", role: "ORG_OWNER" }),
  ];
  deepEqual(rolesOfGroups(mappings, ["x", "unknown"]), { roles: ["ORG_MEMBER"], groupRoles: [inGroup] });
  deepEqual(new Set(rolesOfGroups(mappings, ["y", "x"]).roles), new Set(["ORG_MEMBER", "ORG_READ_ONLY"]));
  deepEqual(rolesOfGroups(mappings, ["X"]), { roles: [], groupRoles: [] });
  deepEqual(namedBy(mappings, ["y", "unknown", "X"]), ["y"]);
});

test("an address is of a domain of the provider, and of the organization where it restricts them", () => {
  const provider = (...associatedDomains: string[]) => ({ ...oidc.document, associatedDomains });
  const restricted = { ...newConnection, domainRestrictionEnabled: true, domainAllowList: ["B.test"] };
  for (const [connection, identityProvider, address, admits] of [
    [newConnection, oidc.document, "p@a.test", true],
    [newConnection, provider("A.test", "c.test"), "p@a.test", true],
    [newConnection, provider("c.test"), "p@a.test", false],
    [newConnection, provider("a.test"), "p@x.a.test", false],
    [{ ...restricted, domainRestrictionEnabled: false }, provider(), "p@a.test", true],
    [restricted, provider(), "p@a.test", false],
    [restricted, provider(), "p@b.test", true],
    [restricted, provider("a.test"), "p@b.test", false],
    [{ ...newConnection, domainRestrictionEnabled: true }, provider(), "p@b.test", false],
  ] as const) {
    equal(admitsAddress(connection, identityProvider, address), admits, address);
  }
});

test("groups are the texts of one claim", () => {
  const claims = { groups: ["a", 1, "b"], group: "a" };
  deepEqual(groupsIn(claims, "groups"), ["a", "b"]);
  deepEqual(groupsIn(claims, "group"), ["a"]);
  for (const claim of ["absent", null]) deepEqual(groupsIn(claims, claim), []);
});
