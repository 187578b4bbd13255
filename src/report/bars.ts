// Draws calls by day as SVG bars; those answered with 410 stand out.

interface CountedDay {
  readonly date: string;
  readonly count: number;
  readonly gone: number;
}

const height = 80;
const wide = 14;
const gap = 4;
/** Room for the largest number above, and for the first and last date below. */
const [above, below] = [14, 18];
/** The newest days are shown. */
const mostDays = 90;

/** `label` is what a reader hears; it is escaped here. */
export function drawBars(all: readonly CountedDay[], label: string): string {
  const days = all.slice(-mostDays);
  const most = Math.max(1, ...days.map(({ count }) => count));
  const width = Math.max(170, days.length * (wide + gap));
  const scale = (count: number) => Math.max(count === 0 ? 0 : 2, Math.round((count / most) * height));
  const bars = days.map(({ date, count, gone }, index) => {
    const x = index * (wide + gap);
    const [tall, red] = [scale(count), gone === 0 ? 0 : scale(gone)];
    const title = `<title>${date}: ${count}${gone === 0 ? "" : `, ${gone} answered 410`}</title>`;
    const bar = (size: number, kind: string) =>
      `<rect x="${x}" y="${above + height - size}" width="${wide}" height="${size}"${kind}/>`;
    return `<g>${title}${bar(tall, "")}${red === 0 ? "" : bar(red, ' class="gone"')}</g>`;
  });
  const [first, last] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
  const base = above + height + below - 4;
  return [
    `<svg class="bars" role="img" aria-label="${escapeLabel(label)}" width="${width}" height="${above + height + below}" viewBox="0 0 ${width} ${above + height + below}">`,
    `<text x="0" y="${above - 3}">${most}</text>`,
    ...bars,
    `<text x="0" y="${base}">${first}</text>`,
    ...(first === last ? [] : [`<text x="${width}" y="${base}" text-anchor="end">${last}</text>`]),
    "</svg>",
  ].join("");
}

const escapeLabel = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
