// The OpenAPI document, derived from the table of operations.
import type { TSchema } from "typebox";
import { version } from "../contract/build.ts";
import { catalogue, type ErrorCode } from "../contract/errors.ts";
import { roleTitle } from "../contract/roles.ts";
import { ApiError } from "../contract/schemas/common.ts";
import { mediaType } from "../contract/versions.ts";
import type { Operation } from "../operations/operation.ts";

type Json = Record<string, unknown>;

/** Codes the corridor itself can answer on the way to any operation. */
const common: readonly ErrorCode[] = [
  "USER_UNAUTHORIZED",
  "IP_ADDRESS_NOT_ON_ACCESS_LIST",
  "INVALID_VERSION_DATE",
  "RATE_LIMITED_TOKEN_BUCKET",
  "UNEXPECTED_ERROR",
];
const withScope: readonly ErrorCode[] = ["GROUP_NOT_FOUND"];
const withQuery: readonly ErrorCode[] = ["INVALID_QUERY_PARAMETER"];
const withBody: readonly ErrorCode[] = [
  "INVALID_JSON",
  "INVALID_ATTRIBUTE",
  "REQUEST_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
];

/** Every code an operation can answer: its own and the corridor's. */
export function codesOf(operation: Operation): ErrorCode[] {
  const sunset = Object.values(operation.versions).some((each) => each.sunset !== undefined);
  const codes = [
    ...operation.errors,
    ...common,
    ...(operation.door.kind === "signedIn" ? [] : withScope),
    ...(Object.keys(operation.query).length > 0 ? withQuery : []),
    ...(operation.body === undefined ? [] : withBody),
    ...(sunset ? (["VERSION_GONE"] as const) : []),
  ];
  return [...new Set(codes)].sort();
}

/** Moves schemas that have an `$id` into components, and leaves references in their place. */
function collector() {
  const schemas: Json = {};
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== "object" || value === null) return value;
    const { $id, lawful: _, ...rest } = value as Json;
    const placed = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, place(each)]));
    if (typeof $id !== "string") return placed;
    schemas[$id] ??= placed;
    return { $ref: `#/components/schemas/${$id}` };
  };
  return { schemas, place: (schema: TSchema) => place(schema) };
}

const rateLimitHeaders = {
  "RateLimit-Limit": {
    description: "Requests a full bucket of this endpoint set holds.",
    schema: { type: "integer" },
  },
  "RateLimit-Remaining": { description: "Requests left in the bucket.", schema: { type: "integer" } },
};

export function describeApi(operations: readonly Operation[], serverUrl: string): Json {
  const { schemas, place } = collector();
  const errorSchema = place(ApiError);
  const paths: Record<string, Json> = {};

  for (const operation of operations) {
    const parameter = (where: "path" | "query", name: string, schema: TSchema) => {
      const { description, ...shape } = schema as TSchema & { description?: string };
      return { in: where, name, required: where === "path", description, schema: place(shape as TSchema) };
    };
    const versions = Object.entries(operation.versions).sort(([a], [b]) => (a < b ? -1 : 1));
    const body = operation.body && place(operation.body);
    const content = versions.map(([date, { reply, sunset }]) => [
      mediaType(date),
      {
        ...(reply && { schema: place(reply) }),
        "x-xgen-version": date,
        ...(sunset && { "x-sunset": sunset }),
      },
    ]);
    const statuses = new Map<number, ErrorCode[]>();
    for (const code of codesOf(operation)) {
      const { status } = catalogue[code];
      statuses.set(status, [...(statuses.get(status) ?? []), code]);
    }
    const refusals = [...statuses].map(([status, codes]) => [
      status,
      {
        description: `One of ${codes.join(", ")}.`,
        content: { "application/json": { schema: errorSchema } },
      },
    ]);
    const { door } = operation;
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = {
      operationId: operation.id,
      tags: [operation.tag],
      summary: operation.summary,
      description: operation.description,
      ...(versions.every(([, { deprecated }]) => deprecated !== undefined) && { deprecated: true }),
      ...(operation.successor && { "x-successor": operation.successor }),
      ...(door.kind !== "signedIn" && { "x-rolesRequirements": [roleTitle(door.role)] }),
      parameters: [
        ...Object.entries(operation.params).map(([name, schema]) => parameter("path", name, schema)),
        ...Object.entries(operation.query).map(([name, schema]) => parameter("query", name, schema)),
      ],
      ...(body !== undefined && {
        requestBody: {
          required: true,
          content: Object.fromEntries(versions.map(([date]) => [mediaType(date), { schema: body }])),
        },
      }),
      responses: {
        [operation.status]: {
          description: "Success.",
          headers: rateLimitHeaders,
          content: Object.fromEntries(content),
        },
        ...Object.fromEntries(refusals),
      },
    };
  }
  return {
    openapi: "3.0.1",
    info: {
      title: "Anteroom: the access plane of the MongoDB Atlas Administration API",
      version,
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: serverUrl }],
    security: [{ ServiceAccounts: [] }, { DigestAuth: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        DigestAuth: { type: "http", scheme: "digest" },
        ServiceAccounts: {
          type: "oauth2",
          flows: { clientCredentials: { tokenUrl: `${serverUrl}/api/oauth/token`, scopes: {} } },
        },
      },
    },
  };
}
