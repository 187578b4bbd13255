// Findings with values that interpreters take for more than text.

import { endings } from "../../../src/atlas/endings.ts";
import { type OperationId, operations } from "../../../src/atlas/index.ts";
import type { ShownCalls } from "../../../src/core/domain/deprecated-call.ts";
import { findingsOf } from "../../../src/july/report/write-report.ts";
import { hostile, isRecord, spoiledCall } from "../../support/hostile.ts";

/** Findings of a report that somebody else wrote, with values of the dictionary in all that is not looked up. */
export function spoiledFindings(): ReturnType<typeof findingsOf> {
  const ids = [...new Set(endings.map(({ operation }) => operation.id))].filter((id) => id in operations);
  const calls = hostile.flatMap((value, index): ShownCalls[] => {
    const operationId = ids[index % ids.length] as OperationId;
    const { params = {}, query = {}, body } = spoiledCall(operationId);
    const masked = (values: object, at: number) =>
      Object.fromEntries(Object.keys(values).map((name) => [name, at % 2 === 0 ? `…${value}` : value]));
    return [0, 1].map((at) => ({
      operationId,
      orgId: at === 0 ? value : null,
      userAgent: value,
      count: 1,
      gone: at,
      credential: { kind: "API_KEY", id: value, name: value },
      client: { tool: value, version: value, resource: "", step: "" },
      example: {
        params: masked(params, at) as Record<string, string>,
        query: masked(query, at) as Record<string, string>,
        ...(body !== undefined && {
          body: isRecord(body) ? { ...body, username: `…${value}`, [value]: "…" } : body,
        }),
      },
      firstAt: "2026-08-10T00:00:00.000Z",
      lastAt: "2026-08-10T00:00:00.000Z",
      days: [{ date: "2026-08-10", count: 1, gone: at }],
    }));
  });
  return findingsOf(calls);
}
