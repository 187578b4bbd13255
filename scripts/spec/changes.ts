// Says what differs between two states of `spec/atlas.json`, one line for each difference, by operation and by type.
import type { AtlasForm } from "../../src/core/spec/form.ts";

interface Change {
  /** The name of an operation, type or parameter. */
  readonly name: string;
  /** The path of the change, such as `answers.201.2024-10-23.sunset`. */
  readonly at: string;
  readonly before: unknown;
  readonly after: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function compare(name: string, at: string, before: unknown, after: unknown): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ name, at, before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((each) =>
    compare(name, at === "" ? each : `${at}.${each}`, before[each], after[each]),
  );
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};

/** Names the items that a list gained and lost. */
function wordsOfLists(before: readonly unknown[], after: readonly unknown[]): string {
  const texts = (list: readonly unknown[]) => new Set(list.map((each) => JSON.stringify(each)));
  const [old, now] = [texts(before), texts(after)];
  return [
    ...[...now].filter((each) => !old.has(each)).map((each) => `+${each}`),
    ...[...old].filter((each) => !now.has(each)).map((each) => `-${each}`),
  ].join(" ");
}

function words({ name, at, before, after }: Change): string {
  const place = at === "" ? name : `${name} ${at}`;
  if (before === undefined) return `${place}: new, ${shown(after)}`;
  if (after === undefined) return `${place}: gone`;
  if (isList(before) && isList(after)) return `${place}: ${wordsOfLists(before, after)}`;
  return `${place}: ${shown(before)} → ${shown(after)}`;
}

/** The lines of each part that has some. */
export function changesOf(
  before: AtlasForm,
  after: AtlasForm,
): { readonly title: string; readonly lines: string[] }[] {
  const parts = ["operations", "parameters", "types"] as const;
  return parts
    .map((part) => ({
      title: `${part[0]?.toUpperCase()}${part.slice(1)}`,
      lines: [...new Set([...Object.keys(before[part]), ...Object.keys(after[part])])]
        .sort()
        .flatMap((name) => compare(name, "", before[part][name], after[part][name]))
        .map(words),
    }))
    .filter(({ lines }) => lines.length > 0);
}
