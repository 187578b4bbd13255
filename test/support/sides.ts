// Operations that do the same in an organization and in a project: their tests are declared once and run on both sides.
import { type TestContext, test } from "node:test";

/** The two sides. */
export type Scope = "org" | "group";

/** Declares a test for each side, titled by the operation of that side. */
export function testSides(
  operations: Readonly<Record<Scope, string>>,
  cases: (t: TestContext, scope: Scope) => Promise<void>,
): void {
  for (const scope of ["org", "group"] as const) test(operations[scope], (t) => cases(t, scope));
}
