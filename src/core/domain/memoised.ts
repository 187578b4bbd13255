// Memoises functions of frozen values.

export const frozen = <T extends object>(value: T): T => Object.freeze(value);

/** Keeps the result for each frozen value as long as the value lives: `others` must not change the result. */
export function memoised<From extends object, Result, Others extends readonly unknown[]>(
  work: (from: From, ...others: Others) => Result,
): (from: From, ...others: Others) => Result {
  const results = new WeakMap<From, Result>();
  return (from, ...others) => {
    if (!Object.isFrozen(from)) return work(from, ...others);
    let result = results.get(from);
    if (result === undefined) results.set(from, (result = work(from, ...others)));
    return result;
  };
}
