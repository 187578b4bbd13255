// Versions of Atlas's operations with their sunsets, as the document states them.
import type { VersionDate } from "../contract/versions.ts";
import type { OperationForm } from "./form.ts";

/** Sunsets by version; null for one that stays. */
type Versions = Readonly<Record<string, VersionDate | null>>;

export interface OperationEnding {
  /** Method and path. */
  readonly call: string;
  readonly versions: Versions;
}

/** Returns the versions with their sunsets: a version has one as soon as one of its answers has; null for one that stays. */
function versionsOf({ answers }: Pick<OperationForm, "answers">): Versions {
  const versions: Record<string, VersionDate | null> = {};
  for (const [name, { sunset }] of Object.values(answers).flatMap((each) => Object.entries(each))) {
    versions[name] = (sunset as VersionDate | undefined) ?? versions[name] ?? null;
  }
  return versions;
}

/** Returns each operation of which a version ends, with all of its versions. */
export const endingsIn = (
  operations: Readonly<Record<string, Pick<OperationForm, "answers" | "call">>>,
): Readonly<Record<string, OperationEnding>> =>
  Object.fromEntries(
    Object.entries(operations)
      .map(([id, form]) => [id, { call: form.call, versions: versionsOf(form) }] as const)
      .filter(([, { versions }]) => Object.values(versions).some((sunset) => sunset !== null)),
  );
