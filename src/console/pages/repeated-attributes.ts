// The attributes that several others contain in the same words: they are written once, and the others refer to the first.
import type { Attribute } from "../../core/contract/attributes.ts";

/** The table and path at which shared attributes are written in full, on a page of several tables. */
export interface Written {
  readonly table: string;
  readonly path: string;
}

export type Referring = Attribute & {
  /** The attribute that contains the same attributes; they are not listed again. */
  readonly like?: Written;
};

/** The fewest attributes that are replaced by a reference: two take no more room than the reference. */
const fewest = 3;

/** Leaves out the attributes that an earlier table already has, in the order of the tables. */
export function writeOnce(
  tables: Readonly<Record<string, readonly Attribute[]>>,
): Record<string, readonly Referring[]> {
  const written = new Map<string, Written>();
  return Object.fromEntries(
    Object.entries(tables).map(([table, attributes]) => [table, referTo(written, table, attributes)]),
  );
}

function referTo(written: Map<string, Written>, table: string, attributes: readonly Attribute[]) {
  let leftOut: readonly Attribute[] = [];
  return attributes.flatMap((attribute): Referring[] => {
    if (leftOut.includes(attribute)) return [];
    const { path } = attribute;
    const inside = attributes.filter((each) => /^[.[]/.test(tailOf(each, path)));
    if (inside.length < fewest) return [attribute];
    const words = JSON.stringify(inside.map((each) => ({ ...each, path: tailOf(each, path) })));
    const like = written.get(words);
    if (like === undefined) {
      written.set(words, { table, path });
      return [attribute];
    }
    leftOut = inside;
    return [{ ...attribute, like }];
  });
}

/** Returns the rest of the path after another; empty if it does not begin with it. */
const tailOf = ({ path }: Attribute, from: string): string =>
  path.startsWith(from) ? path.slice(from.length) : "";
