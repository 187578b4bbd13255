// Operations on LDAP and X.509 of a project.

import { day } from "../../core/domain/instant.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { keeping, keepingOne } from "../../core/operations/keeping.ts";
import { clusters } from "../clusters/kept.ts";
import { isTenant, stateOf } from "../clusters/rules/cluster.ts";
import { showUserSecurity, showVerification } from "./common.ts";
import { ldapVerifications, userSecurities } from "./kept.ts";
import { checkHost, userSecurityErrors } from "./rules/user-security.ts";
import { changeUserSecurity } from "./user-security.ts";

const security = keepingOne(userSecurities, showUserSecurity);

export const getGroupUserSecurity = security.get("getGroupUserSecurity");

const verifications = keeping(ldapVerifications, {
  by: "requestId",
  absent: "LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND",
  show: showVerification,
});

export const getGroupUserSecurityLdapVerify = verifications.get("getGroupUserSecurityLdapVerify");

export const updateGroupUserSecurity = atlas("updateGroupUserSecurity", {
  locks: "group",
  errors: [...userSecurityErrors],
  needs: ["issue"],
}).handle(
  (context) => changeUserSecurity({ ...context, seal: context.issue.seal }, context.group, context.body),
  showUserSecurity,
);

export const verifyGroupUserSecurityLdap = atlas("verifyGroupUserSecurityLdap", {
  locks: "group",
  errors: [
    "LDAP_HOSTNAME_NOT_ALLOWED",
    "LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS",
    "LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES",
  ],
}).handle(async (context) => {
  const { group, body, now, newId, fault } = context;
  const { authzQueryTemplate = "", bindUsername, hostname, port } = body;
  checkHost(hostname, fault);
  const states = (await clusters.all(context, group))
    .filter(({ document: each }) => each.kind === "CLUSTER" && !isTenant(each) && !each.settings.paused)
    .map((each) => stateOf(each, now))
    .filter((state) => state !== "DELETING");
  const groupId = group.id;
  if (states.length === 0) throw fault("LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS", { groupId });
  if (states.every((state) => state === "CREATING")) {
    throw fault("LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES", { groupId });
  }
  const document = { authzQueryTemplate, bindUsername, hostname, port };
  const endsAt = now + day;
  const verification = await ldapVerifications.add(context, group, newId(), { document, endsAt });
  return verifications.seen(verification, context);
}, showVerification);

export const deleteGroupUserSecurityLdapUserToDnMapping = security.update(
  "deleteGroupUserSecurityLdapUserToDnMapping",
  {},
  (_, { document: { ldap, ...others } }) => {
    const { userToDNMapping: _removed, ...left } = ldap;
    return { ...others, ldap: left };
  },
);

export const disableGroupUserSecurityCustomerX509 = security.update(
  "disableGroupUserSecurityCustomerX509",
  {},
  (_, { document }) => ({ ...document, customerX509: {} }),
);
