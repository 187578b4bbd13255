// How deeply a text nests, counted before Cedar's parser, which calls itself for each level, sees it.

/** What the parser takes with room to spare: it breaks between 100 and 200. */
export const mostNesting = 64;

/** What is skipped, then brackets. A text that does not end counts as one to its end. */
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
