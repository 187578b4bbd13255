// The ways in which databases of projects would know users beside passwords, and the verifications of LDAP that projects keep.

import { resourcesOf, settingOf } from "../../core/changes/resources.ts";
import { type LdapVerification, noUserSecurity, type UserSecurity } from "./rules/user-security.ts";

/** The password of a directory is its secret. */
export const userSecurities = settingOf<UserSecurity>({ kind: "userSecurity", initial: noUserSecurity });

/** The verifications by id; kept for a day. */
export const ldapVerifications = resourcesOf<LdapVerification>({ kind: "ldapVerification", events: {} });
