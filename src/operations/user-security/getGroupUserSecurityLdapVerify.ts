import { ldapVerifications } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { showVerification } from "./common.ts";

export const getGroupUserSecurityLdapVerify = atlas("getGroupUserSecurityLdapVerify", {
  errors: ["LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND"],
}).handle(async (context) => {
  const { group, params, now, fault } = context;
  const { requestId } = params;
  const resource = await ldapVerifications.find(context, group, requestId);
  if (resource === undefined) {
    throw fault("LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND", { requestId, groupId: group.id });
  }
  return { resource, now };
}, showVerification);
