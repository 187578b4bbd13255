// Finds the id of a thing by its name.

export interface Named {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

export const isId = (value: unknown): boolean => /^[0-9a-f]{24}$/i.test(String(value));

interface Kind {
  readonly singular: string;
  readonly plural: string;
  /** The description of the searched list, such as "the credential sees". */
  readonly seen: string;
}

const mostShown = 10;

/** Returns the id of the only thing with this name; otherwise the reason, with a list of all. */
export function findByName(
  all: readonly Named[],
  wanted: unknown,
  { singular, plural, seen }: Kind,
): { readonly id: string } | { readonly flaw: string } {
  const [first, ...others] = all.filter(({ name }) => name === wanted);
  if (first?.id !== undefined && others.length === 0) return { id: first.id };
  if (first !== undefined) {
    const found = [first, ...others].map(({ id }) => id).join(", ");
    return { flaw: `${others.length + 1} ${plural} have this name: give one of the ids ${found}` };
  }
  const names = all.map(({ id, name }) => `${name} (${id})`).sort();
  const shown = names.slice(0, mostShown).join(", ") || "none";
  const more = names.length > mostShown ? `, and ${names.length - mostShown} more` : "";
  return { flaw: `no ${singular} has this name or id; ${seen} ${shown}${more}` };
}
