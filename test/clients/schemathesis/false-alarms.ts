// What Schemathesis calls a failure and is none: by check, answer and request, each with the reason. Whatever else it finds
// fails its test. Reasons are short; docs/fidelity.md has the long ones.

/** A request, as far as a reason depends on it. */
export interface Sent {
  /** Such as `GET /api/atlas/v2/orgs/{orgId}`. */
  readonly operation: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Undefined without one. */
  readonly body: unknown;
}

interface FalseAlarm {
  readonly check: string;
  /** Status and, where there is one, the error code. */
  readonly answer: RegExp;
  readonly holds?: (sent: Sent) => boolean;
  readonly reason: string;
}

const at =
  (path: RegExp) =>
  ({ operation }: Sent): boolean =>
    path.test(operation);

/** Neither an empty value, a flag nor a number of ordinary size: those are what real clients send. */
const isFree = (value: unknown): boolean =>
  typeof value === "string" ? !/^(true|false)?$/i.test(value) : Math.abs(Number(value)) >= 1e15;

const hasName = (body: unknown): boolean => typeof body === "object" && body !== null && "name" in body;

const hasEmptyText = (value: unknown): boolean => [value].flat().includes("");

const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === "object" && Object.values(value).some(hasNull));

/** Whether a list in it has the same text twice. */
function hasDouble(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const texts = Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  return new Set(texts).size < texts.length || Object.values(value).some(hasDouble);
}

/** What the document lets through, and the server refuses. */
const stricter: readonly (readonly [answer: RegExp, reason: string, holds?: FalseAlarm["holds"]])[] = [
  [
    /^400 INVALID_ATTRIBUTE$/,
    "Atlas was seen to refuse members that it does not know; its document does not say additionalProperties: false",
  ],
  [
    /^400 MISSING_(ATTRIBUTE|ONE_OF_ATTRIBUTES|API_KEY_ROLES)$/,
    "the document has the body or the member as one that may be left out, as Atlas's has; the operation cannot do without",
    // The Terraform provider makes teams without people.
    ({ operation, body }) => !(operation.endsWith("/orgs/{orgId}/teams") && hasName(body)),
  ],
  [
    /^400 (BAD_REQUEST|INVALID_((ORG|GROUP|TEAM)_NAME|API_KEY_DESC|COUNTRY_CODE|SERVICE_ACCOUNT_SECRET_LIFETIME|IP_ADDRESS_OR_CIDR_NOTATION))$/,
    "a text, number or list that the document, as Atlas's, bounds less than the operation does: an empty role, no role, AA",
  ],
  [
    /^400 (API_KEY_NOT_FOUND|INVALID_INVITATION_ID)$/,
    "Atlas refuses an id of nothing with 400 here, which Schemathesis does not take for 'not found'",
  ],
  [
    /^400 INVALID_QUERY_PARAMETER$/,
    "a whole number above 2^53, NUL in a text, one value of many that is too long, or a text that is no status; JSON Schema of Atlas's form cannot say so",
    ({ query }) => Object.values(query).flat().some(isFree),
  ],
  [/^400 MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS$/, "OpenAPI cannot say that parameters exclude each other"],
  [
    /^406 INVALID_VERSION_DATE$/,
    "exists as a preview only, and is asked for by date",
    at(/\/maintenanceSettings(:reset)?$/),
  ],
];

/** What the document does not let through, and the server takes. */
const looser: readonly (readonly [reason: string, holds: NonNullable<FalseAlarm["holds"]>])[] = [
  [
    "an empty value of a query parameter is as if it were absent: the atlas CLI sends such",
    ({ query }) => Object.values(query).some(hasEmptyText),
  ],
  [
    "a name that is looked for is a question: one that nobody can have finds nobody",
    ({ operation, query }) => operation.startsWith("GET ") && "username" in query,
  ],
  [
    "an object in a query is sent as its members, none of which is the parameter",
    ({ query }) => Object.values(query).some((value) => typeof value === "object" && !Array.isArray(value)),
  ],
  ["page 0 is the first, as the atlas CLI asks for it", ({ query }) => query.pageNum === 0],
  [
    "a header about the hardware of clusters is not read where there are none",
    ({ headers }) => "Use-Effective-Instance-Fields" in headers,
  ],
  ["a role or a team that is listed twice counts once", ({ body }) => hasDouble(body)],
  ["null for a member that may be left out is as if it were absent", ({ body }) => hasNull(body)],
];

const falseAlarms: readonly FalseAlarm[] = [
  ...stricter.map(([answer, reason, holds]) => ({
    check: "positive_data_acceptance",
    answer,
    reason,
    ...(holds && { holds }),
  })),
  ...looser.map(([reason, holds]) => ({ check: "negative_data_rejection", answer: /^20\d$/, reason, holds })),
  {
    check: "status_code_conformance",
    answer: /^405$/,
    holds: at(/^POST .*\}:\w+$/),
    reason: "an id with a colon or a slash, encoded too, is not told from the verb behind it; no id has one",
  },
  {
    check: "unsupported_method",
    answer: /^501 NOT_IMPLEMENTED_BY_ANTEROOM$/,
    reason: "Atlas has an operation of that method; 501 says so, where a 405 has no body",
  },
];

/** Why a failure is none; undefined where nothing here says so. */
export const reasonFor = (check: string, answer: string, sent: Sent): string | undefined =>
  falseAlarms.find((each) => each.check === check && each.answer.test(answer) && (each.holds?.(sent) ?? true))
    ?.reason;
