// Compares two worlds: what was added, removed or changed, and which roles were gained or lost where; and writes that for
// people.
import { isDeepStrictEqual } from "node:util";
import { grouped } from "../../core/domain/grouped.ts";
import type { SeedDocument, SeedOrg } from "../seed/document.ts";
import { sortOut, takeInventory } from "./inventory.ts";
import type { Item, Noun, Place } from "./item.ts";
import { givenName, identityOf, pair } from "./pairs.ts";
import { isUnread } from "./parts.ts";

export interface Difference {
  readonly place: Place;
  readonly noun: Noun;
  readonly name: string;
  readonly change: "added" | "removed" | "changed";
  /** The added and removed items by property, such as `roles`. */
  readonly lists: Readonly<
    Record<string, { readonly gained: readonly string[]; readonly lost: readonly string[] }>
  >;
  /** The values by property, such as `name`; undefined if absent. */
  readonly values: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

export interface Comparing {
  /** The parts that were not read in either world, which are not compared. */
  readonly unread?: ReadonlySet<string>;
  /** True to match things by name instead of id: for worlds that were created separately. */
  readonly byName?: boolean;
}

/** Returns the differences, in the order in which the worlds list things; empty for equal worlds. */
export function compare(
  before: SeedDocument,
  after: SeedDocument,
  { unread = new Set(), byName = false }: Comparing = {},
): Difference[] {
  const pairs = pair(before.orgs, after.orgs, byName, givenName);
  // A single organization on each side is the same thing.
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

const nothing = sortOut({ name: "" });

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
  const isUntold = ({ part, place, parts: { "": other = part } }: Item) =>
    isUnread(part, unread) ||
    isUnread(other, unread) ||
    (place.kind === "project" && isUnread(`groups.${place.id ?? ""}`, unread));
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key) => {
    const [from, to] = [had.get(key), has.get(key)];
    const item = to ?? from;
    if (item === undefined || isUntold(item) || (from !== undefined && isUntold(from))) return [];
    return compareItems(from, to, item, unread) ?? [];
  });
}

const without = (list: readonly string[] = [], others: readonly string[] = []) =>
  list.filter((each) => !others.includes(each));

function compareItems(
  from: Item | undefined,
  to: Item | undefined,
  { place, noun, name, part, parts }: Item,
  unread: ReadonlySet<string>,
): Difference | undefined {
  const both = from !== undefined && to !== undefined;
  const toldIn = (property: "lists" | "values") =>
    Object.keys({ ...from?.[property], ...to?.[property] }).filter(
      (each) => !isUnread(parts[each] ?? part, unread),
    );
  const lists = toldIn("lists")
    .map((each) => {
      const [had, has] = [from?.lists[each], to?.lists[each]];
      return [each, { gained: without(has, had), lost: without(had, has) }] as const;
    })
    .filter(([, { gained, lost }]) => gained.length + lost.length > 0);
  const values = toldIn("values")
    .map((each) => [each, { from: from?.values[each], to: to?.values[each] }] as const)
    .filter(([, value]) => both && !isDeepStrictEqual(value.from, value.to));
  if (both && lists.length + values.length === 0) return undefined;
  return {
    place,
    noun,
    name,
    change: both ? "changed" : to === undefined ? "removed" : "added",
    lists: Object.fromEntries(lists),
    values: Object.fromEntries(values),
  };
}

const signs = { added: "+", removed: "-", changed: "~" };

const words: Readonly<Record<string, string>> = {
  accessList: "addresses",
  projectRoles: "project roles",
  inheritedRoles: "inherited roles",
  deleteAfterDate: "ends",
  dataAccessIdentityProviders: "providers of data access",
  domainAllowList: "allowed domains",
  postAuthRoleGrants: "roles by signing in",
};

const wordOf = (property: string): string => words[property] ?? property;

/** Returns a list in words; roles need no noun before them, other things do. */
const named = (property: string, items: readonly string[]): string => {
  const word = property === "roles" || property === "projectRoles" ? "" : `${wordOf(property)} `;
  return word + items.join(", ");
};

const shown = (value: unknown): string =>
  value === undefined ? "none" : typeof value === "string" ? value : JSON.stringify(value);

const nameOf = ({ noun, name }: Difference): string => (noun === "person" ? name : `${noun} ${name}`);

/** Returns the verbs for being added to a place and removed from it. */
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
  const said = (verb: string, side: "gained" | "lost") => {
    const all = Object.entries(lists).filter(([, each]) => each[side].length > 0);
    return all.length === 0 ? "" : verb + all.map(([name, each]) => named(name, each[side])).join("; ");
  };
  const [comes, goes] = verbs(difference);
  const name = nameOf(difference);
  if (change === "added") return `${name} ${comes}${said(": ", "gained")}`;
  if (change === "removed") return `${name} ${goes}${said("; had ", "lost")}`;
  const sentences = [
    said("gained ", "gained"),
    said("lost ", "lost"),
    ...Object.entries(values).map(([of, { from, to }]) => `${wordOf(of)}: ${shown(from)} → ${shown(to)}`),
  ].filter((sentence) => sentence !== "");
  // The heading has the name of the organization.
  return difference.noun === "organization" ? sentences.join(", ") : `${name} ${sentences.join(", ")}`;
}

const headingOf = ({ kind, name, id }: Place): string => `${kind} ${name}${id === null ? "" : ` (${id})`}`;

/** Describes all of them: a heading for each place, and the lines of its differences. */
export function describeAll(differences: readonly Difference[]): string {
  const places = grouped(
    differences,
    ({ place }) => headingOf(place),
    (each) => `  ${signs[each.change]} ${describe(each)}`,
  );
  return [...places].map(([heading, lines]) => [heading, ...lines].join("\n")).join("\n");
}
