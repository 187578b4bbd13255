// Operations on remote MCP configurations of a project, and on the secrets of their accounts.

import { atlas } from "../../core/operations/atlas.ts";
import { chooseNamedGroupRoles, showPageOf } from "../../core/operations/declare.ts";
import { makeSecret, removeSecret } from "../api-keys/credentials.ts";
import { showSecret } from "../service-accounts/common.ts";
import {
  addSecretErrors,
  createErrors,
  findSecret,
  pageOfConfigs,
  pageOfSecrets,
  secretErrors,
  showGroupConfig,
  updateErrors,
} from "./common.ts";
import { changeConfig, findConfig, makeConfig, type Place, removeConfig, withEntries } from "./configs.ts";

interface InScope {
  readonly group: { readonly id: string; readonly orgId: string };
}

const placeOf = ({ group }: InScope): Place => ({ orgId: group.orgId, groupId: group.id });

const find = async (context: Parameters<typeof findConfig>[0] & InScope) =>
  withEntries(context, await findConfig(context, placeOf(context)));

export const listGroupMcpConfigs = atlas("listGroupMcpConfigs", {}).handle(
  (context) => pageOfConfigs(context, placeOf(context)),
  showPageOf(showGroupConfig),
);

export const getGroupMcpConfig = atlas("getGroupMcpConfig", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(find, showGroupConfig);

export const createGroupMcpConfig = atlas("createGroupMcpConfig", {
  securityEvent: "credential-creation",
  errors: [...createErrors, "INVALID_ROLE_FOR_GROUP"],
  needs: ["issue"],
}).handle(async (context) => {
  const { group, body, issue, fault } = context;
  const roles = chooseNamedGroupRoles(body.roles, group.id, fault);
  return makeConfig(context, placeOf(context), { ...body, id: issue.uuid(), roles });
}, showGroupConfig);

export const updateGroupMcpConfig = atlas("updateGroupMcpConfig", {
  securityEvent: "credential-change",
  errors: [...updateErrors, "INVALID_ROLE_FOR_GROUP"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const config = await findConfig(context, placeOf(context));
  const roles = body.roles && chooseNamedGroupRoles(body.roles, group.id, fault);
  await changeConfig(context, config, placeOf(context), { ...body, roles });
  return find(context);
}, showGroupConfig);

export const deleteGroupMcpConfig = atlas("deleteGroupMcpConfig", {
  securityEvent: "credential-removal",
  errors: ["BAD_REQUEST", "RESOURCE_NOT_FOUND"],
}).handle(async (context) =>
  removeConfig(context, await findConfig(context, placeOf(context)), context.query.cascading),
);

export const listGroupMcpConfigSecrets = atlas("listGroupMcpConfigSecrets", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle((context) => pageOfSecrets(context, placeOf(context)), showPageOf(showSecret));

export const getGroupMcpConfigSecret = atlas("getGroupMcpConfigSecret", {
  errors: secretErrors,
}).handle((context) => findSecret(context, placeOf(context)), showSecret);

export const createGroupMcpConfigSecret = atlas("createGroupMcpConfigSecret", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: addSecretErrors,
  needs: ["issue"],
}).handle(async (context) => {
  const { body, issue } = context;
  const { ingress } = await findConfig(context, placeOf(context));
  return makeSecret(context, ingress, body.secretExpiresAfterHours, issue.clientSecret());
}, showSecret);

export const deleteGroupMcpConfigSecret = atlas("deleteGroupMcpConfigSecret", {
  securityEvent: "credential-removal",
  errors: secretErrors,
}).handle(async (context) => {
  const { ingress } = await findConfig(context, placeOf(context));
  await removeSecret(context, ingress, context.params.secretId);
});
