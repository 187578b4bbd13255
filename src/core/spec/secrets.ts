// Changes the secrets of a value that a schema describes: to mask them, or to fill in masked ones.

import { alternatives, changeWithin, type Shape } from "./within.ts";

/** Returns a value with each secret changed. A member is a secret if any alternative of its schema marks it as one. */
export const changeSecrets = <Value>(
  value: Value,
  schema: object,
  change: (secret: string, path: string) => string,
) =>
  changeWithin(value, schema, (part, shapes, path) =>
    typeof part === "string" && shapes.some(({ isSecret }) => isSecret) ? change(part, path) : part,
  );

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
