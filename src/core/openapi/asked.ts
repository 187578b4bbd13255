// Reads which form of the OpenAPI document a query asks for: of every version or of one date, normal or plain.
import { fault } from "../contract/errors.ts";
import { isCalendarDate } from "../contract/versions.ts";
import type { Operation } from "../operations/operation.ts";
import { describeApi, operationsOn } from "./document.ts";
import { plainly } from "./plain.ts";

export const documentPath = "/api/openapi.json";

/** The other forms, by name, with their functions. */
const profiles = { plain: plainly };
type Profile = keyof typeof profiles;

interface DocumentQuery {
  /** The date of the versions; null for all of them. */
  readonly version: string | null;
  readonly profile: Profile | null;
}

export function readDocumentQuery(operations: readonly Operation[], search: string): DocumentQuery {
  const parameters = new URLSearchParams(search);
  const read = <T>(name: string, readText: (text: string) => T): T | null =>
    parameters.has(name) ? readText(parameters.getAll(name).join()) : null;
  return {
    version: read("version", (text) => readDate(text, oldestVersion(operations))),
    profile: read("profile", readProfile),
  };
}

export function describeApiAs(
  operations: readonly Operation[],
  { version, profile }: DocumentQuery,
  origin: string,
): object {
  const document = describeApi(version === null ? operations : operationsOn(operations, version), origin);
  return profile === null ? document : profiles[profile](document);
}

/** Returns the date of the oldest version; before it there are only operations without versions. */
const oldestVersion = (operations: readonly Operation[]): string =>
  operations
    .flatMap(({ versions }) => Object.keys(versions))
    .filter(isCalendarDate)
    .sort()[0] ?? "";

function readDate(text: string, oldest: string): string {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(text);
  if (isDate && text >= oldest) return text;
  throw refused(
    "version",
    isDate
      ? `'${text}' is before the oldest version, ${oldest}.`
      : `'${text}' is no date such as 2025-03-12.`,
  );
}

function readProfile(text: string): Profile {
  if (Object.hasOwn(profiles, text)) return text as Profile;
  throw refused("profile", `'${text}' is no profile; there is: ${Object.keys(profiles).join(", ")}.`);
}

const refused = (field: string, description: string) =>
  fault("INVALID_QUERY_PARAMETER", { parameter: field }, { fields: [{ description, field }] });
