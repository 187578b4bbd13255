// Versions of Atlas's operations with their sunsets, as the document states them.
import type { VersionDate } from "../contract/versions.ts";
import type { OperationForm } from "./form.ts";

type Versions = Record<string, VersionDate | null>;

/** Returns the versions with their sunsets: a version has one as soon as one of its answers has; null for one that stays. */
function versionsOf({ answers }: Pick<OperationForm, "answers">): Versions {
  const versions: Versions = {};
  for (const [name, { sunset }] of Object.values(answers).flatMap((each) => Object.entries(each))) {
    versions[name] = (sunset as VersionDate | undefined) ?? versions[name] ?? null;
  }
  return versions;
}

/** Returns all versions of each operation of which one ends. */
export const sunsetsIn = (
  operations: Readonly<Record<string, Pick<OperationForm, "answers">>>,
): Readonly<Record<string, Readonly<Versions>>> =>
  Object.fromEntries(
    Object.entries(operations)
      .map(([id, form]) => [id, versionsOf(form)] as const)
      .filter(([, versions]) => Object.values(versions).some((sunset) => sunset !== null)),
  );
