// Operations on remote MCP configurations of an organization, and on the secrets of their accounts.

import { atlas } from "../../core/operations/atlas.ts";
import { chooseNamedOrgRoles, showPageOf } from "../../core/operations/declare.ts";
import { makeSecret, removeSecret } from "../api-keys/credentials.ts";
import { showSecret } from "../service-accounts/common.ts";
import {
  addSecretErrors,
  createErrors,
  findSecret,
  pageOfConfigs,
  pageOfSecrets,
  secretErrors,
  showOrgConfig,
  updateErrors,
} from "./common.ts";
import { changeConfig, findConfig, makeConfig, type Place, removeConfig, withEntries } from "./configs.ts";

interface InScope {
  readonly org: { readonly id: string };
}

const placeOf = ({ org }: InScope): Place => ({ orgId: org.id, groupId: null });

const find = async (context: Parameters<typeof findConfig>[0] & InScope) =>
  withEntries(context, await findConfig(context, placeOf(context)));

export const listOrgMcpConfigs = atlas("listOrgMcpConfigs", {}).handle(
  (context) => pageOfConfigs(context, placeOf(context)),
  showPageOf(showOrgConfig),
);

export const getOrgMcpConfig = atlas("getOrgMcpConfig", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(find, showOrgConfig);

export const createOrgMcpConfig = atlas("createOrgMcpConfig", {
  securityEvent: "credential-creation",
  errors: [...createErrors, "INVALID_ROLE_FOR_ORG"],
  needs: ["issue"],
}).handle(async (context) => {
  const { org, body, issue, fault } = context;
  const roles = chooseNamedOrgRoles(body.roles, org.id, fault);
  return makeConfig(context, placeOf(context), { ...body, id: issue.uuid(), roles });
}, showOrgConfig);

export const updateOrgMcpConfig = atlas("updateOrgMcpConfig", {
  securityEvent: "credential-change",
  errors: [...updateErrors, "INVALID_ROLE_FOR_ORG"],
}).handle(async (context) => {
  const { org, body, fault } = context;
  const config = await findConfig(context, placeOf(context));
  const roles = body.roles && chooseNamedOrgRoles(body.roles, org.id, fault);
  await changeConfig(context, config, placeOf(context), { ...body, roles });
  return find(context);
}, showOrgConfig);

export const deleteOrgMcpConfig = atlas("deleteOrgMcpConfig", {
  securityEvent: "credential-removal",
  errors: ["BAD_REQUEST", "RESOURCE_NOT_FOUND"],
}).handle(async (context) =>
  removeConfig(context, await findConfig(context, placeOf(context)), context.query.cascading),
);

export const listOrgMcpConfigSecrets = atlas("listOrgMcpConfigSecrets", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle((context) => pageOfSecrets(context, placeOf(context)), showPageOf(showSecret));

export const getOrgMcpConfigSecret = atlas("getOrgMcpConfigSecret", {
  errors: secretErrors,
}).handle((context) => findSecret(context, placeOf(context)), showSecret);

export const createOrgMcpConfigSecret = atlas("createOrgMcpConfigSecret", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: addSecretErrors,
  needs: ["issue"],
}).handle(async (context) => {
  const { body, issue } = context;
  const { ingress } = await findConfig(context, placeOf(context));
  return makeSecret(context, ingress, body.secretExpiresAfterHours, issue.clientSecret());
}, showSecret);

export const deleteOrgMcpConfigSecret = atlas("deleteOrgMcpConfigSecret", {
  securityEvent: "credential-removal",
  errors: secretErrors,
}).handle(async (context) => {
  const { ingress } = await findConfig(context, placeOf(context));
  await removeSecret(context, ingress, context.params.secretId);
});
