// The operation of the search field.
import { fromClientId, isClientId, toClientId } from "../../core/contract/client-id.ts";
import { foldAddress } from "../../core/domain/address.ts";
import { hasWords, wordsOf } from "../../core/domain/directory.ts";
import { nameOrAddress } from "../../core/domain/full-name.ts";
import type { Group } from "../../core/domain/group.ts";
import type { Org } from "../../core/domain/org.ts";
import {
  type Caller,
  door,
  type Instant,
  operation,
  optional,
  permit,
  type Reads,
  Type,
} from "../../core/operations/declare.ts";
import type { Owned } from "../../core/store/finder.ts";
import { asIs, fullPage, onPages, rolesAround, seesInvitesTo } from "./common.ts";

/** The limit for each kind. */
const most = 6;
/**
 * The highest number of organizations, and of projects in other organizations, in which people, invitations and teams are
 * searched.
 */
const mostScopes = 10;

export const searchEverything = operation("GET /console/search", {
  ...onPages,
  summary: "Find what has a name, an address or an id",
  description:
    "People, pending invitations, organizations, projects, teams, API keys and service accounts that the person may read, at most six of each kind. An id finds what it is of.",
  door: door.signedIn,
  query: { text: optional(Type.String({ maxLength: 254 }), "") },
}).handle(async ({ tx, caller, query, now }) => {
  const roles = await rolesAround(tx, caller.id);
  const orgs = (await tx.orgs.around(caller)).filter(({ id }) =>
    permit(door.org("ORG_MEMBER"), roles.inOrg(id)),
  );
  const { results: groups } = await tx.groups.visible({ principalId: caller.id }, fullPage);
  const looking = { tx, caller, roles, orgs, groups, now };
  const text = query.text.trim();
  const id = isClientId(text) ? fromClientId(text) : text.toLowerCase();
  if (/^[0-9a-f]{24}$/.test(id)) return withId(looking, id);
  return text === "" ? [] : withWords(looking, text);
}, asIs);

type Kind = "ORG" | "GROUP" | "TEAM" | "API_KEY" | "SERVICE_ACCOUNT" | "USER" | "INVITE";

interface Found {
  readonly kind: Kind;
  /** A client id for a service account. */
  readonly id: string;
  readonly name: string;
  /** The address of a person or the public key of a key; empty if there is nothing to add. */
  readonly detail: string;
  /** The organization whose pages include its page. */
  readonly orgId: string;
  readonly groupId: string | null;
  /** The name of that organization or project. */
  readonly where: string;
  /** True if an invitation has a page for this person, and not only a line in the list. */
  readonly hasPage: boolean;
}

interface Looking {
  readonly tx: Reads;
  readonly caller: Caller;
  readonly roles: Awaited<ReturnType<typeof rolesAround>>;
  readonly orgs: readonly Org[];
  readonly groups: readonly Group[];
  readonly now: Instant;
}

/** An organization as its member sees it, or a project of an organization that the person cannot see. */
interface Scope {
  readonly orgId: string;
  readonly groupId: string | null;
  readonly name: string;
}

const inOrg = ({ id, name }: Org): Scope => ({ orgId: id, groupId: null, name });
const inGroup = ({ id, orgId, name }: Pick<Group, "id" | "orgId" | "name">): Scope => ({
  orgId,
  groupId: id,
  name,
});

const scopesOf = ({ orgs, groups }: Looking): Scope[] => [
  ...orgs.map(inOrg),
  ...groups.filter(({ orgId }) => orgs.every(({ id }) => id !== orgId)).map(inGroup),
];

const found = (
  kind: Kind,
  { orgId, groupId, name: where }: Scope,
  thing: Pick<Found, "id" | "name"> & Partial<Found>,
): Found => ({
  detail: "",
  hasPage: true,
  ...thing,
  kind,
  orgId,
  groupId,
  where,
});

const seesAccounts = ({ roles }: Looking, orgId: string): boolean =>
  permit(door.org("ORG_READ_ONLY"), roles.inOrg(orgId));

const seesInvites = (
  { roles, now }: Looking,
  { orgId, groupId }: Pick<Scope, "orgId" | "groupId">,
): boolean =>
  groupId === null
    ? permit(door.org("ORG_MEMBER"), roles.inOrg(orgId))
    : seesInvitesTo({ id: groupId, orgId }, roles, now);

async function withWords(looking: Looking, text: string): Promise<Found[]> {
  const { orgs, groups } = looking;
  const words = wordsOf(text);
  const has = (...texts: readonly string[]) => hasWords(words, ...texts);
  const nameOf = new Map(orgs.map(({ id, name }) => [id, name]));
  const scopes = scopesOf(looking).slice(0, mostScopes);
  const things: Found[] = [];
  for (const scope of scopes) things.push(...(await peopleIn(looking, scope, text)));
  for (const scope of scopes) {
    if (scope.groupId === null) things.push(...(await thingsIn(looking, scope, has)));
  }
  const places = [
    ...orgs.filter(({ name }) => has(name)).map((org) => found("ORG", inOrg(org), org)),
    ...groups
      .filter(({ name, orgId }) => has(name, nameOf.get(orgId) ?? ""))
      .map((group) => found("GROUP", { ...inGroup(group), name: nameOf.get(group.orgId) ?? "" }, group)),
  ];
  const kinds = new Map<Kind, number>();
  return [...places, ...things].filter(({ kind }) => {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return (kinds.get(kind) ?? 0) <= most;
  });
}

async function peopleIn(looking: Looking, scope: Scope, text: string): Promise<Found[]> {
  const { tx, groups, now } = looking;
  const sought = { words: wordsOf(text), address: foldAddress(text), most };
  const people = await tx.finder.people(scope, sought);
  const around = [
    scope,
    ...groups
      .filter(({ orgId }) => scope.groupId === null && orgId === scope.orgId)
      .slice(0, mostScopes)
      .map(inGroup),
  ];
  const invites: Found[] = [];
  for (const place of around.filter((each) => seesInvites(looking, each))) {
    const rows = await tx.finder.invites(place, sought, now);
    invites.push(...rows.map(({ id, usernameKey }) => invited(looking, place, id, usernameKey)));
  }
  return [
    ...people.map((person) =>
      found("USER", scope, { id: person.id, name: nameOrAddress(person), detail: person.username }),
    ),
    ...invites,
  ];
}

const invited = ({ roles }: Looking, scope: Scope, id: string, name: string): Found =>
  found("INVITE", scope, {
    id,
    name,
    hasPage: scope.groupId !== null || permit(door.org("ORG_OWNER"), roles.inOrg(scope.orgId)),
  });

async function thingsIn(
  looking: Looking,
  scope: Scope,
  has: (...texts: string[]) => boolean,
): Promise<Found[]> {
  const { tx } = looking;
  const [teams, keys] = [
    await tx.teams.inOrg(scope.orgId, fullPage),
    await tx.apiKeys.inOrg(scope.orgId, fullPage),
  ];
  const accounts = seesAccounts(looking, scope.orgId)
    ? await tx.serviceAccounts.inOrg(scope.orgId, fullPage)
    : { results: [] };
  return [
    ...teams.results.filter(({ name }) => has(name)).map((team) => found("TEAM", scope, team)),
    ...keys.results
      .filter(({ description, publicKey }) => has(description, publicKey))
      .map(({ id, description, publicKey }) =>
        found("API_KEY", scope, { id, name: description, detail: publicKey }),
      ),
    ...accounts.results
      .filter(({ name }) => has(name))
      .map(({ id, name }) =>
        found("SERVICE_ACCOUNT", scope, { id: toClientId(id), name, detail: toClientId(id) }),
      ),
  ];
}

async function withId(looking: Looking, id: string): Promise<Found[]> {
  const all: Found[] = [];
  for (const owned of await looking.tx.finder.withId(id)) all.push(...(await openTo(looking, owned)));
  return all;
}

async function openTo(looking: Looking, { kind, id, name, orgId, groupId }: Owned): Promise<Found[]> {
  if (kind === "USER") return personWithId(looking, id, name);
  const org = looking.orgs.find((each) => each.id === orgId);
  const scope = groupId === null ? org && inOrg(org) : await groupWithId(looking, groupId);
  if (scope === undefined) return [];
  if (kind === "INVITE") return seesInvites(looking, scope) ? [invited(looking, scope, id, name)] : [];
  if (kind !== "SERVICE_ACCOUNT") return [found(kind, scope, { id, name })];
  return seesAccounts(looking, scope.orgId) ? [found(kind, scope, { id: toClientId(id), name })] : [];
}

/** Finds a project by its id, also if the list left it out. */
async function groupWithId({ tx, caller }: Looking, id: string): Promise<Scope | undefined> {
  const entry = await tx.groups.enter(id, caller);
  const isOpen = entry !== undefined && permit(door.group("GROUP_READ_ONLY"), entry.roles);
  return isOpen ? inGroup(entry.group) : undefined;
}

/** Finds a person in the first of the caller's organizations or projects that they belong to. */
async function personWithId(looking: Looking, id: string, username: string): Promise<Found[]> {
  const { users } = looking.tx;
  for (const scope of scopesOf(looking)) {
    const { orgId, groupId } = scope;
    const isHere = groupId === null ? await users.isInOrg(id, orgId) : await users.isInGroup(id, groupId);
    if (isHere) return [found("USER", scope, { id, name: username, detail: username })];
  }
  return [];
}
