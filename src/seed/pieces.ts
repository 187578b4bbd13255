// Pieces of the seed schema that several of its parts share.
import type { TSchema } from "typebox";
import * as Type from "typebox";
import { IsDateTime } from "typebox/format";
import { countries } from "../contract/countries.ts";
import { groupRoleNames, orgRoleNames } from "../contract/roles.ts";
import { isCountry } from "../domain/user.ts";

/** The form of an instant; a pattern cannot say how many days a month has. */
const timestampPattern =
  "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";

export const closed = <P extends Record<string, TSchema>>(
  properties: P,
  more: { readonly $id?: string; readonly description?: string } = {},
) => Type.Object(properties, { additionalProperties: false, ...more });

export const optional = <S extends TSchema>(schema: S, description: string) =>
  Type.Optional({ ...schema, description } as S);
/** Read-only, so that a seed may be declared `as const`. */
export const array = <S extends TSchema>(item: S, options: { description: string; minItems?: number }) =>
  Type.Immutable(Type.Array(item, options));
export const list = <S extends TSchema>(item: S, description: string) =>
  Type.Optional(array(item, { description }));

/** Something that is named by its name, its id, or both. */
export const either = <S extends TSchema>(schema: S, name: string, id: string) =>
  Type.Refine(
    {
      ...schema,
      also: { anyOf: [name, id].map((each) => ({ properties: { [each]: {} }, required: [each] })) },
    } as S,
    (value) => [name, id].some((each) => (value as Readonly<Record<string, unknown>>)[each] !== undefined),
    () => `must have ${name} or ${id}`,
  );

export const ObjectId = Type.String({ pattern: "^[a-f0-9]{24}$" });
export const Id = optional(ObjectId, "24 hexadecimal digits. Minted if absent.");
export const OrgRoles = array(Type.Enum(orgRoleNames), {
  minItems: 1,
  description: "Roles in the organization, one at least.",
});
export const GroupRoles = array(Type.Enum(groupRoleNames), {
  minItems: 1,
  description: "Roles in the project, one at least.",
});
export const Address = Type.String({ minLength: 3 });
export const Username = Type.String({ minLength: 3, description: "E-mail address of the person." });
/** For texts without a rule of their own: a stored text has no NUL. `also` is the JSON Schema of a refinement. */
export const Text = (description: string, options: { minLength?: number } = {}) =>
  Type.Optional(
    Type.Refine(
      Type.String({ ...options, also: { pattern: "^[^\\u0000]*$" }, description }),
      (text) => !text.includes("\0"),
      () => "must not hold NUL",
    ),
  );
export const Country = Type.Optional(
  Type.Refine(
    Type.String({
      also: { enum: [...countries] },
      description: "Country by its two letters (ISO 3166-1), such as IE.",
    }),
    isCountry,
    () => "must be a country, such as IE",
  ),
);
// The form alone allows leap seconds, which JavaScript does not know.
export const Timestamp = (description: string) =>
  Type.Optional(
    Type.Refine(
      Type.String({ also: { pattern: timestampPattern }, description }),
      (text) => IsDateTime(text) && !Number.isNaN(Date.parse(text)),
      () => "must be an instant, such as 2026-08-10T03:04:53Z",
    ),
  );
