// Requests that were sent to get a recorded answer. The CLI's requests were not recorded, but follow from the answers: by the schema of the
// request, and by this table where an answer shows something else.
import type { TSchema } from "typebox";
import type { Operation } from "../../src/core/operations/operation.ts";
import { sentBackups } from "./recorded-backups.ts";
import { sentClusters } from "./recorded-clusters.ts";
import { org } from "./recorded-world.ts";
import type { Recording } from "./recordings.ts";

// biome-ignore lint/suspicious/noExplicitAny: the body of any operation, as it was recorded
type Body = any;

/** Answers show none. */
const password = "a-password-of-our-own-4711";

const asAnswered = (body: Body) => body;
const withoutNotifiers = ({ notifications, ...body }: Body) => ({
  ...body,
  notifications: notifications.map(({ notifierId: _, ...each }: Body) => each),
});
const withoutState = ({ indexID: _, status: __, ...body }: Body) => body;
/** A refusal shows none: then any. */
const anyUser = { databaseName: "admin", username: "app", roles: [], oidcAuthType: "NONE" };
const anyDirectory = { bindUsername: "cn=admin,dc=example,dc=org", hostname: "localhost", port: 19657 };
const user = ({ groupId: _, links: __, ...shown }: Body) => {
  const body = shown.errorCode === undefined ? shown : anyUser;
  return {
    ...body,
    ...(body.databaseName === "admin" && body.oidcAuthType === "NONE" && { password }),
  };
};

/** A key is given the roles that its answer has in the scope of the path. */
const keyIn =
  (scope: "orgId" | "groupId") =>
  ({ desc, roles }: Body) => ({
    desc,
    roles: roles.filter((role: Body) => role[scope] !== undefined).map(({ roleName }: Body) => roleName),
  });

const sent: Readonly<Record<string, (body: Body, path: string) => object>> = {
  ...sentBackups,
  ...sentClusters,
  addGroupTeams: ({ results }) => results.map(({ roleNames, teamId }: Body) => ({ roleNames, teamId })),
  // Users who were in the team already come last.
  addOrgTeamUsers: ({ results: [{ id }] }) => [{ id }],
  createGroupApiKey: keyIn("groupId"),
  createOrgApiKey: keyIn("orgId"),
  createGroupDataFederation: ({ name, cloudProviderConfig: { aws } = {} }) => ({
    name,
    ...(aws && { cloudProviderConfig: { aws: { roleId: aws.roleId, testS3Bucket: "any" } } }),
  }),
  createUser: ({ country, firstName, lastName, username }) => ({
    country,
    firstName,
    lastName,
    username,
    password,
    // They are offered and not held yet.
    roles: [{ orgId: org.id, roleName: "ORG_MEMBER" }],
  }),
  updateGroupApiKeyRoles: keyIn("groupId"),
  updateGroupTeam: ({ results: [team] }) => ({ roleNames: team?.roleNames }),
  updateOrgApiKey: keyIn("orgId"),
  acknowledgeGroupAlert: ({ acknowledgedUntil }) =>
    acknowledgedUntil === undefined ? { unacknowledgeAlert: true } : { acknowledgedUntil },
  createGroupAlertConfig: withoutNotifiers,
  createGroupCloudProviderAccess: ({ providerName }) => ({ providerName }),
  createGroupDatabaseUser: user,
  createGroupClusterFtsIndex: withoutState,
  createGroupClusterSearchIndex: ({ collectionName, database, latestDefinition, name, type }) => ({
    collectionName,
    database,
    definition: latestDefinition,
    name,
    type,
  }),
  updateGroupClusterFtsIndex: withoutState,
  updateGroupClusterSearchIndex: ({ latestDefinition: definition }) => ({ definition }),
  createGroupPrivateNetworkSettingEndpointId: ({ results: [{ status: _, ...entry }] }) => entry,
  createGroupPrivateEndpointEndpointService: ({ cloudProvider, regionName }) => ({
    providerName: cloudProvider,
    region: regionName,
  }),
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
  // A refusal shows by its code what was asked for.
  updateGroupClusterOnlineArchive: ({ criteria, errorCode }) =>
    errorCode === undefined
      ? { criteria }
      : { paused: errorCode === "ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE" },
  updateGroupAlertConfig: withoutNotifiers,
  updateGroupAuditLog: asAnswered,
  updateGroupDataFederation: ({ dataProcessRegion }) => ({ dataProcessRegion }),
  updateGroupUserSecurity: ({ ldap }) => ({ ldap: { ...ldap, bindPassword: password } }),
  // A refusal shows none: then any.
  verifyGroupUserSecurityLdap: ({ request = anyDirectory }) => ({ ...request, bindPassword: password }),
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

type Schema = TSchema & {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly readOnly?: boolean;
};

/** Builds the request of the schema that gets this answer. */
function requestOf(schema: Schema, answer: Body): Body {
  if (answer === null) return undefined;
  if (schema.anyOf !== undefined) {
    const tried = schema.anyOf.map((each) => requestOf(each, answer)).filter((each) => each !== undefined);
    return tried.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
  }
  if (schema.items !== undefined) {
    return Array.isArray(answer) ? answer.map((each) => requestOf(schema.items as Schema, each)) : undefined;
  }
  if (schema.properties === undefined) return answer;
  const members = Object.entries(schema.properties)
    .filter(([name, { readOnly }]) => readOnly !== true && answer?.[name] !== undefined)
    .map(([name, each]) => [name, requestOf(each, answer[name])] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

export function bodyOf(operation: Operation, { body, path, sent: recorded }: Recording): object | undefined {
  if (recorded !== undefined) return recorded.body;
  const known = sent[operation.id];
  if (known !== undefined) return known(body, path);
  if (operation.body === undefined) return undefined;
  const schema = operation.body as Schema;
  return requestOf(schema, schema.items !== undefined && Array.isArray(body?.results) ? body.results : body);
}
