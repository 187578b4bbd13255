// The form of `spec/atlas.json`: what Atlas publishes of its API, operations and types by name.

/** The marks that patches set on a member beyond its form. */
export interface Marks {
  /** Answers always have it, though the document leaves it open; a request may leave it out. */
  readonly always?: true;
  /** A rule refuses a request without it, though the document leaves it open. */
  readonly demanded?: true;
  /** A rule looks at the value, with a code of its own, instead of the validator, which looks at its type alone. */
  readonly checkedByRule?: true;
  /** The name of a type of ours, where the document takes any text. */
  readonly names?: string;
  /** Logs and lists of requests strike it out. */
  readonly isSecret?: true;
}

/** A value, by one of `ref`, `list`, `map`, `members`, `cases` and `type`; the words beside it are those of JSON Schema. */
export interface Form extends Marks {
  /** The name of a type. */
  readonly ref?: string;
  readonly type?: "string" | "integer" | "number" | "boolean";
  /** The form of each item. */
  readonly list?: Form;
  /** The form of each member, of any name. */
  readonly map?: Form;
  readonly members?: Readonly<Record<string, Form>>;
  readonly required?: readonly string[];
  /** The type whose members this one has too. */
  readonly extends?: string;
  /** The alternatives; with `by`, the member whose value tells them apart, the types by that value. */
  readonly cases?: readonly Form[] | Readonly<Record<string, string>>;
  readonly by?: string;
  readonly enum?: readonly (string | number)[];
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly nullable?: boolean;
  /** True if only answers have it. */
  readonly readOnly?: boolean;
  /** True if only requests have it. */
  readonly writeOnly?: boolean;
  readonly deprecated?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: true;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** A parameter: its form, or with `ref` one of the shared parameters. */
export interface ParameterForm extends Form {
  readonly required?: never;
  /** True for a query parameter that is refused if absent. */
  readonly demanded?: true;
}

/** An answer with success in one version. */
export interface AnswerForm {
  /** Absent where the answer has no body. */
  readonly body?: Form;
  /** The kind of content, where it is not JSON. */
  readonly content?: string;
  readonly sunset?: string;
  readonly preview?: { readonly name: string; readonly public?: "false" };
}

export interface OperationForm {
  /** Method and path, with `{name}` for each parameter. */
  readonly call: string;
  readonly tag: string;
  /** Any of these roles; absent where none is named. */
  readonly roles?: readonly string[];
  readonly path?: Readonly<Record<string, ParameterForm>>;
  readonly query?: Readonly<Record<string, ParameterForm>>;
  readonly headers?: Readonly<Record<string, ParameterForm>>;
  /** Bodies by version, or the one of all versions. */
  readonly body?: Form | Readonly<Record<string, Form>>;
  /** The answers by status and version. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, AnswerForm>>>>;
  /** Statuses of refusals. */
  readonly refusals: readonly number[];
  /** True if the whole operation is deprecated. */
  readonly deprecated?: true;
  /** True if it needs no credentials. */
  readonly open?: true;
}

export interface AtlasForm {
  /** The revision of Atlas's document that this was read from. */
  readonly revision: string;
  /** The month of publication, such as `August 2026`: the document does not say so. */
  readonly month: string;
  readonly parameters: Readonly<Record<string, ParameterForm>>;
  readonly operations: Readonly<Record<string, OperationForm>>;
  readonly types: Readonly<Record<string, Form>>;
}
