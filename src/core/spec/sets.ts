// Lists of a value that its schema declares as sets (uniqueItems).
import { withoutRepeats } from "../domain/repeats.ts";

/** The parts of a schema that are read here. */
interface Shape {
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

/** Returns each alternative separately. */
const alternatives = (shape: Shape): Shape[] => [shape, ...(shape.anyOf ?? []).flatMap(alternatives)];

function within(value: unknown, shapes: readonly Shape[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  const all = shapes.flatMap(alternatives);
  if (Array.isArray(value)) {
    const items = all.flatMap((each) => each.items ?? []);
    const kept = value.map((each) => within(each, items));
    return all.some(({ uniqueItems }) => uniqueItems) ? withoutRepeats(kept) : kept;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const ofMember = all.flatMap(({ properties = {} }) => properties[name] ?? []);
      return [name, within(each, ofMember)];
    }),
  );
}

/** Returns a value whose sets have each item once. A list is a set if any alternative of its schema declares it as one. */
export const keepSets = <Value>(value: Value, schema: object) => within(value, [schema]) as Value;
