// The form of `spec/atlas.json`: the API that Atlas publishes, operations and types by name.

/** The marks that patches set on a member in addition to its form. */
export interface Marks {
  /** True if answers always have it, though the document leaves it open; a request may leave it out. */
  readonly always?: true;
  /** True if a rule refuses a request without it, though the document leaves it open. */
  readonly demanded?: true;
  /** True if a rule checks the value, with its own code; the validator only checks its type. */
  readonly checkedByRule?: true;
  /** The name of a type of ours, where the document allows any text. */
  readonly names?: string;
  /** True if logs and lists of requests mask it. */
  readonly isSecret?: true;
}

/**
 * A value, in one of the forms `ref`, `list`, `map`, `members`, `cases` and `type`; the other words are those of JSON Schema.
 */
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
  /** The alternatives; with `by`, the discriminator, they are types by its value. */
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
  /** True for a query parameter that is required. */
  readonly demanded?: true;
}

/** An answer with success in one version. */
export interface AnswerForm {
  /** The body; absent if the answer has none. */
  readonly body?: Form;
  /** The content type, if it is not JSON. */
  readonly content?: string;
  readonly sunset?: string;
  readonly preview?: { readonly name: string; readonly public?: "false" };
}

export interface OperationForm {
  /** The method and path, with `{name}` for each parameter. */
  readonly call: string;
  readonly tag: string;
  /** The roles, one of which is enough; absent if none is named. */
  readonly roles?: readonly string[];
  readonly path?: Readonly<Record<string, ParameterForm>>;
  readonly query?: Readonly<Record<string, ParameterForm>>;
  readonly headers?: Readonly<Record<string, ParameterForm>>;
  /** The bodies by version, or the one of all versions. */
  readonly body?: Form | Readonly<Record<string, Form>>;
  /** The answers by status and version. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, AnswerForm>>>>;
  /** The statuses of refusals. */
  readonly refusals: readonly number[];
  /** True if the whole operation is deprecated. */
  readonly deprecated?: true;
  /** True if it needs no credentials. */
  readonly open?: true;
}

export interface AtlasForm {
  /** The revision of Atlas's document that this was read from. */
  readonly revision: string;
  /** The month of publication, such as `August 2026`, which the document does not state. */
  readonly month: string;
  readonly parameters: Readonly<Record<string, ParameterForm>>;
  readonly operations: Readonly<Record<string, OperationForm>>;
  readonly types: Readonly<Record<string, Form>>;
}
