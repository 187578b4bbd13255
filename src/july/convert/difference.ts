// Writes the difference of two texts as `diff -u` does, so that `git apply` and `patch` read it.

const around = 3;

interface Line {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/** Returns the difference of a file; the older text is undefined for a new file. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  const lines = linesBetween(before?.split("\n") ?? [], after.split("\n"));
  const head = `--- ${before === undefined ? "/dev/null" : `a/${path}`}\n+++ b/${path}\n`;
  return head + hunksOf(lines).join("");
}

/** Returns the longest common part and what is beside it. */
function linesBetween(a: readonly string[], b: readonly string[]): Line[] {
  // The lengths of what the rests have in common.
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i] as Uint32Array;
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: " ", text: a[i] ?? "" });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: "-", text: a[i++] ?? "" });
    } else lines.push({ sign: "+", text: b[j++] ?? "" });
  }
  // The empty text behind the last line break is no line.
  const last = lines.at(-1);
  if (last?.text === "" && last.sign !== "-") lines.pop();
  return lines;
}

function hunksOf(lines: readonly Line[]): string[] {
  const isNear = (index: number) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== " ");
  const hunks: string[] = [];
  const number = { " ": [1, 1], "-": [1, 0], "+": [0, 1] } as const;
  let [old, made, start] = [1, 1, -1];
  for (let index = 0; index <= lines.length; index++) {
    if (index < lines.length && isNear(index)) {
      if (start === -1) start = index;
    } else if (start !== -1) {
      const hunk = lines.slice(start, index);
      const sum = (side: 0 | 1) => hunk.reduce((all, { sign }) => all + number[sign][side], 0);
      const [olds, news] = [sum(0), sum(1)];
      const body = hunk.map(({ sign, text }) => `${sign}${text}\n`).join("");
      hunks.push(`@@ -${olds === 0 ? 0 : old},${olds} +${made},${news} @@\n${body}`);
      old += olds;
      made += news;
      start = -1;
    }
    if (start === -1 && index < lines.length) {
      old++;
      made++;
    }
  }
  return hunks;
}
