// Serves the OpenAPI document: of all versions, or with `?version=2025-03-12` as of that date.
import { fault } from "../contract/errors.ts";
import { isCalendarDate } from "../contract/versions.ts";
import type { Operation } from "../operations/operation.ts";
import { describeApi, operationsOn } from "./document.ts";

/** Where it is served. */
export const documentPath = "/api/openapi.json";

/** `search` is the query of the request; `origin` where the server is. */
export function documentAsked(operations: readonly Operation[], search: string, origin: string): object {
  const versions = new URLSearchParams(search).getAll("version");
  const offered =
    versions.length === 0
      ? operations
      : operationsOn(operations, readDate(versions.join(), oldestVersion(operations)));
  return describeApi(offered, origin);
}

/** Before this date there is no version of anything but what has none. */
const oldestVersion = (operations: readonly Operation[]): string =>
  operations
    .flatMap(({ versions }) => Object.keys(versions))
    .filter(isCalendarDate)
    .sort()[0] ?? "";

function readDate(text: string, oldest: string): string {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(text);
  if (isDate && text >= oldest) return text;
  const description = isDate
    ? `'${text}' is before the oldest version, ${oldest}.`
    : `'${text}' is no date such as 2025-03-12.`;
  const fields = [{ description, field: "version" }];
  throw fault("INVALID_QUERY_PARAMETER", { parameter: "version" }, { fields });
}
