// Texts and values for fuzzing: good samples that were spoiled in a few places, so that they go deep, and any others.
import fc from "fast-check";

/** Signs that mean something to one parser or another, and such that stand for trouble elsewhere. */
const signs = [
  ..." \t\r\n\0\"'\\/.,;:?&=%+-_@#*()[]{}<>|~`^$!",
  ..."0127faAzZéßİſK例\u00ad\u200b\ufeff\u{1f600}\ud800",
  "..",
  "//",
  "%00",
  "%2F",
  "%zz",
  "::",
  "/0",
  "T",
  "Z",
  "q=",
  "e308",
  "true",
  "null",
  "__proto__",
  "constructor",
];

const longWords = ["a", "0", "9", " ", ",", "\\", '"', "%25", "é", "a.", "1:", "[", "{"];

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(200),
  cut: fc.nat(4),
  put: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...signs) },
    { weight: 1, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  ),
});

const applyEdit = (text: string, { at, cut, put }: Edit): string => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + cut);
};

const longText = fc
  .tuple(fc.constantFrom(...longWords), fc.constantFrom(65, 300, 5000, 20_000))
  .map(([word, length]) => word.repeat(length));

/** A sample as it is or with a few edits; rarely any text, or a very long one. */
export const textLike = (...samples: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 16,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 3 }))
        .map(([sample, edits]) => edits.reduce(applyEdit, sample)),
    },
    { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((all) => all.join("")),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...samples), longText).map((parts) => parts.join("")) },
  );

/** Any value that stands where another is meant. `known` are good ones of other places. */
export const strayValue = (known: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 3, arbitrary: textLike(...known.filter((each) => typeof each === "string")) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(
        null,
        true,
        false,
        0,
        -1,
        1.5,
        1e308,
        Number.MAX_SAFE_INTEGER + 1,
        "",
        " ",
        [],
        {},
        [[]],
        [null],
        "ORG_OWNER",
        "GROUP_OWNER",
        "NO_ROLE",
        "2026-02-30T00:00:00Z",
        "\0",
        "\ud800",
      ),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );

interface Change {
  /** The index of the node in the value, counted from the outside. */
  readonly node: number;
  readonly how: "replace" | "remove" | "repeat" | "add";
  readonly name: string;
  readonly value: unknown;
}

function nodesOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, each) => sum + nodesOf(each), 0);
}

/** The value with one of its nodes changed; nothing where the node is to be taken away. */
function changeNode(value: unknown, change: Change, node: number): unknown {
  if (node === 0) {
    if (change.how === "remove") return undefined;
    if (change.how === "add" && Array.isArray(value)) return [...value, change.value];
    if (change.how === "add" && typeof value === "object" && value !== null) {
      return { ...value, [change.name]: change.value };
    }
    if (change.how === "repeat") return Array.isArray(value) ? [...value, ...value] : [value, value];
    return change.value;
  }
  if (typeof value !== "object" || value === null) return value;
  let left = node - 1;
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const size = nodesOf(each);
    const isWithin = left >= 0 && left < size;
    const changed = isWithin ? changeNode(each, change, left) : each;
    left -= size;
    return changed === undefined ? [] : [[name, changed] as const];
  });
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

/** The value with a few of its nodes replaced, taken away, repeated or joined by others. */
export function valueLike(
  value: unknown,
  known: readonly unknown[],
  names: readonly string[],
): fc.Arbitrary<unknown> {
  const change: fc.Arbitrary<Change> = fc.record({
    node: fc.nat(1000),
    how: fc.constantFrom("replace", "replace", "replace", "remove", "repeat", "add"),
    name: fc.oneof(fc.constantFrom(...names, "__proto__", "constructor", "x"), fc.string({ maxLength: 5 })),
    value: strayValue(known),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((now, each) => changeNode(now, each, each.node % nodesOf(now)), value),
    );
}

/** Every text within a value, and every name of a member. */
export function leavesOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

export function namesWithin(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(namesWithin)];
}

/** Escaped as a part of a target; half a surrogate pair cannot be. */
export const escapeText = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?"));
