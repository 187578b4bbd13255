// The OpenAPI document, derived from the table of operations.
import type { TSchema } from "typebox";
import { version } from "../contract/build.ts";
import { catalogue, type ErrorCode } from "../contract/errors.ts";
import { codesOf } from "../contract/pipeline-codes.ts";
import { roleTitles } from "../contract/role-titles-en.ts";
import { ApiError } from "../contract/schemas/common.ts";
import { mediaType } from "../contract/versions.ts";
import type { Operation } from "../operations/operation.ts";

type Json = Record<string, unknown>;

const isNull = (schema: unknown): boolean => (schema as Json).type === "null";

/** OpenAPI 3.0 knows no null type, no constant and no pattern of names, and says the same in words of its own. */
function translate({ anyOf, const: only, patternProperties, ...rest }: Json): Json {
  if (only !== undefined) return { ...rest, enum: [only] };
  if (patternProperties !== undefined) {
    return { ...rest, additionalProperties: Object.values(patternProperties as Json)[0] };
  }
  if (!Array.isArray(anyOf)) return rest;
  const [one, ...others] = anyOf.filter((each) => !isNull(each));
  const nullable = anyOf.some(isNull) && { nullable: true };
  if (others.length > 0) return { ...rest, anyOf: [one, ...others], ...nullable };
  // Beside a reference nothing else counts.
  return { ...("$ref" in one ? { allOf: [one] } : one), ...rest, ...nullable };
}

/** Moves schemas that have an `$id` into components, and leaves references in their place. */
function collector() {
  const schemas: Json = {};
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== "object" || value === null) return value;
    const { $id, checkedByRule: _, ...rest } = value as Json;
    const placed = translate(
      Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, place(each)])),
    );
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
        ...(date !== "unversioned" && { "x-xgen-version": date }),
        ...(sunset && { "x-sunset": sunset }),
      },
    ]);
    const statuses = new Map<number, ErrorCode[]>();
    for (const code of codesOf(operation)) {
      const { status } = catalogue[code];
      statuses.set(status, [...(statuses.get(status) ?? []), code]);
    }
    const { door } = operation;
    const challenged = door.kind !== "open";
    if (challenged) statuses.set(401, statuses.get(401) ?? []);
    const refusals = [...statuses].map(([status, codes]) => [
      status,
      {
        description: [
          ...(status === 401 && challenged ? ["A challenge, where credentials are missing or refused."] : []),
          ...(codes.length > 0 ? [`One of ${codes.join(", ")}.`] : []),
        ].join(" "),
        content: { "application/json": { schema: errorSchema } },
      },
    ]);
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = {
      operationId: operation.id,
      tags: [operation.tag],
      summary: operation.summary,
      description: operation.description,
      ...(versions.every(([, { deprecated }]) => deprecated !== undefined) && { deprecated: true }),
      ...(operation.successor && { "x-successor": operation.successor }),
      ...(operation.neighbour && { "x-neighbour": true }),
      ...("role" in door && { "x-rolesRequirements": [roleTitles[door.role]] }),
      ...(door.kind === "open" && { security: [] }),
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
        ...(operation.mayShowNothing && {
          204: { description: "Success, with nothing to show.", headers: rateLimitHeaders },
        }),
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
