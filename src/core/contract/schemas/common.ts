// Schemas that several resources share. They are the OpenAPI schemas as well as the validators.
import type { Static, TObjectOptions, TProperties, TSchema, TSchemaOptions } from "typebox";
import * as Type from "typebox";

/** The form of all ids. */
export const idPattern = "^([a-f0-9]{24})$";
export const exampleId = "32b6e34b3d91647abb20e7b8";

export const ObjectId = Type.String({ pattern: idPattern, example: exampleId });

/**
 * Makes a schema of members of any name. TypeBox's own type of records includes an evaluator of types, a tenth of a server's
 * code.
 */
export const recordOf = <S extends TSchema>(value: S, options: TSchemaOptions = {}) =>
  Type.Unsafe<Record<string, Static<S>>>({ type: "object", additionalProperties: value, ...options });

/** Makes a schema of an object with a name in the OpenAPI document. */
export const object = <Properties extends TProperties>(
  $id: string,
  properties: Properties,
  more: TObjectOptions = {},
) => Type.Object(properties, { $id, ...more });

/** An instant in UTC with whole seconds, `YYYY-MM-DDThh:mm:ssZ`. */
export const Timestamp = Type.String({ format: "date-time" });

const FieldViolation = object("FieldViolation", {
  description: Type.String({ description: "What is wrong with the field." }),
  field: Type.String({ description: "Name of the field." }),
});

const BadRequestDetail = object("BadRequestDetail", { fields: Type.Optional(Type.Array(FieldViolation)) });

/** The schema of errors. Here every error has a detail and a reason; the official document leaves them optional. */
export const ApiError = object("ApiError", {
  badRequestDetail: Type.Optional(BadRequestDetail),
  detail: Type.Optional(Type.String({ description: "What went wrong, in words." })),
  error: Type.Integer({ description: "HTTP status of the answer." }),
  errorCode: Type.String({ description: "Stable code of the error; programs decide by it." }),
  errorType: Type.Optional(
    Type.String({ description: "Of resource policies: what is wrong with their texts." }),
  ),
  invalidPolicies: Type.Optional(
    Type.Array(
      object("ApiAtlasInvalidPolicyView", {
        body: Type.Optional(Type.String({ description: "Text that is wrong." })),
        errors: Type.Optional(
          Type.Array(
            object("ApiAtlasInvalidPolicyErrorDetailView", {
              detail: Type.Optional(Type.String({ description: "What is wrong with it, and where." })),
            }),
          ),
        ),
      }),
      { description: "Of resource policies: the texts that are wrong." },
    ),
  ),
  parameters: Type.Optional(
    Type.Array(Type.Union([Type.String(), Type.Number()]), {
      description: "Values that appear in the detail.",
    }),
  ),
  reason: Type.Optional(Type.String({ description: "Reason phrase of the HTTP status." })),
});

/** Tells the types of a default: such a parameter is never undefined. */
export const optional = <S extends TSchema, V>(schema: S, value: V): S & { readonly default: V } =>
  Object.assign(schema, { default: value });

export const flag = (description: string) => optional(Type.Boolean({ description }), false);

export const envelope = flag(
  "Wraps the answer as {status, content}, for clients that cannot read the HTTP status. A page gains a status member instead.",
);
export const pretty = flag("Answers JSON with line breaks and indentation.");

/** The query parameters of every operation of the API, unless it declares that it lacks them. */
export const format = { envelope, pretty };

export const paging = {
  includeCount: optional(Type.Boolean({ description: "Whether to count all results (totalCount)." }), true),
  itemsPerPage: optional(
    Type.Integer({ minimum: 1, maximum: 500, description: "Results on one page." }),
    100,
  ),
  pageNum: optional(Type.Integer({ minimum: 1, description: "Number of the page, from 1." }), 1),
};

/** The path parameters by the names in braces: an operation need not declare these. */
export const pathParams = {
  groupId: { ...ObjectId, description: "Id of the project." },
  invitationId: { ...ObjectId, description: "Id of the invitation." },
  orgId: { ...ObjectId, description: "Id of the organization." },
  teamId: { ...ObjectId, description: "Id of the team." },
  userId: { ...ObjectId, description: "Id of the user." },
} as const;
