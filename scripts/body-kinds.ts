// Writes src/testing/seed/body-kinds.ts from the operations that keep bodies of requests.
import { operations } from "../src/atlas/index.ts";
import type { KeptBodies, Operation } from "../src/core/operations/operation.ts";
import { calls } from "../src/core/spec/files.ts";
import { pathsOfSecrets } from "../src/core/spec/secrets.ts";
import { format } from "./format.ts";

/** Writes the row of a kind. Its name is the last part of the path at which it is created. */
function rowOf({ id: of, path, body, keeps }: Operation & { readonly keeps: KeptBodies }) {
  const { kind, id, title, renamed } = keeps;
  const noun = calls.words.kinds[kind]?.en ?? kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const says = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}s of the project.`;
  const row = { kind, of, says, noun, id, title, secrets: pathsOfSecrets(body ?? {}), renamed };
  return [path.split("/").at(-1), row] as const;
}

export function renderBodyKinds(): string {
  const all = Object.values<Operation>(operations).flatMap((each) =>
    each.keeps === undefined ? [] : [rowOf({ ...each, keeps: each.keeps })],
  );
  return format(
    "src/testing/seed/body-kinds.ts",
    `// Written by scripts/body-kinds.ts from the table of operations; do not edit.
export const bodyKinds = ${JSON.stringify(Object.fromEntries(all))} as const;
`,
  );
}
