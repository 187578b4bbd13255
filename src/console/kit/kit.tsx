// The parts pages are made of: forms, fields, buttons, tables and notices that look the same everywhere.
import { type ComponentChildren, Fragment } from "preact";
import type { Visit } from "../page.ts";
import { Icon, type IconName } from "./icon.tsx";

interface FormProps {
  readonly visit: Pick<Visit, "formToken">;
  /** Which of the page's forms this is. */
  readonly name: string;
  /** Another page's address; the page's own if absent. */
  readonly action?: string;
  readonly class?: string;
  /** For buttons outside of it. */
  readonly id?: string;
  readonly children: ComponentChildren;
}

export const Form = ({ visit, name, action, id, children, class: classes }: FormProps) => (
  <form method="post" action={action} class={classes} id={id}>
    <input type="hidden" name="form" value={visit.formToken} />
    <input type="hidden" name="do" value={name} />
    {children}
  </form>
);

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: "text" | "email" | "password" | "number" | "datetime-local" | "search";
  readonly value?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly autocomplete?: string;
  readonly problem?: string | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
}

/** A labelled field; a problem with it is shown beside it, and read by screen readers. */
export function Field({ label, name, type = "text", hint, problem, autocomplete, ...input }: FieldProps) {
  const notes = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        {...({ type } as { type: "text" })}
        {...(autocomplete !== undefined && { autocomplete: autocomplete as "on" })}
        {...(notes !== "" && { "aria-describedby": notes })}
        {...(problem !== undefined && { "aria-invalid": true, autofocus: true })}
        {...input}
      />
      {problem && (
        <p class="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

interface AreaProps {
  readonly label: string;
  readonly name: string;
  readonly value?: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly required?: boolean;
}

export const Area = ({ label, name, value, hint, rows = 3, required }: AreaProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    <textarea
      id={name}
      name={name}
      rows={rows}
      required={required}
      aria-describedby={hint && `${name}-hint`}
      aria-keyshortcuts="Control+Enter"
    >
      {value}
    </textarea>
  </div>
);

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export const Choice = ({ label, name, value, options }: ChoiceProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

interface ChecksProps {
  readonly legend: string;
  readonly name: string;
  readonly chosen: readonly string[];
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** By which programs know it. */
    readonly code?: string;
    readonly hint?: string;
    /** Stays chosen, whatever is done with the others. */
    readonly isFixed?: boolean;
  }[];
  readonly problem?: string | undefined;
}

/** Check boxes, such as the roles of an invitation, each with a sentence of help. */
export const Checks = ({ legend, name, chosen, options, problem }: ChecksProps) => (
  <fieldset aria-describedby={problem && `${name}-problem`}>
    <legend>{legend}</legend>
    {options.map(({ value, label, code, hint, isFixed = false }) => (
      <label class="check" key={value}>
        <input
          type="checkbox"
          name={name}
          value={value}
          checked={isFixed || chosen.includes(value)}
          disabled={isFixed}
        />
        {/* A disabled box is not sent. */}
        {isFixed && <input type="hidden" name={name} value={value} />}
        <span>
          {label} {code && <code>{code}</code>}
          {hint && <small>{hint}</small>}
        </span>
      </label>
    ))}
    {problem && (
      <p class="problem" id={`${name}-problem`}>
        {problem}
      </p>
    )}
  </fieldset>
);

interface ButtonProps {
  readonly kind?: "primary" | "plain" | "danger";
  /** Read by screen readers where the text of the button does not say enough. */
  readonly label?: string;
  /** Question that must be confirmed before; the button then has a text alone. */
  readonly confirm?: string;
  readonly children: ComponentChildren;
}

/**
 * Red is what takes something away for good, and it is always asked first: by the script in a dialog, without one on a page
 * of its own (see `confirming.tsx`).
 */
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
  /** Opens the page it leads to in a dialog, where there is script. */
  readonly inDialog?: true;
  /** In a dialog it closes it. */
  readonly closes?: true;
  /** Read by screen readers where its text does not say enough. */
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
  readonly visit: Pick<Visit, "words">;
  readonly text: string;
  /** What it is, for screen readers: `Copy the ID of payments`. */
  readonly label: string;
}

/** Copies a text; it is there only with script. */
export const CopyButton = ({ visit: { words }, text, label }: CopyProps) => (
  <button
    type="button"
    class="glyph"
    hidden
    aria-label={label}
    title={label}
    data-copy
    data-text={text}
    data-copied={words.layout.copied}
  >
    <Icon name="copy" />
  </button>
);

/** A code with a button that copies it. */
export const Copy = ({ visit, text, label }: CopyProps) => (
  <span class="copy">
    <span class="code">{text}</span> <CopyButton visit={visit} text={text} label={label} />
  </span>
);

export const Notice = ({
  kind,
  children,
}: {
  kind: "good" | "done good" | "bad" | "info";
  children: ComponentChildren;
}) => (
  // The script gives an alert the focus, unless a field that was refused has it.
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
  /** Shown instead when there is no row. */
  readonly empty?: ComponentChildren;
  /** All its cells may break, so that it never needs to scroll. */
  readonly fits?: true;
  /** The page or the section says what it is, so that its caption is only read by screen readers. */
  readonly isTitled?: true;
  /** On a phone the cells after the first stand in a line below it, without their heads. */
  readonly isDense?: true;
}

/** Its first cell names the row. On a phone each row becomes a card. */
export const Table = ({ caption, heads, rows, empty, fits, isTitled, isDense }: TableProps) =>
  rows.length === 0 ? (
    <div class="empty">{empty}</div>
  ) : (
    // A table that is too wide scrolls, and must be reached by the keyboard for that.
    <div
      class={["table", isTitled && "titled", isDense && "dense"].filter(Boolean).join(" ")}
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

/** A heading with buttons beside it. */
export const Heading = ({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <div class="heading">
    <div>
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
    </div>
    {children && <div class="actions">{children}</div>}
  </div>
);

/** What was typed in a form that was refused; a first value otherwise. */
export const typed = (
  { problem }: Pick<Visit, "problem">,
  form: string,
  field: string,
  first = "",
): string => (problem?.name === form ? problem.form.text(field) : first);

/** Why a field of a form was refused. */
export function problemOf(
  { problem, words }: Pick<Visit, "problem" | "words">,
  form: string,
  field: string,
): string | undefined {
  if (problem?.name !== form) return undefined;
  const found = problem.refusal.fields.find((each) => each.field === field);
  return found && words.fieldProblem(found.description);
}

/** Name, value and problem of a field: `<Field {...sentIn(visit, "create", "name")} label=…>`. */
export const sentIn = (
  visit: Pick<Visit, "problem" | "words">,
  form: string,
  name: string,
  first: string | undefined = "",
  problem = problemOf(visit, form, name),
) => ({ name, value: typed(visit, form, name, first), problem });

interface FactsProps {
  /** False for what is not known. */
  readonly facts: readonly (readonly [name: ComponentChildren, value: ComponentChildren] | false)[];
}

/** What is known of a thing, a name and a value each. */
export const Facts = ({ facts }: FactsProps) => (
  <dl>
    {facts.map((fact, nth) =>
      fact === false ? null : (
        <Fragment key={String(nth)}>
          <dt>{fact[0]}</dt>
          <dd>{fact[1]}</dd>
        </Fragment>
      ),
    )}
  </dl>
);
