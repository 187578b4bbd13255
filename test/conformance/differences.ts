// Where the derived OpenAPI document differs from the official one on purpose, and why: each reason once.
import type { OperationId } from "../../src/operations/index.ts";
import { ofAlerts } from "./differences-of-alerts.ts";
import { ofClusters } from "./differences-of-clusters.ts";
import { ofDoors } from "./differences-of-doors.ts";

/** Explains some differences of some operations; all that it lists must be met, or it is out of date. */
export interface Explanation {
  /** What differs, in the words of docs/fidelity.md. */
  readonly what: string;
  /** As `compareDocuments` puts them: `-` is what the official document has more, `+` what the derived one has. `*` at an end is anything. */
  readonly differences: readonly string[];
  /** `all` are those that differ so, however many. */
  readonly operations: readonly OperationId[] | "all";
  /** In the words of docs/fidelity.md. */
  readonly reason: string;
}

const accounts = ["createUser", "getUser", "getUserByName"] as const;
const listedAccounts = ["addOrgTeamUsers", "listGroupUsers", "listOrgTeamUsers", "listOrgUsers"] as const;
const accountReads = [
  "createGroupServiceAccount",
  "createOrgServiceAccount",
  "getGroupServiceAccount",
  "getOrgServiceAccount",
  "inviteGroupServiceAccount",
  "listGroupServiceAccounts",
  "listOrgServiceAccounts",
  "updateGroupServiceAccount",
  "updateOrgServiceAccount",
] as const;
const events = ["getGroupEvent", "getOrgEvent", "listGroupEvents", "listOrgEvents"] as const;

/** Members of a reply, alone or in the results of a page. */
const ofReplies = (kind: "member" | "required", marked: readonly string[]): string[] =>
  marked.flatMap((name) => {
    const [mark, path] = [name.slice(0, 1), name.slice(1)];
    return [`reply ${kind} ${mark}${path}`, `reply ${kind} ${mark}results.${path}`];
  });

/** Refusals of any operation, whatever it does. */
export const ofThePipeline: readonly Explanation[] = [
  {
    what: "400, although not listed",
    differences: ["status +400"],
    operations: "all",
    reason: "form is checked everywhere; the official document lists 400 for some operations only",
  },
  {
    what: "406",
    differences: ["status +406"],
    operations: "all",
    reason: "no usable version; recorded",
  },
  {
    what: "410",
    differences: ["status +410"],
    operations: "all",
    reason: "versions answer so from their sunset on",
  },
  {
    what: "413 and 415",
    differences: ["status +413", "status +415"],
    operations: "all",
    reason: "body too large, or not JSON",
  },
  {
    what: "503",
    differences: ["status +503"],
    operations: "all",
    reason: "the database fails, or changes keep colliding",
  },
  {
    what: "parameters of an error are texts or numbers",
    differences: ["error parameters +anyOf"],
    operations: "all",
    reason: "recorded; the official document calls them objects",
  },
  {
    what: "`errorType` and `invalidPolicies` of an error",
    differences: ["error member +errorType", "error member +invalidPolicies"],
    operations: "all",
    reason: "of resource policies, beside the members of every error; errors have one schema",
  },
];

const statuses: readonly Explanation[] = [
  {
    what: "201 where 200 is documented",
    differences: ["status +201", "status -200"],
    operations: ["createGroup", "createOrgTeam", "createUser"],
    reason: "recorded",
  },
  {
    what: "202 where 204 is documented",
    differences: ["status +202", "status -204"],
    operations: ["deleteGroup"],
    reason: "recorded",
  },
  {
    what: "no 402",
    differences: ["status -402"],
    operations: ["deleteOrg", "migrateGroup"],
    reason: "no payments here",
  },
  {
    what: "no 404",
    differences: ["status -404"],
    operations: ["listGroups", "listOrgs"],
    reason: "an empty list is no missing one",
  },
  {
    what: "404 for a named project, organization or caller that is missing",
    differences: ["status +404"],
    operations: ["listRateLimits"],
    reason: "as documented for `getRateLimit`",
  },
  {
    what: "no 409 for reading",
    differences: ["status -409"],
    operations: [
      "getGroupByName",
      "getGroupLimit",
      "getGroupMongoDbVersions",
      "getOrg",
      "listGroupLimits",
      "listOrgTeamUsers",
      "listOrgs",
    ],
    reason: "reading conflicts with nothing",
  },
  {
    what: "no 409 for limits",
    differences: ["status -409"],
    operations: ["deleteGroupLimit", "setGroupLimit"],
    reason: "a value is taken or refused with 400",
  },
  {
    what: "no 409 for names of organizations",
    differences: ["status -409"],
    operations: ["createOrg", "updateOrg"],
    reason: "they need not be unique",
  },
  {
    what: "no 409 for a role",
    differences: ["status -409"],
    operations: ["addGroupUserRole", "addOrgUserRole", "removeGroupUserRole"],
    reason: "a role already held, or not held, is answered with 200",
  },
  {
    what: "409, although not listed",
    differences: ["status +409"],
    operations: [
      "addGroupAccessUser",
      "addGroupTeams",
      "addOrgTeamUser",
      "createGroupInvite",
      "createOrgInvite",
      "createUser",
      "migrateGroup",
      "updateGroup",
    ],
    reason: "duplicates are refused: names, accounts, teams, members, pending invitations",
  },
];

const versions: readonly Explanation[] = [
  {
    what: "its 204 ends with its 200",
    differences: ["reply of 204 sunset of application/vnd.atlas.2023-02-01+json: 2027-07-01, official none"],
    operations: ["addGroupAccessUser"],
    reason: "a version ends with all its answers",
  },
];

const roles: readonly Explanation[] = [
  {
    what: "Organization Member, although no role is listed",
    differences: ["role +Organization Member"],
    operations: ["createOrgApiKeyAccessListEntry", "deleteOrgApiKeyAccessListEntry"],
    reason: "outsiders are refused; an Organization Owner may, and the key itself",
  },
  {
    what: "no role, although Organization Member or Project Read Only is listed",
    differences: ["role -Organization Member", "role -Project Read Only"],
    operations: ["listEventTypes"],
    reason: "the list is the same for every caller",
  },
];

const members: readonly Explanation[] = [
  {
    what: "`regionUsageRestrictions` is empty or `NONE`",
    differences: ["+", "+NONE", "-COMMERCIAL_FEDRAMP_REGIONS_ONLY", "-GOV_REGIONS_ONLY"].map(
      (choice) => `body regionUsageRestrictions enum ${choice}`,
    ),
    operations: ["createGroup"],
    reason: "regions are of Atlas for Government; the Kubernetes operator sends that there is no restriction",
  },
  {
    what: "no `regionUsageRestrictions`",
    differences: ofReplies("member", ["-regionUsageRestrictions"]),
    operations: [
      "createGroup",
      "getGroup",
      "getGroupByName",
      "getOrgGroups",
      "listGroups",
      "migrateGroup",
      "updateGroup",
    ],
    reason: "Atlas for Government; absent in recorded answers",
  },
  {
    what: "no `links`",
    differences: ["reply member -links"],
    operations: [
      "createGroupInvite",
      "getGroupInvite",
      "listGroupInvites",
      "updateGroupInviteById",
      "updateGroupInvites",
    ],
    reason: "recorded invitations have none",
  },
  {
    what: "an account may lack `country`, `mobileNumber` and `password`",
    differences: ofReplies("required", ["-country", "-mobileNumber", "-password"]),
    operations: [...accounts, ...listedAccounts],
    reason: "recorded answers lack number and password; a country may be unknown here",
  },
  {
    what: "`mobileNumber` is optional",
    differences: ["body required -mobileNumber"],
    operations: ["createUser"],
    reason: "recorded",
  },
  {
    what: "`teamId` is optional",
    differences: ["body required -teamId"],
    operations: ["updateGroupTeam"],
    reason: "the path names the team",
  },
  {
    what: "`usernames` is optional",
    differences: ["body required -usernames"],
    operations: ["createOrgTeam"],
    reason: "the Terraform provider makes teams without people",
  },
  {
    what: "`instanceSize` may be any text",
    differences: ["reply results.instanceSize -enum", "reply results.instanceSize -oneOf"],
    operations: ["getGroupMongoDbVersions"],
    reason: "rules know the sizes",
  },
  {
    what: "limits are not told apart by their `name`",
    differences: ["body -discriminator name", "body -mapping", "reply -discriminator name", "reply -mapping"],
    operations: ["getGroupLimit", "listGroupLimits", "setGroupLimit"],
    reason:
      "the official mapping covers seven names, all to the same members, and refuses limits of data federation",
  },
];

/** Values that the official document lists, in several lists that it has one of. */
const untold = (where: string): string[] => [`${where} -enum`, `${where} -oneOf`];

const ofEvents: readonly Explanation[] = [
  {
    what: "types of events are not listed",
    differences: [
      ...["parameter query eventType", "parameter query excludedEventType"].flatMap(untold),
      ...["reply eventTypeName", "reply results.eventTypeName"].flatMap(untold),
    ],
    operations: [...events, "getGroupActivityFeed", "getOrgActivityFeed"],
    reason: "any type may be asked for; `listEventTypes` lists those written here",
  },
  {
    what: "events have one schema, with optional members",
    differences: ["reply", "reply results"].flatMap((where) => [
      `${where} -oneOf`,
      `${where} -discriminator metricName`,
      `${where} -mapping`,
    ]),
    operations: events,
    reason: "up to 27 official schemas without a discriminator",
  },
  {
    what: "members of events about payments, databases, clusters, search, streams, endpoints, policies and the vendor's staff",
    differences: ofReplies("member", [
      "-collection",
      "-currentValue",
      "-database",
      "-deskLocation",
      "-employeeIdentifier",
      "-endpointId",
      "-fromTier",
      "-hostname",
      "-instanceName",
      "-invoiceId",
      "-metricName",
      "-modifiedBy",
      "-opType",
      "-paymentId",
      "-port",
      "-processorErrorMsg",
      "-processorName",
      "-processorState",
      "-providerEndpointId",
      "-raw.alertConfigId",
      "-reason",
      "-region",
      "-replicaSetName",
      "-sessionId",
      "-shardName",
      "-toTier",
      "-violatedPolicies",
      "-violationAction",
    ]),
    operations: events,
    reason: "no such events here",
  },
  {
    what: "no `delegatePrincipal` in an event",
    differences: ofReplies("member", ["-delegatePrincipal"]),
    operations: events,
    reason: "no delegation here",
  },
  {
    what: "`raw` without `cid`, `gn` and `orgName`",
    differences: ofReplies("member", ["-raw.cid", "-raw.gn", "-raw.orgName"]),
    operations: events,
    reason: "events keep ids; `cid` is unknown",
  },
  {
    what: "`clientId` in an event about a service account, `clusterName` in one about a cluster",
    differences: ofReplies("member", ["+clientId", "+clusterName"]),
    operations: events,
    reason: "recorded",
  },
];

/** The document that is compared with is of August 2026; clients made of October's show what is new in that. */
const ofOctober: readonly Explanation[] = [
  {
    what: "`systemManaged`",
    differences: [...["systemManaged", "results.systemManaged", "serviceAccount.systemManaged"]].map(
      (path) => `reply member +${path}`,
    ),
    operations: [...accountReads, "createOrg"],
    reason: "new in October 2026",
  },
  {
    what: "`withoutInitialSecret`, without which `secretExpiresAfterHours` is required",
    differences: ["", "serviceAccount."].flatMap((at) => [
      `body member +${at}withoutInitialSecret`,
      `body required -${at}secretExpiresAfterHours`,
    ]),
    operations: ["createGroupServiceAccount", "createOrg", "createOrgServiceAccount"],
    reason: "new in October 2026",
  },
  {
    what: "`isAtlasHomePageAiAssistantEnabled`",
    differences: ["reply", "body"].map((where) => `${where} member +isAtlasHomePageAiAssistantEnabled`),
    operations: ["getGroupSettings", "updateGroupSettings"],
    reason: "new in October 2026",
  },
  {
    what: "`ipAddress` and `user`; `apiKey` is optional",
    differences: ["member +ipAddress", "member +user", "required -apiKey"].map((each) => `reply ${each}`),
    operations: ["getSystemStatus"],
    reason: "new in October 2026",
  },
  {
    what: "2025-03-12 beside preview",
    differences: ["reply", "body"].map((where) => `${where} version +application/vnd.atlas.2025-03-12+json`),
    operations: ["getOrgMaintenanceSettings", "resetOrgMaintenanceSettings", "updateOrgMaintenanceSettings"],
    reason: "new in October 2026",
  },
];

export const explanations: readonly Explanation[] = [
  ...ofThePipeline,
  ...statuses,
  ...versions,
  ...roles,
  ...members,
  ...ofEvents,
  ...ofOctober,
  ...ofClusters,
  ...ofDoors,
  ...ofAlerts,
];
