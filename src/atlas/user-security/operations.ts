// Operations on LDAP and X.509 of a project.

import { day } from "../../core/domain/instant.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { clusters } from "../clusters/kept.ts";
import { isTenant, stateOf } from "../clusters/rules/cluster.ts";
import { userSecurities } from "../project-settings/settings.ts";
import { showUserSecurity, showVerification } from "./common.ts";
import { ldapVerifications } from "./kept.ts";
import { checkHost, userSecurityErrors } from "./rules/user-security.ts";
import { changeUserSecurity } from "./user-security.ts";

export const getGroupUserSecurity = atlas("getGroupUserSecurity", {}).handle(
  ({ group, ...reading }) => userSecurities.read(reading, group),
  showUserSecurity,
);

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
  return { resource: await ldapVerifications.add(context, group, newId(), { document, endsAt }), now };
}, showVerification);

export const deleteGroupUserSecurityLdapUserToDnMapping = atlas(
  "deleteGroupUserSecurityLdapUserToDnMapping",
  {
    locks: "group",
  },
).handle(async (context) => {
  const before = await userSecurities.find(context, context.group);
  const { ldap, ...others } = before.document;
  const { userToDNMapping: _removed, ...left } = ldap;
  return userSecurities.replace(context, before, { ...others, ldap: left });
}, showUserSecurity);

export const disableGroupUserSecurityCustomerX509 = atlas("disableGroupUserSecurityCustomerX509", {
  locks: "group",
}).handle(async (context) => {
  const before = await userSecurities.find(context, context.group);
  return userSecurities.replace(context, before, { ...before.document, customerX509: {} });
}, showUserSecurity);
