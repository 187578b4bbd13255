// A list of things other than people: tools, tabs, rows of one line with a menu each, and what is done with several at once.
import type { ComponentChildren } from "preact";
import type { Visit } from "../page.ts";
import { type Browsed, type Browsing, browse } from "./browse.ts";
import { Button, Form } from "./kit.tsx";
import { countText, RowMenu, SortHead, sortedAs, Tabs, Tools, Under } from "./list.tsx";

interface Column<Row> {
  readonly head: string;
  /** What it is sorted by, a column of `browsing`; not at all if absent. */
  readonly by?: string;
  /** Of its width, and `wide-only` for what a phone has no room for. */
  readonly class?: string;
  readonly cell: (row: Row) => ComponentChildren;
}

interface ListingProps<Row> {
  readonly visit: Visit;
  readonly title: string;
  readonly all: readonly Row[];
  readonly browsing: Browsing<Row>;
  readonly nameOf: (row: Row) => string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly empty: string;
  /** `12 teams`. */
  readonly total: (count: string) => string;
  /** What is searched by, where it is not by names alone. */
  readonly search?: string;
  /** Nobody needs a search to find something in it. */
  readonly isShort?: boolean;
  /** Choices for the filters of `browsing`. */
  readonly filters?: Parameters<typeof Tools>[0]["filters"];
  readonly tabs?: Omit<Parameters<typeof Tabs>[0], "visit">;
  /** The form, the button and the question of what is done with those that are picked, whose ids it sends as `id`. */
  readonly bulk?: { readonly form: string; readonly label: string; readonly confirm: string } | undefined;
  /** Whether that can be done with a row. */
  readonly isPickable?: (row: Row) => boolean;
  /** Items of a row's menu; null for a row with which nothing can be done. Without menus if absent. */
  readonly menu?: (row: Row) => ComponentChildren | null;
}

export function Listing<Row>(props: ListingProps<Row>) {
  const { visit, all, browsing, empty, total, search, isShort = false, filters = [], tabs } = props;
  const found = browse(visit, all, browsing);
  const isNarrowed = [...filters.map(({ name }) => name), "q"].some((name) => visit.query.get(name));
  const count = total(countText(found.total));
  return (
    <>
      {(!isShort || isNarrowed) && (
        <Tools visit={visit} filters={filters} {...(search !== undefined && { search })} />
      )}
      <div id="found" data-count={count}>
        {tabs !== undefined && <Tabs visit={visit} {...tabs} />}
        {found.rows.length === 0 ? (
          <div class="empty" id="rows" tabIndex={-1}>
            {isNarrowed ? visit.words.lists.nothing : empty}
          </div>
        ) : (
          <Rows {...props} found={found} />
        )}
        <Under visit={visit} total={found.total} label={count} next={found.next} previous={found.previous} />
      </div>
    </>
  );
}

function Rows<Row>({
  visit,
  title,
  browsing,
  nameOf,
  columns,
  bulk,
  isPickable = () => true,
  menu,
  found,
}: ListingProps<Row> & { readonly found: Browsed<Row> }) {
  const { query, words } = visit;
  const { lists } = words;
  const sorts = Object.keys(browsing.columns);
  const isBulk = bulk !== undefined && found.rows.some(isPickable);
  const [first, ...others] = columns;
  const headOf = ({ head, by, class: classes }: Column<Row>) => (
    <th
      key={head}
      scope="col"
      class={classes}
      aria-sort={by === undefined ? undefined : sortedAs(query, by, sorts)}
    >
      {by === undefined ? (
        head
      ) : (
        <SortHead visit={visit} by={by} columns={sorts}>
          {head}
        </SortHead>
      )}
    </th>
  );
  return (
    <div class="table list">
      <table>
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            {isBulk && (
              <td class="pick">
                <input type="checkbox" form="bulk" aria-label={words.people.list.pickAll} data-all="id" />
              </td>
            )}
            {columns.map(headOf)}
            {menu !== undefined && (
              <th scope="col" class="end">
                <span class="unseen">{words.people.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody id="rows" tabIndex={-1}>
          {found.rows.map((row) => {
            const [id, name, items = null] = [browsing.idOf(row), nameOf(row), menu?.(row)];
            return (
              <tr key={id} id={`r-${id}`}>
                {isBulk && (
                  <td class="pick">
                    {isPickable(row) && (
                      <input
                        type="checkbox"
                        form="bulk"
                        name="id"
                        value={id}
                        aria-label={words.people.list.pick(name)}
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
                      <RowMenu id={id} label={lists.actionsFor(name)}>
                        {items}
                      </RowMenu>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {isBulk && (
        <Form visit={visit} name={bulk.form} class="bulk" id="bulk">
          <span>{words.people.list.withPicked}</span>
          <Button kind="danger" confirm={bulk.confirm}>
            {bulk.label}
          </Button>
        </Form>
      )}
    </div>
  );
}

interface MenuFormProps {
  readonly visit: Pick<Visit, "formToken">;
  /** Of the form, which gets the id as `id`. */
  readonly form: string;
  readonly id: string;
  readonly confirm: string;
  /** Read by screen readers. */
  readonly label: string;
  readonly children: string;
}

/** Takes the thing of a row away, in its menu; it is asked first. */
export const MenuForm = ({ visit, form, id, confirm, label, children }: MenuFormProps) => (
  <Form visit={visit} name={form}>
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="confirm" value={confirm} />
    <button type="submit" class="item danger" name="act" value={children} aria-label={label} data-confirm>
      {children}
    </button>
  </Form>
);
