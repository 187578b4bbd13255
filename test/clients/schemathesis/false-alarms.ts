// The false alarms of Schemathesis: by check, answer and request, each with the reason. Any other failure fails its test.
// Reasons are short; docs/fidelity.md has the long ones.
import { gapRows } from "../../../src/atlas/gaps.ts";

/** A request, as far as a reason depends on it. */
export interface Sent {
  /** The request, such as `GET /api/atlas/v2/orgs/{orgId}`. */
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

/** Reports whether Atlas publishes the operation and Anteroom does not have it. */
const isGap = ({ operation }: Sent): boolean =>
  gapRows.some(({ method, path }) =>
    new RegExp(`^${method} ${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(operation),
  );

/** Reports whether a value is unusual: not an empty value, a flag or a number of ordinary size, as real clients send them. */
const isFree = (value: unknown): boolean =>
  typeof value === "string" ? !/^(true|false)?$/i.test(value) : Math.abs(Number(value)) >= 1e15;

const hasName = (body: unknown): boolean => typeof body === "object" && body !== null && "name" in body;

const hasEmptyText = (value: unknown): boolean => [value].flat().includes("");

const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === "object" && Object.values(value).some(hasNull));

/** Reports whether a list in the value has the same text twice. */
function hasDouble(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const texts = Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  return new Set(texts).size < texts.length || Object.values(value).some(hasDouble);
}

/** The requests that the document allows and the server refuses. */
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
  [/^400 EXPIRATION_DATE_IN_PAST$/, "a schema has no clock", at(/\/(accessList|databaseUsers)\b/)],
  [
    /^400 MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY$/,
    "the document, as Atlas's, does not say that an entry has one of three members",
    at(/^POST .*\/accessList$/),
  ],
  [
    /^400 (ATLAS_(CUSTOM_ROLE_HAS_NO_PERMISSIONS|INVALID_RESOURCE)|INVALID_DATABASE_NAME)$/,
    "a role needs one of two members, and which resources an action has depends on the action",
    at(/^(POST|PATCH) .*\/customDBRoles\//),
  ],
  [/^400 INVALID_RESOURCE_POLICY$/, "JSON Schema cannot read Cedar", at(/\/resourcePolicies\b/)],
  [/^400 DUPLICATE_POLICY_NAME$/, "a name is taken by another policy", at(/\/resourcePolicies\b/)],
  [/^400 INVALID_EVENT_TYPE_FOR_ALERT$/, "rules know the types", at(/^(POST|PUT) .*\/alertConfigs\b/)],
  [/^400 INVALID_INTEGRATION_SETTINGS$/, "each type has its own members", at(/\/integrations\/\{\w+\}$/)],
  [
    /^400 CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH$/,
    "what is stored says of which provider it is",
    at(/^PATCH .*\/cloudProviderAccess\/\{roleId\}$/),
  ],
  [/^400 ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED$/, "there must be one", at(/\/(autoD|d)efer$/)],
  [
    /^400 INVALID_JSON$/,
    "the document, as Atlas's, lets null be a service account, which createOrg may send; nothing is made of it here",
    ({ operation, body }) => operation.endsWith("/orgs/{orgId}/serviceAccounts") && body == null,
  ],
];

/** The requests that the document does not allow and the server accepts. */
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
  ...["unsupported_method", "not_a_server_error"].map((check) => ({
    check,
    answer: /^501 NOT_IMPLEMENTED_BY_ANTEROOM$/,
    holds: isGap,
    reason: "Atlas has an operation of that method; 501 says so, where a 405 has no body",
  })),
  {
    check: "content_type_conformance",
    answer: /^20[04]$/,
    holds: at(/^(PATCH|DELETE) .*\/maintenanceWindow$/),
    reason: "recorded without body and type; the document, as Atlas's, names versions by a type all the same",
  },
];

/** Returns why a failure is a false alarm; undefined where no row explains it. */
export const reasonFor = (check: string, answer: string, sent: Sent): string | undefined =>
  falseAlarms.find((each) => each.check === check && each.answer.test(answer) && (each.holds?.(sent) ?? true))
    ?.reason;
