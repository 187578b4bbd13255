// Lists the things of a world for comparison: each once, with its place, its roles and its other values.

import { defaultSettings } from "../../atlas/orgs/rules/org-settings.ts";
import { toCidr } from "../../core/domain/access-entry.ts";
import { foldAddress } from "../../core/domain/address.ts";
import type { SeedAccount, SeedGroup, SeedKey, SeedOrg } from "../seed/document.ts";
import { tagText } from "./data-access.ts";
import { securityValues } from "./group-settings.ts";
import type { Item, Place, Thing } from "./item.ts";
import { ordered } from "./keep.ts";
import { type Names, thingsOf } from "./kinds.ts";
import { groupKinds, orgKinds } from "./tables.ts";

export interface Named {
  readonly id?: string | undefined;
  readonly name: string;
}

/** The key and the name of each thing: matched things have the same key, and the name of the earlier one. */
export interface Identity {
  keyOf(thing: object): string;
  nameOf(thing: Named): string;
}

interface Credential extends Named {
  readonly description: string | undefined;
  readonly accessList: Set<string>;
  readonly roles: string[];
  /** The roles by project, as in the seed. */
  readonly groupRoles: Map<SeedGroup, string[]>;
}

type CredentialList = "apiKeys" | "serviceAccounts";

/** An organization, with each of its credentials once. */
export interface Sorted extends Readonly<Record<CredentialList, readonly Credential[]>> {
  readonly org: SeedOrg;
}

type Listed = SeedKey &
  SeedAccount & {
    readonly apiKey?: string;
    readonly serviceAccount?: string;
    readonly roles: readonly string[];
  };

/** Gathers credentials: one in several lists is one, which a project may name as a list before it does. */
function gather(org: SeedOrg, list: CredentialList): Credential[] {
  const all: Credential[] = [];
  const known = new Map<string, Credential>();
  for (const scope of [org, ...(org.groups ?? [])]) {
    for (const seed of (scope[list] ?? []) as readonly Listed[]) {
      const { desc = "seeded", name = desc, description = desc, clientId, publicKey: id = clientId } = seed;
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
  apiKeys: gather(org, "apiKeys"),
  serviceAccounts: gather(org, "serviceAccounts"),
});

/** Maps ids and names to things, because a seed may use either. */
const byEither = <T extends Named>(things: readonly T[] = []) =>
  new Map(
    things.flatMap((thing) => [[thing.id ?? thing.name, thing] as const, [thing.name, thing] as const]),
  );

const partsOf = (properties: object, part: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(properties).map((name) => [name, part]));

const placeOf = (kind: Place["kind"], { name, id }: Named): Place => ({ kind, name, id: id ?? null });

const person = (name: string, part: string, roles: readonly string[]): Thing => ({
  noun: "person",
  name,
  key: foldAddress(name),
  part,
  lists: { roles: ordered(roles) },
});

/** The place in which things of an organization are added, and their names. */
interface Context {
  /** Adds things to a place; `within` precedes their keys. */
  add(place: Place, within: readonly string[], ...things: readonly Thing[]): void;
  readonly here: Place;
  readonly identity: Identity;
  readonly names: Names;
  readonly teams: ReadonlyMap<string, Named>;
}

/** Lists everything in an organization, by a key that is the same for the same thing in another world. */
export function takeInventory(sorted: Sorted, identity: Identity): Map<string, Item> {
  const { org } = sorted;
  const items = new Map<string, Item>();
  const [groups, teams] = [byEither(org.groups), byEither(org.teams)];
  const nameIn = (known: ReadonlyMap<string, Named>, given: string) => {
    const thing = known.get(given);
    return thing === undefined ? given : identity.nameOf(thing);
  };
  const names: Names = {
    team: (given) => nameIn(teams, given),
    projectRoles: (assignments = []) =>
      assignments.flatMap(({ groupId = "", group = groupId, roles }) =>
        ordered(roles).map((role) => `${role} in ${nameIn(groups, group)}`),
      ),
  };
  const context: Context = {
    add(place, within, ...things) {
      for (const { of, key = of && identity.keyOf(of), ...thing } of things) {
        const path = [...within, thing.noun, key ?? thing.name];
        items.set(path.join(" "), { lists: {}, values: {}, parts: {}, place, ...thing });
      }
    },
    here: placeOf("organization", org),
    identity,
    names,
    teams,
  };
  addOrg(context, org);
  for (const team of org.teams ?? []) addTeam(context, team);
  for (const list of ["apiKeys", "serviceAccounts"] as const) {
    for (const each of sorted[list]) addCredential(context, list, each);
  }
  for (const group of org.groups ?? []) addGroup(context, group);
  return items;
}

function addOrg({ add, here, names }: Context, org: SeedOrg): void {
  const settings = { ...defaultSettings, ...org.settings };
  const set = Object.entries(settings).filter(([, value]) => value !== null);
  const invites = (org.invites ?? []).map(
    ({ username, roles, teamIds = [], teams = [], groupRoleAssignments }): Thing => {
      const invited = person(username, "users", roles);
      const projectRoles = names.projectRoles(groupRoleAssignments);
      const lists = { ...invited.lists, projectRoles, teams: [...teamIds, ...teams].map(names.team) };
      return { ...invited, noun: "invitation", lists };
    },
  );
  add(
    here,
    [],
    {
      noun: "organization",
      name: org.name,
      key: "",
      part: "org",
      values: { name: org.name, ...Object.fromEntries(set) },
      parts: partsOf(settings, "settings"),
    },
    ...(org.users ?? []).map(({ username, orgRoles }) => person(username, "users", orgRoles)),
    ...thingsOf<SeedOrg>(orgKinds, org, { prefix: "", names }),
    ...invites,
  );
}

function addTeam({ add, here, identity }: Context, team: NonNullable<SeedOrg["teams"]>[number]): void {
  const name = identity.nameOf(team);
  add(here, [], { of: team, noun: "team", name, part: "teams", values: { name: team.name } });
  const members = team.usernames.map((username) => ({
    ...person(username, "users", []),
    lists: {},
    parts: { "": "teams" },
  }));
  add(placeOf("team", team), ["team", identity.keyOf(team)], ...members);
}

/** The organization role of a credential that was created in a project. */
const least = ["ORG_MEMBER"];

function addCredential({ add, here, identity }: Context, part: CredentialList, each: Credential): void {
  const { id, name, description, roles } = each;
  const isKey = part === "apiKeys";
  const shared = { of: each, noun: isKey ? "API key" : "service account", name: id ?? name, part } as const;
  add(here, [], {
    ...shared,
    lists: {
      roles: ordered(roles.length === 0 ? least : roles),
      accessList: [...each.accessList].sort(),
    },
    values: { ...(!isKey && { name }), description },
    parts: { accessList: `${part}.${id ?? ""}.accessList` },
  });
  for (const [group, held] of each.groupRoles) {
    add(placeOf("project", group), ["group", identity.keyOf(group)], {
      ...shared,
      part: isKey ? part : `groups.${group.id ?? ""}.${part}`,
      lists: { roles: ordered(held) },
    });
  }
}

function addGroup({ add, here, identity, names, teams }: Context, group: SeedGroup): void {
  const prefix = `groups.${group.id ?? ""}.`;
  const security = securityValues(group);
  add(here, [], {
    of: group,
    noun: "project",
    name: identity.nameOf(group),
    part: prefix.slice(0, -1),
    values: { name: group.name, ...security },
    parts: partsOf(security, `${prefix}userSecurity`),
    lists: { tags: (group.tags ?? []).map(tagText).sort() },
  });
  add(
    placeOf("project", group),
    ["group", identity.keyOf(group)],
    ...(group.users ?? []).map(({ username, roles }) => person(username, "users", roles)),
    ...(group.teams ?? []).map(({ teamId = "", team: given = teamId, roleNames }): Thing => {
      const of = teams.get(given);
      const lists = { roles: ordered(roleNames) };
      return { ...(of && { of }), noun: "team", name: names.team(given), part: `${prefix}teams`, lists };
    }),
    ...(group.invites ?? []).map(({ username, roles }): Thing => {
      return { ...person(username, `${prefix}invites`, roles), noun: "invitation" };
    }),
    ...thingsOf<SeedGroup>(groupKinds, group, { prefix, names }),
  );
}
