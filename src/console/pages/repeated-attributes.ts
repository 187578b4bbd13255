// Attributes that several others have inside of them in the same words are written once; the others refer to the first.
import type { Attribute } from "../../core/contract/attributes.ts";

/** The table and path at which shared attributes are written in full, on a page of several tables. */
export interface Written {
  readonly table: string;
  readonly path: string;
}

export type Referring = Attribute & {
  /** Has inside of it what that one has; nothing of it is in the list. */
  readonly like?: Written;
};

/** The fewest attributes worth a reference: two take no more room than it does. */
const fewest = 3;

/** Leaves out what is in one of the tables already, in their order. */
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

/** The path as it goes on from another; nothing where it does not. */
const tailOf = ({ path }: Attribute, from: string): string =>
  path.startsWith(from) ? path.slice(from.length) : "";
