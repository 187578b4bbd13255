// Calls by day, drawn as bars in HTML.
import { nameClient } from "../core/domain/client.ts";
import type { ShownCalls } from "../core/domain/deprecated-call.ts";
import { dateOfDay, dayOf } from "../core/domain/instant.ts";

/** Returns calls by client and day, for the bars of a report. */
export function barsOf(findings: readonly ShownCalls[]) {
  const byClient = new Map<string, Map<string, { date: string; count: number; gone: number }>>();
  for (const { client, days } of findings) {
    const name = nameClient(client);
    const counted = byClient.get(name) ?? new Map();
    byClient.set(name, counted);
    for (const { date, count, gone } of days) {
      const before = counted.get(date) ?? { count: 0, gone: 0 };
      counted.set(date, { date, count: before.count + count, gone: before.gone + gone });
    }
  }
  return [...byClient].map(([client, counted]) => ({
    client,
    days: [...counted.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
  }));
}

type Days = ReturnType<typeof barsOf>[number]["days"];

const [wide, height, gap] = [14, 80, 4];
const [fewestDays, mostDays] = [14, 90];

/** Returns every day from the first to the last, so that each bar is at its date. */
function everyDay(counted: Readonly<Days>): Readonly<Days> {
  const last = dayOf(Date.parse(counted.at(-1)?.date ?? ""));
  if (Number.isNaN(last)) return [];
  const first = Math.min(dayOf(Date.parse(counted[0]?.date ?? "")), last - (fewestDays - 1));
  const byDate = new Map(counted.map((day) => [day.date, day]));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const date = dateOfDay(first + index);
    return byDate.get(date) ?? { date, count: 0, gone: 0 };
  }).slice(-mostDays);
}

/**
 * Draws bars as wide as their place: the largest number on top, bars, and dates below. `label` is for screen readers, and is
 * escaped here.
 */
export function drawBars(counted: Readonly<Days>, label: string): string {
  const days = everyDay(counted);
  const most = Math.max(1, ...days.map(({ count }) => count));
  const scale = (count: number) => Math.max(count === 0 ? 0 : 2, Math.round((count / most) * height));
  const bars = days.map(({ date, count, gone }, index) => {
    const title = `<title>${date}: ${count}${gone === 0 ? "" : `, ${gone} answered 410`}</title>`;
    const bar = (size: number, kind: string) =>
      `<rect x="${index * (wide + gap)}" y="${height - size}" width="${wide}" height="${size}"${kind}/>`;
    return `<g>${title}${bar(scale(count), "")}${gone === 0 ? "" : bar(scale(gone), ' class="gone"')}</g>`;
  });
  const dates = [0, 1, 2, 3, 4].map((nth) => days[Math.round((nth * (days.length - 1)) / 4)]?.date ?? "");
  return [
    `<small class="axis">${most}</small>`,
    `<svg class="bars" role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${Math.max(1, days.length) * (wide + gap) - gap} ${height}" preserveAspectRatio="none">`,
    ...bars,
    `</svg><small class="axis" aria-hidden="true">${dates.map((date, nth) => `<span>${nth === 0 ? date : date.slice(5)}</span>`).join("")}</small>`,
  ].join("");
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
