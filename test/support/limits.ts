// Limits that tell a test which buckets requests were taken from.
import { createLimits, type Limits } from "../../src/core/http/limits.ts";

/** `note` is called after a request was let through. */
export function notingLimits(
  options: Parameters<typeof createLimits>[0],
  note: (name: string, scope: string) => void,
): Limits {
  const limits = createLimits(options);
  return {
    ...limits,
    take(set, scope, path) {
      const allowance = limits.take(set, scope, path);
      note(set.name, scope);
      return allowance;
    },
  };
}
