// Serves the derived document at /api/openapi.json: of all versions, or with `?version=2025-03-12` as that date is answered.
import type { FastifyInstance } from "fastify";
import { fault } from "../contract/errors.ts";
import { isCalendarDate } from "../contract/versions.ts";
import { originOf } from "../domain/proxies.ts";
import type { Operation } from "../operations/operation.ts";
import { describeApi, operationsOn } from "./document.ts";

export function registerDocument(
  app: FastifyInstance,
  table: Readonly<Record<string, Operation>>,
  baseUrl: string | null,
): void {
  const operations = Object.values(table);
  app.get<{ Querystring: { version?: unknown } }>("/api/openapi.json", async (request) => {
    const { version } = request.query;
    const offered = version === undefined ? operations : operationsOn(operations, readDate(version));
    return describeApi(offered, originOf(request, baseUrl));
  });
}

function readDate(version: unknown): string {
  const text = String(version);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(text)) return text;
  const fields = [{ description: `'${text}' is no date such as 2025-03-12.`, field: "version" }];
  throw fault("INVALID_QUERY_PARAMETER", { parameter: "version" }, { fields });
}
