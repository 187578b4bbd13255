// Counts the calls of logs as a server counts its own.

import { isOfVersion1, match } from "../../atlas/endings.ts";
import { CallCounts, maskExample, ownAgents, showCalls } from "../../core/domain/deprecated-call.ts";
import type { LoggedCall } from "./call.ts";

/** The most callers that are told apart; those beyond are counted together. */
const mostCallers = 10_000;

export type Gathered = ReturnType<ReturnType<typeof createGathering>["results"]>;

export function createGathering() {
  const counts = new CallCounts(mostCallers);
  /** The calls by operation that may be of a version that ends, or of one that stays, since the log does not say. */
  const unclear: Record<string, number> = {};
  /** The calls in version 1.0 of operations that Anteroom does not have: method and path without ids. */
  const beyond = new Set<string>();
  /** The number of requests, whatever they called. */
  let requests = 0;
  /** The number of unreadable lines or entries. */
  let unreadable = 0;

  return {
    call(call: LoggedCall): void {
      const { userAgent, credential, at, status, body } = call;
      requests++;
      // Skips a challenge or an unknown caller, a request for a version that does not exist, and what a server leaves out.
      if (status === 401 || status === 406 || ownAgents.test(userAgent)) return;
      const matched = match(call);
      if (matched === undefined && isOfVersion1(call.target)) beyond.add(lineOf(call));
      if (matched === undefined) return;
      const { operation, version, params, search, isUnclear } = matched;
      if (isUnclear) {
        unclear[operation.id] = (unclear[operation.id] ?? 0) + 1;
        return;
      }
      counts.add({
        operationId: operation.version1 ?? operation.id,
        orgId: params.orgId ?? null,
        userAgent,
        credential,
        at,
        isGone: status === 410,
        example: () => maskExample({ params, search, body, version }, Object.keys(operation.query)),
      });
    },
    unreadable(): void {
      unreadable++;
    },
    results: () => ({
      requests,
      unreadable,
      calls: counts.list().map(showCalls),
      unclear,
      beyond: [...beyond],
    }),
  };
}

const lineOf = ({ method, target }: LoggedCall): string =>
  `${method} ${target.replace(/\?.*$/, "").replace(/(?<=\/)[0-9a-f]{24}(?=\/|$)/g, "{id}")}`;
