// Operations on service accounts of a project.

import { refuseBeyond } from "../../core/changes/changing.ts";
import { rolesIn, rolesInGroup } from "../../core/domain/credential.ts";
import { skipped } from "../../core/domain/page.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { chooseNamedGroupRoles, showPage, showPageOf } from "../../core/operations/declare.ts";
import { addEntries, addEntryErrors, removeEntry, removeEntryErrors } from "../api-keys/access-lists.ts";
import {
  amendAccount,
  changeRoles,
  checkRoomForAccount,
  heldInGroup,
  isAmended,
  makeAccount,
  makeSecret,
  removeSecret,
} from "../api-keys/credentials.ts";
import {
  findAccount,
  findGroupAccount,
  seeAccount,
  showEntry,
  showGroupAccount,
  showSecret,
} from "./common.ts";

export const listGroupServiceAccountAccessList = atlas("listGroupServiceAccountAccessList", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, query } = context;
  const account = await findGroupAccount(context, seeAccount);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));

export const listGroupServiceAccounts = atlas("listGroupServiceAccounts", {}).handle(
  async ({ tx, group, query }) => {
    const at = { ...query, includeCount: true };
    const page = query.includeSystemManaged
      ? await tx.serviceAccounts.everyInGroup(group, at)
      : await tx.serviceAccounts.inGroup(group, at);
    return { page, groupId: group.id };
  },
  ({ page, groupId }, showing) =>
    showPage(page, showing, (account) => showGroupAccount({ account, groupId })),
);

export const getGroupServiceAccount = atlas("getGroupServiceAccount", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async (context) => ({
    account: await findGroupAccount(context, seeAccount),
    groupId: context.group.id,
  }),
  showGroupAccount,
);

export const getOrgServiceAccountGroups = atlas("getOrgServiceAccountGroups", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async (context) => {
    const { org, query } = context;
    const { roles } = await seeAccount(context, org.id);
    const groupIds = [...new Set(roles.flatMap(({ groupId }) => groupId ?? []))];
    const at = { ...query, includeCount: true };
    const results = groupIds
      .slice(skipped(at), skipped(at) + at.itemsPerPage)
      .map((groupId) => ({ groupId, roles: rolesInGroup(roles, groupId) }));
    return { ...at, results, total: groupIds.length };
  },
  showPageOf((group) => group),
);

export const createGroupServiceAccount = atlas("createGroupServiceAccount", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED",
    "MISSING_ONE_OF_ATTRIBUTES",
  ],
  needs: ["issue"],
}).handle(async (context) => {
  const { group, body, issue, fault } = context;
  const roles = heldInGroup(group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  await checkRoomForAccount(context, group.orgId);
  const wanted = { ...body, orgId: group.orgId, roles };
  return { account: await makeAccount(context, wanted, issue.clientSecret), groupId: group.id };
}, showGroupAccount);

export const createGroupServiceAccountAccessList = atlas("createGroupServiceAccountAccessList", {
  securityEvent: "access-list-change",
  errors: [...addEntryErrors, "ROLE_ABOVE_OWN", "SERVICE_ACCOUNT_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, group, query, body } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  await addEntries(context, account, body);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));

export const createGroupServiceAccountSecret = atlas("createGroupServiceAccountSecret", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "SERVICE_ACCOUNT_NOT_FOUND",
    "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED",
    "USER_UNAUTHORIZED",
  ],
  needs: ["issue"],
}).handle(async (context) => {
  const { group, body, issue } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  return makeSecret(context, account, body.secretExpiresAfterHours, issue.clientSecret());
}, showSecret);

export const inviteGroupServiceAccount = atlas("inviteGroupServiceAccount", {
  securityEvent: "credential-change",
  errors: ["BAD_REQUEST", "INVALID_ROLE_ASSIGNMENT", "INVALID_ROLE_FOR_GROUP", "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const account = await findAccount(context, group.orgId);
  const roles = chooseNamedGroupRoles(body.roles, group.id, fault);
  if (rolesIn(account.roles, group.id).length > 0) {
    throw fault("INVALID_ROLE_ASSIGNMENT", { problem: "SERVICE_ACCOUNT_ALREADY_IN_GROUP" });
  }
  await changeRoles(context, account, group.id, roles);
  return { account: await findAccount(context, group.orgId), groupId: group.id };
}, showGroupAccount);

export const updateGroupServiceAccount = atlas("updateGroupServiceAccount", {
  securityEvent: "credential-change",
  errors: ["BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "SERVICE_ACCOUNT_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const account = await findGroupAccount(context);
  if (isAmended(account, body)) await refuseBeyond(context, account, group);
  await amendAccount(context, account, body);
  if (body.roles !== undefined) {
    await changeRoles(context, account, group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  }
  return { account: await findGroupAccount(context), groupId: group.id };
}, showGroupAccount);

export const deleteGroupServiceAccount = atlas("deleteGroupServiceAccount", {
  securityEvent: "credential-removal",
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => changeRoles(context, await findGroupAccount(context), context.group.id, []));

export const deleteGroupServiceAccountAccessListEntry = atlas("deleteGroupServiceAccountAccessListEntry", {
  securityEvent: "access-list-change",
  errors: [
    ...removeEntryErrors,
    "ROLE_ABOVE_OWN",
    "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND",
    "SERVICE_ACCOUNT_NOT_FOUND",
    "USER_UNAUTHORIZED",
  ],
}).handle(async (context) => {
  const { group, params, fault } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  const { clientId, ipAddress } = params;
  await removeEntry(context, account, ipAddress, (entry) =>
    fault("SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", { entry, clientId }),
  );
});

export const deleteGroupServiceAccountSecret = atlas("deleteGroupServiceAccountSecret", {
  securityEvent: "credential-removal",
  errors: ["SERVICE_ACCOUNT_NOT_FOUND", "SERVICE_ACCOUNT_SECRET_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { group, params } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  await removeSecret(context, account, params.secretId);
});
