// Measures how deeply a text nests before Cedar's parser sees it, since the parser recurses for each level.

/** The deepest accepted nesting; the parser breaks between 100 and 200. */
export const mostNesting = 64;

/** Matches brackets, and strings and comments, which are skipped. A string without an end reaches to the end of the text. */
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
