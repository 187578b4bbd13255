// Version 1.0 of the API, which old clients still use: its calls are answered by the operations of version 2.

import { Fault, fault } from "../core/contract/errors.ts";
import { versionsInOrder } from "../core/contract/versions.ts";
import type { Showing } from "../core/domain/page.ts";
import type { Operation } from "../core/operations/operation.ts";
import { copyOf, pickFrom } from "../core/spec/lazily.ts";
import { type OperationId, operations } from "./index.ts";

const base2 = "/api/atlas/v2";

/** The operations that version 2 has at the same path with another prefix. */
const atSamePath: readonly OperationId[] = [
  "getSystemStatus",
  "listGroups",
  "createGroup",
  "getGroup",
  "getGroupByName",
  "updateGroup",
  "deleteGroup",
  "getGroupSettings",
  "updateGroupSettings",
  "listGroupTeams",
  "addGroupTeams",
  "updateGroupTeam",
  "removeGroupTeam",
  "listGroupUsers",
  "removeGroupUser",
  "listGroupApiKeys",
  "createGroupApiKey",
  "updateGroupApiKeyRoles",
  "removeGroupApiKey",
  "listGroupInvites",
  "createGroupInvite",
  "getGroupInvite",
  "deleteGroupInvite",
  "updateGroupInvites",
  "updateGroupInviteById",
  "listGroupEvents",
  "getGroupEvent",
  "listOrgs",
  "createOrg",
  "getOrg",
  "updateOrg",
  "deleteOrg",
  "getOrgGroups",
  "listOrgUsers",
  "listOrgInvites",
  "createOrgInvite",
  "getOrgInvite",
  "deleteOrgInvite",
  "updateOrgInvites",
  "updateOrgInviteById",
  "listOrgEvents",
  "getOrgEvent",
  "listOrgApiKeys",
  "createOrgApiKey",
  "getOrgApiKey",
  "updateOrgApiKey",
  "deleteOrgApiKey",
  "listOrgApiKeyAccessListEntries",
  "createOrgApiKeyAccessListEntry",
  "getOrgApiKeyAccessListEntry",
  "deleteOrgApiKeyAccessListEntry",
  "listOrgTeams",
  "createOrgTeam",
  "getOrgTeam",
  "getOrgTeamByName",
  "renameOrgTeam",
  "deleteOrgTeam",
  "listOrgTeamUsers",
  "addOrgTeamUsers",
  "removeOrgTeamUserFromTeam",
  "getUser",
  "getUserByName",
  "createUser",
  "listGroupDatabaseUsers",
  "createGroupDatabaseUser",
  "getGroupDatabaseUser",
  "updateGroupDatabaseUser",
  "deleteGroupDatabaseUser",
  "listGroupIntegrations",
  "createGroupIntegration",
  "getGroupIntegration",
  "updateGroupIntegration",
  "deleteGroupIntegration",
  "listGroupClusters",
  "createGroupCluster",
  "getGroupCluster",
  "updateGroupCluster",
  "deleteGroupCluster",
  "upgradeGroupClusterTenantUpgrade",
  "listGroupContainers",
  "listGroupAlerts",
  "getGroupAlert",
  "acknowledgeGroupAlert",
  "listGroupAlertConfigs",
  "createGroupAlertConfig",
  "getGroupAlertConfig",
  "updateGroupAlertConfig",
  "toggleGroupAlertConfig",
  "deleteGroupAlertConfig",
  "getGroupAlertConfigAlerts",
  "listAlertConfigMatcherFieldNames",
  "listGroupCustomDbRoleRoles",
  "createGroupCustomDbRoleRole",
  "getGroupCustomDbRoleRole",
  "updateGroupCustomDbRoleRole",
  "deleteGroupCustomDbRoleRole",
  "getGroupMaintenanceWindow",
  "updateGroupMaintenanceWindow",
  "resetGroupMaintenanceWindow",
  "deferGroupMaintenanceWindow",
  "toggleGroupMaintenanceWindowAutoDefer",
  "getGroupAuditLog",
  "updateGroupAuditLog",
  "getGroupAwsCustomDns",
  "toggleGroupAwsCustomDns",
  "listGroupCloudProviderAccess",
  "createGroupCloudProviderAccess",
  "getGroupCloudProviderAccess",
  "authorizeGroupCloudProviderAccessRole",
  "deauthorizeGroupCloudProviderAccessRole",
  "getGroupEncryptionAtRest",
  "updateGroupEncryptionAtRest",
  "getGroupBackupCompliancePolicy",
  "getGroupUserSecurity",
  "updateGroupUserSecurity",
  "disableGroupUserSecurityCustomerX509",
  "deleteGroupUserSecurityLdapUserToDnMapping",
  "verifyGroupUserSecurityLdap",
  "getGroupUserSecurityLdapVerify",
  "listGroupDatabaseUserCerts",
  "createGroupDatabaseUserCert",
  "getGroupDbAccessHistoryCluster",
  "getGroupDbAccessHistoryProcess",
  "listGroupPeers",
  "listGroupContainerAll",
  "listGroupPrivateEndpointEndpointService",
  "getGroupPrivateEndpointRegionalMode",
  "toggleGroupPrivateEndpointRegionalMode",
  "getGroupClusterProcessArgs",
  "updateGroupClusterProcessArgs",
  "getGroupClusterStatus",
  "listGroupClusterProviderRegions",
  "enableGroupManagedSlowMs",
  "disableGroupManagedSlowMs",
  "getOrgFederationSettings",
  "deleteFederationSetting",
  "listFederationSettingConnectedOrgConfigs",
  "getFederationSettingConnectedOrgConfig",
  "updateFederationSettingConnectedOrgConfig",
  "removeFederationSettingConnectedOrgConfig",
  "listFederationSettingIdentityProviders",
  "listFederationSettingConnectedOrgConfigRoleMappings",
  "createFederationSettingConnectedOrgConfigRoleMapping",
  "getFederationSettingConnectedOrgConfigRoleMapping",
  "updateFederationSettingConnectedOrgConfigRoleMapping",
  "deleteFederationSettingConnectedOrgConfigRoleMapping",
  "getGroupClusterBackupSchedule",
  "updateGroupClusterBackupSchedule",
  "deleteGroupClusterBackupSchedule",
  "updateGroupBackupCompliancePolicy",
] as const;

/** The operations whose path has an older name too. */
const accessLists: readonly OperationId[] = [
  "listGroupAccessListEntries",
  "createGroupAccessListEntry",
  "getGroupAccessListEntry",
  "deleteGroupAccessListEntry",
] as const;

const entries = ["getOrgApiKeyAccessListEntry", "deleteOrgApiKeyAccessListEntry"] as const;

/** Returns a path with the older name of access lists. */
const asWhitelist = (path: string): string => path.replace("/accessList", "/whitelist");
/** Returns the path with an unescaped slash in a block of addresses, as the Go client sends it. */
const withSlash = (path: string): string => `${path}/{prefixLength}`;

/** The operations by method and path below `/api/atlas/v1.0`; `/api/public/v1.0` has the same. */
export const version1: readonly Operation[] = [
  ...[...atSamePath, ...accessLists].map((id) => translate(id)),
  ...accessLists.map((id) => translate(id, asWhitelist)),
  ...(["listOrgApiKeyAccessListEntries", "createOrgApiKeyAccessListEntry", ...entries] as const).map((id) =>
    translate(id, asWhitelist),
  ),
  ...entries.map((id) => translate(id, withSlash)),
  ...entries.map((id) => translate(id, (path) => withSlash(asWhitelist(path)))),
];

type Params = Readonly<Record<string, string>>;

/** Returns the parameters as version 2 names them. */
export const paramsOf = ({ prefixLength, ...params }: Params): Params =>
  prefixLength === undefined ? params : { ...params, ipAddress: `${params.ipAddress}/${prefixLength}` };

/** Translates an operation to version 1.0, which has the form of the oldest version of version 2; it has no known end. */
function translate(id: OperationId, pathOf = (path: string) => path): Operation {
  const found: Operation = operations[id];
  const [oldest = ""] = versionsInOrder(found.versions);
  const version = pickFrom(found.versions[oldest] ?? {}, ["body", "demands", "query", "reply"]);
  const view = found.views[oldest];
  return Object.assign(copyOf(found), {
    path: pathOf(found.path).replace(base2, "/api/atlas/v1.0"),
    version1: `v1.0 ${id}`,
    // It uses the bucket of version 2 without announcing it, as recorded.
    limit: { ...found.limit, unannounced: true },
    versions: { unversioned: version },
    ...(found.reads && { reads: { unversioned: found.reads[oldest] } }),
    views: {
      unversioned: view ? (value: never, showing: Showing) => relink(view(value, showing), showing) : null,
    },
    handle: (context: never) => found.handle(context).catch(tellApart),
  });
}

/** Answers 404 for an unknown key, where version 2 answers 400: Vault takes a key for deleted only at 404. */
function tellApart(reason: unknown): never {
  if (!(reason instanceof Fault) || reason.code !== "API_KEY_NOT_FOUND") throw reason;
  const [keyId = ""] = reason.parameters;
  throw fault("API_KEY_NOT_FOUND_IN_VERSION_1", { keyId });
}

/** Rewrites links to the address of the answer. */
function relink<Value>(value: Value, { origin, path }: Showing): Value {
  const [, base = ""] = /^(\/api\/\w+\/v1\.0)/.exec(path) ?? [];
  const walk = (each: unknown, name = ""): unknown => {
    if (typeof each === "string") {
      return name === "href" ? each.replace(`${origin}${base2}`, `${origin}${base}`) : each;
    }
    if (Array.isArray(each)) return each.map((item) => walk(item));
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([member, of]) => [member, walk(of, member)]));
  };
  return walk(value) as Value;
}
