// The OpenAPI document, derived from the table of operations.
import type { TSchema } from "typebox";
import { catalogue, type ErrorCode } from "../contract/errors.ts";
import { codesOf } from "../contract/pipeline-codes.ts";
import { version } from "../contract/release.ts";
import { roleTitles } from "../contract/role-titles-en.ts";
import { ApiError } from "../contract/schemas/common.ts";
import { tagDescriptions } from "../contract/tags.ts";
import { mediaType, versionOn, versionsInOrder } from "../contract/versions.ts";
import { rolesNamedBy } from "../domain/access.ts";
import type { Operation } from "../operations/operation.ts";

export type Json = Record<string, unknown>;

interface Alternative extends Json {
  readonly $ref: string;
}

const isNull = (schema: unknown): boolean => (schema as Json).type === "null";

/** Reports whether every language supports the pattern: Python has no Unicode classes, Go no lookaround. */
const isPortable = (pattern: unknown): boolean => !/\\p\{|\(\?/.test(String(pattern));

const withoutPattern = ({ pattern: _, ...rest }: Json): Json => rest;

/** Moves schemas that have an `$id` into components, and leaves references in their place. */
export function collector() {
  const schemas: Record<string, Json> = {};
  const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });

  /** Maps each value of the discriminator to the alternative that has it. */
  function distinguish(alternatives: readonly Alternative[], propertyName: string): Json {
    const valuesOf = ({ $ref }: Alternative) => {
      const { properties } = schemas[$ref.split("/").at(-1) ?? ""] as { properties: Record<string, Json> };
      return properties[propertyName]?.enum as readonly string[];
    };
    const mapping = alternatives.flatMap((one) => valuesOf(one).map((value) => [value, one.$ref]));
    return { oneOf: alternatives, discriminator: { propertyName, mapping: Object.fromEntries(mapping) } };
  }

  /**
   * Translates a schema to OpenAPI 3.0, which has no null type, no constant and no number as exclusive bound, and other words
   * for them.
   */
  function translate({ anyOf, const: only, discriminator, exclusiveMinimum, ...rest }: Json): Json {
    if (exclusiveMinimum !== undefined) return { ...rest, minimum: exclusiveMinimum, exclusiveMinimum: true };
    if (only !== undefined) return { ...rest, enum: [only] };
    if (typeof rest.pattern === "string" && !isPortable(rest.pattern)) return withoutPattern(rest);
    if (!Array.isArray(anyOf)) return rest;
    if (discriminator !== undefined) {
      return { ...rest, ...distinguish(anyOf, (discriminator as { propertyName: string }).propertyName) };
    }
    const [one, ...others] = anyOf.filter((each) => !isNull(each));
    const nullable = anyOf.some(isNull) && { nullable: true };
    if (others.length > 0) return { ...rest, anyOf: [one, ...others], ...nullable };
    // Siblings of `$ref` are ignored, so the reference moves into `allOf`.
    return { ...("$ref" in one ? { allOf: [one] } : one), ...rest, ...nullable };
  }

  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== "object" || value === null) return value;
    const { $id, checkedByRule, always, demanded, isSecret, names, ...rest } = value as Json;
    if (typeof $id === "string" && $id in schemas) return refer($id);
    const placed = translate(
      Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, place(each)])),
    );
    if (typeof $id !== "string") return placed;
    schemas[$id] = placed;
    return refer($id);
  };
  return { schemas, place: (schema: TSchema) => place(schema) };
}

const integer = (description: string) => ({ description, schema: { type: "integer" } });

const headers = {
  HeaderRateLimitLimit: integer("Requests a full bucket of this endpoint set holds."),
  HeaderRateLimitRemaining: integer("Requests left in the bucket."),
  HeaderRetryAfter: integer("Seconds to wait before the next try."),
};
const header = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` });
const counted = {
  "RateLimit-Limit": header("HeaderRateLimitLimit"),
  "RateLimit-Remaining": header("HeaderRateLimitRemaining"),
};
const retried = { "Retry-After": header("HeaderRetryAfter") };
const headersOfRefusals: Readonly<Record<number, Json>> = {
  429: { ...counted, ...retried },
  503: retried,
};

const about = `Projects, organizations, invitations, people, teams and credentials, at the paths of the MongoDB Atlas Administration API.

Name a dated version in the Accept header, such as ${mediaType("2025-03-12")}: the newest version that is not newer answers. Where an operation has several, they are listed from the newest on. Authenticate with an API key by HTTP digest, or with the access token of a service account.`;

type Place = (schema: TSchema) => unknown;

/** Lists the versions, newest first: generators take the first of several. */
const versionsOf = ({ versions }: Operation) =>
  versionsInOrder(versions)
    .reverse()
    .map((name) => ({ name, ...versions[name] }));

const contentOf = (operation: Operation, show: Place) =>
  Object.fromEntries(
    versionsOf(operation).map(({ name, reply, type = mediaType(name), sunset, preview }) => [
      type.replace(/;.*/, ""),
      {
        ...(reply && { schema: show(reply) }),
        ...(name !== "unversioned" && { "x-xgen-version": name }),
        ...(sunset && { "x-sunset": sunset }),
        ...(preview && { "x-xgen-preview": preview }),
      },
    ]),
  );

const successesOf = (operation: Operation, place: Place): Json => ({
  [operation.status]: { description: "Success.", headers: counted, content: contentOf(operation, place) },
  ...(operation.mayShowNothing && {
    204: {
      description: "Success, with nothing to show.",
      headers: counted,
      content: contentOf(operation, () => undefined),
    },
  }),
});

function refusalsOf(operation: Operation, place: Place): Json {
  const statuses = new Map<number, ErrorCode[]>();
  for (const code of codesOf(operation)) {
    const { status } = catalogue[code];
    statuses.set(status, [...(statuses.get(status) ?? []), code]);
  }
  const challenged = operation.door.kind !== "open";
  if (challenged) statuses.set(401, statuses.get(401) ?? []);
  const refusals = [...statuses].map(([status, codes]) => [
    status,
    {
      description: [
        ...(status === 401 && challenged ? ["A challenge, where credentials are missing or refused."] : []),
        ...(codes.length > 0 ? [`One of ${codes.join(", ")}.`] : []),
      ].join(" "),
      ...(headersOfRefusals[status] && { headers: headersOfRefusals[status] }),
      content: { "application/json": { schema: place(ApiError) } },
    },
  ]);
  return Object.fromEntries(refusals);
}

/** A parameter's description in the document, apart from its schema. */
interface Described {
  readonly description?: string;
  readonly deprecated?: true;
}

function describeOperation(operation: Operation, place: Place): Json {
  const { door } = operation;
  const versions = versionsOf(operation);
  const body = operation.body && place(operation.body);
  const parametersIn = (where: "path" | "query" | "header", schemas: Readonly<Record<string, TSchema>>) =>
    Object.entries(schemas).map(([name, schema]) => {
      const { description, deprecated, ...shape } = schema as TSchema & Described;
      const said = { description, ...(deprecated && { deprecated }) };
      return { in: where, name, required: where === "path", ...said, schema: place(shape as TSchema) };
    });
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    ...(versions.every(({ deprecated }) => deprecated !== undefined) && { deprecated: true }),
    ...(operation.successor && { "x-successor": operation.successor }),
    ...(operation.grade && { "x-anteroom-grade": operation.grade }),
    ...(operation.neighbour && { "x-neighbour": true }),
    ...("role" in door && { "x-rolesRequirements": rolesNamedBy(door).map((role) => roleTitles[role]) }),
    ...(door.kind === "open" && { security: [] }),
    parameters: [
      ...parametersIn("path", operation.params),
      ...parametersIn("query", operation.query),
      ...parametersIn("header", operation.flags ?? {}),
    ],
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: Object.fromEntries(versions.map(({ name }) => [mediaType(name), { schema: body }])),
      },
    }),
    responses: { ...successesOf(operation, place), ...refusalsOf(operation, place) },
  };
}

/** Returns the operations at a date: each in one version, without newer ones. */
export const operationsOn = (operations: readonly Operation[], date: string): Operation[] =>
  operations.flatMap((operation) => {
    const name = versionOn(versionsInOrder(operation.versions).reverse(), date);
    const entries = Object.entries(operation.versions).filter(([each]) => each === name);
    return entries.length === 0 ? [] : [{ ...operation, versions: Object.fromEntries(entries) }];
  });

export function describeApi(operations: readonly Operation[], serverUrl: string): Json {
  const { schemas, place } = collector();
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describeOperation(operation, place);
  }
  return {
    openapi: "3.0.1",
    info: {
      title: "Anteroom: a local MongoDB Atlas Administration API",
      version,
      description: about,
      contact: { name: "The operator of this server", url: `${serverUrl}/docs` },
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: serverUrl }],
    security: [{ ServiceAccounts: [] }, { DigestAuth: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))]
      .sort()
      .map((name) => ({ name, description: tagDescriptions[name] })),
    paths,
    components: {
      schemas,
      headers,
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
