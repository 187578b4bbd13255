// Objects with members that are made when they are first read: few requests use schemas, and none is made at the start.

/** Adds members that are made when they are first read. */
export function lazily<T extends object, Made extends Record<string, () => unknown>>(
  object: T,
  made: Made,
): T & { readonly [Name in keyof Made]: ReturnType<Made[Name]> } {
  for (const [name, make] of Object.entries(made)) {
    Object.defineProperty(object, name, {
      configurable: true,
      enumerable: true,
      get(this: object) {
        const value = make();
        // Defines it on the copy being read, if there is one.
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return object as T & { readonly [Name in keyof Made]: ReturnType<Made[Name]> };
}

/** Copies an object without making its members. */
export const copyOf = <T extends object>(object: T): T =>
  Object.defineProperties({}, Object.getOwnPropertyDescriptors(object)) as T;

/** Picks members of an object without making them. */
export const pickFrom = <T extends object, Name extends keyof T>(
  object: T,
  names: readonly Name[],
): Pick<T, Name> =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      names.flatMap((name) => {
        const descriptor = Object.getOwnPropertyDescriptor(object, name);
        return descriptor === undefined ? [] : [[name, descriptor]];
      }),
    ),
  ) as Pick<T, Name>;
