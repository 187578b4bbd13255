// Operations on service accounts of an organization.

import { atlas } from "../../core/operations/atlas.ts";
import { chooseNamedOrgRoles, showPageOf } from "../../core/operations/declare.ts";
import { addEntries, addEntryErrors, removeEntry, removeEntryErrors } from "../api-keys/access-lists.ts";
import {
  amendAccount,
  changeRoles,
  checkRoomForAccount,
  heldInOrg,
  makeAccount,
  makeSecret,
  removeCredential,
  removeSecret,
} from "../api-keys/credentials.ts";
import { findAccount, seeAccount, showAccount, showEntry, showSecret } from "./common.ts";

export const listOrgServiceAccountAccessList = atlas("listOrgServiceAccountAccessList", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query } = context;
  const account = await seeAccount(context, org.id);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));

export const listOrgServiceAccounts = atlas("listOrgServiceAccounts", {}).handle(
  async ({ tx, org, query }) => {
    const at = { ...query, includeCount: true };
    return query.includeSystemManaged
      ? tx.serviceAccounts.everyInOrg(org.id, at)
      : tx.serviceAccounts.inOrg(org.id, at);
  },
  showPageOf(showAccount),
);

export const getOrgServiceAccount = atlas("getOrgServiceAccount", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle((context) => seeAccount(context, context.org.id), showAccount);

export const createOrgServiceAccount = atlas("createOrgServiceAccount", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_ORG",
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED",
    "MISSING_ONE_OF_ATTRIBUTES",
  ],
  needs: ["issue"],
}).handle(async (context) => {
  const { org, body, issue, fault } = context;
  const roles = heldInOrg(chooseNamedOrgRoles(body.roles, org.id, fault));
  await checkRoomForAccount(context, org.id);
  return makeAccount(context, { ...body, orgId: org.id, roles }, issue.clientSecret);
}, showAccount);

export const createOrgServiceAccountAccessList = atlas("createOrgServiceAccountAccessList", {
  securityEvent: "access-list-change",
  errors: [...addEntryErrors, "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query, body } = context;
  const account = await findAccount(context, org.id);
  await addEntries(context, account, body);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));

export const createOrgServiceAccountSecret = atlas("createOrgServiceAccountSecret", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "SERVICE_ACCOUNT_NOT_FOUND",
    "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED",
  ],
  needs: ["issue"],
}).handle(async (context) => {
  const { org, body, issue } = context;
  const account = await findAccount(context, org.id);
  return makeSecret(context, account, body.secretExpiresAfterHours, issue.clientSecret());
}, showSecret);

export const updateOrgServiceAccount = atlas("updateOrgServiceAccount", {
  securityEvent: "credential-change",
  errors: ["BAD_REQUEST", "INVALID_ROLE_FOR_ORG", "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { org, body, fault } = context;
  const account = await findAccount(context, org.id);
  await amendAccount(context, account, body);
  if (body.roles !== undefined) {
    await changeRoles(context, account, null, chooseNamedOrgRoles(body.roles, org.id, fault));
  }
  return findAccount(context, org.id);
}, showAccount);

export const deleteOrgServiceAccount = atlas("deleteOrgServiceAccount", {
  securityEvent: "credential-removal",
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => removeCredential(context, await findAccount(context, context.org.id)));

export const deleteOrgServiceAccountAccessListEntry = atlas("deleteOrgServiceAccountAccessListEntry", {
  securityEvent: "access-list-change",
  errors: [...removeEntryErrors, "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { org, params, fault } = context;
  const account = await findAccount(context, org.id);
  const { clientId, ipAddress } = params;
  await removeEntry(context, account, ipAddress, (entry) =>
    fault("SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", { entry, clientId }),
  );
});

export const deleteOrgServiceAccountSecret = atlas("deleteOrgServiceAccountSecret", {
  securityEvent: "credential-removal",
  errors: ["SERVICE_ACCOUNT_NOT_FOUND", "SERVICE_ACCOUNT_SECRET_NOT_FOUND"],
}).handle(async (context) => {
  const { org, params } = context;
  await removeSecret(context, await findAccount(context, org.id), params.secretId);
});
