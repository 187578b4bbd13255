// The operations that Atlas publishes and Anteroom does not have, as rows like any other: every stage checks the request by
// what the document says, and the handler refuses it. Loaded with the first such request.
import { type Fault, fault } from "../core/contract/errors.ts";
import { findAmong, type Row } from "../core/http/routes.ts";
import { publishedAs } from "../core/operations/atlas.ts";
import type { Operation } from "../core/operations/operation.ts";
import { endingRowOf } from "../core/spec/endings.ts";
import { gaps } from "../core/spec/files.ts";
import { copyOf } from "../core/spec/lazily.ts";
import { operations } from "./index.ts";

interface Gap extends Row {
  readonly id: string;
}

/** Lists the operations that Atlas publishes and Anteroom does not have. */
function listGaps(): Gap[] {
  return Object.entries(gaps())
    .filter(([id]) => !(id in operations))
    .map(([id, { call }]) => {
      const [method = "", path = ""] = call.split(" ");
      return { id, method, path };
    });
}

export const gapRows: readonly Gap[] = listGaps();

const gapErrors = ["NOT_IMPLEMENTED_BY_ANTEROOM"] as const;

const made = new Map<string, Omit<Operation, "handle">>();

/** Returns the row of a gap; it is made for the first request. */
export function gapRowOf(id: string): Omit<Operation, "handle"> {
  const known = made.get(id);
  if (known !== undefined) return known;
  const row = Object.assign(
    publishedAs(id, {
      errors: gapErrors,
      // It changes nothing.
      locks: "handler",
    }),
    { surface: "none", views: {}, ...successorOf(id) } as const,
  );
  made.set(id, row);
  return row;
}

function successorOf(id: string): Pick<Operation, "successor"> {
  const ending = endingRowOf(id);
  return ending === undefined ? {} : { successor: ending.successor };
}

interface FoundGap {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly refuse: () => Fault;
}

/** The methods of the path, and the gap if the one asked for is among them. */
export function findGap(method: string, path: string) {
  const found = findAmong(gapRows)(path);
  const gap = found?.offered.get(method);
  return { offered: found?.offered, gap: found && gap && walked(gap, found.params, { method, path }) };
}

function walked(
  { id }: Gap,
  params: Readonly<Record<string, string>>,
  asked: { readonly method: string; readonly path: string },
): FoundGap {
  const refuse = () => fault("NOT_IMPLEMENTED_BY_ANTEROOM", { operationId: id, ...asked });
  const handle = async () => {
    throw refuse();
  };
  return { operation: Object.assign(copyOf(gapRowOf(id)), { handle }), params, refuse };
}
