// The table of successors: for each operation that ends, how its request translates into the calls that replace it.

import { endingOf } from "../../atlas/endings.ts";
import { operations } from "../../atlas/index.ts";
import type { OperationId } from "../../client/types.ts";
import {
  type Body,
  blankName,
  blanksIn,
  type Call,
  partsOf,
  type Replaced,
  role,
  type Step,
  type Successor,
  userId,
  type Value,
} from "../../code/steps.ts";
import { struckOut } from "../../core/domain/deprecated-call.ts";
import { grouped } from "../../core/domain/grouped.ts";
import type { Operation } from "../../core/operations/operation.ts";

type Given = ReturnType<typeof givenIn>;
type Steps = (given: Given) => readonly Step[];

interface Row {
  readonly steps: Steps;
  readonly note?: string;
}

/** Returns the person of a path, looked up by address if the request has no id. */
function lookUp({ namesPerson, username, paramsOf }: Given, params: Call["params"]): readonly Step[] {
  if (namesPerson || !("userId" in params)) return [];
  const operationId = "groupId" in params ? "listGroupUsers" : "listOrgUsers";
  return [{ kind: "find", call: { operationId, params: paramsOf(operationId), query: { username } } }];
}

/** Makes one call, with the path parameters of the request. */
const to =
  (operationId: OperationId, rest: (given: Given) => Pick<Call, "query" | "body"> = () => ({})): Steps =>
  (given) => {
    const params = given.paramsOf(operationId);
    return [...lookUp(given, params), { kind: "call", call: { operationId, params, ...rest(given) } }];
  };

/** Gives a person in a project the roles under a member of the body, and removes the others. */
const toGroupRoles =
  (member: string): Steps =>
  (given) => {
    const params = given.paramsOf("getGroupUser");
    const body = { groupRole: role };
    return [
      ...lookUp(given, params),
      {
        kind: "roles",
        user: { operationId: "getGroupUser", params },
        wanted: given.roles(member),
        add: { operationId: "addGroupUserRole", params, body },
        remove: { operationId: "removeGroupUserRole", params, body },
      },
    ];
  };

const admit: Row = {
  steps: to("addGroupUsers", ({ username, roles }) => ({ body: { roles: roles("roles"), username } })),
  note: "A user of the organization has the roles at once; anybody else is invited to the organization with them.",
};

const changeInGroup: Row = {
  steps: toGroupRoles("roles"),
  note: "The successor shows users invited by addGroupUsers or createOrgUser, not those invited by createGroupInvite.",
};

const pendingOnly = ({ query }: Given) => ({ query: { ...query, orgMembershipStatuses: "PENDING" } });

/** Converts `[{groupId, roles}]` of an invitation to the newer form, `[{groupId, groupRoles}]`. */
const assignmentsOf = (given: unknown): Body | undefined =>
  Array.isArray(given)
    ? given.map(({ groupId, roles }) => ({ groupId: known(groupId, "GROUP_ID"), groupRoles: rolesIn(roles) }))
    : undefined;

/** Returns the roles and teams of an invitation to an organization in the newer form. */
function offered(given: Given): Record<string, Body> {
  const { groupRoleAssignments, teamIds } = given.body;
  const assignments = assignmentsOf(groupRoleAssignments);
  return {
    roles: {
      orgRoles: given.roles("roles"),
      ...(assignments !== undefined && { groupRoleAssignments: assignments }),
    },
    ...(Array.isArray(teamIds) && { teamIds: teamIds.map((id) => known(id, "TEAM_ID")) }),
  };
}

const changeInOrg: Row = { steps: to("updateOrgUser", (given) => ({ body: offered(given) })) };

/**
 * Translates roles of `createUser`: those of organizations invite to them, and those of projects alone to the project's
 * organization.
 */
function inviteTo(given: Given): readonly Step[] {
  const { username } = given;
  const { roles } = given.body;
  const named = Array.isArray(roles) ? (roles as Record<string, unknown>[]) : [];
  const of = (param: "orgId" | "groupId", invite: (roles: readonly Value[]) => Call["body"]): Step[] => {
    const scopes = grouped(
      named.filter((each) => typeof each[param] === "string"),
      (each) => each[param],
      ({ roleName }) => known(roleName, "ROLE"),
    );
    const operationId = param === "orgId" ? "createOrgUser" : "addGroupUsers";
    return [...scopes].map(([id, held]) => {
      const params = { [param]: known(id, blankName(param)) };
      return { kind: "call", call: { operationId, params, body: invite(held) ?? null } };
    });
  };
  const toOrg = (orgRoles: readonly Value[]) => ({ roles: { orgRoles }, username });
  const steps = [...of("orgId", toOrg), ...of("groupId", (held) => ({ roles: held, username }))];
  return steps.length > 0 ? steps : to("createOrgUser", () => ({ body: toOrg([role]) }))(given);
}

/** Returns a search index with its definition apart from its names, as the newer path has it. */
function indexIn({ sent }: Given): { readonly [name: string]: Body } {
  const members: { readonly [name: string]: Body } = isRecord(sent) ? (sent as typeof members) : {};
  const {
    collectionName = { blank: "COLLECTION_NAME" },
    database = { blank: "DATABASE" },
    name = { blank: "NAME" },
    type,
    ...definition
  } = members;
  return { collectionName, database, name, ...(type !== undefined && { type }), definition };
}
/** The type of the integrations that export logs as the older export does: to a bucket at AWS. */
const toBucket = "S3_LOG_EXPORT";

/** Sends an export of logs as the body of a log integration, with every log, since the older export leaves out none. */
const exportLogs = (operationId: "createGroupLogIntegration" | "updateGroupLogIntegration"): Steps =>
  to(operationId, ({ body }) => ({
    body: {
      bucketName: known(body.bucketName, "BUCKET_NAME"),
      iamRoleId: known(body.iamRoleId, "IAM_ROLE_ID"),
      logTypes: ["MONGOD", "MONGOS", "MONGOD_AUDIT", "MONGOS_AUDIT"],
      prefixPath: known(body.prefixPath, "PREFIX_PATH"),
      type: toBucket,
    },
  }));

/** Sends a live migration with the newer name of the member that lets data at the target be dropped. */
const migrate = (operationId: "createGroupLiveMigration" | "validateGroupLiveMigrations"): Steps =>
  to(operationId, ({ sent }) => {
    if (!isRecord(sent)) return {};
    const { dropEnabled, ...body } = sent as { readonly [name: string]: Body };
    return { body: { ...body, ...(dropEnabled !== undefined && { dropDestinationData: dropEnabled }) } };
  });

const idOfIntegration =
  "A project may have several log integrations: ID is that of one, which listGroupLogIntegrations shows.";

const noIdOfItsOwn = "People are found by their address: an invitation has no id of its own any more.";

const rows: Readonly<Record<string, Row>> = {
  createGroupInvite: admit,
  addGroupAccessUser: admit,
  listGroupInvites: {
    steps: to("listGroupUsers", pendingOnly),
    note: "It does not list users invited by createGroupInvite: accept or withdraw those invitations first.",
  },
  getGroupInvite: { steps: to("getGroupUser"), note: noIdOfItsOwn },
  updateGroupInvites: changeInGroup,
  updateGroupInviteById: changeInGroup,
  deleteGroupInvite: {
    steps: to("removeGroupUser"),
    note: "The person stays invited to the organization; removeOrgUser ends that, too.",
  },
  createOrgInvite: {
    steps: to("createOrgUser", (given) => ({ body: { ...offered(given), username: given.username } })),
  },
  listOrgInvites: { steps: to("listOrgUsers", pendingOnly) },
  getOrgInvite: { steps: to("getOrgUser"), note: noIdOfItsOwn },
  updateOrgInvites: changeInOrg,
  updateOrgInviteById: changeInOrg,
  deleteOrgInvite: { steps: to("removeOrgUser") },
  createUser: {
    steps: inviteTo,
    note: "The person who accepts makes the account: a password or name cannot be set for others any more.",
  },
  getUser: { steps: to("getOrgUser") },
  getUserByName: {
    steps: to("listOrgUsers", ({ username }) => ({ query: { username } })),
    note: "It answers a list with no user or one.",
  },
  addOrgTeamUsers: {
    steps: (given) => {
      const ids = given.items.map(({ id }) => known(id, "USER_ID"));
      const add = (id: Value) => to("addOrgTeamUser", () => ({ body: { id } }))(given);
      return (ids.length === 0 ? [userId] : ids).flatMap(add);
    },
    note: "One request for each person, no longer all or none.",
  },
  removeOrgTeamUserFromTeam: {
    steps: to("removeOrgTeamUser", ({ param }) => ({ body: { id: param("userId") } })),
  },
  updateGroupUserRoles: {
    steps: toGroupRoles("groupRoles"),
    note: "One request for each role that comes or goes.",
  },
  listGroupClusterFtsIndex: { steps: to("listGroupClusterSearchIndex") },
  getGroupClusterFtsIndex: { steps: to("getGroupClusterSearchIndex") },
  createGroupClusterFtsIndex: {
    steps: to("createGroupClusterSearchIndex", (given) => ({ body: indexIn(given) })),
  },
  updateGroupClusterFtsIndex: {
    steps: to("updateGroupClusterSearchIndex", (given) => ({
      body: { definition: indexIn(given).definition ?? {} },
    })),
  },
  deleteGroupClusterFtsIndex: { steps: to("deleteGroupClusterSearchIndex") },
  createGroupPushBasedLogExport: { steps: exportLogs("createGroupLogIntegration") },
  getGroupPushBasedLogExport: {
    steps: to("listGroupLogIntegrations", () => ({ query: { integrationType: toBucket } })),
    note: "It answers a list, which is empty without an export, and says no state.",
  },
  updateGroupPushBasedLogExport: {
    steps: exportLogs("updateGroupLogIntegration"),
    note: `${idOfIntegration} The request replaces all that was set.`,
  },
  createGroupLiveMigration: { steps: migrate("createGroupLiveMigration") },
  validateGroupLiveMigrations: { steps: migrate("validateGroupLiveMigrations") },
  getGroupServerlessInstance: { steps: to("getGroupFlexCluster") },
  listGroupServerlessInstances: { steps: to("listGroupFlexClusters") },
  deleteGroupPushBasedLogExport: { steps: to("deleteGroupLogIntegration"), note: idOfIntegration },
  updateOrgUserRoles: {
    steps: to("updateOrgUser", ({ roles }) => ({ body: { roles: { orgRoles: roles("orgRoles") } } })),
  },
};

const otherShards =
  "Since version 2024-08-05 each shard has an entry of its own in replicationSpecs, and diskSizeGB stands in its hardware; the cluster itself has neither numShards nor diskSizeGB.";

/** The differences of a request's body in the version that stays. */
const otherBodies: Readonly<Record<string, string>> = {
  createGroupCluster: otherShards,
  updateGroupCluster: otherShards,
};

/** Makes the same request, in the version that stays. */
const sameAgain = (operationId: OperationId): Steps =>
  to(operationId, ({ query, sent }) => ({ query, ...(sent !== undefined && { body: sent }) }));

/** Finds the successor of a request. Undefined for an operation that does not end; without steps for one that is not here. */
export function successorOf(replaced: Replaced): Successor | undefined {
  const ending = endingOf(replaced.operationId);
  if (ending === undefined || Object.hasOwn(operations, replaced.operationId)) {
    return ending && movedTo(replaced);
  }
  return { steps: [], blanks: [], note: `Call ${ending.operation.successor}. Anteroom does not have it.` };
}

/** Returns the successor of a call in version 1.0, also if its operation does not end in version 2. */
export function movedTo(replaced: Replaced): Successor {
  const { id, params } = operations[replaced.operationId as OperationId] as Operation;
  const row: Row = rows[id] ?? { steps: sameAgain(id as OperationId) };
  const steps = row.steps(givenIn(replaced, "userId" in params));
  return { steps, blanks: blanksOf(steps, replaced), note: row.note ?? otherBodies[id] ?? "" };
}

const isKnown = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && !value.includes(struckOut);

const known = (value: unknown, blank: string): Value => (isKnown(value) ? value : { blank });

const rolesIn = (value: unknown): Value[] =>
  Array.isArray(value) ? value.map((name) => known(name, "ROLE")) : [role];

/** Reads the values of a request for a translation, with blanks for unknown and masked ones. */
function givenIn({ params, query, body, orgId }: Replaced, namesPerson: boolean) {
  const members: Readonly<Record<string, unknown>> = isRecord(body) ? body : {};
  // A request is about an organization, though it may not name it.
  const inPath: Readonly<Record<string, unknown>> = { orgId, ...params };
  const param = (name: string) => known(inPath[name], blankName(name));
  const asked = Object.entries(query).map(([name, value]) => [name, known(value, blankName(name))]);
  return {
    namesPerson,
    param,
    /** Returns the path parameters of an operation. */
    paramsOf(operationId: OperationId): Call["params"] {
      const names = Object.keys((operations[operationId] as Operation).params);
      return Object.fromEntries(names.map((name) => [name, param(name)]));
    },
    query: Object.fromEntries(asked) as Record<string, Value>,
    username: known(members.username, "USERNAME"),
    body: members,
    /** The body as a whole; undefined if there was none. */
    sent: body === undefined ? undefined : knownIn(body),
    items: Array.isArray(body) ? body.filter(isRecord) : [],
    /** Returns the names of roles under a member of the body; one blank if it was not seen. */
    roles: (name: string) => rolesIn(members[name]),
  };
}

/** Returns the sent value, with blanks for its unknown values. */
function knownIn(sent: unknown, name = "value"): Body {
  if (typeof sent === "string") return known(sent, blankName(name));
  if (Array.isArray(sent)) return sent.map((item) => knownIn(item, name));
  if (!isRecord(sent)) return sent as Body;
  return Object.fromEntries(Object.entries(sent).map(([member, each]) => [member, knownIn(each, member)]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns the blanks that no earlier step fills, in order, with the masked value that was seen. */
function blanksOf(steps: readonly Step[], { params, query, body }: Replaced): Successor["blanks"] {
  const names = new Set<string>();
  const filled = new Set<string>();
  const look = (value: Body) => {
    for (const name of blanksIn(value)) if (!filled.has(name)) names.add(name);
  };
  for (const step of steps) {
    if (step.kind === "roles") {
      look([...partsOf(step.user), step.wanted]);
      // A role fills it after the one before.
      if (!names.has(role.blank)) filled.add(role.blank);
      look(partsOf(step.add));
    } else look(partsOf(step.call));
    if (step.kind === "find") filled.add(userId.blank);
  }
  const seen = { ...params, ...query, ...(isRecord(body) ? body : {}) } as Record<string, unknown>;
  const hints = new Map(
    Object.entries(seen).flatMap(([name, value]) =>
      typeof value === "string" && value !== struckOut ? [[blankName(name), value]] : [],
    ),
  );
  hints.set("USERNAME", String(seen.username ?? seen.userName ?? "").replace(/^…$/, ""));
  return [...names].map((name) => ({ name, hint: plainHint(hints.get(name) ?? "") }));
}

/** Cleans a value of the caller, since it stands in comments of programs and in scripts. */
const plainHint = (seen: string): string =>
  seen
    .slice(0, 80)
    .replaceAll(struckOut, "...")
    .replace(/[^\w.@+-]/g, "_");
