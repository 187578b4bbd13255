// Takes a world apart for comparison: each thing once, with its place, its roles and its other values.
import { toCidr } from "../domain/access-entry.ts";
import { foldAddress } from "../domain/address.ts";
import { defaultSettings } from "../domain/org-settings.ts";
import type { SeedAccount, SeedGroup, SeedKey, SeedOrg } from "../seed/document.ts";
import { clusterItems } from "./clusters.ts";
import { doorItems } from "./doors.ts";
import { type Assignments, federationItems } from "./federation.ts";
import { securityValues, settingItems } from "./group-settings.ts";
import type { DoorItem, Item, Noun, Place } from "./item.ts";
import { ordered, policyItems, withoutNull } from "./keep.ts";
import { keptItems } from "./kept-settings.ts";
import { parts } from "./parts.ts";

export interface Named {
  readonly id?: string | undefined;
  readonly name: string;
}

/** Keys of things in the comparison: two things that are taken for the same one have the same key. */
export interface Identity {
  identify(thing: Named): { readonly key: string; readonly name: string };
  keyOf(thing: object): string;
}

interface Credential extends Named {
  readonly description: string | undefined;
  readonly accessList: Set<string>;
  readonly roles: string[];
  /** By the project as the seed has it. */
  readonly groupRoles: Map<SeedGroup, string[]>;
}

/** The things of an organization that are paired with those of another. */
export interface Sorted {
  readonly org: SeedOrg;
  readonly keys: readonly Credential[];
  readonly accounts: readonly Credential[];
}

type Listed<Seed> = Seed & Partial<Readonly<Record<"apiKey" | "serviceAccount", string>>> & RoleHolder;
type RoleHolder = { readonly roles: readonly string[] };

/** A credential that stands in several lists is one, which a project may give by the name that it has in a list before. */
function gather<Seed extends SeedKey | SeedAccount>(
  org: SeedOrg,
  listIn: (scope: SeedOrg | SeedGroup) => unknown,
  describe: (seed: Seed) => Named & { readonly description?: string | undefined },
): Credential[] {
  const all: Credential[] = [];
  const known = new Map<string, Credential>();
  for (const scope of [org, ...(org.groups ?? [])]) {
    for (const seed of (listIn(scope) ?? []) as readonly Listed<Seed>[]) {
      const { id, name, description } = describe(seed);
      const { apiKey, serviceAccount: given = apiKey } = seed;
      const before = given === undefined ? known.get(id ?? "") : all.find((each) => each.name === given);
      const fresh = { accessList: new Set<string>(), roles: [], groupRoles: new Map() };
      const credential: Credential = before ?? { id, name: given ?? name, description, ...fresh };
      if (before === undefined) all.push(credential);
      if (id !== undefined) known.set(id, credential);
      for (const entry of seed.accessList ?? []) credential.accessList.add(toCidr(entry) ?? entry);
      if (scope === org) credential.roles.push(...seed.roles);
      else credential.groupRoles.set(scope as SeedGroup, [...seed.roles]);
    }
  }
  return all;
}

export const sortOut = (org: SeedOrg): Sorted => ({
  org,
  keys: gather(
    org,
    ({ apiKeys }) => apiKeys,
    ({ publicKey, desc = "seeded" }: SeedKey) => ({ id: publicKey, name: desc, description: desc }),
  ),
  accounts: gather(
    org,
    ({ serviceAccounts }) => serviceAccounts,
    ({ clientId, name = "seeded", description = "seeded" }: SeedAccount) => ({
      id: clientId,
      name,
      description,
    }),
  ),
});

/** Where things of an organization are added, and what its projects and teams are known as. */
interface Context {
  add(key: readonly string[], item: Partial<Item> & Pick<Item, "place" | "noun" | "name" | "part">): void;
  readonly here: Place;
  readonly identity: Identity;
  readonly groups: ReadonlyMap<SeedGroup, ReturnType<Identity["identify"]>>;
  readonly teams: ReadonlyMap<string, ReturnType<Identity["identify"]>>;
}

/** By id, and by name, either of which a seed may give. */
const byEither = <Thing extends Named, T>(things: readonly Thing[] = [], know: (thing: Thing) => T) =>
  new Map(
    things.flatMap((thing) => {
      const known = know(thing);
      return [thing.id ?? thing.name, thing.name].map((each) => [each, known] as const);
    }),
  );

/** All that is in an organization, by a key that is the same for the same thing in another world. */
export function takeInventory({ org, keys, accounts }: Sorted, identity: Identity): Map<string, Item> {
  const items = new Map<string, Item>();
  const context: Context = {
    add: (key, item) => items.set(key.join(" "), { lists: {}, values: {}, parts: {}, ...item }),
    here: { kind: "organization", name: org.name, id: org.id ?? null },
    identity,
    groups: new Map((org.groups ?? []).map((group) => [group, identity.identify(group)])),
    teams: byEither(org.teams, (team) => identity.identify(team)),
  };
  addOrg(context, org);
  addItems(context, context.here, [], policyItems(org));
  addItems(
    context,
    context.here,
    [],
    federationItems(org, (given) => projectRoles(context, org, given)),
  );
  addInvites(context, org);
  for (const team of org.teams ?? []) addTeam(context, team);
  for (const key of keys) addCredential(context, "key", key);
  for (const account of accounts) addCredential(context, "account", account);
  for (const group of org.groups ?? []) addGroup(context, group);
  return items;
}

function addOrg({ add, here }: Context, org: SeedOrg): void {
  const settings = { ...defaultSettings, ...org.settings };
  add(["org"], {
    place: here,
    noun: "organization",
    name: org.name,
    part: "org",
    values: { name: org.name, ...withoutNull(settings) },
    parts: partsOf(settings, parts.settings),
  });
  for (const { username: name, orgRoles } of org.users ?? []) {
    const lists = { roles: ordered(orgRoles) };
    add(["person", foldAddress(name)], { place: here, noun: "person", name, part: parts.users, lists });
  }
}

const partsOf = (properties: object, part: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(properties).map((name) => [name, part]));

/** An item whose thing may have an id has the key of its pair; any other has its name. */
function addItems(
  { add, identity }: Context,
  place: Place,
  within: readonly string[],
  items: readonly DoorItem[],
) {
  for (const { of, ...item } of items) {
    const key = of === undefined ? item.name : identity.keyOf(of);
    add([...within, item.noun, key], { place, ...item });
  }
}

/** Such as `GROUP_OWNER in payments`. */
function projectRoles({ groups }: Context, org: SeedOrg, assignments: Assignments = []): string[] {
  const groupNames = byEither(org.groups, (group) => groups.get(group)?.name);
  return assignments.flatMap(({ groupId = "", group = groupId, roles }) =>
    ordered(roles).map((role) => `${role} in ${groupNames.get(group) ?? group}`),
  );
}

function addInvites(context: Context, org: SeedOrg): void {
  const { add, here, teams } = context;
  for (const { username: name, roles, teamIds = [], groupRoleAssignments, ...given } of org.invites ?? []) {
    const teamNames = [...teamIds, ...(given.teams ?? [])].map((each) => teams.get(each)?.name ?? each);
    const assigned = projectRoles(context, org, groupRoleAssignments);
    const lists = { roles: ordered(roles), projectRoles: assigned, teams: teamNames };
    add(["invite", foldAddress(name)], { place: here, noun: "invitation", name, part: parts.users, lists });
  }
}

function addTeam({ add, here, identity }: Context, team: NonNullable<SeedOrg["teams"]>[number]): void {
  const { key, name } = identity.identify(team);
  add(["team", key], { place: here, noun: "team", name, part: parts.teams, values: { name: team.name } });
  const place: Place = { kind: "team", name: team.name, id: team.id ?? null };
  const ofMember = { place, noun: "person", part: parts.users, parts: { "": parts.teams } } as const;
  for (const username of team.usernames) {
    add(["team", key, foldAddress(username)], { ...ofMember, name: username });
  }
}

function addCredential({ add, here, identity, groups }: Context, kind: "key" | "account", each: Credential) {
  const key = identity.keyOf(each);
  const isKey = kind === "key";
  const part = isKey ? parts.apiKeys : parts.serviceAccounts;
  const shared = { noun: isKey ? "API key" : "service account", name: each.id ?? each.name } as const;
  add([kind, key], {
    ...shared,
    place: here,
    part,
    lists: {
      roles: ordered(each.roles.length === 0 ? least : each.roles),
      accessList: [...each.accessList].sort(),
    },
    values: { ...(!isKey && { name: each.name }), description: each.description },
    parts: { accessList: (isKey ? parts.keyAddresses : parts.accountAddresses)(each.id ?? "") },
  });
  for (const [group, roles] of each.groupRoles) {
    add(["group", groups.get(group)?.key ?? "", kind, key], {
      ...shared,
      place: { kind: "project", name: group.name, id: group.id ?? null },
      part: isKey ? part : parts.groupAccounts(group.id ?? ""),
      lists: { roles: ordered(roles) },
    });
  }
}

function addGroup(context: Context, group: SeedGroup): void {
  const { add, here, groups, teams } = context;
  const { key: groupKey, name } = groups.get(group) ?? { key: "", name: group.name };
  const id = group.id ?? "";
  const security = securityValues(group);
  add(["group", groupKey], {
    place: here,
    noun: "project",
    name,
    part: parts.group(id),
    values: { name: group.name, ...security },
    parts: partsOf(security, parts.groupUserSecurity(id)),
    lists: { tags: (group.tags ?? []).map(({ key, value }) => `${key}=${value}`).sort() },
  });
  const place: Place = { kind: "project", name: group.name, id: group.id ?? null };
  type Inside = readonly [noun: Noun, name: string, part: string, roles: readonly string[]];
  const addInside = (key: readonly string[], ...[noun, name, part, roles]: Inside) =>
    add(["group", groupKey, ...key], { place, noun, name, part, lists: { roles: ordered(roles) } });
  for (const { username, roles } of group.users ?? []) {
    addInside([foldAddress(username)], "person", username, parts.users, roles);
  }
  for (const { teamId = "", team: given = teamId, roleNames } of group.teams ?? []) {
    const team = teams.get(given) ?? { key: given, name: given };
    addInside(["team", team.key], "team", team.name, parts.groupTeams(id), roleNames);
  }
  for (const { username, roles } of group.invites ?? []) {
    addInside(["invite", foldAddress(username)], "invitation", username, parts.groupInvites(id), roles);
  }
  const settings = settingItems(group, (team) => teams.get(team)?.name ?? team);
  addItems(
    context,
    place,
    ["group", groupKey],
    [...doorItems(group), ...clusterItems(group), ...settings, ...keptItems(group)],
  );
}

/** The role in the organization of a credential that was made in a project. */
const least = ["ORG_MEMBER"];
