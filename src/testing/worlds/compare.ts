// Compares two worlds: what was added, removed or changed, and which roles were gained or lost where; and writes that for people.
import { isDeepStrictEqual } from "node:util";
import type { SeedDocument, SeedOrg } from "../seed/document.ts";
import { type Sorted, sortOut, takeInventory } from "./inventory.ts";
import type { Item, Noun, Place } from "./item.ts";
import { givenName, identityOf, pair } from "./pairs.ts";
import { isUnread } from "./parts.ts";

export interface Difference {
  readonly place: Place;
  readonly noun: Noun;
  readonly name: string;
  readonly change: "added" | "removed" | "changed";
  /** Added and removed items by property, such as `roles`. */
  readonly lists: Readonly<
    Record<string, { readonly gained: readonly string[]; readonly lost: readonly string[] }>
  >;
  /** By property, such as `name`; undefined where it is absent. */
  readonly values: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

export interface Comparing {
  /** Parts that were not read in either world; they are not compared. */
  readonly unread?: ReadonlySet<string>;
  /** Matches things by name instead of id: for worlds that were made apart. */
  readonly byName?: boolean;
}

/** Differences in the order in which the worlds list things; empty for equal worlds. */
export function compare(
  before: SeedDocument,
  after: SeedDocument,
  { unread = new Set(), byName = false }: Comparing = {},
): Difference[] {
  const pairs = pair(before.orgs, after.orgs, byName, givenName);
  // One on each side: they are the same thing.
  if (before.orgs.length === 1 && after.orgs.length === 1) {
    const [one, other] = [before.orgs[0], after.orgs[0]] as [SeedOrg, SeedOrg];
    if (one.id === undefined || other.id === undefined || byName) pairs.set(other, one);
  }
  const paired = new Map([...pairs].map(([other, one]) => [one, other]));
  const gone = before.orgs.flatMap((org) => compareOrgs(org, paired.get(org), { unread, byName }));
  const come = after.orgs
    .filter((org) => !pairs.has(org))
    .flatMap((org) => compareOrgs(undefined, org, { unread, byName }));
  return [...gone, ...come];
}

const nothing: Sorted = { org: { name: "" }, keys: [], accounts: [] };

function compareOrgs(
  before: SeedOrg | undefined,
  after: SeedOrg | undefined,
  { unread, byName }: Required<Comparing>,
): Difference[] {
  const one = before === undefined ? nothing : sortOut(before);
  const other = after === undefined ? nothing : sortOut(after);
  const identity = identityOf(one, other, byName);
  const had = before === undefined ? new Map<string, Item>() : takeInventory(one, identity);
  const has = after === undefined ? new Map<string, Item>() : takeInventory(other, identity);
  const isTold = ({ part, place, parts: others }: Item) =>
    !isUnread(part, unread) &&
    !isUnread(others[""] ?? part, unread) &&
    !(place.kind === "project" && isUnread(`groups.${place.id ?? ""}`, unread));
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key) => {
    const [from, to] = [had.get(key), has.get(key)];
    if (![from, to].every((item) => item === undefined || isTold(item))) return [];
    const found = compareItems(from, to, unread);
    return found === undefined ? [] : [found];
  });
}

function compareItems(
  from: Item | undefined,
  to: Item | undefined,
  unread: ReadonlySet<string>,
): Difference | undefined {
  const item = to ?? from;
  if (item === undefined) return undefined;
  const isTold = (property: string) => !isUnread(item.parts[property] ?? item.part, unread);
  const lists = Object.keys({ ...from?.lists, ...to?.lists })
    .filter(isTold)
    .map((name) => {
      const [had, has] = [from?.lists[name] ?? [], to?.lists[name] ?? []];
      const gained = has.filter((each) => !had.includes(each));
      const lost = had.filter((each) => !has.includes(each));
      return [name, { gained, lost }] as const;
    })
    .filter(([, { gained, lost }]) => gained.length + lost.length > 0);
  const both = from !== undefined && to !== undefined;
  const values = Object.keys({ ...from?.values, ...to?.values })
    .filter((name) => both && isTold(name) && !isDeepStrictEqual(from.values[name], to.values[name]))
    .map((name) => [name, { from: from?.values[name], to: to?.values[name] }] as const);
  if (both && lists.length + values.length === 0) return undefined;
  return {
    place: item.place,
    noun: item.noun,
    name: item.name,
    change: both ? "changed" : to === undefined ? "removed" : "added",
    lists: Object.fromEntries(lists),
    values: Object.fromEntries(values),
  };
}

const signs = { added: "+", removed: "-", changed: "~" };

const listed = (items: readonly string[]): string => items.join(", ");

const words: Readonly<Record<string, string>> = {
  accessList: "addresses",
  projectRoles: "project roles",
  inheritedRoles: "inherited roles",
  deleteAfterDate: "ends",
  dataAccessIdentityProviders: "providers of data access",
  domainAllowList: "allowed domains",
  postAuthRoleGrants: "roles by signing in",
  description: "description",
};

const wordOf = (property: string): string => words[property] ?? property;

/** Roles need no word before them; other lists do. */
const named = (property: string, items: readonly string[]): string =>
  property === "roles" || property === "projectRoles"
    ? listed(items)
    : `${wordOf(property)} ${listed(items)}`;

const shown = (value: unknown): string =>
  value === undefined ? "none" : typeof value === "string" ? value : JSON.stringify(value);

const nameOf = ({ noun, name }: Difference): string => (noun === "person" ? name : `${noun} ${name}`);

/** Verbs for being added to a place and removed from it. */
function verbs({ noun, place }: Difference): readonly [string, string] {
  if (noun === "person") {
    return place.kind === "project" ? ["has access", "has no access"] : ["joined", "left"];
  }
  if (noun === "invitation") return ["is pending", "is no longer pending"];
  const mayBeIn = noun === "team" || noun === "API key" || noun === "service account";
  return mayBeIn && place.kind === "project" ? ["has access", "has no access"] : ["is new", "is gone"];
}

export function describe(difference: Difference): string {
  const { change, lists, values } = difference;
  const all = Object.entries(lists);
  const gained = all
    .filter(([, each]) => each.gained.length > 0)
    .map(([name, each]) => named(name, each.gained));
  const lost = all.filter(([, each]) => each.lost.length > 0).map(([name, each]) => named(name, each.lost));
  const [comes, goes] = verbs(difference);
  const name = nameOf(difference);
  if (change === "added") return `${name} ${comes}${gained.length === 0 ? "" : `: ${gained.join("; ")}`}`;
  if (change === "removed") return `${name} ${goes}${lost.length === 0 ? "" : `; had ${lost.join("; ")}`}`;
  const sentences = [
    ...(gained.length === 0 ? [] : [`gained ${gained.join("; ")}`]),
    ...(lost.length === 0 ? [] : [`lost ${lost.join("; ")}`]),
    ...Object.entries(values).map(([of, { from, to }]) => `${wordOf(of)}: ${shown(from)} → ${shown(to)}`),
  ];
  // The heading has the name of the organization.
  return difference.noun === "organization" ? sentences.join(", ") : `${name} ${sentences.join(", ")}`;
}

const headingOf = ({ kind, name, id }: Place): string => `${kind} ${name}${id === null ? "" : ` (${id})`}`;

/** All of them: a heading for each place, and the lines of what is different there. */
export function describeAll(differences: readonly Difference[]): string {
  const places = new Map<string, string[]>();
  for (const each of differences) {
    const heading = headingOf(each.place);
    const lines = places.get(heading) ?? [];
    lines.push(`  ${signs[each.change]} ${describe(each)}`);
    places.set(heading, lines);
  }
  return [...places].map(([heading, lines]) => [heading, ...lines].join("\n")).join("\n");
}
