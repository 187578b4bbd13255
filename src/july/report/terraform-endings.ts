// The types of Terraform's provider that end: every type whose calls are for an ending version, by the provider's source, and
// tested with the clock on the day after. A type is named as in a plan: `data.` is before a data source.
import { lastDay } from "../../atlas/endings.ts";
import table from "./terraform.json" with { type: "json" };

export interface TerraformEnding {
  /** The first day on which it fails; null if Atlas has already removed what it calls without naming a day. */
  readonly sunset: string | null;
  readonly todo: string;
  /** The section of the provider's migration guide. */
  readonly guide: string;
  /** True if nothing replaces it: only a newer provider that asks for the newer version will read it. */
  readonly needsNewerProvider: boolean;
}

const rows: Readonly<Record<string, Pick<TerraformEnding, "todo" | "guide"> & Partial<TerraformEnding>>> =
  table;

const endings: Readonly<Record<string, TerraformEnding>> = Object.fromEntries(
  Object.entries(rows).map(([type, { sunset = lastDay, todo, guide, needsNewerProvider = false }]) => [
    type,
    { sunset, todo, guide, needsNewerProvider },
  ]),
);

export const endingTypes = Object.keys(endings);

/** Describes when it ends: `ends on 2027-07-01`. */
export const endOf = ({ sunset }: Pick<TerraformEnding, "sunset">): string =>
  sunset === null ? "has ended: Atlas has removed what it calls" : `ends on ${sunset}`;

/** Returns a comment that a type ends and what to do; empty for one that stays. */
export function endingNote(type: string): string {
  const ending = endings[type];
  if (ending === undefined) return "";
  return `# ${type} ${endOf(ending)}. ${ending.todo}\n# ${ending.guide}`;
}

/** A block of a configuration, or an object of a state. */
export interface Place {
  /** The address, such as `module.people.data.mongodbatlas_atlas_user.ada`. */
  readonly address: string;
  readonly type: string;
  readonly file: string;
  /** The line; null in a state. */
  readonly line: number | null;
}

/** A type that ends: what to do, and where it was seen. */
export interface EndingType extends TerraformEnding {
  readonly type: string;
  readonly calls: number;
  /** The number of calls that were answered 410. */
  readonly gone: number;
  readonly places: readonly Omit<Place, "type">[];
}

/** The advice for other types: older providers make more calls that end. */
const unknownType: TerraformEnding = {
  sunset: lastDay,
  todo: "The provider of August 2026 calls nothing that ends for it, by its source: take that or a newer one.",
  guide: "https://registry.terraform.io/providers/mongodb/mongodbatlas/latest/docs/",
  needsNewerProvider: true,
};

interface Seen {
  readonly type: string;
  readonly count: number;
  readonly gone: number;
  /** The sunset of the version that was called. */
  readonly sunset?: string | undefined;
}

export function endingTypesOf(calls: readonly Seen[], places: readonly Place[] = []): EndingType[] {
  const found = places.filter(({ type }) => type in endings);
  const types = new Set([...calls, ...found].map(({ type }) => type));
  return [...types].sort().map((type) => {
    const of = calls.filter((each) => each.type === type);
    const sum = (name: "count" | "gone") => of.reduce((all, each) => all + each[name], 0);
    const seen = found.filter((each) => each.type === type).map(({ type: _, ...place }) => place);
    const [sunset = null] = of.flatMap((each) => each.sunset ?? []).sort();
    const ending = endings[type] ?? { ...unknownType, sunset };
    return { type, ...ending, calls: sum("count"), gone: sum("gone"), places: seen };
  });
}
