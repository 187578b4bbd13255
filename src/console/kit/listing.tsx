// Lists as pages declare them: columns, filters, the actions of each row, and actions on several rows at once.
import type { ComponentChildren } from "preact";
import type { View, Visit } from "../page.ts";
import type { Here, Scope } from "../scope.ts";
import { type Browsed, browse } from "./browse.ts";
import { headed } from "./card.tsx";
import { Form } from "./fields.tsx";
import { Button, Notice } from "./kit.tsx";
import { addressWith, countText, MenuLink, Tabs, Tools, Under } from "./list.tsx";
import { Done, type Sentences } from "./people.tsx";
import { type Bulk, type RowsProps, RowTable } from "./row-table.tsx";
import { useVisit } from "./visit.ts";

interface Offer<Row> {
  readonly label: string;
  /** The text for screen readers if the label says too little. */
  readonly says?: (row: Row) => string;
  readonly when?: (row: Row) => boolean;
}

interface LinkAction<Row> extends Offer<Row> {
  readonly href: (row: Row) => string;
}

/** An action that removes a row's thing, after a confirmation. The form gets the id as `id`. */
interface TakeAction<Row> extends Offer<Row> {
  readonly form: string;
  readonly confirm: (row: Row) => string;
  /** The question for several selected rows; if absent, rows cannot be selected. */
  readonly several?: string;
}

type Action<Row> = LinkAction<Row> | TakeAction<Row>;

/** Builds the action that opens the `EditCard` of a row. */
export const editAction = <Row,>(
  visit: Visit,
  { idOf, nameOf }: Pick<RowsProps<Row>, "idOf" | "nameOf">,
): LinkAction<Row> => ({
  label: visit.words.editing.edit,
  href: (row) => addressWith(visit, { edit: idOf(row) }),
  says: (row) => visit.words.editing.editOf(nameOf(row)),
});

export type Actions<Row> = readonly (Action<Row> | false)[];

interface PagedProps<Row> extends Omit<RowsProps<Row>, "rows"> {
  readonly found: Browsed<Row>;
  readonly empty: string;
  /** The number of rows in words: `12 teams`. */
  readonly count: string;
  readonly tabs?: Parameters<typeof Tabs>[0] | undefined;
  /** The placeholder of the search, if it covers more than names. */
  readonly search?: string | undefined;
  readonly filters?: Parameters<typeof Tools>[0]["filters"];
  /** True for a list that is too short to need a search. */
  readonly isShort?: boolean | undefined;
  readonly nothing?: string;
  /** The elements that menus of rows need outside the table. */
  readonly children?: ComponentChildren;
}

export function PagedList<Row>(props: PagedProps<Row>) {
  const { found, empty, count, search, filters = [], isShort = false, tabs } = props;
  const visit = useVisit();
  const isNarrowed = [...filters.map(({ name }) => name), "q"].some((name) => visit.query.get(name));
  return (
    <>
      {(!isShort || isNarrowed) && <Tools filters={filters} search={search} />}
      <div id="found" data-count={count}>
        {tabs !== undefined && <Tabs {...tabs} />}
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
        <Under total={found.total} label={count} next={found.next} previous={found.previous} />
      </div>
    </>
  );
}

type Filter<Row> = Parameters<typeof Tools>[0]["filters"][number] & {
  readonly has: (row: Row, value: string) => boolean;
};

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

interface ListProps<Row>
  extends Omit<PagedProps<Row>, "found" | "count" | "menu" | "bulk" | "filters" | "nothing"> {
  /** The rows; undefined if the visitor's roles do not show them. */
  readonly all: readonly Row[] | undefined;
  readonly hidden?: string;
  readonly texts: (row: Row) => readonly string[];
  readonly total: (count: string) => string;
  /** Reports whether a tab contains a row, if the tabs leave some rows out. */
  readonly tabHas?: (row: Row, value: string) => boolean;
  readonly filters?: readonly Filter<Row>[];
  readonly actions?: Actions<Row>;
}

/** A list that the page has read whole, with the actions of each row. */
export function Listing<Row>({ actions = [], all, hidden, texts, total, tabHas, ...list }: ListProps<Row>) {
  const visit = useVisit();
  if (all === undefined) {
    return (
      <>
        {list.tabs !== undefined && <Tabs {...list.tabs} />}
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
      {...list}
      found={found}
      count={total(countText(found.total))}
      bulk={bulkOf(visit.words, offered)}
      menu={offered.length === 0 ? undefined : (row) => menuOf(idOf, offered, row)}
    />
  );
}

function bulkOf<Row>({ people }: Visit["words"], actions: readonly Action<Row>[]): Bulk<Row> | undefined {
  const take = actions.find((action): action is TakeAction<Row> => "several" in action);
  if (take?.several === undefined) return undefined;
  const form = (
    <Form name={take.form} class="bulk" id="bulk">
      <span>{people.list.withPicked}</span>
      <Button kind="danger" confirm={take.several}>
        {take.label}
      </Button>
    </Form>
  );
  return { form, isPickable: take.when };
}

function menuOf<Row>(
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
      <MenuForm key={action.form} id={idOf(row)} action={action} row={row} />
    ),
  );
}

export const MenuForm = <Row,>({ id, action, row }: { id: string; action: TakeAction<Row>; row: Row }) => (
  <Form name={action.form}>
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="confirm" value={action.confirm(row)} />
    <button
      type="submit"
      class="item danger"
      name="act"
      value={action.label}
      aria-label={action.says?.(row)}
      data-confirm
    >
      {action.label}
    </button>
  </Form>
);

interface Collection<Row> extends Omit<ListProps<Row>, "caption"> {
  readonly heading: string;
  /** The title of the document; if absent, the heading and the name of the scope. */
  readonly title?: string;
  /** The caption of the table; the heading if absent. */
  readonly caption?: string;
  readonly lead?: ComponentChildren;
  /** The buttons beside the heading, above all the one that creates a row. */
  readonly create?: ComponentChildren;
  readonly done: Sentences;
  /** The content between the heading and the list, and under the list. */
  readonly above?: ComponentChildren;
  readonly below?: ComponentChildren;
  /** True if the list changes by itself; the script then reloads it until this is false. */
  readonly isMoving?: boolean | undefined;
}

export function collection<Row>(
  { places, name }: Pick<Here, "places" | "name">,
  { heading, title, caption, lead, create, done, above, below, isMoving, ...list }: Collection<Row>,
): View {
  return headed(
    title ?? `${heading} · ${name}`,
    <>
      <Done sentences={done} />
      <div id="moving" data-anew={isMoving || undefined}>
        {above}
        <Listing caption={caption ?? heading} {...list} />
        {below}
      </div>
    </>,
    { heading, lead, actions: create, places, list: "rows" },
  );
}
