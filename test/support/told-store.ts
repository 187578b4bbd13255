// A unit of work without a store, for rules whose calls matter: it answers as it is told, and writes down what it was asked.

/**
 * `answers` are by noun and method, as `users.find`: those of several calls in turn, the last one for all that follow. What is not
 * told answers nothing.
 */
export function tellStore(answers: Readonly<Record<string, readonly unknown[]>> = {}) {
  const calls: unknown[][] = [];
  const times = new Map<string, number>();
  const noun = (of: string) =>
    new Proxy(
      {},
      {
        get:
          (_noun, method) =>
          async (...given: unknown[]) => {
            const called = `${of}.${String(method)}`;
            calls.push([called, ...given]);
            const told = answers[called] ?? [];
            const time = times.get(called) ?? 0;
            times.set(called, time + 1);
            return told[Math.min(time, told.length - 1)];
          },
      },
    );
  const tx = new Proxy({}, { get: (_tx, name) => noun(String(name)) });
  return { calls, tx: tx as never };
}
