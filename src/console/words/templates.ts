// Turns the templates of a language (en.json, ko.json) into words that pages use: text, and functions that fill in their
// placeholders. `"invitedBy(inviter)": "by {inviter}"` becomes `invitedBy(inviter)`.

type Value = string | number;

type NameOf<Key> = Key extends `${infer Name}(${string})` ? Name : Key;

type ValuesOf<Parameters extends string> = Parameters extends `${string}, ${infer Others}`
  ? [Value, ...ValuesOf<Others>]
  : [Value];

export type Filled<Templates> = {
  readonly [Key in keyof Templates as NameOf<Key>]: Key extends `${string}(${infer Parameters})`
    ? (...values: ValuesOf<Parameters>) => string
    : Templates[Key] extends string
      ? string
      : Filled<Templates[Key]>;
};

/** A sentence that depends on its last parameter: `none` for 0 or an empty text, `one` for 1, `other` for the rest. */
interface Forms {
  readonly none?: string;
  readonly one?: string;
  readonly other: string;
}

export type Template = string | Forms;

/** The templates that another language needs for the words of these: the same keys. */
export type SameKeys<Templates> = {
  readonly [Key in keyof Templates]: Key extends `${string}(${string})`
    ? Template
    : Templates[Key] extends string
      ? string
      : SameKeys<Templates[Key]>;
};

export const fill = (template: string, values: Readonly<Record<string, Value>>): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

function formFor(template: Template, counted: Value | undefined): string {
  if (typeof template === "string") return template;
  const { none, one, other } = template;
  if (none !== undefined && (counted === 0 || counted === "")) return none;
  return one !== undefined && (counted === 1 || counted === "1") ? one : other;
}

/** Returns the name of a key, and its parameters; undefined if it has none. */
export function partsOf(key: string): { readonly name: string; readonly parameters: string[] | undefined } {
  const [, name = key, parameters] = /^(\w+)\((.+)\)$/.exec(key) ?? [];
  return { name, parameters: parameters?.split(", ") };
}

function filler(template: Template, parameters: readonly string[]) {
  return (...values: readonly Value[]): string => {
    const named = Object.fromEntries(parameters.map((name, index) => [name, values[index] ?? ""]));
    return fill(formFor(template, values[parameters.length - 1]), named);
  };
}

export function fillable<Templates>(templates: SameKeys<Templates>): Filled<Templates> {
  const words = Object.entries(templates).map(([key, template]) => {
    const { name, parameters } = partsOf(key);
    if (parameters !== undefined) return [name, filler(template as Template, parameters)];
    return [name, typeof template === "string" ? template : fillable(template as SameKeys<object>)];
  });
  return Object.fromEntries(words) as Filled<Templates>;
}
