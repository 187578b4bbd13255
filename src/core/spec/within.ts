// Changes the parts of a value that a schema describes.

/** The parts of a schema that are read here. */
export interface Shape {
  readonly isSecret?: boolean;
  readonly writeOnly?: boolean;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

/** Returns each alternative separately. */
export const alternatives = (shape: Shape): Shape[] => [shape, ...(shape.anyOf ?? []).flatMap(alternatives)];

/**
 * Returns the value in place of a part, given all alternatives of its schema; parts within it are changed first. `path` names the
 * items of lists by their member `name`, or by their index.
 */
type Change = (part: unknown, shapes: readonly Shape[], path: string) => unknown;

function within(value: unknown, shapes: readonly Shape[], change: Change, path: string): unknown {
  const all = shapes.flatMap(alternatives);
  return change(changeParts(value, all, change, path), all, path);
}

function changeParts(value: unknown, all: readonly Shape[], change: Change, path: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = all.flatMap((each) => each.items ?? []);
    return value.map((each, index) => within(each, items, change, `${path}.${each?.name ?? index}`));
  }
  const members = Object.entries(value).map(([name, each]) => {
    const ofMember = all.flatMap(({ properties = {} }) => properties[name] ?? []);
    return [name, within(each, ofMember, change, `${path}.${name}`)];
  });
  return Object.fromEntries(members);
}

/** Returns a value with each part changed that `change` changes. */
export const changeWithin = <Value>(value: Value, schema: object, change: Change) =>
  within(value, [schema], change, "") as Value;
