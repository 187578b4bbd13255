// The verifications of LDAP that projects keep.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { LdapVerification } from "./rules/user-security.ts";

/** The verifications by id; kept for a day. */
export const ldapVerifications = resourcesOf<LdapVerification>({ kind: "ldapVerification", events: {} });
