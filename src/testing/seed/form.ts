// The form of seeds: the differences of each thing from the body of the operation that creates it. `npm run derive` writes it
// into seed.schema.json, which seeds are checked against, and into src/testing/seed/types.ts.

import { modelGroups } from "../../atlas/ai-models/rules/model-groups.ts";
import { newTls } from "../../atlas/clusters/rules/cluster-settings.ts";
import { limitNames } from "../../atlas/data-federation/rules/federated-database.ts";
import { integrationTypeNames } from "../../atlas/integrations/rules/integration.ts";
import { mostDeferrals } from "../../atlas/project-settings/rules/settings.ts";
import { hostPattern, longestHost } from "../../atlas/user-security/rules/hosts.ts";
import { manifest } from "../../client/manifest.ts";
import { clientIdPrefix, clientSecretPrefix } from "../../core/contract/client-id.ts";
import { countries } from "../../core/contract/countries.ts";
import { groupRoleNames, orgRoleNames } from "../../core/contract/roles.ts";
import { publicKeyPattern } from "../../core/domain/credential.ts";
import { groupLimitNames } from "../../core/domain/group-limit.ts";
import { mostUsersPerOrg } from "../../core/domain/org.ts";
import { passwordLength } from "../../core/domain/user.ts";
import {
  answerOf,
  array,
  type Beside,
  bodyOf,
  eitherOf,
  flag,
  itemOf,
  type Json,
  loose,
  nullable,
  number,
  object,
  secret,
  text,
  unchanged,
  whole,
  words,
} from "./form-words.ts";
import { type KindName, kindsOfGroup, kindsOfOrg, namesOfCreation, type SeedKind } from "./kinds.ts";
import { noNul, timestamp } from "./patterns.ts";

const idOf = (description: string) => text(description, { pattern: "^[a-f0-9]{24}$" });
const id = idOf("24 hexadecimal digits. Minted if absent.");
const free = (description: string, more: Json = {}) => text(description, { ...more, pattern: noNul });
const instant = (description: string) => text(description, { format: "date-time", pattern: timestamp });
const madeAt = instant("When it was made (RFC 3339); now if absent.");
const username = text("E-mail address of the person.", { minLength: 3 });
const name = (of: string) => text(`Name of the ${of}.`, { minLength: 1 });
const rolesIn = (where: string, names: readonly string[]) =>
  array({ enum: names }, `Roles in the ${where}, one at least.`, { minItems: 1 });
const orgRoles = rolesIn("organization", orgRoleNames);
const groupRoles = rolesIn("project", groupRoleNames);
const actor = (did: string) =>
  object(
    { id: text("Id."), name: text("Name.") },
    `Person or credential that ${did}. If absent, none is shown.`,
  );
const mailed = flag(
  "Whether the invitation is mailed: captured in `anteroom dev`, sent by `anteroom serve`. As the whole seed says if absent.",
);
const accessList = array(
  text(),
  "Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any if there are none.",
);
/** The access list of a credential. */
const restricted: Beside = {
  accessList,
  accessListAddedAt: {
    type: "object",
    additionalProperties: instant("Instant (RFC 3339)."),
    description: "When entries of `accessList` were added, by their text there; now if absent.",
  },
};
/** The members of an invitation that a request cannot state. */
const ofInvite: Beside = {
  id,
  createdAt: instant(
    "When the invitation was sent (RFC 3339); now if absent, or if it would have expired, thirty days later.",
  ),
  inviter: text(
    "Address, public key or client id of the inviter. The first person in the same list of users if absent, or the first API key.",
    { minLength: 1 },
  ),
  username,
  mailed,
};
const ending =
  "When it expires (RFC 3339), a week ahead at most; never if absent. What has expired is not planted.";
const groupRoleAssignments = (description: string) =>
  array(
    eitherOf(
      ["group", "groupId"],
      object({
        group: text("Name of a project of the organization."),
        groupId: text("Its id, in place of the name."),
        "*roles": groupRoles,
      }),
    ),
    description,
  );

const ofApiKey: Beside = {
  id,
  publicKey: text(
    "Eight small letters. Minted if absent. A key may be listed under its organization and under projects of it.",
    { pattern: publicKeyPattern },
  ),
  privateKey: free("Secret, 13 characters at least; Atlas has a UUID. Minted and shown once if absent.", {
    minLength: 13,
    ...secret,
  }),
  "?desc": words({
    minLength: 1,
    maxLength: 250,
    description: "The purpose of the key; `seeded` if absent.",
  }),
  ...restricted,
};

const ofServiceAccount: Beside = {
  clientId: text(
    `\`${clientIdPrefix}\` and 24 hexadecimal digits. Minted if absent. An account may be listed under its organization and under projects of it.`,
    { pattern: `^${clientIdPrefix}[a-f0-9]{24}$` },
  ),
  secret: text(
    `Secret: \`${clientSecretPrefix}\` and 8 letters, digits, - or _ at least. Minted and shown once if absent.`,
    { pattern: `^${clientSecretPrefix}[A-Za-z0-9_-]{8,}$`, ...secret },
  ),
  createdAt: madeAt,
  secrets: array(
    object({
      "*id": idOf("Id of the secret."),
      "*createdAt": instant("When it was made."),
      "*expiresAt": instant("When it ends. One that has ended is not planted."),
      "*maskedSecretValue": text("Its end, as answers show it."),
    }),
    "Its secrets as answers show them: the first is `secret`, and others open nothing. A new one if absent.",
  ),
  "?name": "Name of the account; `seeded` if absent.",
  "?description": "What the account is for; `seeded` if absent.",
  ...restricted,
  secretExpiresAfterHours: null,
  withoutInitialSecret: null,
};

const clientIdOf = (side: string) =>
  text(`\`${clientIdPrefix}\` and 24 hexadecimal digits, of the account ${side}. Minted if absent.`, {
    pattern: `^${clientIdPrefix}[a-f0-9]{24}$`,
  });

const backupSchedule = {
  ...bodyOf("updateGroupClusterBackupSchedule", {
    policies: null,
    policyId: id,
    policyItems: array(
      itemOf("updateGroupClusterBackupSchedule", "policies.policyItems", { id }),
      "How often backups are made; as in Atlas if absent.",
    ),
    restoreWindowDays: "Days back to which the cluster can be restored at any instant; 7 if absent.",
    "copySettings.frequencies": loose,
    "copySettings.replicationSpecId": null,
    "copySettings.zoneId": null,
    "copySettings.zoneName": free("Zone of the cluster; the first if absent."),
    "extraRetentionSettings.frequencyType": loose,
    deleteCopiedBackups: null,
    deleteCopySnapshots: null,
    deleteSnapshots: null,
    updateCopySnapshots: null,
    updateSnapshots: null,
  }),
  description: "When backups would be made, of a cluster that has some.",
};

const minted = "minted if absent and there is no `roleId`. Kept sealed, never shown.";
const used = "Whether the key is used; true if absent.";

const ofSnapshot: Beside = {
  "*clusterName": name("cluster, which has backups"),
  createdAt: madeAt,
};

/** The differences of parts from the bodies of their operations. */
const besideBodies: Readonly<Partial<Record<KindName, Beside>>> = {
  teams: {
    name: name("team"),
    "*usernames": array(
      text(undefined, { minLength: 3 }),
      "E-mail addresses of people of the organization who are in the team.",
    ),
  },
  resourcePolicies: {
    name: (member) => ({ ...loose(member), minLength: 1 }),
    "policies.id": id,
    createdByUser: actor("created the policy"),
    lastUpdatedByUser: actor("last changed the policy"),
    lastUpdatedDate: instant("When it was changed last (RFC 3339); when it was made if absent."),
    policies: "Cedar policies. They are not validated; one that Cedar cannot read forbids nothing.",
  },
  accessList: {
    entry: text("Address, network such as 192.0.2.0/24, or security group."),
    deleteAfterDate: ending,
  },
  databaseUsers: {
    groupId: null,
    username: (member) => ({ ...loose(member), minLength: 1 }),
    password:
      "Password, 8 characters at least; minted if absent and the user has no other authentication. Kept sealed, never shown.",
    databaseName: "Authentication database of the user; `admin` if absent.",
    description: loose,
    roles: words({ minItems: 1 }),
    "scopes.name": loose,
    "labels.key": loose,
    "labels.value": loose,
    deleteAfterDate: ending,
    certificates: array(
      object({
        "*serial": whole("Serial number, as answers show it.", { minimum: 0 }),
        createdAt: instant("When it became valid (RFC 3339); an hour ago if absent."),
        "*notAfter": instant("When it expires (RFC 3339). An expired one is left out."),
      }),
      "Certificates that were issued to the user. The server lists them; it does not have their private keys.",
    ),
  },
  limits: {
    "*name": { enum: groupLimitNames, description: "Name of the limit." },
  },
  settings: {
    isManagedSlowMsEnabled: flag("Whether Atlas chooses the threshold of slow operations; true if absent."),
  },
  maintenanceWindow: {
    numberOfDeferrals: whole("How often it was deferred; 0 if absent.", {
      minimum: 0,
      maximum: mostDeferrals,
    }),
  },
  clusters: {
    id,
    createdAt: madeAt,
    shards: array(
      object({
        "*id": idOf("Id of the shard."),
        "*zoneId": idOf("Id of its zone."),
        earlierId: idOf("Id that versions before 2024-08-05 show for its zone. Minted if absent."),
      }),
      "Ids of its shards, in their order. Minted if absent.",
    ),
    connectionStrings: {
      ...(answerOf("getGroupCluster").connectionStrings as Json),
      description: "Connection strings that answers show if no database is behind the cluster.",
    },
    processArgs: {
      // Settings of TLS are members of the cluster.
      ...bodyOf(
        "updateGroupClusterProcessArgs",
        Object.fromEntries(Object.keys(newTls).map((name) => [name, null])),
      ),
      description: "Process arguments that differ from the defaults.",
    },
    employeeAccess: {
      ...bodyOf("grantGroupClusterMongoDbEmployeeAccess"),
      description: "Access of MongoDB's employees; none if absent.",
    },
    featureCompatibility: object(
      { "*version": text("Version."), "*expirationDate": instant("When it ends.") },
      "Version to which its features are pinned; none if absent.",
    ),
    pinnedNamespaces: array(text(), "Namespaces whose metrics are always collected; none if absent."),
    rejectedQueryShapes: array(text(), "Hashes of the query shapes that it rejects; none if absent."),
    sqlInterface: { enum: ["ON", "OFF"], description: "Whether it has a SQL interface; OFF if absent." },
    name: words({ minLength: 1, description: "Name of the cluster, unique in its project." }),
    deployment: free(
      "Database of this cluster alone, such as mongodb://admin:PASSWORD@localhost:27017. Kept sealed, and its user and password are never shown.",
    ),
    providerName: {
      enum: ["AWS", "AZURE", "GCP", "FLEX"],
      description: "Where it is, or FLEX for a flex cluster; AWS if absent.",
    },
    backingProviderName: {
      enum: ["AWS", "AZURE", "GCP"],
      description: "Where a flex cluster or a free one is; AWS if absent.",
    },
    regionName: free(
      "Region in the words of Atlas, such as EU_WEST_1; the default of the provider if absent.",
    ),
    instanceSize: free("Size; M10 if absent. M0 is free."),
    clusterType: "Shape; REPLICASET if absent.",
    replicationSpecs: "Shards, in place of provider, region and size.",
    "replicationSpecs.zoneName": "Name of the zone; `Zone 1` if absent.",
    "replicationSpecs.numShards": null,
    "replicationSpecs.regionsConfig": null,
    "*replicationSpecs.regionConfigs": unchanged,
    "*replicationSpecs.regionConfigs.providerName": unchanged,
    "*replicationSpecs.regionConfigs.regionName": unchanged,
    "replicationSpecs.regionConfigs.electableSpecs.nodeCount": loose,
    "replicationSpecs.regionConfigs.readOnlySpecs.nodeCount": loose,
    "replicationSpecs.regionConfigs.analyticsSpecs.nodeCount": loose,
    mongoDBMajorVersion: "Version of MongoDB; the default of Atlas if absent.",
    versionReleaseSystem: "How it is upgraded; LTS if absent.",
    backupSchedule,
    searchNodes: array(
      itemOf("createGroupClusterSearchDeployment", "specs", { instanceSize: loose, nodeCount: loose }),
      "Search nodes of the cluster; none if absent.",
    ),
    searchDeploymentId: idOf("Id of their deployment. Minted if absent."),
    globalWrites: object(
      {
        customZoneMappings: array(
          itemOf("createGroupClusterGlobalWriteCustomZoneMapping", "customZoneMappings"),
          "Places, each with the zone that serves it.",
        ),
        managedNamespaces: array(
          bodyOf("createGroupClusterGlobalWriteManagedNamespace"),
          "Collections that are distributed over the zones.",
        ),
      },
      "Zones of places and distributed collections of a global cluster; none if absent.",
    ),
  },
  backupSnapshots: {
    "*clusterName": name("cluster, which has backups"),
    description: "Description.",
    retentionInDays: "Days that it is kept.",
    createdAt: instant("When it was taken (RFC 3339); now if absent. One that has expired is not there."),
    databases: array(
      object({
        "*name": text("Name of the database."),
        collections: array(text(), "Names of its collections."),
      }),
      "Databases in it; none if absent.",
    ),
  },
  backupExports: ofSnapshot,
  backupRestoreJobs: ofSnapshot,
  pushBasedLogExport: {
    createdAt: madeAt,
  },
  aiModelApiKeys: {
    id: text("24 small letters and digits. Minted if absent.", { pattern: "^[a-z0-9]{24}$" }),
    "?cloud": "Cloud provider that it is for; ANY, which is the only one, if absent.",
    "?geography": "Geography that it is for; ANY, which is the only one, if absent.",
    createdBy: free("Name of the person or the credential that made it; `seeded` if absent."),
    maskedSecret: text(
      "End of the secret as answers show it: `al-****` and four letters, digits, - or _. Minted if absent.",
      { pattern: "^al-\\*{4}[A-Za-z0-9_-]{4}$" },
    ),
  },
  aiModelRateLimits: {
    "*modelGroupName": {
      enum: modelGroups.map(({ modelGroupName }) => modelGroupName),
      description: "Name of the model group, such as embed_large.",
    },
  },
  mcpConfigs: {
    id: text("UUID in small letters. Minted if absent.", {
      pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
    }),
    clientId: clientIdOf("that programs connect with"),
    egressClientId: clientIdOf("that Atlas works with"),
    ipAccessList: accessList,
    secret: text(
      `Secret of the account that programs connect with: \`${clientSecretPrefix}\` and 8 letters, digits, - or _ at least. None if absent.`,
      { pattern: `^${clientSecretPrefix}[A-Za-z0-9_-]{8,}$`, ...secret },
    ),
  },
  exportBuckets: {
    bucketName: "Name of the bucket, 3 to 63 characters; required.",
    requirePrivateNetworking: "True if exports go through a private endpoint.",
    serviceUrl: "AZURE: address of the storage account.",
    tenantId: "AZURE: id of the tenant, a UUID.",
  },
  searchIndexes: {
    "*clusterName": name("cluster"),
    "*definition": { type: "object", description: "Definition, as the operation takes it." },
  },
  federatedDatabases: {
    createdAt: madeAt,
    name: name("federated database"),
    "?cloudProviderConfig.aws.testS3Bucket": "Bucket by which the role is tested; it is not kept.",
    queryLimits: array(
      object({
        "*name": { enum: limitNames, description: "Name of the limit." },
        "*value": whole("Bytes, a gibibyte to an exbibyte."),
        lastModifiedDate: instant("When it was set (RFC 3339); now if absent."),
        overrunPolicy: {
          enum: ["BLOCK", "BLOCK_AND_KILL"],
          description: "Whether queries that run are ended, too, once the limit is reached.",
        },
      }),
      "Limits of its queries; 100 TiB in a month if absent.",
    ),
  },
  onlineArchives: {
    "*clusterName": name("cluster"),
  },
  backupCompliancePolicy: {
    projectId: null,
    updatedDate: instant("When it was changed last (RFC 3339); now if absent."),
    updatedUser: text("Person or credential that changed it last; the authorized person if absent."),
    "*authorizedEmail": username,
    "*authorizedUserFirstName": unchanged,
    "*authorizedUserLastName": unchanged,
    "onDemandPolicyItem.id": id,
    "scheduledPolicyItems.id": id,
  },
  encryptionAtRest: {
    "awsKms.enabled": used,
    "awsKms.region": "Region of the key, such as US_EAST_1.",
    "awsKms.secretAccessKey": `Secret of the access key; ${minted}`,
    "azureKeyVault.enabled": used,
    "azureKeyVault.secret": `Secret of the application; ${minted}`,
    "googleCloudKms.enabled": used,
    "googleCloudKms.serviceAccountKey": `Key of the service account; ${minted}`,
  },
  userSecurity: {
    "ldap.hostname": words({ pattern: hostPattern, maxLength: longestHost }),
    "ldap.bindPassword":
      "Password of `bindUsername`; minted if absent and the directory is used. Never shown.",
  },
  integrations: {
    id,
    "*type": words({ enum: integrationTypeNames, description: "Type of the integration." }),
    password: "PROMETHEUS: password; minted if absent. Never shown.",
    bodyTemplate: nullable,
    channelName: nullable,
    customEndpoint: nullable,
    headersTemplate: nullable,
  },
  privateEndpointServices: {
    id,
    endpoints: array(
      bodyOf("createGroupPrivateEndpointEndpointServiceEndpoint", { cloudProvider: null }),
      "Endpoints of the service, available at once.",
    ),
  },
  streamVpcPeerings: {
    id,
    "*name": text("Name of the peering."),
    "*requesterAccountId": unchanged,
    "*requesterVpcId": unchanged,
    requesterCidr: text("Addresses of the network."),
    isAccepted: flag("Whether it is accepted and active; false if absent."),
  },
  streamWorkspaces: {
    id,
    "*name": name("workspace"),
    "*dataProcessRegion": unchanged,
    sampleConnections: null,
    connections: array(
      bodyOf("createGroupStreamConnection", {
        id,
        "*name": name("connection"),
        "*type": unchanged,
        "authentication.password": "Password. Kept sealed, never shown.",
        failoverConnections: array(
          bodyOf("createGroupStreamConnectionFailoverConnection", {
            id,
            "*type": unchanged,
            "*region": unchanged,
            "authentication.password": "Password. Kept sealed, never shown.",
          }),
          "Connections that take its place in other regions, ready at once.",
        ),
      }),
      "Connections of the workspace, ready at once.",
    ),
    processors: array(
      bodyOf("createGroupStreamProcessor", {
        id,
        "*name": name("processor"),
        "*pipeline": unchanged,
        isStarted: flag("Whether it is started; false if absent."),
      }),
      "Processors of the workspace, created at once.",
    ),
  },
  encryptionAtRestPrivateEndpoints: {
    "*cloudProvider": { enum: ["AWS", "AZURE"], description: "Cloud provider of the key." },
  },
  backupPrivateEndpoints: {
    "*cloudProvider": { enum: ["AWS"], description: "Cloud provider of the storage." },
  },
  alertConfigs: {
    eventTypeName: "Type of the event that alerts are about, such as `NO_PRIMARY`.",
    enabled: words({ default: true, description: "Whether it opens alerts; true if absent." }),
    notifications: words({ minItems: 1 }),
    updatedAt: instant("When it was changed last (RFC 3339); when it was made if absent."),
    "notifications.delayMin": "Minutes that the condition must last; 0 if absent.",
    "notifications.intervalMin": "Minutes between two messages, 5 at least; 60 if absent.",
    "notifications.notificationToken": null,
    "notifications.notifierId": idOf("Id of the notification. Minted if absent."),
    "notifications.roomName": null,
    alerts: array(
      object({
        id,
        clusterName: free("Cluster that it is about."),
        hostnameAndPort: free("Host that it is about."),
        isClosed: flag("Whether it is closed; false if absent."),
      }),
      "Alerts that it opened.",
    ),
  },
  cloudProviderAccess: {
    atlasAzureAppId: "AZURE: UUID of the Atlas application; required.",
    servicePrincipalId: "AZURE: UUID of the service principal; required.",
    tenantId: "AZURE: UUID of the tenant; required.",
    iamAssumedRoleArn: free("AWS: ARN of the authorized IAM role."),
    authorizedDate: instant("AWS: when it was authorized (RFC 3339); when it was planted if absent."),
    lastUpdatedDate: instant("AZURE: when it was changed last (RFC 3339); when it was made if absent."),
  },
};

const saying = (more: string) => (member: Json) => ({
  ...member,
  description: `${member.description} ${more}`,
});
const filled = saying("Stars are replaced by minted digits.");
const mintedSecret = saying("Minted if absent. Stars are replaced by minted digits.");

const formsOf = (kinds: Readonly<Record<string, SeedKind>>): Json =>
  Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, formOfKind(name as KindName, kind)]));

/** Reports whether what an operation creates has an id of ours: another operation gets it by that, and no body has it. */
function hasId(of: SeedKind["of"]): boolean {
  const start = `${manifest[of].path}/`;
  const { properties = {} } = bodyOf(of) as { readonly properties?: Json };
  return Object.values(manifest).some(({ method, path }) => {
    const [, name = ""] = /^\{(\w+Id|id)\}$/.exec(path.slice(start.length)) ?? [];
    return method === "GET" && path.startsWith(start) && name !== "" && !(name in properties);
  });
}

/** Returns the members that the server makes of a thing, as its answer shows them. */
function madeOf(of: SeedKind["of"], made: readonly string[]): Json {
  const answer = answerOf(of);
  const said = (name: string) => {
    const member = answer[name] as Json | undefined;
    if (member === undefined) throw new Error(`${of} answers without ${name}`);
    return { ...member, description: `${member.description} Minted if absent.` };
  };
  return {
    ...(namesOfCreation.some((name) => name in answer) && { createdAt: madeAt }),
    ...Object.fromEntries(made.map((name) => [name, said(name)])),
  };
}

function formOfKind(name: KindName, { of, says, isOne, secrets = [], made = [] }: SeedKind): Json {
  const masked = secrets.map((path) => (path.includes(".") ? [path, filled] : [`?${path}`, mintedSecret]));
  const body = bodyOf(of, {
    ...(hasId(of) && { id }),
    ...madeOf(of, made),
    ...Object.fromEntries(masked),
    ...besideBodies[name],
  });
  if (isOne) return { ...body, description: says };
  const entry = ["entry", "cidrBlock", "ipAddress", "awsSecurityGroup"];
  return array(name === "accessList" ? eitherOf(entry, body) : body, says);
}

const group = object(
  {
    id,
    "*name": name("project"),
    createdAt: madeAt,
    withDefaultAlertsSettings: flag(
      "Whether it was made with the default alert configurations; true if absent.",
    ),
    tags: array(
      object({
        "*key": text("What is tagged, such as `environment`."),
        "*value": text("The tag, such as `test`."),
      }),
      "Tags of the project.",
    ),
    users: array(
      object({ "*username": username, "*roles": groupRoles }),
      "People of the organization with roles in the project.",
    ),
    apiKeys: array(
      bodyOf("createGroupApiKey", {
        apiKey: text(
          "`desc` of an API key that the organization has already: it gets the roles, and no key is made.",
        ),
        ...ofApiKey,
        roles: groupRoles,
      }),
      "API keys with roles in the project.",
    ),
    serviceAccounts: array(
      bodyOf("createGroupServiceAccount", {
        serviceAccount: text(
          "`name` of a service account that the organization has already: it gets the roles, and none is made.",
        ),
        ...ofServiceAccount,
        roles: groupRoles,
      }),
      "Service accounts with roles in the project.",
    ),
    teams: array(
      eitherOf(
        ["team", "teamId"],
        bodyOf("addGroupTeams", {
          team: text("Name of a team of the organization."),
          "?teamId": text("Its id, in place of the name."),
          roleNames: groupRoles,
        }),
      ),
      "Teams of the organization with roles in the project.",
    ),
    ...formsOf(kindsOfGroup),
    invites: array(
      bodyOf("createGroupInvite", { ...ofInvite, roles: groupRoles }),
      "Pending invitations to the project, of the older kind.",
    ),
  },
  "A project, which Atlas calls a group.",
  { $id: "SeedGroup" },
);

const org = object(
  {
    id,
    "*name": name("organization"),
    settings: {
      ...bodyOf("updateOrgSettings", {
        apiAccessListRequired:
          "Whether API keys and service accounts may be used only with an access list; false if absent.",
        genAIFeaturesEnabled: "Whether generative features are offered; true if absent.",
      }),
      description: "Settings of the organization.",
    },
    limits: object(
      {
        users: whole(
          `People and pending invitations that the organization may have together; ${mostUsersPerOrg} if absent.`,
          { minimum: 1, maximum: 1_000_000 },
        ),
      },
      "Limits that were changed for the organization, as support does at Atlas.",
    ),
    prices: array(
      object({
        "*sku": free("SKU, as `GET /api/atlas/v2/skus` lists them."),
        "*unitPriceDollars": number("Price of an hour of a node, in US dollars.", { minimum: 0 }),
      }),
      "Prices of clusters, by which invoices are computed. What has no price costs nothing.",
    ),
    users: array(
      object({
        id,
        "*username": username,
        "*orgRoles": orgRoles,
        password: text(
          `Secret that signs in to the console, ${passwordLength.least} to ${passwordLength.most} characters. Without one an owner gets a link to choose it, where \`anteroom serve\` plants the seed; others ask for one by mail.`,
          { minLength: passwordLength.least, ...secret },
        ),
        firstName: free("First name."),
        lastName: free("Last name."),
        country: text("Country by its two letters (ISO 3166-1), such as IE.", {
          also: { enum: [...countries] },
        }),
        mobileNumber: free("Telephone number, such as +35315550100."),
        createdAt: instant("When the account was made (RFC 3339); now if absent."),
        lastAuth: instant("When the person signed in last (RFC 3339); never if absent."),
      }),
      "People of the organization. Who is in several is the same account: the first mention makes it, and later ones may say nothing else of it.",
    ),
    apiKeys: array(
      bodyOf("createOrgApiKey", { ...ofApiKey, roles: orgRoles }),
      "API keys with roles in the organization.",
    ),
    serviceAccounts: array(
      bodyOf("createOrgServiceAccount", { ...ofServiceAccount, roles: orgRoles }),
      "Service accounts with roles in the organization.",
    ),
    invites: array(
      bodyOf("createOrgInvite", {
        ...ofInvite,
        userId: idOf(
          "Id of the pending user, which is not that of the invitation. Minted if absent, or that of the account of the address.",
        ),
        roles: orgRoles,
        teams: array(text(), "Names of teams that the invited person joins."),
        teamIds: array(text(), "Ids of those teams, in place of names."),
        groupRoleAssignments: groupRoleAssignments("Roles in projects that the invited person gets."),
      }),
      "Pending invitations to the organization.",
    ),
    ...formsOf(kindsOfOrg),
    groups: array(group, "Projects of the organization."),
    federation: {
      ...bodyOf("updateFederationSettingConnectedOrgConfig", {
        id,
        identityProviders: array(
          bodyOf("createFederationSettingIdentityProvider", {
            id,
            "?protocol": "`OIDC` if absent. Only a seed can make a SAML provider.",
            "?idpType": "Whether it identifies people or programs; people if absent.",
            issuerUri: words({ minLength: 1 }),
            associatedDomains: "Domains whose people sign in with the provider; any domain if absent.",
            "?audience": "OIDC: audience of its tokens; `anteroom` if absent.",
            authorizationType: "OIDC: whether groups or single users are authorized; groups if absent.",
            clientId: "OIDC: id of the client that people sign in with.",
            groupsClaim: "OIDC: claim with the groups; `groups` if absent.",
            requestedScopes: "OIDC: scopes that a sign-in requests.",
            userClaim: "OIDC: claim with the user; `sub` if absent.",
            oktaIdpId: text("SAML: older id, 20 letters and digits; the end of `id` if absent.", {
              pattern: "^[A-Za-z0-9]{20}$",
            }),
            ssoUrl: free("SAML: URL that sign-in requests are sent to."),
            status: {
              enum: ["ACTIVE", "INACTIVE"],
              description: "SAML: whether the provider is used; ACTIVE if absent.",
            },
          }),
          "Identity providers of the federation. To share a federation, give its `id` and leave out providers that it has already.",
        ),
        dataAccessIdentityProviderIds: array(
          text(undefined, { pattern: "^[a-f0-9]{24}$" }),
          "OIDC providers of the organization, by id.",
        ),
        domainRestrictionEnabled: "Whether joining is restricted to them; false if absent.",
        instantUserProvisioningDisabled: "Whether joining by signing in is turned off; false if absent.",
        roleMappings: array(
          bodyOf("createFederationSettingConnectedOrgConfigRoleMapping", {
            id,
            roleAssignments: null,
            "*roles": orgRoles,
            groupRoleAssignments: groupRoleAssignments("Roles in projects."),
          }),
          "Roles that members of a group get when they sign in.",
        ),
      }),
      description: "Federation of the organization.",
    },
  },
  "An organization with all that is in it.",
  { $id: "SeedOrg" },
);

/** The whole form. */
export const seedForm = object(
  {
    $schema: text("Address of this schema, for editors. Anteroom does not read it."),
    mailed: flag("Whether invitations are mailed that do not say so themselves; true if absent."),
    "*orgs": array(org, "The organizations."),
  },
  "A world that Anteroom begins with: organizations, and what is in them.",
  { $id: "SeedDocument" },
);
