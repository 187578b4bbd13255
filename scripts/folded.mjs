// Sorted lines in less room: of each line only what differs from the line before, after a capital that says how many characters are
// the same. A compressed package has two thirds of them so.

const none = 65;
const most = 25;

/** @param {readonly string[]} lines in order, without capitals */
export function fold(lines) {
  let before = "";
  return lines
    .map((line) => {
      let same = 0;
      while (same < most && same < line.length && line[same] === before[same]) same++;
      before = line;
      return String.fromCharCode(none + same) + line.slice(same);
    })
    .join("");
}

/**
 * The lines, with a break between each two. It stands by itself: a file that is built has its text.
 * @param {string} folded ASCII, as what `fold` is given must be
 */
export function unfold(folded) {
  // A capital stands for 25 characters and a break at the most.
  const bytes = Buffer.allocUnsafe(folded.length * 26);
  let [length, start] = [0, 0];
  for (let at = 0; at < folded.length; at++) {
    const character = folded.charCodeAt(at);
    if (character < 65 || character > 90) {
      bytes[length++] = character;
      continue;
    }
    if (at > 0) bytes[length++] = 10;
    const before = start;
    start = length;
    for (let same = 0; same < character - 65; same++) bytes[length++] = bytes[before + same] ?? 0;
  }
  return bytes.toString("latin1", 0, length);
}
