// An example of each operation for the reference: scripts/examples.ts records them in reference-examples.json.
import type { OperationId } from "../../client/types.ts";
import type { Call } from "../../report/steps.ts";
import recorded from "./reference-examples.json" with { type: "json" };

/** A request that succeeds, and its answer; lists are shortened. */
interface Example {
  readonly call: Call;
  readonly status: number;
  /** Absent where the answer is empty; a text where it is not JSON. */
  readonly answer?: unknown;
}

const examples = recorded as unknown as Readonly<Partial<Record<OperationId, Example>>>;

/** A new operation has none until `npm run derive` records one. */
export function exampleOf(id: OperationId): Example {
  const example = examples[id];
  if (example === undefined) throw new Error(`no example of ${id}: npm run derive`);
  return example;
}
