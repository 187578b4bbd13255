// Writes differences for people: one line each, under the place where they are.
import type { Difference } from "./compare.ts";
import type { Place } from "./inventory.ts";

const signs = { added: "+", removed: "-", changed: "~" };

const listed = (items: readonly string[]): string => items.join(", ");

/** Names of properties in a sentence. */
const words: Readonly<Record<string, string>> = {
  accessList: "addresses",
  projectRoles: "project roles",
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
  if (noun === "person")
    return place.kind === "project" ? ["has access", "has no access"] : ["joined", "left"];
  if (noun === "invitation") return ["is pending", "is no longer pending"];
  if (noun === "project" || noun === "organization") return ["is new", "is gone"];
  return place.kind === "project" ? ["has access", "has no access"] : ["is new", "is gone"];
}

/** One difference, without its place. */
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
