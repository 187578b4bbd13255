// The codes that the pipeline itself refuses with, on the way to any operation.
import { type ErrorCode, type Fault, fault } from "./errors.ts";

/** The parts of an operation that decide its codes. */
interface Declared {
  readonly errors: readonly ErrorCode[];
  readonly door: { readonly kind: keyof typeof withDoor };
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly versions: Readonly<Record<string, { readonly sunset?: string }>>;
}

const common: readonly ErrorCode[] = [
  "INVALID_VERSION_DATE",
  "RATE_LIMITED_TOKEN_BUCKET",
  "SERVICE_UNAVAILABLE",
  "UNEXPECTED_ERROR",
];
const withCaller: readonly ErrorCode[] = [
  "IP_ADDRESS_NOT_ON_ACCESS_LIST",
  "ORG_REQUIRES_ACCESS_LIST",
  "SECOND_FACTOR_REQUIRED",
];
const withDoor = {
  group: ["GROUP_NOT_FOUND", "USER_CANNOT_ACCESS_GROUP", "USER_UNAUTHORIZED", ...withCaller],
  org: ["ORG_NOT_FOUND", "USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED", ...withCaller],
  federation: ["RESOURCE_NOT_FOUND", "USER_UNAUTHORIZED", ...withCaller],
  signedIn: withCaller,
  open: [],
} as const satisfies Readonly<Record<string, readonly ErrorCode[]>>;
const withQuery: readonly ErrorCode[] = ["INVALID_QUERY_PARAMETER"];
const withBody: readonly ErrorCode[] = [
  "ATTRIBUTE_READ_ONLY",
  "BAD_REQUEST",
  "INVALID_ATTRIBUTE",
  "INVALID_JSON",
  "INVALID_JSON_ATTRIBUTE",
  "MISSING_ATTRIBUTE",
  "REQUEST_TOO_LARGE",
  "UNSUPPORTED_CONTENT_ENCODING",
  "UNSUPPORTED_MEDIA_TYPE",
];

const unparsed = (_: string, path: string) => fault("PATH_PARAM_PARSE_ERROR", { path });

const malformed: Readonly<Record<string, (value: string, path: string) => Fault>> = {
  apiUserId: (keyId) => fault("INVALID_KEY_ID", { keyId }),
  containerId: unparsed,
  endpointServiceId: unparsed,
  groupId: (groupId) => fault("INVALID_GROUP_ID", { groupId }),
  invoiceId: () => fault("INVALID_INVOICE_ID", {}),
  orgId: (orgId) => fault("INVALID_ORG_ID", { orgId }),
  peerId: (peerId) => fault("INVALID_PEER_ID", { peerId }),
  snapshotId: (snapshotId) => fault("INVALID_SNAPSHOT_ID", { snapshotId }),
  teamId: (teamId) => fault("INVALID_TEAM_ID", { teamId }),
  userId: (userId) => fault("INVALID_USER_ID", { userId }),
};

/** Makes the refusal of a malformed path parameter: its own code, or that of a missing resource. */
export const refuseParam = (name: string, value: string, path: string): Fault =>
  malformed[name]?.(value, path) ?? fault("RESOURCE_NOT_FOUND", { resource: value });

/** Lists every code that an operation can answer: its own and the pipeline's. */
export function codesOf(operation: Declared): ErrorCode[] {
  const sunset = Object.values(operation.versions).some((each) => each.sunset !== undefined);
  const codes = [
    ...operation.errors,
    ...common,
    ...withDoor[operation.door.kind],
    ...Object.keys(operation.params).map((name) => refuseParam(name, "", "").code),
    ...(Object.keys(operation.query).length > 0 ? withQuery : []),
    ...(operation.body === undefined ? [] : withBody),
    ...(sunset ? (["VERSION_GONE"] as const) : []),
  ];
  return [...new Set(codes)].sort();
}
