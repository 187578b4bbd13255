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
    const offered =
      version === undefined
        ? operations
        : operationsOn(operations, readDate(version, oldestVersion(operations)));
    return describeApi(offered, originOf(request, baseUrl));
  });
}

/** Before this date there is no version of anything but what has none. */
const oldestVersion = (operations: readonly Operation[]): string =>
  operations
    .flatMap(({ versions }) => Object.keys(versions))
    .filter(isCalendarDate)
    .sort()[0] ?? "";

function readDate(version: unknown, oldest: string): string {
  const text = String(version);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(text);
  if (isDate && text >= oldest) return text;
  const description = isDate
    ? `'${text}' is before the oldest version, ${oldest}.`
    : `'${text}' is no date such as 2025-03-12.`;
  const fields = [{ description, field: "version" }];
  throw fault("INVALID_QUERY_PARAMETER", { parameter: "version" }, { fields });
}
