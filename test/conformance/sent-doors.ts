// What was sent to get a recorded answer about the doors to the data: requests were not recorded, but follow from it.
import { sentClusters } from "./recorded-clusters.ts";

// biome-ignore lint/suspicious/noExplicitAny: the body of any operation, as it was recorded
type Body = any;

/** Answers show none. */
const password = "a-password-of-our-own-4711";

const asAnswered = (body: Body) => body;
const withoutNotifiers = ({ notifications, ...body }: Body) => ({
  ...body,
  notifications: notifications.map(({ notifierId: _, ...each }: Body) => each),
});
/** A refusal shows none: then any. */
const anyUser = { databaseName: "admin", username: "app", roles: [], oidcAuthType: "NONE" };
const user = ({ groupId: _, links: __, ...shown }: Body) => {
  const body = shown.errorCode === undefined ? shown : anyUser;
  return {
    ...body,
    ...(body.databaseName === "admin" && body.oidcAuthType === "NONE" && { password }),
  };
};

const sent: Readonly<Record<string, (body: Body, path: string) => object>> = {
  ...sentClusters,
  acknowledgeGroupAlert: ({ acknowledgedUntil }) =>
    acknowledgedUntil === undefined ? { unacknowledgeAlert: true } : { acknowledgedUntil },
  createGroupAccessListEntry: ({ results }) => results,
  createGroupAlertConfig: withoutNotifiers,
  createGroupCloudProviderAccess: ({ providerName }) => ({ providerName }),
  createGroupCustomDbRoleRole: asAnswered,
  createGroupDatabaseUser: user,
  createFederationSettingIdentityProvider: ({
    associatedOrgs: _,
    createdAt: __,
    id: ___,
    oktaIdpId: ____,
    updatedAt: _____,
    ...body
  }) => body,
  toggleGroupAwsCustomDns: asAnswered,
  toggleGroupPrivateEndpointRegionalMode: asAnswered,
  updateGroupAlertConfig: withoutNotifiers,
  updateGroupAuditLog: asAnswered,
  updateGroupUserSecurity: ({ ldap }) => ({ ldap: { ...ldap, bindPassword: password } }),
  verifyGroupUserSecurityLdap: ({ request }) => ({ ...request, bindPassword: password }),
  createGroupDatabaseUserCert: () => ({ monthsUntilExpiration: 3 }),
  // Answers mask secrets: others of the same end are sent.
  createGroupIntegration: ({ results }, path) =>
    Object.fromEntries(
      Object.entries(results.find(({ type }: Body) => path.endsWith(type))).map(([name, value]) => [
        name,
        typeof value === "string" ? value.replace(/\*+/, (stars) => "0".repeat(stars.length)) : value,
      ]),
    ),
  updateGroupCustomDbRoleRole: ({ roleName: _, ...body }) => body,
  updateGroupDatabaseUser: user,
  updateFederationSettingConnectedOrgConfig: asAnswered,
  // It answers nothing; what is read afterwards says this.
  updateGroupMaintenanceWindow: () => ({ dayOfWeek: 1, hourOfDay: 1 }),
};

export const doorBodyOf = (operationId: string, body: Body, path = ""): object | undefined =>
  sent[operationId]?.(body, path);
