// Decides whether what clients saw of one register could have happened one after the other: Wing and Gong's search, with
// memory.

export interface Operation {
  readonly kind: "read" | "write";
  /** The value that was read or written. */
  readonly value: string;
  /** The instants at which it was sent and answered, on one clock. */
  readonly from: number;
  readonly to: number;
}

/**
 * Looks for an order in which each operation falls between its sending and its answer, and each read gives what was written
 * last. Histories of some dozens of operations, few of them at a time.
 */
export function isLinearizable(history: readonly Operation[], initial: string): boolean {
  const seen = new Set<string>();

  /** `done` marks the operations that are in order already, `value` is what they leave. */
  function search(done: bigint, value: string): boolean {
    const left = history.filter((_, index) => (done & (1n << BigInt(index))) === 0n);
    if (left.length === 0) return true;
    const state = `${done} ${value}`;
    if (seen.has(state)) return false;
    seen.add(state);
    // Whatever comes next was sent before anything that is left was answered.
    const firstAnswer = Math.min(...left.map(({ to }) => to));
    return history.some((operation, index) => {
      const bit = 1n << BigInt(index);
      if ((done & bit) !== 0n || operation.from > firstAnswer) return false;
      if (operation.kind === "read" && operation.value !== value) return false;
      return search(done | bit, operation.kind === "write" ? operation.value : value);
    });
  }

  return search(0n, initial);
}
