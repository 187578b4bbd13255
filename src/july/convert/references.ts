// Rewrites references to resources and data sources that have another type now, such as `mongodbatlas_cluster.x.srv_address`.
import { blocksIn } from "../../code/terraform/blocks.ts";
import { type Edit, edited } from "./edits.ts";
import table from "./types.json" with { type: "json" };

/** A type that ends, and how its blocks become blocks of another. */
export interface Row {
  readonly to: string;
  /** The way of what exists: into the new resource, or away while the new one is made. */
  readonly way?: "moved" | "made anew" | "imported";
  /** The id that an import takes, of attributes of the old one. */
  readonly id?: string;
  /** The new names of arguments; null for one without a successor. */
  readonly arguments?: Readonly<Record<string, string | null>>;
  readonly add?: Readonly<Record<string, string>>;
  /** The expressions that take the place of attributes, with `$` for the resource; null for one without a successor. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  /** The names of attributes within each item. */
  readonly elements?: Readonly<Record<string, string>>;
  /** The attributes whose successor has another value or form. */
  readonly check?: readonly string[];
  /** The row that has the attributes. */
  readonly as?: string;
  /** The row that has the attributes of each item of `results`. */
  readonly items?: string;
  /** The type of the resource that it reads. */
  readonly reads?: string;
}

export const rows: Readonly<Record<string, Row>> = table as Readonly<Record<string, Row>>;

/** A block that has changed its type. */
export interface Target {
  readonly row: Row;
  /** The new address in its module, `mongodbatlas_advanced_cluster.orders`. */
  readonly to: string;
}

interface Found {
  readonly line: number;
  readonly message: string;
}

interface Rewritten extends Edit {
  readonly message?: string | undefined;
}

/** Rewrites the references of a file to the targets, by their old addresses in the module. */
export function rewritten(text: string, targets: ReadonlyMap<string, Target>) {
  const edits: Edit[] = [];
  const found: Found[] = [];
  for (const block of blocksIn(text)) {
    if (["moved", "removed", "import"].includes(block.words[0] ?? "")) continue;
    for (const { name, from, end } of block.arguments) {
      const line = text.slice(0, from).split("\n").length;
      for (const edit of referencesIn(text.slice(from, end), targets)) {
        edits.push({ start: from + edit.start, end: from + edit.end, text: edit.text });
        const isBare = name === "depends_on" || name === "replace_triggered_by";
        if (edit.message !== undefined && !isBare) found.push({ line, message: edit.message });
      }
    }
  }
  return { text: edited(text, edits), found };
}

function* referencesIn(value: string, targets: ReadonlyMap<string, Target>): Generator<Rewritten> {
  for (const match of value.matchAll(/(?<![\w.-])(values\()?((?:data\.)?mongodbatlas_\w+\.[\w-]+)/g)) {
    const [whole, values, address = ""] = match;
    const target = targets.get(address);
    if (target === undefined) continue;
    const end = match.index + whole.length;
    const isAll = values !== undefined && /^\)(?:\[\*\]|\.\*)/.test(value.slice(end));
    const start = match.index + (isAll ? 0 : (values?.length ?? 0));
    const path = pathAt(value, end + Number(isAll));
    yield {
      start,
      end: end + Number(isAll) + path.join("").length,
      ...rewrite(address, target, path, isAll),
    };
  }
}

/** Returns the steps behind a name: `[0]`, `.name`, `[*]`. */
function pathAt(value: string, start: number): string[] {
  const path: string[] = [];
  let at = start;
  for (;;) {
    const [step] =
      /^\.(?:\w[\w-]*|\*)/.exec(value.slice(at)) ?? (value[at] === "[" ? [bracket(value, at)] : []);
    if (step === undefined) return path;
    path.push(step);
    at += step.length;
  }
}

function bracket(value: string, start: number): string {
  let depth = 0;
  for (let at = start; at < value.length; at++) {
    if (value[at] === "[") depth++;
    else if (value[at] === "]" && --depth === 0) return value.slice(start, at + 1);
  }
  return value.slice(start);
}

function rewrite(old: string, { row, to }: Target, path: readonly string[], isAll: boolean) {
  const all = path.map((step) => step.replace(/^\.(\d+)$/, "[$1]").replace(/^\.\*$/, "[*]"));
  const [first = ""] = all;
  const index = first.startsWith("[") ? first : "";
  const steps = index === "" ? all : all.slice(1);
  const resource = isAll ? `values(${to})` : to;
  const told = `${old}${steps.join("")}`;
  if (steps.length === 0) {
    return {
      text: `${resource}${index}`,
      message: `${old} is used as a whole: check what reads its attributes.`,
    };
  }
  if (index === "[*]") {
    const { text, message } = attribute("$", row, steps, told);
    return /^\$[^$]*$/.test(text)
      ? { text: text.replace("$", () => `${resource}[*]`), message }
      : { text: `[for each_one in ${resource} : ${text.replaceAll("$", "each_one")}]`, message };
  }
  return attribute(`${resource}${index}`, row, steps, told);
}

/** Returns the expression for an attribute of a resource, and a remark if its value is another. */
function attribute(
  resource: string,
  given: Row,
  steps: readonly string[],
  told: string,
): { text: string; message?: string } {
  const row = rows[given.as ?? ""] ?? given;
  const item = rows[row.items ?? ""];
  if (item !== undefined && steps[0] === ".results" && /^\[\d/.test(steps[1] ?? "") && steps.length > 2) {
    return attribute(`${resource}.results${steps[1]}`, item, steps.slice(2), told);
  }
  const path = steps.join("").slice(1);
  const known = Object.keys(row.attributes ?? {}).filter(
    (each) => path === each || (/^[.[]/.test(path.slice(each.length)) && path.startsWith(each)),
  );
  const [best] = known.sort((a, b) => b.length - a.length);
  if (best === undefined) {
    const isToCheck = row.check?.some((each) => path.startsWith(each));
    return {
      text: `${resource}.${path}`,
      ...(isToCheck && { message: `${told} has another form: check what reads it.` }),
    };
  }
  const template = row.attributes?.[best];
  if (template === null || template === undefined) {
    return { text: "null", message: `${told} has no successor: null stands in its place.` };
  }
  const rest = path.slice(best.length).replace(/(?<=\.)\w+/g, (name) => row.elements?.[name] ?? name);
  const text = `${template.replaceAll("$", () => resource)}${rest}`;
  return {
    text,
    ...(row.check?.includes(best) && {
      message: `${told} is now ${template.replaceAll("$.", "")}: compare its value.`,
    }),
  };
}
