// Writes the refusals and the rate limits that tests expect, so that a change of one is seen in a review.
import { operations } from "../src/atlas/index.ts";
import { catalogue } from "../src/core/contract/errors.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { format } from "./format.ts";

function render(
  file: string,
  entries: readonly (readonly [name: string, value: string | number | null])[],
): string {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return format(file, JSON.stringify(Object.fromEntries(sorted)));
}

export const renderRefusals = (): string =>
  render(
    "test/refusals.json",
    Object.entries(catalogue).map(([code, { status, detail }]) => [code, `${status} ${detail}`]),
  );

export const renderLimits = (): string =>
  render(
    "test/limits.json",
    Object.entries<Operation>(operations).map(([id, { limit }]) => [
      id,
      limit.unannounced ? null : limit.capacity,
    ]),
  );
