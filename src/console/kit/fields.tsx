// Forms and their fields. A refused form shows the typed values and, beside each field, the reason.
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Visit } from "../page.ts";
import { Icon } from "./icon.tsx";
import { useVisit } from "./visit.ts";

const FormName = createContext("");

interface FormProps {
  /** The form's name, which distinguishes it from the other forms of the page. */
  readonly name: string;
  /** The address of another page; the address of this page if absent. */
  readonly action?: string;
  readonly class?: string;
  /** The id, for buttons outside the form. */
  readonly id?: string;
  readonly children: ComponentChildren;
}

export const Form = ({ name, action, id, children, class: classes }: FormProps) => (
  <form method="post" action={action} class={classes} id={id}>
    <input type="hidden" name="form" value={useVisit().formToken} />
    <input type="hidden" name="do" value={name} />
    <FormName.Provider value={name}>{children}</FormName.Provider>
  </form>
);

/** Returns the refusal of the form around a field, if it was just sent, with the typed values. */
export function useSent(): Visit["problem"] {
  const name = useContext(FormName);
  const { problem } = useVisit();
  return problem?.name === name ? problem : undefined;
}

export function useFieldProblem(name: string): string | undefined {
  const { words } = useVisit();
  const found = useSent()?.refusal.fields.find(({ field }) => field === name);
  return found && words.fieldProblem(found.description);
}

interface LabelledProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: ComponentChildren;
}

const Labelled = ({ label, name, hint, problem, children }: LabelledProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {children}
    <FieldProblem name={name} problem={problem} />
  </div>
);

const FieldProblem = ({ name, problem }: Pick<LabelledProps, "name" | "problem">) =>
  problem ? (
    <p class="problem" id={`${name}-problem`}>
      {problem}
    </p>
  ) : null;

const notesOf = (name: string, hint: string | undefined, problem: string | undefined) =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ") || undefined;

type Labels = Pick<LabelledProps, "label" | "name" | "hint">;

interface FieldProps extends Labels {
  readonly type?: "text" | "email" | "password" | "number" | "datetime-local";
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly autocomplete?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly autofocus?: boolean;
  readonly placeholder?: string;
  /** The field's name in a refusal by the API; `name` if absent. */
  readonly refusedAs?: string;
}

/** A labelled field. A password is never filled in. */
export function Field({
  label,
  name,
  type = "text",
  hint,
  value = "",
  refusedAs = name,
  autocomplete,
  autofocus,
  ...input
}: FieldProps) {
  const isRefused = useVisit().problem !== undefined;
  const typed = useSent()?.form.text(name) ?? value;
  const problem = useFieldProblem(refusedAs);
  return (
    <Labelled label={label} name={name} hint={hint} problem={problem}>
      <input
        id={name}
        name={name}
        type={type as "text"}
        autocomplete={autocomplete}
        aria-describedby={notesOf(name, hint, problem)}
        // After a refusal, the field with the problem gets the focus.
        autofocus={isRefused ? problem !== undefined : autofocus}
        aria-invalid={problem !== undefined || undefined}
        {...(type !== "password" && { value: typed })}
        {...input}
      />
    </Labelled>
  );
}

interface AreaProps extends Labels {
  readonly value?: string;
  readonly rows?: number;
  readonly required?: boolean;
}

export const Area = ({ label, name, value = "", hint, rows = 3, required }: AreaProps) => (
  <Labelled label={label} name={name} hint={hint}>
    <textarea
      id={name}
      name={name}
      rows={rows}
      required={required}
      aria-describedby={notesOf(name, hint, undefined)}
      aria-keyshortcuts="Control+Enter"
    >
      {useSent()?.form.raw(name) ?? value}
    </textarea>
  </Labelled>
);

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export const optionOf = ({ id, name }: Named): Option => ({ value: id, label: name });

interface ChoiceProps extends Labels {
  readonly value?: string;
  readonly options: readonly Option[];
}

export function Choice({ label, name, value, options }: ChoiceProps) {
  const chosen = useSent()?.form.text(name) ?? value;
  return (
    <Labelled label={label} name={name}>
      <select id={name} name={name}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface PickerProps {
  readonly legend: string;
  /** The effect of a choice, see `RolePicker`; if absent, the foot of the form does not list the changes. */
  readonly does?: string | undefined;
  /** The labels of the boxes that are checked at first. */
  readonly chosen?: readonly string[];
  /** The label of the search; if absent, there is no search. */
  readonly find?: string | undefined;
  readonly isFirst?: boolean;
  /** The buttons that select several boxes. */
  readonly presets?: ComponentChildren;
  readonly problem?: string | undefined;
  readonly children: ComponentChildren;
}

/**
 * A group of checkboxes. With script, the checked ones are listed above as chips that uncheck them, and `find` adds a search.
 */
export function Picker({ legend, chosen = [], find, problem, ...picker }: PickerProps) {
  const { none, drop, nothing } = useVisit().words.people.picker;
  return (
    <fieldset data-picker={picker.does ?? ""} aria-describedby={problem && "roles-problem"}>
      <legend>{legend}</legend>
      <div class="picker">
        <p data-chosen data-none={none} data-drop={drop("{role}")} data-scripted hidden>
          {chosen.map((label) => (
            <span class="chip" key={label}>
              {label} ×
            </span>
          ))}
        </p>
        {find && (
          <div class="tools" data-scripted hidden>
            <div class="find">
              <Icon name="search" />
              <input type="search" placeholder={find} aria-label={find} autofocus={picker.isFirst} />
            </div>
            {picker.presets}
          </div>
        )}
        <div class="picks">
          {picker.children}
          <p class="hint" data-nothing hidden>
            {nothing}
          </p>
        </div>
      </div>
      <FieldProblem name="roles" problem={problem} />
    </fieldset>
  );
}

interface ChecksProps {
  readonly legend: string;
  readonly name: string;
  readonly chosen: readonly string[];
  readonly options: readonly Option[];
}

/** The highest number of boxes without a search. */
const fewChecks = 7;

export function Checks({ legend, name, chosen, options }: ChecksProps) {
  const { lists } = useVisit().words;
  const checked = useSent()?.form.all(name) ?? chosen;
  return (
    <Picker legend={legend} find={options.length > fewChecks ? `${lists.find}: ${legend}` : undefined}>
      {options.map(({ value, label }) => (
        <label class="check" key={value}>
          <input type="checkbox" name={name} value={value} checked={checked.includes(value)} />
          <b>{label}</b>
        </label>
      ))}
    </Picker>
  );
}
