// The tables of a page of the reference: the parameters and body of a request, and the attributes of its answer.
import { type Attribute, attributesOf } from "../../core/contract/attributes.ts";
import { type Schema, typeOf } from "../../core/contract/schema-words.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { Table } from "../kit/kit.tsx";
import { useVisit } from "../kit/visit.ts";
import { newestOf } from "./reference.tsx";
import { type Written, writeOnce } from "./repeated-attributes.ts";

/** A table's row for a parameter or an attribute. */
type Row = Attribute & {
  readonly default?: unknown;
  /** The anchor that links to this row use. */
  readonly anchor?: string | undefined;
  readonly like?: { readonly href: string; readonly name: string } | undefined;
};

const parametersOf = (params: Operation["params"] | Operation["query"], required: boolean): Row[] =>
  Object.entries(params).map(([path, schema]) => {
    const { description = "", default: initial } = schema as Schema;
    return { path, type: typeOf(schema), description, required, default: initial };
  });

const anchorOf = ({ table, path }: Written) => `${table}-${path.replaceAll("[]", "")}`;

export function Parts({ operation }: { operation: Operation }) {
  const { path, params, query, body, status } = operation;
  const words = useVisit().words.reference;
  const place = { operationPath: path };
  const { reply } = newestOf(operation);
  const tables = writeOnce({
    body: body ? attributesOf(body, { ...place, sent: true }) : [],
    answer: reply ? attributesOf(reply, { ...place, sent: false }) : [],
  });
  const referred = new Set(
    Object.values(tables).flatMap((rows) => rows.flatMap(({ like }) => (like ? [anchorOf(like)] : []))),
  );
  const rowsOf = (table: string): Row[] =>
    (tables[table] ?? []).map(({ like, ...attribute }) => {
      const anchor = anchorOf({ table, path: attribute.path });
      const name = like && (like.table === table ? like.path : `${words.body} ${like.path}`);
      return {
        ...attribute,
        anchor: referred.has(anchor) ? anchor : undefined,
        like: like && { href: `#${anchorOf(like)}`, name: name ?? "" },
      };
    });
  return (
    <>
      <h2>{words.request}</h2>
      <Fields caption={words.path} fields={parametersOf(params, true)} />
      <Fields caption={words.query} fields={parametersOf(query, false)} />
      <Fields caption={words.body} fields={rowsOf("body")} />
      <Fields caption={words.answer(status)} fields={rowsOf("answer")} />
    </>
  );
}

function Fields({ caption, fields }: { caption: string; fields: readonly Row[] }) {
  const { reference: words, layout } = useVisit().words;
  if (fields.length === 0) return null;
  return (
    <div class="operation" lang="en">
      <Table
        fits
        caption={caption}
        heads={[layout.name, words.type, words.meaning]}
        rows={fields.map(({ path, type, description, required, default: initial, anchor, like }) => ({
          key: path,
          cells: [
            <>
              <code id={anchor}>{path}</code>
              {required && <small>{words.required}</small>}
            </>,
            <>
              {type}
              {initial !== undefined && <small>= {JSON.stringify(initial)}</small>}
            </>,
            <>
              {description}
              {like && (
                <small>
                  {words.like} <a href={like.href}>{like.name}</a>
                </small>
              )}
            </>,
          ],
        }))}
      />
    </div>
  );
}
