// Examples with ids of things that the visitor can see. They are read through the API as the visitor, so that nobody sees more
// than the API shows.

import { operations } from "../atlas/index.ts";
import type { OperationId } from "../client/types.ts";
import { exampleCall, exampleProvider, namesAskedFor } from "../code/examples.ts";
import type { Call } from "../code/steps.ts";
import type { Operation } from "../core/operations/operation.ts";
import type { Visit } from "./page.ts";

type Known = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, unknown>>;
type Sources = Readonly<Record<string, (known: Known) => Promise<readonly unknown[]>>>;

/** The number of ids tried for one name: for some, a later id of the path may not exist. */
const mostTried = 10;

export interface OwnExamples {
  /** Returns the example of an operation with ids of this world; the known ones are kept. */
  exampleOf(id: OperationId, known?: Known): Promise<Call>;
  /**
   * Returns the public key of the organization that was used last, of its owners' keys if it has any; undefined if the visitor
   * sees none.
   */
  publicKey(known?: Known): Promise<string | undefined>;
}

export function ownExamplesOf(visit: Pick<Visit, "send" | "perform" | "person">): OwnExamples {
  const { perform, person } = visit;
  const list = listing(visit);
  const orgOf = async ({ orgId, groupId }: Known): Promise<string | undefined> => {
    if (orgId !== undefined) return orgId;
    const from = groupId === undefined ? await list("listOrgs", {}) : await list("getGroup", { groupId });
    return from.map((row) => String(groupId === undefined ? row.id : row.orgId))[0];
  };
  return {
    async exampleOf(id, known = {}) {
      const { path } = operations[id];
      const sources = person === undefined ? {} : sourcesOf(list, orgOf, person, path);
      const names = namesAskedFor(id);
      const listed = person === undefined ? {} : listedSources(list, names, path);
      const found = await fill({ ...listed, ...sources }, names, known);
      return exampleCall(id, (name) => found[name]);
    },
    async publicKey(known = {}) {
      const orgId = person && (await orgOf(known));
      if (orgId === undefined) return undefined;
      const keys = await list("listOrgApiKeys", { orgId });
      if (keys.length === 0) return undefined;
      const uses = new Map(
        (await perform("listOrgKeyUses", { orgId })).map((use) => [use.id, use.lastUsedAt]),
      );
      const rank = (key: Row) =>
        `${Number(JSON.stringify(key.roles).includes('"ORG_OWNER"'))} ${uses.get(String(key.id)) ?? ""}`;
      return String(keys.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0]?.publicKey);
    },
  };
}

type OrgOf = (known: Known) => Promise<string | undefined>;
type Person = NonNullable<Visit["person"]>;
/** Lists rows. `query` comes in addition to the parameters of the path, which are all known. */
type List = (id: OperationId, known: Known, query?: Known) => Promise<readonly Row[]>;

/**
 * Returns a reader of rows: of a list, or of the one thing that an operation answers; none if it refuses. Each request is made
 * once.
 */
function listing({ send }: Pick<Visit, "send">): List {
  const asked = new Map<string, Promise<readonly Row[]>>();
  const ask = async (id: OperationId, given: Known) => {
    const { status, body } = await send(id, given, "visitor");
    if (status !== 200) return [];
    const answer = JSON.parse(body);
    return Array.isArray(answer) ? answer : (answer.results ?? [answer]);
  };
  return (id, found, query = {}) => {
    const known: Known = { cloudProvider: exampleProvider, ...found };
    const names = Object.keys((operations[id] as Operation).params);
    if (names.some((name) => known[name] === undefined)) return Promise.resolve([]);
    const given = { ...Object.fromEntries(names.map((name) => [name, known[name] ?? ""])), ...query };
    const key = JSON.stringify([id, given]);
    const rows = asked.get(key) ?? ask(id, given);
    asked.set(key, rows);
    return rows;
  };
}

/** Returns the first values that exist together. Names without a value are left out. */
async function fill(sources: Sources, names: readonly string[], known: Known): Promise<Known> {
  const [name, ...rest] = names;
  if (name === undefined) return known;
  if (known[name] !== undefined) return fill(sources, rest, known);
  let best: Known | undefined;
  for (const value of ((await sources[name]?.(known)) ?? []).slice(0, mostTried)) {
    const found = await fill(sources, rest, { ...known, [name]: String(value) });
    if (rest.every((each) => found[each] !== undefined)) return found;
    if (best === undefined || Object.keys(found).length > Object.keys(best).length) best = found;
  }
  return best ?? fill(sources, rest, known);
}

/** Returns the operation that lists what a parameter names: it has the path before the parameter, here or elsewhere. */
function listAbove(name: string, path: string): OperationId | undefined {
  const end = `/{${name}}`;
  const reads = Object.values<Operation>(operations).filter(({ method }) => method === "GET");
  const readAt = (above: string | undefined) => reads.find((read) => read.path === above);
  const named = reads.find((read) => read.path.endsWith(end));
  const found = readAt(path.split(end)[0]) ?? readAt(named?.path.slice(0, -end.length));
  return found?.id as OperationId | undefined;
}

/** Returns the sources of names that lists show under that name, or as ids. */
const listedSources = (list: List, names: readonly string[], path: string): Sources =>
  Object.fromEntries(
    names.flatMap((name) => {
      const id = listAbove(name, path);
      return id === undefined ? [] : [[name, reading(list)(id, name, "id")]];
    }),
  );

const federationOf = (list: List, orgOf: OrgOf): Sources => ({
  federationSettingsId: async (known) => {
    const orgId = await orgOf(known);
    return orgId === undefined ? [] : reading(list)("getOrgFederationSettings", "id")({ ...known, orgId });
  },
  identityProviderId: async (known) =>
    (await list("listFederationSettingIdentityProviders", known, { protocol: "OIDC" })).map(({ id }) => id),
  mappingId: reading(list)("listFederationSettingConnectedOrgConfigRoleMappings", "id"),
  samlProviderId: reading(list)("listFederationSettingIdentityProviders", "oktaIdpId"),
});

const doorsOf = (list: List): Sources => {
  const each = reading(list);
  return {
    async certifiedUsername(known) {
      const users = await list("listGroupDatabaseUsers", known);
      return users.filter(({ x509Type }) => x509Type === "MANAGED").map(({ username }) => username);
    },
    clusterName: each("listGroupClusters", "name"),
    databaseName: each("listGroupDatabaseUsers", "databaseName"),
    databaseUsername: each("listGroupDatabaseUsers", "username"),
    entryValue: each("listGroupAccessListEntries", "cidrBlock", "awsSecurityGroup"),
    interfaceEndpointId: async (known) =>
      (await list("getGroupPrivateEndpointEndpointService", known)).flatMap(
        ({ interfaceEndpoints }) => interfaceEndpoints as string[],
      ),
    hostName: each("listGroupProcesses", "hostname"),
    flexName: each("listGroupFlexClusters", "name"),
    async roleId(known) {
      const byProvider = await list("listGroupCloudProviderAccess", known);
      return byProvider.flatMap(({ awsIamRoles }) => (awsIamRoles as Row[]).map(({ roleId }) => roleId));
    },
    /** The name of a cluster on shared machines. */
    async tenantClusterName(known) {
      const shared = (await list("listGroupClusters", known)).filter((row) =>
        JSON.stringify(row.replicationSpecs).includes('"TENANT"'),
      );
      return [...shared, ...(await list("listGroupFlexClusters", known))].map(({ name }) => name);
    },
  };
};

/** Returns the sources of values for each name, for an operation at this path. */
function sourcesOf(list: List, orgOf: OrgOf, person: Person, path: string): Sources {
  const isOfGroup = path.includes("/groups/");
  const pick = (ofGroup: OperationId, ofOrg: OperationId) => (isOfGroup ? ofGroup : ofOrg);
  const each = reading(list);
  const groups = async ({ orgId }: Known) =>
    (await list("listGroups", {})).filter((group) => orgId === undefined || group.orgId === orgId);
  const invites = pick("listGroupInvites", "listOrgInvites");
  const account = pick("getGroupServiceAccount", "getOrgServiceAccount");
  const entries = pick("listGroupServiceAccountAccessList", "listOrgServiceAccountAccessList");
  return {
    ...sparesOf(list, orgOf),
    ...federationOf(list, orgOf),
    ...doorsOf(list),
    ...(path.includes("/processes/") && { databaseName: each("listGroupProcessDatabases", "databaseName") }),
    orgId: async (known) =>
      known.groupId === undefined ? each("listOrgs", "id")(known) : [await orgOf(known)].filter(Boolean),
    groupId: async (known) => (await groups(known)).map(({ id }) => id),
    groupName: async (known) => (await groups(known)).map(({ name }) => name),
    invitationId: each(invites, "id"),
    invited: each(invites, "username"),
    teamId: isOfGroup ? each("listGroupTeams", "teamId") : each("listOrgTeams", "id"),
    teamName: each("listOrgTeams", "name"),
    modelGroupName: each(
      pick("getGroupAiModelApiRateLimits", "getOrgAiModelApiRateLimits"),
      "modelGroupName",
    ),
    async userId(known) {
      if (path.includes("/v2/users/")) return [person.id];
      const inOrg = known.teamId === undefined ? "listOrgUsers" : "listOrgTeamUsers";
      const users = await list(pick("listGroupUsers", inOrg), known);
      return users.toSorted((a, b) => rank(person, a) - rank(person, b)).map(({ id }) => id);
    },
    username: async () => [person.username],
    ownerId: async () => [person.id],
    apiUserId: each(pick("listGroupApiKeys", "listOrgApiKeys"), "id"),
    clientId: each(pick("listGroupServiceAccounts", "listOrgServiceAccounts"), "clientId"),
    eventId: each(pick("listGroupEvents", "listOrgEvents"), "id"),
    ipAddress: (known) => {
      const ofKey = known.apiUserId === undefined ? entries : "listOrgApiKeyAccessListEntries";
      return each(ofKey, "ipAddress", "cidrBlock")(known);
    },
    secretId: path.includes("/mcpConfigs/")
      ? each(pick("listGroupMcpConfigSecrets", "listOrgMcpConfigSecrets"), "id")
      : async (known) =>
          (await list(account, known)).flatMap(({ secrets }) => (secrets as Row[]).map(({ id }) => id)),
    heldGroupRole: async (known) =>
      (await list("getGroupUser", known)).flatMap(({ roles }) => roles as string[]),
    heldOrgRole: async (known) =>
      (await list("getOrgUser", known)).flatMap(({ roles }) => (roles as { orgRoles: string[] }).orgRoles),
  };
}

/** Other people are preferred to the visitor, and the visitor to people who are only invited. */
const rank = (person: Person, { id, orgMembershipStatus: status }: Row): number =>
  status !== "ACTIVE" ? 2 : id === person.id ? 1 : 0;

/** Returns a source: a member of each row of a list, or the first element of a member that is an array. */
const reading =
  (list: List) =>
  (id: OperationId, ...members: readonly string[]) =>
  async (known: Known) =>
    (await list(id, known)).flatMap((row) => members.map((member) => row[member]).find(Boolean) ?? []);

/** Returns sources of things in the organization that are not yet in the project or the team. */
function sparesOf(list: List, orgOf: OrgOf): Sources {
  const each = reading(list);
  const spare =
    (ofOrg: OperationId, here: OperationId, member: string, own = member) =>
    async (known: Known) => {
      const orgId = await orgOf(known);
      const all = orgId === undefined ? [] : await each(ofOrg, member)({ ...known, orgId });
      const taken = await each(here, own)(known);
      return all.filter((id) => !taken.includes(id));
    };
  return {
    spareTeamId: spare("listOrgTeams", "listGroupTeams", "id", "teamId"),
    spareApiUserId: spare("listOrgApiKeys", "listGroupApiKeys", "id"),
    spareClientId: spare("listOrgServiceAccounts", "listGroupServiceAccounts", "clientId"),
    spareUserId: spare("listOrgUsers", "listOrgTeamUsers", "id"),
  };
}
