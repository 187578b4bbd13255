// Where the derived OpenAPI document differs from the official one on purpose, and why: each reason once.
import type { OperationId } from "../../src/operations/index.ts";

/** Explains some differences of some operations; all that it lists must be met, or it is out of date. */
export interface Explanation {
  /** What differs, in the words of docs/fidelity.md. */
  readonly what: string;
  /** As `compareDocuments` puts them: `-` is what the official document has more, `+` what the derived one has. */
  readonly differences: readonly string[];
  /** `all` are those that differ so, however many. */
  readonly operations: readonly OperationId[] | "all";
  /** In the words of docs/fidelity.md. */
  readonly reason: string;
}

const accounts = ["createUser", "getUser", "getUserByName"] as const;
const listedAccounts = ["addOrgTeamUsers", "listGroupUsers", "listOrgTeamUsers", "listOrgUsers"] as const;
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
    reason:
      "queries and bodies have their form checked everywhere; the official document lists 400 for some operations only",
  },
  {
    what: "406",
    differences: ["status +406"],
    operations: "all",
    reason: "a request may name a version that is none; the code was recorded, the document leaves it out",
  },
  {
    what: "410",
    differences: ["status +410"],
    operations: "all",
    reason: "a version that has a sunset answers so from that day on",
  },
  {
    what: "413 and 415",
    differences: ["status +413", "status +415"],
    operations: "all",
    reason: "a body may be too large, or not JSON",
  },
  {
    what: "503",
    differences: ["status +503"],
    operations: "all",
    reason: "changes that go on colliding on PostgreSQL are given back to the caller",
  },
  {
    what: "parameters of an error are texts or numbers",
    differences: ["error parameters +anyOf"],
    operations: "all",
    reason: "recorded; the official document calls them objects",
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
    reason: "nothing is paid for here",
  },
  {
    what: "no 404",
    differences: ["status -404"],
    operations: ["listGroups", "listOrgs"],
    reason: "they answer what the caller may see, which can be nothing, but cannot be missing",
  },
  {
    what: "404 where a project, organization or caller is named that is not there",
    differences: ["status +404"],
    operations: ["listRateLimits"],
    reason: "`getRateLimit` is documented to answer so to the same parameters",
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
    reason: "what changes nothing conflicts with nothing",
  },
  {
    what: "no 409 for limits",
    differences: ["status -409"],
    operations: ["deleteGroupLimit", "setGroupLimit"],
    reason: "a value is taken or refused with 400; there is nothing else it could conflict with",
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
    reason: "one that is held already, or is not held, is answered with 200",
  },
  {
    what: "no 409 for deleting a project",
    differences: ["status -409"],
    operations: ["deleteGroup"],
    reason: "there are no clusters, backups or peerings that could stand in its way",
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
    reason:
      "nothing is there twice: names of projects, accounts, teams in a project, people in a team, members, pending invitations",
  },
];

const versions: readonly Explanation[] = [
  {
    what: "its 204 ends with its 200",
    differences: ["reply of 204 sunset of application/vnd.atlas.2023-02-01+json: 2027-07-01"],
    operations: ["addGroupAccessUser"],
    reason: "a version ends whatever it has to answer",
  },
];

const roles: readonly Explanation[] = [
  {
    what: "Organization Member, although no role is listed",
    differences: ["role +Organization Member"],
    operations: ["createOrgApiKeyAccessListEntry", "deleteOrgApiKeyAccessListEntry"],
    reason:
      "who is outside the organization is refused; of those inside, an Organization Owner may, and the key itself",
  },
  {
    what: "no role, although Organization Member or Project Read Only is listed",
    differences: ["role -Organization Member", "role -Project Read Only"],
    operations: ["listEventTypes"],
    reason: "neither is asked for: the list is the same for all, and shows nobody",
  },
];

const members: readonly Explanation[] = [
  {
    what: "no `regionUsageRestrictions`",
    differences: [
      "body member -regionUsageRestrictions",
      ...ofReplies("member", ["-regionUsageRestrictions"]),
    ],
    operations: [
      "createGroup",
      "getGroup",
      "getGroupByName",
      "getOrgGroups",
      "listGroups",
      "migrateGroup",
      "updateGroup",
    ],
    reason: "a matter of Atlas for Government, which recorded answers leave out",
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
    reason: "recorded answers have neither number nor password; here a country may be unknown as well",
  },
  {
    what: "`mobileNumber` is not demanded",
    differences: ["body required -mobileNumber"],
    operations: ["createUser"],
    reason: "clients were recorded to create accounts without one",
  },
  {
    what: "`teamId` is not demanded",
    differences: ["body required -teamId"],
    operations: ["updateGroupTeam"],
    reason: "the path names the team",
  },
  {
    what: "`usernames` is not demanded",
    differences: ["body required -usernames"],
    operations: ["createOrgTeam"],
    reason: "the Terraform provider makes teams without people, with `null` for their names",
  },
  {
    what: "`instanceSize` may be any text",
    differences: ["reply results.instanceSize -enum", "reply results.instanceSize -oneOf"],
    operations: ["getGroupMongoDbVersions"],
    reason: "there are no clusters, so that the list is empty and a list of their sizes would only grow old",
  },
  {
    what: "limits are not told apart by their `name`",
    differences: ["body -discriminator name", "body -mapping", "reply -discriminator name", "reply -mapping"],
    operations: ["getGroupLimit", "listGroupLimits", "setGroupLimit"],
    reason:
      "the official document leads seven names to a schema with the same members, and the others nowhere: nothing is told apart, and who checks answers by it refuses a limit of data federation",
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
    reason:
      "any type may be asked for, and one that is never written here finds nothing; `listEventTypes` lists the others",
  },
  {
    what: "events have one schema, in which what only some of them have is not required",
    differences: ["reply", "reply results"].flatMap((where) => [
      `${where} -oneOf`,
      `${where} -discriminator metricName`,
      `${where} -mapping`,
    ]),
    operations: events,
    reason:
      "which event is of which of up to 27 schemas can only be tried: nothing tells them apart but for events about metrics, which are not here",
  },
  {
    what: "members of events about alerts, payments, databases, clusters, search, streams, endpoints, policies and the vendor's staff",
    differences: ofReplies("member", [
      "-alertConfigId",
      "-alertId",
      "-collection",
      "-currentValue",
      "-database",
      "-dbUserUsername",
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
      "-resourcePolicyId",
      "-sessionId",
      "-shardName",
      "-toTier",
      "-violatedPolicies",
      "-violationAction",
    ]),
    operations: events,
    reason: "none of these are here, and so no such event",
  },
  {
    what: "no `delegatePrincipal` in an event",
    differences: ofReplies("member", ["-delegatePrincipal"]),
    operations: events,
    reason: "nobody acts in the name of another here",
  },
  {
    what: "`raw` without `cid`, `gn` and `orgName`",
    differences: ofReplies("member", ["-raw.cid", "-raw.gn", "-raw.orgName"]),
    operations: events,
    reason: "an event keeps ids, and names may have changed since; what `cid` holds is not known",
  },
  {
    what: "`clientId` in an event about a service account",
    differences: ofReplies("member", ["+clientId"]),
    operations: events,
    reason: "recorded",
  },
];

export const explanations: readonly Explanation[] = [
  ...ofThePipeline,
  ...statuses,
  ...versions,
  ...roles,
  ...members,
  ...ofEvents,
];
