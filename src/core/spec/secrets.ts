// Changes the secrets of a value that a schema describes: to mask them, or to fill in masked ones.

/** The parts of a schema that are read here. */
interface Shape {
  readonly isSecret?: boolean;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

/** Returns each alternative separately. */
const alternatives = (shape: Shape): Shape[] => [shape, ...(shape.anyOf ?? []).flatMap(alternatives)];

/** Returns a secret in place of one; `path` names the items of lists by their member `name`, or by their index. */
type Change = (secret: string, path: string) => string;

function changeWithin(value: unknown, shapes: readonly Shape[], change: Change, path: string): unknown {
  const all = shapes.flatMap(alternatives);
  if (typeof value === "string") return all.some(({ isSecret }) => isSecret) ? change(value, path) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = all.flatMap((each) => each.items ?? []);
    return value.map((each, index) => changeWithin(each, items, change, `${path}.${each?.name ?? index}`));
  }
  const members = Object.entries(value).map(([name, each]) => {
    const ofMember = all.flatMap(({ properties = {} }) => properties[name] ?? []);
    return [name, changeWithin(each, ofMember, change, `${path}.${name}`)];
  });
  return Object.fromEntries(members);
}

/** Returns a value with each secret changed. A member is a secret if any alternative of its schema marks it as one. */
export const changeSecrets = <Value>(value: Value, schema: object, change: Change) =>
  changeWithin(value, [schema], change, "") as Value;

/** Returns the paths of the secrets that a schema has, such as `headers.value` for those of items. */
export const pathsOfSecrets = (schema: object): string[] => [...new Set(pathsIn(schema))];

const pathsIn = (schema: Shape, at: readonly string[] = []): string[] =>
  alternatives(schema).flatMap(({ isSecret, items, properties = {} }) => [
    ...(isSecret ? [at.join(".")] : []),
    ...(items === undefined ? [] : pathsIn(items, at)),
    ...Object.entries(properties).flatMap(([name, each]) => pathsIn(each, [...at, name])),
  ]);

/** Returns an object with a secret for each that its schema, or the case of it, requires and that is absent. */
export function addSecrets(value: object, schema: Shape, mint: () => string): object {
  const given: Readonly<Record<string, unknown>> = { ...value };
  const isOf = ({ properties = {} }: Shape) =>
    Object.entries(properties).every(
      ([name, { enum: choices }]) => given[name] === undefined || (choices?.includes(given[name]) ?? true),
    );
  const absent = alternatives(schema)
    .filter(isOf)
    .flatMap(({ properties = {}, required = [] }) =>
      required.filter((name) => properties[name]?.isSecret && given[name] === undefined),
    );
  return { ...given, ...Object.fromEntries(absent.map((name) => [name, mint()])) };
}
