// The kinds of resources for LDAP and X.509 settings of projects, and for LDAP verifications.

import { resourcesOf, settingOf } from "../../core/changes/resources.ts";
import { type LdapVerification, noUserSecurity, type UserSecurity } from "./rules/user-security.ts";

/** The LDAP and X.509 settings, with the directory's password as the secret. */
export const userSecurities = settingOf<UserSecurity>({ kind: "userSecurity", initial: noUserSecurity });

/** The LDAP verifications by id; they are kept for a day. */
export const ldapVerifications = resourcesOf<LdapVerification>({ kind: "ldapVerification", events: {} });
