// Reads answers in parts.

/** Yields every part of an answer; each is read from the place where the previous one ended. */
export async function* partsOf<From, Part extends { readonly next: From | null }>(
  read: (from: From | undefined) => Promise<Part>,
  first?: From,
): AsyncGenerator<Part> {
  for (let from: From | null | undefined = first; from !== null; ) {
    const part: Part = await read(from);
    yield part;
    from = part.next;
  }
}
