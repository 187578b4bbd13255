// Memoises functions of frozen values.

/** Freezes a value, whose type stays as it is. */
export const frozen = <T extends object>(value: T): T => Object.freeze(value);

/** Runs `work` once for each frozen value, and remembers the result as long as the value; of other values it remembers nothing. */
export function memoised<From extends object, Result>(work: (from: From) => Result): (from: From) => Result {
  const results = new WeakMap<From, Result>();
  return (from) => {
    if (!Object.isFrozen(from)) return work(from);
    let result = results.get(from);
    if (result === undefined) results.set(from, (result = work(from)));
    return result;
  };
}
