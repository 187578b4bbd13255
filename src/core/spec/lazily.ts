// Objects with members that are made when they are read first: schemas are looked at by few requests, and made for none at the start.

/** Adds members that are made when they are read first. */
export function lazily<T extends object, Made extends Record<string, () => unknown>>(
  object: T,
  made: Made,
): T {
  for (const [name, make] of Object.entries(made)) {
    Object.defineProperty(object, name, {
      configurable: true,
      enumerable: true,
      get(this: object) {
        const value = make();
        // Defines it on the copy being read, if it is one.
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return object;
}

/** A copy whose members are made no earlier. */
export const copyOf = <T extends object>(object: T): T =>
  Object.defineProperties({}, Object.getOwnPropertyDescriptors(object)) as T;

/** Some members of an object, made no earlier. */
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
