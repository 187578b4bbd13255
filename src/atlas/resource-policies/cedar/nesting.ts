// Measures how deeply a text nests, before Cedar's parser, which calls itself for each level, sees it.

/** The deepest nesting that is accepted, with room to spare: the parser breaks between 100 and 200. */
export const mostNesting = 64;

/** Matches strings and comments, which are skipped, and brackets. A string without an end reaches to the end. */
const token = /"(?:[^"\\]|\\.)*"?|\/\/[^\n]*|[([{]|[)\]}]/gs;

export function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [found] of text.matchAll(token)) {
    if ("([{".includes(found)) depth++;
    else if (")]}".includes(found)) depth--;
    if (depth > mostNesting) return true;
  }
  return false;
}
