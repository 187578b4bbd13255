// Lists as pages declare them: columns, what each row offers, and what is done with several rows at once.
import type { ComponentChildren } from "preact";
import type { View, Visit } from "../page.ts";
import type { Here, Scope } from "../scope.ts";
import { type Browsed, browse } from "./browse.ts";
import { Button, Copy, Form, Heading, Notice } from "./kit.tsx";
import { countText, MenuLink, RowMenu, SortHead, sortedAs, Tabs, Tools, Under } from "./list.tsx";
import { Done, type Sentences } from "./people.tsx";

export interface Column<Row> {
  readonly head: string;
  /** Name of its order in the address; the first column that has one is the usual order. */
  readonly by?: string;
  /** What rows are sorted by, where the page has them all: texts as people order them, or numbers. */
  readonly value?: (row: Row) => string | number;
  /** Of its width, and `wide-only` for what a phone has no room for. */
  readonly class?: string;
  readonly cell: (row: Row) => ComponentChildren;
}

interface LinkAction<Row> {
  readonly label: string;
  readonly href: (row: Row) => string;
  /** Read by screen readers where the label does not say enough. */
  readonly says?: (row: Row) => string;
  readonly when?: ((row: Row) => boolean) | undefined;
}

/** Takes the thing of a row away, after a question. The form gets its id as `id`. */
interface TakeAction<Row> {
  readonly label: string;
  readonly form: string;
  readonly confirm: (row: Row) => string;
  readonly says: (row: Row) => string;
  readonly when?: ((row: Row) => boolean) | undefined;
  /** The question where several rows are picked; they cannot be if absent. */
  readonly several?: string;
}

type Action<Row> = LinkAction<Row> | TakeAction<Row>;

/** False for what the visitor may not do. */
export type Actions<Row> = readonly (Action<Row> | false)[];

/** What is done with rows that are picked: a form with the id `bulk`. */
export interface Bulk<Row> {
  readonly form: ComponentChildren;
  /** Of the field that names a row, `id` if absent, and its value. */
  readonly name?: string;
  readonly sentBy?: (row: Row) => string;
  readonly isPickable?: ((row: Row) => boolean) | undefined;
}

interface RowsProps<Row> {
  readonly visit: Visit;
  readonly caption: string;
  readonly rows: readonly Row[];
  /** Of the row, the same as long as it is there. */
  readonly idOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly bulk?: Bulk<Row> | undefined;
  /** Items of a row's menu; null for a row with which nothing can be done. Without menus if absent. */
  readonly menu?: ((row: Row) => ComponentChildren | null) | undefined;
  /** The caption is read by screen readers alone, and the keyboard leads to the rows. */
  readonly isMain?: boolean;
}

/** A table with one line for each row. */
export function RowTable<Row>(props: RowsProps<Row>) {
  const { visit, caption, rows, idOf, columns, bulk, menu, isMain = false } = props;
  const { people } = visit.words;
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
              <Head key={column.head} visit={visit} column={column} orders={orders} />
            ))}
            {menu !== undefined && (
              <th scope="col" class="end">
                <span class="unseen">{people.actions}</span>
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
  readonly visit: Visit;
  readonly column: Column<Row>;
  readonly orders: readonly string[];
}

const Head = <Row,>({ visit, column: { head, by, class: classes }, orders }: HeadProps<Row>) => (
  <th
    scope="col"
    class={classes}
    aria-sort={by === undefined ? undefined : sortedAs(visit.query, by, orders)}
  >
    {by === undefined ? (
      head
    ) : (
      <SortHead visit={visit} by={by} columns={orders}>
        {head}
      </SortHead>
    )}
  </th>
);

function Line<Row>(props: RowsProps<Row> & { readonly row: Row }) {
  const { visit, row, idOf, nameOf, columns, bulk, menu } = props;
  const { people, lists } = visit.words;
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
            <RowMenu id={id} label={lists.actionsFor(name)}>
              {items}
            </RowMenu>
          )}
        </td>
      )}
    </tr>
  );
}

interface PagedProps<Row> extends Omit<RowsProps<Row>, "rows"> {
  readonly found: Browsed<Row>;
  readonly empty: string;
  /** `12 teams`. */
  readonly count: string;
  readonly tabs?: Omit<Parameters<typeof Tabs>[0], "visit"> | undefined;
  /** What is searched by, where it is not by names alone. */
  readonly search?: string | undefined;
  readonly filters?: Parameters<typeof Tools>[0]["filters"];
  /** Nobody needs a search to find something in it. */
  readonly isShort?: boolean | undefined;
  /** Said where search and filters leave nothing. */
  readonly nothing?: string;
  /** What menus of rows need beside the table. */
  readonly children?: ComponentChildren;
}

/** One page of a list, with its search, filters and tabs. */
export function PagedList<Row>(props: PagedProps<Row>) {
  const { visit, found, empty, count, search, filters = [], isShort = false, tabs } = props;
  const isNarrowed = [...filters.map(({ name }) => name), "q"].some((name) => visit.query.get(name));
  return (
    <>
      {(!isShort || isNarrowed) && (
        <Tools visit={visit} filters={filters} {...(search !== undefined && { search })} />
      )}
      <div id="found" data-count={count}>
        {tabs !== undefined && <Tabs visit={visit} {...tabs} />}
        {found.rows.length === 0 ? (
          <div class="empty" id="rows" tabIndex={-1}>
            {isNarrowed ? (props.nothing ?? visit.words.lists.nothing) : empty}
          </div>
        ) : (
          <>
            <RowTable {...props} rows={found.rows} isMain />
            {props.children}
          </>
        )}
        <Under visit={visit} total={found.total} label={count} next={found.next} previous={found.previous} />
      </div>
    </>
  );
}

type Filter<Row> = Parameters<typeof Tools>[0]["filters"][number] & {
  /** Whether a row has the value. */
  readonly has: (row: Row, value: string) => boolean;
};

/** The roles of an organization or a project, to filter by. */
export const roleChoice = ({ words }: Visit, { roles }: Scope) => ({
  name: "role",
  all: words.people.list.allRoles,
  options: roles.map((role) => ({ value: role, label: words.role(role) })),
});

export const roleFilter = <Row,>(
  visit: Visit,
  scope: Scope,
  rolesOf: (row: Row) => readonly string[],
): Filter<Row> => ({ ...roleChoice(visit, scope), has: (row, role) => rolesOf(row).includes(role) });

/** The id of each row, with a button that copies it. */
export const idColumn = <Row extends { readonly id: string; readonly name: string }>(
  visit: Visit,
  classes: string,
): Column<Row> => ({
  head: "ID",
  class: classes,
  cell: ({ id, name }) => <Copy visit={visit} text={id} label={visit.words.layout.copyOf(`ID: ${name}`)} />,
});

export interface ListProps<Row>
  extends Omit<PagedProps<Row>, "visit" | "found" | "count" | "menu" | "bulk" | "filters" | "nothing"> {
  /** Undefined where the visitor's roles do not show them. */
  readonly all: readonly Row[] | undefined;
  /** What is said in their place then. */
  readonly hidden?: string;
  /** What a search looks in. */
  readonly texts: (row: Row) => readonly string[];
  readonly total: (count: string) => string;
  /** Whether a row is behind a tab, where they leave some out. */
  readonly tabHas?: (row: Row, value: string) => boolean;
  readonly filters?: readonly Filter<Row>[];
  readonly actions?: Actions<Row>;
}

/** A list that the page has as a whole, with what each of its rows offers. */
export function Listing<Row>({
  visit,
  actions = [],
  all,
  hidden,
  texts,
  total,
  tabHas,
  ...list
}: ListProps<Row> & { visit: Visit }) {
  if (all === undefined) {
    return (
      <>
        {list.tabs !== undefined && <Tabs visit={visit} {...list.tabs} />}
        <Notice kind="info">{hidden}</Notice>
      </>
    );
  }
  const { idOf, columns, tabs, filters = [] } = list;
  const behind = tabs === undefined || tabHas === undefined ? [] : [{ name: tabs.name, has: tabHas }];
  const found = browse(visit, all, { idOf, texts, columns, filters: [...filters, ...behind] });
  const offered = actions.filter((action) => action !== false);
  return (
    <PagedList
      visit={visit}
      {...list}
      found={found}
      count={total(countText(found.total))}
      bulk={bulkOf(visit, offered)}
      menu={offered.length === 0 ? undefined : (row) => menuOf(visit, idOf, offered, row)}
    />
  );
}

function bulkOf<Row>(visit: Visit, actions: readonly Action<Row>[]): Bulk<Row> | undefined {
  const take = actions.find((action): action is TakeAction<Row> => "several" in action);
  if (take?.several === undefined) return undefined;
  const form = (
    <Form visit={visit} name={take.form} class="bulk" id="bulk">
      <span>{visit.words.people.list.withPicked}</span>
      <Button kind="danger" confirm={take.several}>
        {take.label}
      </Button>
    </Form>
  );
  return { form, isPickable: take.when };
}

function menuOf<Row>(
  visit: Visit,
  idOf: (row: Row) => string,
  actions: readonly Action<Row>[],
  row: Row,
): ComponentChildren | null {
  const offered = actions.filter(({ when }) => when?.(row) ?? true);
  if (offered.length === 0) return null;
  return offered.map((action) =>
    "href" in action ? (
      <MenuLink key={action.label} href={action.href(row)} label={action.says?.(row)}>
        {action.label}
      </MenuLink>
    ) : (
      <MenuForm key={action.form} visit={visit} id={idOf(row)} action={action} row={row} />
    ),
  );
}

interface MenuFormProps<Row> {
  readonly visit: Pick<Visit, "formToken">;
  readonly id: string;
  readonly action: TakeAction<Row>;
  readonly row: Row;
}

export const MenuForm = <Row,>({ visit, id, action, row }: MenuFormProps<Row>) => (
  <Form visit={visit} name={action.form}>
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="confirm" value={action.confirm(row)} />
    <button
      type="submit"
      class="item danger"
      name="act"
      value={action.label}
      aria-label={action.says(row)}
      data-confirm
    >
      {action.label}
    </button>
  </Form>
);

interface Collection<Row> extends Omit<ListProps<Row>, "caption"> {
  readonly heading: string;
  /** Of the document; the heading and the name of the scope if absent. */
  readonly title?: string;
  /** Of the table; the heading if absent. */
  readonly caption?: string;
  readonly lead?: ComponentChildren;
  /** Buttons beside the heading, above all what creates a row. */
  readonly create?: ComponentChildren;
  readonly done: Sentences;
  /** Between the heading and the list, and under it. */
  readonly above?: ComponentChildren;
  readonly below?: ComponentChildren;
}

/** A page that is one list. */
export function collection<Row>(
  visit: Visit,
  { places, name }: Pick<Here, "places" | "name">,
  { heading, title, caption, lead, create, done, above, below, ...list }: Collection<Row>,
): View {
  return {
    title: title ?? `${heading} · ${name}`,
    places,
    list: "rows",
    body: (
      <>
        <Heading title={heading} lead={lead}>
          {create}
        </Heading>
        <Done visit={visit} sentences={done} />
        {above}
        <Listing visit={visit} caption={caption ?? heading} {...list} />
        {below}
      </>
    ),
  };
}
