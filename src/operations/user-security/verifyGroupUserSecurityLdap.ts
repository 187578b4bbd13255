import { ldapVerifications } from "../../changes/resources.ts";
import { day } from "../../domain/instant.ts";
import { checkHost } from "../../domain/user-security.ts";
import { operation, schemas } from "../declare.ts";
import { shared, showVerification, verifyPath } from "./common.ts";

export const verifyGroupUserSecurityLdap = operation(`POST ${verifyPath}`, {
  ...shared,
  summary: "Try the connection to a directory",
  description:
    "Answers PENDING, and seven seconds later FAILED: no directory is asked here. The password is not kept. Needs Project Owner.",
  holds: "group",
  status: 200,
  body: schemas.LdapVerifyConnectivityJobRequestParams,
  versions: { "2023-01-01": { reply: schemas.LdapVerifyConnectivityJobRequest } },
  errors: ["LDAP_HOSTNAME_NOT_ALLOWED"],
}).handle(async (context) => {
  const { group, body, now, newId, fault } = context;
  const { authzQueryTemplate = "", bindUsername, hostname, port } = body;
  checkHost(hostname, fault);
  const document = { authzQueryTemplate, bindUsername, hostname, port };
  const endsAt = now + day;
  return { resource: await ldapVerifications.add(context, group, newId(), { document, endsAt }), now };
}, showVerification);
