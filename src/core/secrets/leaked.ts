// Looks passwords up among those that leaked.

let leaked: ReturnType<typeof load> | undefined;

/** Loads the texts, in lower case, on first use. */
export const loadLeaked = () => (leaked ??= load());

async function load() {
  const { leakedWords } = await import("./leaked-words.ts");
  return { has: (text: string) => hasLine(leakedWords, text) };
}

const lineEnd = 10;

/**
 * Reports whether a text of sorted lines has this line. It searches the text itself, since a set takes twenty times the memory.
 */
export function hasLine(lines: string, text: string): boolean {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    let start = (low + high) >>> 1;
    while (start > low && lines.charCodeAt(start - 1) !== lineEnd) start--;
    let same = 0;
    while (same < text.length && isSame(lines, start + same, text.charCodeAt(same))) same++;
    const at = start + same;
    const isWhole = at >= lines.length || lines.charCodeAt(at) === lineEnd;
    if (same === text.length && isWhole) return true;
    if (!isWhole && (same === text.length || text.charCodeAt(same) < lines.charCodeAt(at))) {
      high = start;
    } else {
      const end = lines.indexOf("\n", at);
      if (end === -1) return false;
      low = end + 1;
    }
  }
  return false;
}

const isSame = (lines: string, at: number, character: number): boolean =>
  character !== lineEnd && lines.charCodeAt(at) === character;
