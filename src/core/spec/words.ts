// The form of `spec/words.json`: what operations, parameters and members are, in our own words.

export interface OperationWords {
  readonly summary: string;
  /** Missing while Anteroom does not have the operation. */
  readonly description?: string;
  readonly example?: CallExample;
}

/** A request that is accepted, where the schema of its body alone does not say so. */
export interface CallExample {
  /** The body, with the name of what it needs in braces where each caller has a value of their own, such as `{orgId}`. */
  readonly body?: unknown;
  /** Parameters in the query that it has. */
  readonly query?: readonly string[];
  /** The names of the words to use, by the name of a parameter or a member. */
  readonly as?: Readonly<Record<string, string>>;
}

export interface Words {
  readonly operations: Readonly<Record<string, OperationWords>>;
  /** The words by the name of a parameter, or `operationId.name` if they differ there. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Values that examples show, by the same names. */
  readonly parameterExamples: Readonly<Record<string, unknown>>;
  /** The words by the name of a member whose type has none of its own. */
  readonly members: Readonly<Record<string, string>>;
  /** The words by the name of a type, alone or with `.member`. */
  readonly types: Readonly<Record<string, string>>;
  /** Values that examples show, by the names of types. */
  readonly examples: Readonly<Record<string, unknown>>;
}
