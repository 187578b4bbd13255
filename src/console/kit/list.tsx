// The parts of a list for hundreds of rows: search, tabs with counts, filters, column heads that sort, rows of one line, and
// actions on several rows at once. The address holds all of its state.
import type { ComponentChildren } from "preact";
import { splitTarget } from "../../core/contract/http-syntax.ts";
import { mostCounted } from "../../core/domain/directory.ts";
import type { Visit } from "../page.ts";
import type { Option } from "./fields.tsx";
import { Icon } from "./icon.tsx";
import { useVisit } from "./visit.ts";

type Address = Pick<Visit, "query" | "target">;

export const addressOf = ({ target }: Pick<Visit, "target">, query: URLSearchParams): string => {
  const { path } = splitTarget(target);
  return query.size === 0 ? path : `${path}?${query}`;
};

/**
 * The parameters that another search or order drops from the address: the cursor, the result of a form, and the open dialog.
 */
const passing = ["after", "before", "done", "back", "pick", "open"];

/**
 * Returns the address of the list with other parameters; empty ones are left out. The list begins at its first page unless a
 * cursor is given.
 */
export function addressWith(visit: Address, changed: Readonly<Record<string, string>>): string {
  const kept = new URLSearchParams(visit.query);
  for (const name of passing) kept.delete(name);
  for (const [name, value] of Object.entries(changed)) {
    if (value === "") kept.delete(name);
    else kept.set(name, value);
  }
  return addressOf(visit, kept);
}

/** Returns the address of the list with its search, order and cursor, for the redirect after an action. */
export const listedAt = (visit: Address): string =>
  addressOf(visit, new URLSearchParams([...visit.query].filter(([name]) => name !== "done")));

export const pageSizes = [25, 50, 100] as const;

export const sizeOf = (query: URLSearchParams): number =>
  pageSizes.find((size) => String(size) === query.get("size")) ?? 50;

/** Returns the order that an address asks for, such as `-active`: the column, and whether the order is reversed. */
export function sortOf(
  query: URLSearchParams,
  columns: readonly string[],
): { by: string; isReversed: boolean } {
  const [, minus = "", by = ""] = /^(-?)(\w+)$/.exec(query.get("sort") ?? "") ?? [];
  return columns.includes(by)
    ? { by, isReversed: minus !== "" }
    : { by: columns[0] ?? "", isReversed: false };
}

interface Filter {
  readonly name: string;
  /** The label of the option that filters nothing; it also names the filter. */
  readonly all: string;
  readonly options: readonly Option[];
}

interface SearchFieldProps {
  readonly query: URLSearchParams;
  readonly label: string;
  readonly most: number;
  readonly isLive?: boolean | undefined;
}

export const SearchField = ({ query, label, most, isLive }: SearchFieldProps) => (
  <div class="find">
    <Icon name="search" />
    <input
      type="search"
      name="q"
      value={query.get("q") ?? ""}
      placeholder={label}
      aria-label={label}
      maxLength={most}
      autocomplete="off"
      data-live={isLive}
    />
  </div>
);

/** Hidden fields with the parameters of the address that a form has no field for. */
export const KeptQuery = ({ except }: { readonly except: readonly string[] }) => (
  <>
    {[...useVisit().query].map(([name, value]) =>
      except.includes(name) ? null : (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ),
    )}
  </>
);

/** The search and filters in one form: with script it applies while one types, without script by its button. */
export function Tools({
  search,
  filters,
}: {
  readonly search?: string | undefined;
  readonly filters: readonly Filter[];
}) {
  const { query, target, words } = useVisit();
  const own = ["q", ...passing, ...filters.map(({ name }) => name)];
  return (
    <form class="tools" method="get" action={splitTarget(target).path}>
      <KeptQuery except={own} />
      <SearchField query={query} label={search ?? words.lists.find} most={254} isLive />
      {filters.map(({ name, all, options }) => (
        <select key={name} class="filters" name={name} aria-label={all} data-live>
          <option value="">{all}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value} selected={query.get(name) === value}>
              {label}
            </option>
          ))}
        </select>
      ))}
      <button class="button" type="submit" data-scriptless>
        {words.lists.find}
      </button>
    </form>
  );
}

/** Returns a count as text, with a plus sign once counting stopped. */
export const countText = (count: number, isMore = false): string =>
  isMore || count > mostCounted ? `${Math.min(count, mostCounted).toLocaleString("en")}+` : String(count);

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly {
    readonly href: string;
    readonly text: ComponentChildren;
    readonly isHere: boolean;
  }[];
}

export const TabLinks = ({ label, tabs }: TabLinksProps) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map(({ href, text, isHere }) => (
      <a key={href} href={href} aria-current={isHere ? "page" : undefined}>
        {text}
      </a>
    ))}
  </nav>
);

interface TabsProps {
  readonly name: string;
  readonly label: string;
  readonly tabs: readonly (Option & { readonly count: number; readonly isMore?: boolean })[];
}

/** The tabs of a list. The first is current if the address has no such parameter. */
export function Tabs({ name, label, tabs }: TabsProps) {
  const visit = useVisit();
  const here = visit.query.get(name) ?? "";
  return (
    <TabLinks
      label={label}
      tabs={tabs.map(({ value, label: text, count, isMore }) => ({
        href: addressWith(visit, { [name]: value }),
        text: [text, " ", <b key="count">{countText(count, isMore)}</b>],
        isHere: here === value,
      }))}
    />
  );
}

interface UnderProps {
  readonly total: number;
  readonly label: string;
  readonly next: string | null;
  readonly previous: string | null;
}

/** The total, links to the previous and next page, and the page size. */
export function Under({ total, label, next, previous }: UnderProps) {
  const visit = useVisit();
  const { words, query } = visit;
  const { lists } = words;
  const smallest = pageSizes[0];
  return (
    <nav class="under" aria-label={lists.pages}>
      <span>{label}</span>
      {previous !== null && (
        <a class="button" rel="prev" href={addressWith(visit, { before: previous })}>
          <Icon name="previous" />
          {lists.previous}
        </a>
      )}
      {next !== null && (
        <a class="button" rel="next" href={addressWith(visit, { after: next })}>
          {lists.next}
          <Icon name="next" />
        </a>
      )}
      {total > smallest && (
        <span class="sizes">
          {lists.size}
          {pageSizes.map((size) =>
            size === sizeOf(query) ? (
              <b key={size}>{size}</b>
            ) : (
              <a key={size} href={addressWith(visit, { size: size === 50 ? "" : String(size) })}>
                {size}
              </a>
            ),
          )}
        </span>
      )}
    </nav>
  );
}

interface ChipsProps {
  readonly labels: readonly string[];
  /** The number of items shown before "and N more"; if absent, all are shown, as roles are. */
  readonly most?: number;
}

/**
 * Labels in a cell. None is cut: they continue on a second line. Titles and screen readers have the labels that are left out.
 */
export function Chips({ labels, most = labels.length }: ChipsProps) {
  const others = labels.slice(most);
  return (
    <span class="chips">
      {labels.slice(0, most).map((label) => (
        <span class="chip" key={label}>
          {label}
        </span>
      ))}
      {others.length > 0 && (
        <span class="chip" title={others.join(", ")}>
          +{others.length}
          <span class="unseen"> {others.join(", ")}</span>
        </span>
      )}
    </span>
  );
}

interface MenuLinkProps {
  readonly href: string;
  readonly inDialog?: true;
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}

export const MenuLink = ({ href, inDialog, label, children }: MenuLinkProps) => (
  <a class="item" href={href} data-dialog={inDialog} aria-label={label}>
    {children}
  </a>
);
