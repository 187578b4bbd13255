// What is worked out of a value that never changes, kept for as long as that value is.

/** Says that a value never changes, and so lets what is worked out of it be kept. */
export const lasting = <T extends object>(value: T): T => Object.freeze(value);

/** The same work, done once for each value that is `lasting`. */
export function keptWith<From extends object, Result>(work: (from: From) => Result): (from: From) => Result {
  const kept = new WeakMap<From, Result>();
  return (from) => {
    if (!Object.isFrozen(from)) return work(from);
    let result = kept.get(from);
    if (result === undefined) kept.set(from, (result = work(from)));
    return result;
  };
}
