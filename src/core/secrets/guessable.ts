// Judges whether a master secret was made up by a person and can be guessed.
import { loadLeaked } from "./leaked.ts";

/** The number of characters that are judged; the first ones are enough. */
const longestJudged = 128;

/** The fewest parts of a random secret: sixteen hexadecimal digits alone have more combinations than any computer tries. */
const fewestParts = 16;
const shortestPart = 3;

/**
 * Reports whether a text consists of few parts, each of which a guessing program has in its list: leaked passwords and the
 * words in them, runs such as 4321 or aaaa, and repetitions of earlier parts. Any other letter or digit is a part by itself. A
 * published sentence is not secret, so characters between words do not count.
 */
export async function isGuessable(secret: string): Promise<boolean> {
  const text = secret
    .slice(0, longestJudged)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const leaked = await loadLeaked();
  const isKnown = (from: number, to: number) => {
    const part = text.slice(from, to);
    return leaked.has(part) || isRun(part) || text.slice(0, from).includes(part);
  };
  /** The fewest parts of each beginning of the text, by length. */
  const parts = [0];
  for (let end = 1; end <= text.length; end++) {
    let fewest = (parts[end - 1] ?? 0) + 1;
    for (let from = 0; from <= end - shortestPart; from++) {
      const whole = (parts[from] ?? 0) + 1;
      if (whole < fewest && isKnown(from, end)) fewest = whole;
    }
    parts.push(fewest);
  }
  return (parts[text.length] ?? 0) < fewestParts;
}

/**
 * Reports whether each character follows the one before in the same way as the second follows the first: it is the same, the
 * next or the previous one.
 */
function isRun(part: string): boolean {
  const step = part.charCodeAt(1) - part.charCodeAt(0);
  if (Math.abs(step) > 1) return false;
  for (let at = 2; at < part.length; at++) {
    if (part.charCodeAt(at) - part.charCodeAt(at - 1) !== step) return false;
  }
  return true;
}
