// The form of a migration.
import type { Connection } from "./connection.ts";

/** SQL for both engines, or for each its own, or for one alone. */
export type Step = string | { readonly [Name in Connection["engine"]]?: string };

export interface Migration {
  readonly name: string;
  readonly statements: readonly Step[];
  /** Fills what the statements made, some rows at a time, each time it runs; the migration ends once none is left to fill. */
  readonly fills?: readonly Step[];
}
