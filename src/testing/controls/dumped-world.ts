// Reads who has access to what from rows of a store, as a seed that can be compared with another.

import { type Cluster, clusterAt } from "../../atlas/clusters/rules/cluster.ts";
import { toClientId } from "../../core/contract/client-id.ts";
import type { GroupRole, OrgRole } from "../../core/contract/roles.ts";
import { grouped } from "../../core/domain/grouped.ts";
import { type Instant, toTimestamp } from "../../core/domain/instant.ts";
import type { Dump } from "../../core/store/dump.ts";
import type { Tables } from "../../core/store/tables.ts";
import type { SeedDocument, SeedGroup, SeedOrg } from "../seed/document.ts";
import { keepRow } from "../worlds/clusters.ts";
import { keepFederation } from "../worlds/federation.ts";
import { type Kinds, keeperOf } from "../worlds/kinds.ts";
import { groupKinds, orgKinds } from "../worlds/tables.ts";

/** The tables that a world is read from. */
export const worldTables = [
  "orgs",
  "groups",
  "groupTags",
  "users",
  "apiKeys",
  "serviceAccounts",
  "accessEntries",
  "teams",
  "teamMembers",
  "teamGrants",
  "grants",
  "invites",
  "inviteGroupRoles",
  "inviteTeams",
  "documents",
] as const;

type TableName = (typeof worldTables)[number];
type Row<Table extends TableName> = Tables[Table];

function listsBy<T>(rows: readonly T[], keyOf: (row: T) => string): (key: string) => readonly T[] {
  const lists = grouped(rows, keyOf);
  return (key) => lists.get(key) ?? [];
}

/** Rows by the place or the thing that they belong to. */
function index(dump: Dump, now: Instant) {
  const rows = <Table extends TableName>(table: Table) => (dump[table] ?? []) as readonly Row<Table>[];
  const of = <Table extends TableName>(table: Table, key: keyof Row<Table>) =>
    listsBy(rows(table), (row) => String(row[key]));
  const isPending = ({ status, expiresAt }: Row<"invites">) => status === "PENDING" && expiresAt > now;
  return {
    now,
    orgs: rows("orgs"),
    groups: of("groups", "orgId"),
    tags: of("groupTags", "groupId"),
    teams: of("teams", "orgId"),
    members: of("teamMembers", "teamId"),
    teamGrants: of("teamGrants", "groupId"),
    /** The rows by place: the id of a project, or of an organization itself. */
    grants: listsBy(rows("grants"), ({ orgId, groupId }) => groupId ?? orgId),
    invites: listsBy(rows("invites").filter(isPending), ({ orgId, groupId }) => groupId ?? orgId),
    groupRoles: of("inviteGroupRoles", "inviteId"),
    invitedTo: of("inviteTeams", "inviteId"),
    /** The documents by kind, of a project, an organization, or of a federation alone: its providers. */
    documents: listsBy(
      rows("documents").filter(({ endsAt }) => endsAt === null || endsAt > now),
      ({ groupId, orgId, federationId, kind }) => `${groupId ?? orgId ?? federationId} ${kind}`,
    ),
    entries: of("accessEntries", "principalId"),
    users: new Map(rows("users").map((user) => [user.id, user])),
    keys: new Map(rows("apiKeys").map((key) => [key.id, key])),
    accounts: new Map(rows("serviceAccounts").map((account) => [account.id, account])),
  };
}

type Rows = ReturnType<typeof index>;

const rolesOf = <Role extends string>(rows: readonly { readonly role: string }[]) =>
  [...new Set(rows.map(({ role }) => role))] as Role[];

/** All that hold roles in a place, each with all of its roles there. */
function holdersIn({ grants, users, keys, accounts, entries }: Rows, placeId: string) {
  const given = listsBy(grants(placeId), ({ principalId }) => principalId);
  const ids = [...new Set(grants(placeId).map(({ principalId }) => principalId))];
  const held = ids.map((id) => ({
    id,
    roles: rolesOf<never>(given(id)),
    accessList: entries(id).map(({ cidr }) => cidr),
  }));
  return {
    users: held.flatMap(({ id, roles }) => {
      const user = users.get(id);
      return user === undefined ? [] : [{ username: user.username, roles, orgRoles: roles }];
    }),
    apiKeys: held.flatMap(({ id, ...rest }) => {
      const key = keys.get(id);
      return key === undefined ? [] : [{ publicKey: key.publicKey, desc: key.description, ...rest }];
    }),
    serviceAccounts: held.flatMap(({ id, ...rest }) => {
      const account = accounts.get(id);
      if (account === undefined) return [];
      const { name, description } = account;
      return [{ clientId: toClientId(id), name, description, ...rest }];
    }),
  };
}

function orgOf(rows: Rows, { id, name, apiAccessListRequired }: Row<"orgs">): SeedOrg {
  const [settings] = rows.documents(`${id} settings`);
  const usernames = (teamId: string) =>
    rows.members(teamId).flatMap(({ userId }) => rows.users.get(userId)?.username ?? []);
  return {
    id,
    name,
    settings: {
      ...JSON.parse(settings?.document ?? "{}"),
      apiAccessListRequired: apiAccessListRequired === 1,
    },
    ...holdersIn(rows, id),
    invites: rows.invites(id).map((invite) => ({
      username: invite.username,
      roles: invite.roles.split(" ") as OrgRole[],
      teamIds: rows.invitedTo(invite.id).map(({ teamId }) => teamId),
      groupRoleAssignments: rows
        .groupRoles(invite.id)
        .map(({ groupId, role }) => ({ groupId, roles: [role as GroupRole] })),
    })),
    teams: rows.teams(id).map((team) => ({ id: team.id, name: team.name, usernames: usernames(team.id) })),
    groups: rows.groups(id).map((group) => groupOf(rows, group)),
    ...keptIn<Partial<SeedOrg>>(rows, orgKinds, "SeedOrg", id),
    ...federationOf(rows, id),
  };
}

function federationOf({ documents }: Rows, orgId: string): Pick<SeedOrg, "federation"> {
  const [connection] = documents(`${orgId} connectedOrg`);
  if (connection === undefined) return {};
  const { federationId, document } = connection;
  const shown = (part: Row<"documents">) => ({ ...JSON.parse(part.document), id: part.id });
  const roleMappings = documents(`${orgId} roleMapping`).map(shown);
  const known = documents(`${federationId} identityProvider`).map(shown);
  return { federation: keepFederation(federationId ?? "", known, { ...JSON.parse(document), roleMappings }) };
}

/** Returns what a scope keeps by the table of kinds, each as the API would answer it. */
function keptIn<Scope>({ documents }: Rows, kinds: Kinds<Scope>, form: string, id: string): Scope {
  const kept = Object.entries(kinds).flatMap(([name, kind]) => {
    if (kind.document === undefined) return [];
    const keep = keeperOf(kind, [form, name]);
    const all = documents(`${id} ${kind.document}`).map(({ document, endsAt, ...row }) => {
      const end = endsAt === null ? {} : { deleteAfterDate: toTimestamp(endsAt) };
      const shown: object = { ...JSON.parse(document), ...end };
      return keep(kind.show?.(shown as never, row) ?? shown);
    });
    return [[name, kind.isOne ? (all[0] ?? undefined) : all]];
  });
  return Object.fromEntries(kept) as Scope;
}

const clustersIn = ({ documents, now }: Rows, groupId: string) =>
  documents(`${groupId} cluster`)
    .filter(({ endsAt }) => endsAt === null)
    .map(({ document, name }) => keepRow(clusterAt(JSON.parse(document) as Cluster, now), name, now));

function groupOf(rows: Rows, { id, name }: Row<"groups">): SeedGroup {
  const byTeam = listsBy(rows.teamGrants(id), ({ teamId }) => teamId);
  const teamIds = [...new Set(rows.teamGrants(id).map(({ teamId }) => teamId))];
  return {
    id,
    name,
    tags: rows.tags(id).map(({ key, value }) => ({ key, value })),
    ...holdersIn(rows, id),
    teams: teamIds.map((teamId) => ({ teamId, roleNames: rolesOf<GroupRole>(byTeam(teamId)) })),
    invites: rows
      .invites(id)
      .map(({ username, roles }) => ({ username, roles: roles.split(" ") as GroupRole[] })),
    ...keptIn<Partial<SeedGroup>>(rows, groupKinds, "SeedGroup", id),
    clusters: clustersIn(rows, id),
  };
}

/** Everything that `compare` looks at, as of an instant. */
export function worldIn(dump: Dump, now: Instant): SeedDocument {
  const rows = index(dump, now);
  return { orgs: rows.orgs.map((org) => orgOf(rows, org)) };
}
