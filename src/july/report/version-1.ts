// Calls in version 1.0 of the API, which is not in the list of July 2027: what replaces each in version 2.

import { version1 } from "../../atlas/version-1.ts";
import { nameProduct } from "../../core/domain/client.ts";
import type { ShownCalls } from "../../core/domain/deprecated-call.ts";
import type { Finding } from "../../server/july-room.ts";
import { movedTo } from "./successors.ts";
import { insteadOf, requestOf } from "./write-report.ts";

const operations = new Map(version1.map((operation) => [operation.version1, operation]));

/** A finding without a day, which Atlas has not named. */
interface Move extends Omit<Finding, "sunset"> {
  readonly sunset: null;
}

/** Returns the moves, without calls in version 2. */
export function movesOf(counted: readonly ShownCalls[]): Move[] {
  return counted.flatMap((calls) => {
    const operation = operations.get(calls.operationId);
    if (operation === undefined) return [];
    const { id, successor = id } = operation;
    const { orgId, example } = calls;
    const instead = insteadOf(calls, movedTo({ operationId: id, orgId, ...example }));
    return [{ ...calls, sunset: null, successor, request: requestOf({ operation }, example), instead }];
  });
}

/** Returns a sentence for each client: what it calls, how often, and the names in version 2. */
export function remarksOnVersion1(counted: readonly ShownCalls[]): string[] {
  const clients = new Map<string, Map<string, number>>();
  for (const { client, operationId, successor, count } of movesOf(counted)) {
    const id = operationId.replace(/^\S+ /, "");
    const what = successor === id ? id : `${id}, now ${successor}`;
    const called = clients.get(nameProduct(client)) ?? new Map<string, number>();
    clients.set(nameProduct(client), called.set(what, (called.get(what) ?? 0) + count));
  }
  return [...clients].map(([client, called]) => {
    const list = [...called].sort(([, a], [, b]) => b - a).map(([what, count]) => `${what} (${count})`);
    return `${client} calls version 1 of the API, which is outside of the July 2027 list and moves to version 2: ${list.join("; ")}.`;
  });
}
