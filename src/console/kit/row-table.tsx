// A table with one line for each row: columns that sort, boxes to pick rows by, and a menu in each.
import type { ComponentChildren } from "preact";
import type { Named } from "./fields.tsx";
import { Icon } from "./icon.tsx";
import { CopyId } from "./kit.tsx";
import { addressWith, sortOf } from "./list.tsx";
import { Menu } from "./menu.tsx";
import { When } from "./time.tsx";
import { useVisit } from "./visit.ts";

export interface Column<Row> {
  readonly head: string;
  /** The name of its order in the address; the first column with one is the default order. */
  readonly by?: string;
  /** The value to sort by if the page has all rows: text in the order of the language, or a number. */
  readonly value?: (row: Row) => string | number;
  /** The class for the column's width, or `wide-only` for a column that phones leave out. */
  readonly class?: string;
  readonly cell: (row: Row) => ComponentChildren;
}

export const idColumn = <Row extends Named>(classes: string): Column<Row> => ({
  head: "ID",
  class: classes,
  cell: CopyId,
});

/** A column with an instant, which sorts the earliest first; a cell is empty if its row has none. */
export const timeColumn = <Row,>(
  head: string,
  by: string,
  atOf: (row: Row) => string | null | undefined,
  classes = "c-time wide-only",
): Column<Row> => ({
  head,
  by,
  value: (row) => Date.parse(atOf(row) ?? "1970-01-01"),
  class: classes,
  cell: (row) => {
    const at = atOf(row);
    return at && <When at={at} />;
  },
});

export const countColumn = <Row,>(
  head: string,
  by: string,
  count: (row: Row) => number,
  classes = "c-num wide-only",
): Column<Row> => ({ head, by, value: count, class: classes, cell: count });

/** The form with the id `bulk`, which acts on the selected rows. */
export interface Bulk<Row> {
  readonly form: ComponentChildren;
  /** The name of the field that identifies a row (`id` if absent), and its value. */
  readonly name?: string;
  readonly sentBy?: (row: Row) => string;
  readonly isPickable?: ((row: Row) => boolean) | undefined;
  readonly isPicked?: (row: Row) => boolean;
}

export interface RowsProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly bulk?: Bulk<Row> | undefined;
  /** The items of a row's menu; null for a row without actions. If absent, rows have no menus. */
  readonly menu?: ((row: Row) => ComponentChildren | null) | undefined;
  /** True for the page's main table: its caption is only for screen readers, and the keyboard leads to its rows. */
  readonly isMain?: boolean;
}

export function RowTable<Row>(props: RowsProps<Row>) {
  const { caption, rows, idOf, columns, bulk, menu, isMain = false } = props;
  const { people, layout } = useVisit().words;
  const orders = columns.flatMap(({ by }) => by ?? []);
  const isBulk = bulk !== undefined && rows.some(bulk.isPickable ?? (() => true));
  return (
    <div class="table list">
      <table>
        <caption class={isMain ? "unseen" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {isBulk && (
              <td class="pick">
                <input
                  type="checkbox"
                  form="bulk"
                  aria-label={people.list.pickAll}
                  data-all={bulk.name ?? "id"}
                />
              </td>
            )}
            {columns.map((column) => (
              <Head key={column.head} column={column} orders={orders} />
            ))}
            {menu !== undefined && (
              <th scope="col" class="end">
                <span class="unseen">{layout.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody {...(isMain && { id: "rows", tabIndex: -1 })}>
          {rows.map((row) => (
            <Line key={idOf(row)} {...props} row={row} bulk={isBulk ? bulk : undefined} />
          ))}
        </tbody>
      </table>
      {isBulk && bulk.form}
    </div>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly orders: readonly string[];
}

/** The head of a column. If the column sorts, it is a link that sorts, then reverses. */
function Head<Row>({ column: { head, by, class: classes }, orders }: HeadProps<Row>) {
  const visit = useVisit();
  if (by === undefined) {
    return (
      <th scope="col" class={classes}>
        {head}
      </th>
    );
  }
  const now = sortOf(visit.query, orders);
  const order = now.by !== by ? undefined : now.isReversed ? "descending" : "ascending";
  const next = order === "ascending" ? `-${by}` : by;
  const icons = { ascending: "arrowDown", descending: "arrowUp" } as const;
  return (
    <th scope="col" class={classes} aria-sort={order}>
      <a href={addressWith(visit, { sort: next === orders[0] ? "" : next })}>
        {head}
        <Icon name={order === undefined ? "unsorted" : icons[order]} />
      </a>
    </th>
  );
}

function Line<Row>(props: RowsProps<Row> & { readonly row: Row }) {
  const { row, idOf, nameOf, columns, bulk, menu } = props;
  const { people, lists } = useVisit().words;
  const [id, name, items = null] = [idOf(row), nameOf(row), menu?.(row)];
  const [first, ...others] = columns;
  return (
    <tr id={`r-${id}`}>
      {bulk !== undefined && (
        <td class="pick">
          {(bulk.isPickable?.(row) ?? true) && (
            <input
              type="checkbox"
              form="bulk"
              name={bulk.name ?? "id"}
              value={bulk.sentBy?.(row) ?? id}
              checked={bulk.isPicked?.(row)}
              aria-label={people.list.pick(name)}
            />
          )}
        </td>
      )}
      <th scope="row" title={name}>
        {first?.cell(row)}
      </th>
      {others.map(({ head, class: classes, cell }) => (
        <td key={head} class={classes}>
          {cell(row)}
        </td>
      ))}
      {menu !== undefined && (
        <td class="end">
          {items !== null && (
            <Menu id={`m-${id}`} name="menu" label={lists.actionsFor(name)}>
              {items}
            </Menu>
          )}
        </td>
      )}
    </tr>
  );
}
