// Tables of parameters and attributes for the reference.
import type { Attribute } from "../../contract/attributes.ts";
import { type Schema, typeOf } from "../../contract/schema-words.ts";
import type { Operation } from "../../operations/operation.ts";
import { Table } from "../kit/kit.tsx";
import type { Visit } from "../page.ts";

type Row = Pick<Attribute, "path" | "type" | "description" | "required"> & { readonly default?: unknown };

export const parametersOf = (params: Operation["params"] | Operation["query"], required: boolean): Row[] =>
  Object.entries(params).map(([path, schema]) => {
    const { description = "", default: initial } = schema as Schema;
    return { path, type: typeOf(schema), description, required, default: initial };
  });

interface FieldsProps {
  readonly visit: Visit;
  readonly caption: string;
  readonly fields: readonly Row[];
}

export function Fields({ visit, caption, fields }: FieldsProps) {
  const words = visit.words.reference;
  if (fields.length === 0) return null;
  return (
    <div class="operation" lang="en">
      <Table
        fits
        caption={caption}
        heads={[words.name, words.type, words.meaning]}
        rows={fields.map(({ path, type, description, required, default: initial }) => ({
          key: path,
          cells: [
            <>
              <code>{path}</code>
              {required && <small>{words.required}</small>}
            </>,
            <>
              {type}
              {initial !== undefined && <small>= {JSON.stringify(initial)}</small>}
            </>,
            description,
          ],
        }))}
      />
    </div>
  );
}
