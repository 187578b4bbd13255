// The shared parts of operations on how a project's databases would know users: paths, and how directories and their tests
// look.

import { sortMembers } from "../../core/domain/sorted-members.ts";
import type { Showing } from "../../core/operations/declare.ts";
import type { Seen } from "../../core/operations/keeping.ts";
import { type LdapVerification, outcomeOf, type UserSecurity } from "./rules/user-security.ts";

/** Shows the settings, in alphabetical order, without those that are not set. */
export const showUserSecurity = ({ customerX509, ldap }: UserSecurity) => ({
  customerX509,
  ldap: {
    authenticationEnabled: ldap.authenticationEnabled,
    authorizationEnabled: ldap.authorizationEnabled,
    ...(ldap.authzQueryTemplate !== undefined && { authzQueryTemplate: ldap.authzQueryTemplate }),
    ...(ldap.bindUsername !== undefined && { bindUsername: ldap.bindUsername }),
    ...(ldap.caCertificate !== undefined && { caCertificate: ldap.caCertificate }),
    ...(ldap.hostname !== undefined && { hostname: ldap.hostname }),
    ...(ldap.port !== undefined && { port: ldap.port }),
    ...(ldap.userToDNMapping !== undefined && { userToDNMapping: ldap.userToDNMapping.map(sortMembers) }),
  },
});

export function showVerification(
  { groupId, name: requestId, document, createdAt, now }: Seen<LdapVerification>,
  { origin }: Showing,
) {
  const href = `${origin}/api/atlas/v2/groups/${groupId}/userSecurity/ldap/verify/${requestId}`;
  const { status, validations } = outcomeOf(createdAt, now);
  return {
    groupId,
    links: [{ href, rel: "self" }],
    request: document,
    requestId,
    status,
    validations: [...validations],
  };
}
