// The form of `spec/words.json`: our own words for operations, parameters and members.
import type { Language } from "../contract/languages.ts";

export interface OperationWords {
  readonly summary: string;
  /** The title of what it shows, if its summary does not begin with that. */
  readonly title?: string;
  /** The description; missing while Anteroom does not have the operation. */
  readonly description?: string;
  readonly example?: CallExample;
}

/** A request that is accepted, where the schema of its body alone does not show one. */
export interface CallExample {
  /** The body. Values that differ for each caller are names in braces, such as `{orgId}`. */
  readonly body?: unknown;
  /** The query parameters that it has. */
  readonly query?: readonly string[];
  /** The names of the words to use, by the name of a parameter or a member. */
  readonly as?: Readonly<Record<string, string>>;
}

export interface Words {
  /** The nouns of kinds that have no words of their own in the console, by the name of the kind. */
  readonly kinds: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  readonly operations: Readonly<Record<string, OperationWords>>;
  /** The words by the name of a parameter, or `operationId.name` if they differ there. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The values in examples, by the same names. */
  readonly parameterExamples: Readonly<Record<string, unknown>>;
  /** The words by the name of a member whose type has none of its own. */
  readonly members: Readonly<Record<string, string>>;
  /** The words by the name of a type, alone or with `.member`. */
  readonly types: Readonly<Record<string, string>>;
  /** The values in examples, by the names of types. */
  readonly examples: Readonly<Record<string, unknown>>;
}
