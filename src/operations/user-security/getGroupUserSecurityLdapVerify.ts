import { ldapVerifications } from "../../changes/resources.ts";
import { ObjectId, operation, schemas } from "../declare.ts";
import { shared, showVerification, verifyPath } from "./common.ts";

export const getGroupUserSecurityLdapVerify = operation(`GET ${verifyPath}/{requestId}`, {
  ...shared,
  summary: "Get how the connection to a directory went",
  description: "For a day after it was tried. Needs Project Owner.",
  params: { requestId: { ...ObjectId, description: "Id of the test." } },
  versions: { "2023-01-01": { reply: schemas.LdapVerifyConnectivityJobRequest } },
  errors: ["LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND"],
}).handle(async (context) => {
  const { group, params, now, fault } = context;
  const { requestId } = params;
  const resource = await ldapVerifications.find(context, group, requestId);
  if (resource === undefined)
    throw fault("LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND", { requestId, groupId: group.id });
  return { resource, now };
}, showVerification);
