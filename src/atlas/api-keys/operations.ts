// Operations on API keys of organizations and projects, and on their access lists.

import { refuseBeyond } from "../../core/changes/changing.ts";
import { entryName, readEntry } from "../../core/domain/access-entry.ts";
import { checkDescription, descriptionErrors, rolesIn } from "../../core/domain/credential.ts";
import { including } from "../../core/domain/membership.ts";
import { atlas } from "../../core/operations/atlas.ts";
import {
  chooseNamedGroupRoles,
  chooseNamedOrgRoles,
  door,
  permit,
  showPageOf,
} from "../../core/operations/declare.ts";
import { addEntries, addEntryErrors, refuseOthers, removeEntry, removeEntryErrors } from "./access-lists.ts";
import { findKey, showEntry, showKey, showList, showMadeKey } from "./common.ts";
import {
  changeRoles,
  checkRoomForKey,
  describeKey,
  heldInGroup,
  heldInOrg,
  makeKey,
  removeCredential,
} from "./credentials.ts";

export const listGroupApiKeys = atlas("listGroupApiKeys", {}).handle(
  async ({ tx, group, query }) => tx.apiKeys.inGroup(group, query),
  showPageOf(showKey),
);

export const listOrgApiKeyAccessListEntries = atlas("listOrgApiKeyAccessListEntries", {
  errors: ["API_KEY_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query } = context;
  const key = await findKey(context, org.id);
  return { key, page: await tx.accessLists.page(key.id, query) };
}, showList);

export const listOrgApiKeys = atlas("listOrgApiKeys", {}).handle(
  async ({ tx, org, query }) => tx.apiKeys.inOrg(org.id, query),
  showPageOf(showKey),
);

export const getOrgApiKey = atlas("getOrgApiKey", {
  errors: ["API_KEY_NOT_FOUND"],
}).handle((context) => findKey(context, context.org.id), showKey);

export const getOrgApiKeyAccessListEntry = atlas("getOrgApiKeyAccessListEntry", {
  errors: ["API_KEY_ACCESS_LIST_NOT_FOUND", "API_KEY_NOT_FOUND", "INVALID_IP_ADDRESS_OR_CIDR_NOTATION"],
}).handle(async (context) => {
  const { tx, org, params, fault } = context;
  const key = await findKey(context, org.id);
  const cidr = readEntry(params.ipAddress, fault);
  const entry = await tx.accessLists.find(key.id, cidr);
  if (entry === undefined) {
    throw fault("API_KEY_ACCESS_LIST_NOT_FOUND", { entry: entryName(cidr), keyId: key.id });
  }
  return { key, entry };
}, showEntry);

export const addGroupApiKey = atlas("addGroupApiKey", {
  securityEvent: "credential-change",
  errors: ["API_KEY_NOT_FOUND", "BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "MISSING_API_KEY_ROLES"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const key = await findKey(context, group.orgId);
  const named = body.flatMap(({ roles }) => roles ?? []);
  if (named.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
  const roles = chooseNamedGroupRoles(named, group.id, fault);
  await changeRoles(context, key, group.id, including(rolesIn(key.roles, group.id), roles));
});

export const createGroupApiKey = atlas("createGroupApiKey", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    ...descriptionErrors,
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "MAX_API_KEYS_PER_ORG_EXCEEDED",
    "MISSING_API_KEY_ROLES",
    "ROLE_ABOVE_OWN",
  ],
  needs: ["issue"],
}).handle(async (context) => {
  const { group, body, issue, fault } = context;
  const { orgId } = group;
  const description = checkDescription(body.desc, fault);
  if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
  const roles = heldInGroup(group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  await checkRoomForKey(context, orgId);
  return makeKey(context, { orgId, description, roles }, issue.apiKey());
}, showMadeKey);

export const createOrgApiKey = atlas("createOrgApiKey", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    ...descriptionErrors,
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_ORG",
    "MAX_API_KEYS_PER_ORG_EXCEEDED",
    "MISSING_API_KEY_ROLES",
  ],
  needs: ["issue"],
}).handle(async (context) => {
  const { org, body, issue, fault } = context;
  const description = checkDescription(body.desc, fault);
  if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
  const roles = heldInOrg(chooseNamedOrgRoles(body.roles, org.id, fault));
  await checkRoomForKey(context, org.id);
  return makeKey(context, { orgId: org.id, description, roles }, issue.apiKey());
}, showMadeKey);

export const createOrgApiKeyAccessListEntry = atlas("createOrgApiKeyAccessListEntry", {
  securityEvent: "access-list-change",
  errors: [...addEntryErrors, "API_KEY_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, org, query, body } = context;
  const key = await findKey(context, org.id);
  await refuseOthers(context, key);
  await addEntries(context, key, body);
  return { key, page: await tx.accessLists.page(key.id, query) };
}, showList);

export const updateGroupApiKeyRoles = atlas("updateGroupApiKeyRoles", {
  securityEvent: "credential-change",
  errors: [
    ...descriptionErrors,
    "API_KEY_NOT_FOUND",
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "MISSING_API_KEY_ROLES",
    "ROLE_ABOVE_OWN",
    "USER_UNAUTHORIZED",
  ],
}).handle(async (context) => {
  const { group, body, held, fault } = context;
  const key = await findKey(context, group.orgId);
  // A key outside the project can only be added to it, with roles.
  const isElsewhere = rolesIn(key.roles, group.id).length === 0;
  if (body.roles?.length === 0 || (isElsewhere && body.roles === undefined)) {
    throw fault("MISSING_API_KEY_ROLES", {});
  }
  // With strict roles, the same callers may do this as may call addGroupApiKey.
  if (isElsewhere && held !== null && !permit(door.group("GROUP_OWNER"), held)) {
    throw fault("USER_UNAUTHORIZED", {});
  }
  if (body.roles !== undefined) {
    await changeRoles(context, key, group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  }
  const description = body.desc === undefined ? key.description : checkDescription(body.desc, fault);
  if (description !== key.description) {
    await refuseBeyond(context, key, group);
    await describeKey(context, key, description);
  }
  return findKey(context, group.orgId);
}, showKey);

export const updateOrgApiKey = atlas("updateOrgApiKey", {
  securityEvent: "credential-change",
  errors: [
    ...descriptionErrors,
    "API_KEY_NOT_FOUND",
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_ORG",
    "MISSING_API_KEY_ROLES",
  ],
}).handle(async (context) => {
  const { org, body, fault } = context;
  const key = await findKey(context, org.id);
  if (body.desc !== undefined) await describeKey(context, key, checkDescription(body.desc, fault));
  if (body.roles !== undefined) {
    if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
    await changeRoles(context, key, null, chooseNamedOrgRoles(body.roles, org.id, fault));
  }
  return findKey(context, org.id);
}, showKey);

export const deleteOrgApiKey = atlas("deleteOrgApiKey", {
  securityEvent: "credential-removal",
  errors: ["API_KEY_NOT_FOUND"],
}).handle(async (context) => removeCredential(context, await findKey(context, context.org.id)));

export const deleteOrgApiKeyAccessListEntry = atlas("deleteOrgApiKeyAccessListEntry", {
  securityEvent: "access-list-change",
  errors: [...removeEntryErrors, "API_KEY_ACCESS_LIST_NOT_FOUND", "API_KEY_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { org, params, fault } = context;
  const key = await findKey(context, org.id);
  await refuseOthers(context, key);
  await removeEntry(context, key, params.ipAddress, (entry) =>
    fault("API_KEY_ACCESS_LIST_NOT_FOUND", { entry, keyId: key.id }),
  );
});

export const removeGroupApiKey = atlas("removeGroupApiKey", {
  securityEvent: "credential-change",
  errors: ["API_KEY_NOT_FOUND", "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, fault } = context;
  const key = await findKey(context, group.orgId);
  if (rolesIn(key.roles, group.id).length === 0) throw fault("API_KEY_NOT_FOUND", { keyId: key.id });
  await changeRoles(context, key, group.id, []);
});
