// The form of `spec/words.json`: what operations, parameters and members are, in our own words.

export interface Words {
  readonly operations: Readonly<Record<string, { readonly summary: string; readonly description: string }>>;
  /** By the name of a parameter, or `operationId.name` where it is another there. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Values that examples show, by the same names. */
  readonly parameterExamples: Readonly<Record<string, unknown>>;
  /** By the name of a member, where its type says nothing of its own. */
  readonly members: Readonly<Record<string, string>>;
  /** By the name of a type, alone or with `.member`. */
  readonly types: Readonly<Record<string, string>>;
  /** Values that examples show, by the names of types. */
  readonly examples: Readonly<Record<string, unknown>>;
}
