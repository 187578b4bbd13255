// The parameters and members of an operation, as rows of the reference's tables.
import type { TSchema } from "typebox";
import { type Schema, typeOf } from "../../contract/schema-words.ts";
import { Table } from "../kit/kit.tsx";

interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

export const parametersOf = (params: Readonly<Record<string, TSchema>>, isRequired: boolean): Field[] =>
  Object.entries(params).map(([name, schema]) => ({ name, schema: schema as Schema, isRequired }));

/** The members of an object, or of the objects in an array. `sent`: only those a caller may send. */
export function membersOf(schema: TSchema | undefined, { sent }: { sent: boolean }): Field[] {
  const { items, ...single } = (schema ?? {}) as Schema;
  const { properties = {}, required = [] }: Partial<Schema> = items ?? single;
  return Object.entries(properties)
    .filter(([, { readOnly }]) => !sent || readOnly !== true)
    .map(([name, each]) => ({ name, schema: each, isRequired: sent && required.includes(name) }));
}

const detailsOf = ({ pattern, default: initial }: Schema): string =>
  [pattern && `matches ${pattern}`, initial !== undefined && `default ${JSON.stringify(initial)}`]
    .filter(Boolean)
    .join(", ");

export const Fields = ({ caption, fields }: { caption: string; fields: readonly Field[] }) =>
  fields.length === 0 ? null : (
    <Table
      fits
      caption={caption}
      heads={["Name", "Type", "Meaning"]}
      rows={fields.map(({ name, schema, isRequired }) => ({
        key: name,
        cells: [
          <>
            <code>{name}</code>
            {isRequired && <small>required</small>}
          </>,
          <>
            {typeOf(schema)}
            <small>{detailsOf(schema)}</small>
          </>,
          schema.description,
        ],
      }))}
    />
  );
