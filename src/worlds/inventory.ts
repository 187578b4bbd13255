// A world taken apart for comparison: each thing in it once, with where it is, the roles it holds and what else is known of it.
import { inOrder } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import { defaultSettings } from "../domain/org-settings.ts";
import type { SeedAccount, SeedGroup, SeedKey, SeedOrg } from "../seed/document.ts";
import { parts } from "./parts.ts";

/** Where something is. */
export interface Place {
  readonly kind: "organization" | "project" | "team";
  readonly name: string;
  /** Null where the world does not give one. */
  readonly id: string | null;
}

/** What something is. A `team` may be one of the organization, or its roles in a project. */
export type Noun =
  | "organization"
  | "project"
  | "team"
  | "person"
  | "invitation"
  | "API key"
  | "service account";

export interface Item {
  readonly place: Place;
  readonly noun: Noun;
  readonly name: string;
  /** The part that tells of it. */
  readonly part: string;
  /** What it has several of, such as roles, by the name of the property. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Settings, names and descriptions. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Parts of single properties, where another part than its own tells of them. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Whatever has an id and a name, of which either may be missing. */
export interface Named {
  readonly id?: string | undefined;
  readonly name: string;
}

type Kind = "group" | "team" | "key" | "account";

/** What a thing is known as in the comparison: the same for two things that are held for one. */
export type Identify = (kind: Kind, thing: Named) => { readonly key: string; readonly name: string };

interface Credential extends Named {
  readonly description: string | undefined;
  readonly accessList: Set<string>;
  /** In the organization. */
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

/** A credential that stands in several lists is one. */
function gather<Seed extends SeedKey | SeedAccount>(
  org: SeedOrg,
  listIn: (scope: SeedOrg | SeedGroup) => unknown,
  describe: (seed: Seed) => Named & { readonly description?: string | undefined },
): Credential[] {
  const all: Credential[] = [];
  const known = new Map<string, Credential>();
  for (const scope of [org, ...(org.groups ?? [])]) {
    for (const seed of (listIn(scope) ?? []) as readonly (Seed & { readonly roles: readonly string[] })[]) {
      const { id, name, description } = describe(seed);
      const before = id === undefined ? undefined : known.get(id);
      const fresh = {
        id,
        name,
        description,
        accessList: new Set<string>(),
        roles: [],
        groupRoles: new Map(),
      };
      const credential: Credential = before ?? fresh;
      if (before === undefined) all.push(credential);
      if (id !== undefined) known.set(id, credential);
      for (const entry of seed.accessList ?? []) credential.accessList.add(blockOf(entry));
      if (scope === org) credential.roles.push(...seed.roles);
      else credential.groupRoles.set(scope as SeedGroup, [...seed.roles]);
    }
  }
  return all;
}

/** Single addresses are kept as the network of one, which is how they are answered. */
const blockOf = (entry: string): string =>
  entry.includes("/") ? entry : `${entry}/${entry.includes(":") ? 128 : 32}`;

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

/** All that is in an organization, by a key that is the same for the same thing in another world. */
export function takeInventory({ org, keys, accounts }: Sorted, identify: Identify): Map<string, Item> {
  const items = new Map<string, Item>();
  const add = (
    key: readonly string[],
    item: Partial<Item> & Pick<Item, "place" | "noun" | "name" | "part">,
  ) => items.set(key.join(" "), { lists: {}, values: {}, parts: {}, ...item });

  const here: Place = { kind: "organization", name: org.name, id: org.id ?? null };
  const groups = new Map((org.groups ?? []).map((group) => [group, identify("group", group)]));
  const byGroupId = new Map([...groups].map(([{ id }, known]) => [id, known]));
  const teams = new Map((org.teams ?? []).map((team) => [team.id, identify("team", team)]));
  const groupName = (id: string) => byGroupId.get(id)?.name ?? id;
  const teamName = (id: string) => teams.get(id)?.name ?? id;

  add(["org"], {
    place: here,
    noun: "organization",
    name: org.name,
    part: "org",
    values: { name: org.name, ...withoutNull({ ...defaultSettings, ...org.settings }) },
    parts: Object.fromEntries(
      Object.keys({ ...defaultSettings, ...org.settings }).map((name) => [name, parts.settings]),
    ),
  });
  for (const { username, orgRoles } of org.users ?? []) {
    const lists = { roles: ordered(orgRoles) };
    add(["person", foldAddress(username)], {
      place: here,
      noun: "person",
      name: username,
      part: parts.users,
      lists,
    });
  }
  for (const { username, roles, teamIds = [], groupRoleAssignments = [] } of org.invites ?? []) {
    const inGroups = groupRoleAssignments.flatMap((each) =>
      ordered(each.roles).map((role) => `${role} in ${groupName(each.groupId)}`),
    );
    const lists = { roles: ordered(roles), projectRoles: inGroups, teams: teamIds.map(teamName) };
    add(["invite", foldAddress(username)], {
      place: here,
      noun: "invitation",
      name: username,
      part: parts.users,
      lists,
    });
  }
  for (const team of org.teams ?? []) {
    const { key, name } = identify("team", team);
    const { teams: part } = parts;
    add(["team", key], { place: here, noun: "team", name, part, values: { name: team.name } });
    const place: Place = { kind: "team", name: team.name, id: team.id ?? null };
    for (const username of team.usernames) {
      add(["team", key, foldAddress(username)], {
        place,
        noun: "person",
        name: username,
        part: parts.users,
        parts: { "": part },
      });
    }
  }
  const credentials = [
    ...keys.map((each) => ({ each, kind: "key" as const })),
    ...accounts.map((each) => ({ each, kind: "account" as const })),
  ];
  for (const { each, kind } of credentials) {
    const { key } = identify(kind, each);
    const isKey = kind === "key";
    const noun = isKey ? "API key" : "service account";
    const part = isKey ? parts.apiKeys : parts.serviceAccounts;
    const addresses = (isKey ? parts.keyAddresses : parts.accountAddresses)(each.id ?? "");
    add([kind, key], {
      place: here,
      noun,
      name: each.id ?? each.name,
      part,
      lists: {
        roles: ordered(each.roles.length === 0 ? least : each.roles),
        accessList: [...each.accessList].sort(),
      },
      values: { ...(!isKey && { name: each.name }), description: each.description },
      parts: { accessList: addresses },
    });
    for (const [group, roles] of each.groupRoles) {
      const known = groups.get(group);
      add(["group", known?.key ?? "", kind, key], {
        place: { kind: "project", name: group.name, id: group.id ?? null },
        noun,
        name: each.id ?? each.name,
        part: isKey ? part : parts.groupAccounts(group.id ?? ""),
        lists: { roles: ordered(roles) },
      });
    }
  }
  for (const [group, { key: groupKey, name }] of groups) {
    const id = group.id ?? "";
    const place: Place = { kind: "project", name: group.name, id: group.id ?? null };
    add(["group", groupKey], {
      place: here,
      noun: "project",
      name,
      part: parts.group(id),
      values: { name: group.name },
      lists: { tags: (group.tags ?? []).map(({ key, value }) => `${key}=${value}`).sort() },
    });
    for (const { username, roles } of group.users ?? []) {
      const lists = { roles: ordered(roles) };
      const [noun, part] = ["person" as const, parts.users];
      add(["group", groupKey, foldAddress(username)], { place, noun, name: username, part, lists });
    }
    for (const { teamId, roleNames } of group.teams ?? []) {
      const team = teams.get(teamId) ?? { key: teamId, name: teamId };
      const lists = { roles: ordered(roleNames) };
      const part = parts.groupTeams(id);
      add(["group", groupKey, "team", team.key], { place, noun: "team", name: team.name, part, lists });
    }
    for (const { username, roles } of group.invites ?? []) {
      const lists = { roles: ordered(roles) };
      const part = parts.groupInvites(id);
      add(["group", groupKey, "invite", foldAddress(username)], {
        place,
        noun: "invitation",
        name: username,
        part,
        lists,
      });
    }
  }
  return items;
}

/** What a credential of a project alone is in the organization. */
const least = ["ORG_MEMBER"];

const ordered = (roles: readonly string[]): string[] => inOrder(new Set(roles as never[])) as string[];

const withoutNull = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
