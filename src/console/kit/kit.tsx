// The parts pages are made of: buttons, tables, headings and notices that look the same everywhere.
import { type ComponentChildren, Fragment } from "preact";
import { useContext } from "preact/hooks";
import type { Named } from "./fields.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { CodeContext, useVisit } from "./visit.ts";

interface ButtonProps {
  readonly kind?: "primary" | "plain" | "danger";
  /** The text for screen readers if the button's own says too little. */
  readonly label?: string;
  /** The question to confirm first; the button then has text only. */
  readonly confirm?: string;
  readonly children: ComponentChildren;
}

/** Shows a button. Red ones delete for good and ask first: by the script, else on a page (see `confirming.tsx`). */
export const Button = ({ kind = "plain", label, confirm, children }: ButtonProps) => (
  <>
    {confirm !== undefined && <input type="hidden" name="confirm" value={confirm} />}
    <button
      type="submit"
      class={`button ${kind}`}
      aria-label={label}
      {...(confirm !== undefined && { name: "act", value: String(children), "data-confirm": true })}
    >
      {children}
    </button>
  </>
);

interface LinkProps {
  readonly href: string;
  readonly kind?: "primary" | "plain" | "danger";
  readonly icon?: IconName;
  /** True to open the link's page in a dialog, if there is script. */
  readonly inDialog?: true;
  readonly closes?: true;
  /** The text for screen readers if the link's own says too little. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

export const LinkButton = ({ href, kind = "plain", icon, inDialog, closes, label, children }: LinkProps) => (
  <a class={`button ${kind}`} href={href} data-dialog={inDialog} data-close={closes} aria-label={label}>
    {icon === undefined ? (
      children
    ) : (
      <>
        <Icon name={icon} />
        <span>{children}</span>
      </>
    )}
  </a>
);

interface CopyProps {
  readonly text: string;
  /** The text for screen readers: `Copy the ID of payments`. */
  readonly label: string;
}

/** Copies a text, or without one the text of the block around it. The button appears only with script. */
export const CopyButton = ({ text, label }: Partial<Pick<CopyProps, "text">> & Pick<CopyProps, "label">) => (
  <button
    type="button"
    class="glyph"
    hidden
    aria-label={label}
    title={label}
    data-copy
    data-text={text}
    data-copied={useVisit().words.layout.copied}
  >
    <Icon name="copy" />
  </button>
);

export const Copy = ({ text, label }: CopyProps) => (
  <span class="copy">
    <span class="code">{text}</span> <CopyButton text={text} label={label} />
  </span>
);

export const CopyId = ({ id, name }: Named) => (
  <Copy text={id} label={useVisit().words.layout.copyOf(`ID: ${name}`)} />
);

export const Notice = ({
  kind,
  children,
}: {
  kind: "good" | "done good" | "bad" | "info";
  children: ComponentChildren;
}) => (
  // The script moves the focus to an alert, unless a refused field has it.
  <div class={`notice ${kind}`} {...(kind === "bad" ? { role: "alert", tabIndex: -1 } : { role: "status" })}>
    {children}
  </div>
);

export const Badge = ({
  tone,
  children,
}: {
  tone: "green" | "yellow" | "red" | "gray" | "blue";
  children: ComponentChildren;
}) => <span class={`badge ${tone}`}>{children}</span>;

interface TableProps {
  readonly caption: string;
  readonly heads: readonly ComponentChildren[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
  readonly empty?: ComponentChildren;
  /** True if all cells may wrap, so that the table never has to scroll. */
  readonly fits?: true;
  /** True if the page or the section has the caption as its heading already: then only screen readers read the caption. */
  readonly isTitled?: true;
}

/** A table whose first cell names the row. On a phone each row becomes a card. */
export const Table = ({ caption, heads, rows, empty, fits, isTitled }: TableProps) =>
  rows.length === 0 ? (
    <div class="empty">{empty}</div>
  ) : (
    // A table that is too wide scrolls, so it must be reachable by keyboard.
    <div
      class={isTitled ? "table titled" : "table"}
      {...(!fits && { role: "group", "aria-label": caption, tabIndex: 0 })}
    >
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th scope="col" key={String(index)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td
                  key={String(index)}
                  data-head={typeof heads[index + 1] === "string" ? heads[index + 1] : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

interface FoldProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** Shows a section that phones collapse, so that the list below comes first; wider windows always show it. */
export const Fold = ({ title, isOpen, children }: FoldProps) => (
  <details class="fold" open={isOpen}>
    <summary>{title}</summary>
    {children}
  </details>
);

interface HeadingProps {
  /** The id of a section's heading; if absent, it is the heading of the page. */
  readonly id?: string;
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** The actions: at most one primary button, last; the rest in a menu. */
  readonly children?: ComponentChildren;
}

export function Heading({ id, title, lead, children }: HeadingProps) {
  const ofPage = useContext(CodeContext);
  const code = id === undefined ? ofPage : undefined;
  const { words } = useVisit();
  return (
    <div class="heading">
      <div>
        {id === undefined ? <h1>{title}</h1> : <h2 id={id}>{title}</h2>}
        {lead && <p class="lead">{lead}</p>}
      </div>
      {(children || code) && (
        <div class="actions">
          {code && (
            <a class="button as-code" href={code.href} title={code.says} data-dialog>
              <Icon name="api" />
              <span>{words.code.link}</span>
            </a>
          )}
          {children}
        </div>
      )}
    </div>
  );
}

interface FactsProps {
  readonly facts: readonly (
    | readonly [name: ComponentChildren, value: ComponentChildren]
    | false
    | undefined
  )[];
}

export const Facts = ({ facts }: FactsProps) => (
  <dl>
    {facts.map(
      (fact, nth) =>
        fact && (
          <Fragment key={String(nth)}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </Fragment>
        ),
    )}
  </dl>
);
