// Several things at once, but not too many.

/** Does the work for each, at most `limit` at a time; the results are in the order of the list. Ends with the first failure. */
export async function inParallel<T, R>(
  list: readonly T[],
  limit: number,
  work: (each: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(list.length);
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (!failed && next < list.length) {
      const index = next++;
      try {
        results[index] = await work(list[index] as T);
      } catch (reason) {
        failed = true;
        throw reason;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, list.length) }, lane));
  return results;
}
