// The verifications of LDAP that projects keep.
import type { LdapVerification } from "../../domain/user-security.ts";
import { resourcesOf } from "../resources.ts";

/** By their ids; for a day. */
export const ldapVerifications = resourcesOf<LdapVerification>({ kind: "ldapVerification", events: {} });
