// Converts the arguments and blocks that several types have in common: tags, objects that were blocks, names that changed.
import type { Block } from "../../code/terraform/blocks.ts";
import type { Kept } from "../../code/terraform/state.ts";
import { type Edit, edited, indented, object, removal, tidy } from "./edits.ts";
import type { Row } from "./references.ts";

/** A block that is being converted, with the changes of its text. */
export class Conversion {
  readonly text: string;
  readonly block: Block;
  readonly row: Row;
  readonly edits: Edit[] = [];
  /** The arguments and blocks that have no successor, or one that a person should look at. */
  readonly remarks: string[] = [];
  readonly #done = new Set<unknown>();

  constructor(text: string, block: Block, row: Row) {
    this.text = text;
    this.block = block;
    this.row = row;
  }

  /** Returns the source of an argument's value. */
  value(name: string, block = this.block): string | undefined {
    const found = block.arguments.find((each) => each.name === name);
    return found && this.text.slice(found.from, found.end);
  }

  has = (name: string): boolean => this.block.names.includes(name);

  /** Returns the blocks of a name, also those that `dynamic` makes. */
  blocks(name: string, block = this.block): Block[] {
    return block.blocks.filter(
      ({ words: [kind, label] }) => kind === name || (kind === "dynamic" && label === name),
    );
  }

  /** Takes an argument out, and returns its value. */
  take(name: string, block = this.block): string | undefined {
    const found = block.arguments.find((each) => each.name === name);
    if (found === undefined || this.#done.has(found)) return this.value(name, block);
    this.#done.add(found);
    this.edits.push(removal(this.text, found));
    return this.value(name, block);
  }

  /** Takes blocks out, and puts a text into the place of the first. */
  replace(blocks: readonly Block[], text: string): void {
    for (const [index, block] of blocks.entries()) {
      if (index > 0) this.edits.push(removal(this.text, block));
      else this.edits.push({ start: block.start, end: block.end, text: indented(text, this.#indent(block)) });
    }
  }

  /** Puts a line before the closing brace. */
  add(name: string, value: string): void {
    const at = this.block.end - 1;
    const isOpen = /\n[^\S\n]*$/.test(this.text.slice(0, at));
    this.edits.push({ start: at, end: at, text: `${isOpen ? "" : "\n"}  ${name} = ${indented(value)}\n` });
  }

  #indent = ({ start }: Block): string => /[^\S\n]*$/.exec(this.text.slice(0, start))?.[0] ?? "";

  /** Converts blocks that have a key and a value to a map; null for an empty one, which the newer types do not keep. */
  toMap(name: string, kept: readonly Kept[]): void {
    const blocks = this.blocks(name);
    if (blocks.length === 0) return;
    const plain = blocks.filter(({ words }) => words[0] === name);
    const entries = plain.map(
      (each) => [keyOf(this.value("key", each) ?? '""'), this.value("value", each) ?? '""'] as const,
    );
    const made = blocks.filter(({ words }) => words[0] !== name).map((each) => this.#mapOf(each));
    const maps = [...(entries.length > 0 ? [object(entries)] : []), ...made];
    const map = maps.length === 1 ? (maps[0] ?? "{}") : `merge(${maps.join(", ")})`;
    const isEmpty = made.length > 0 && kept.some(({ attributes }) => listed(attributes[name]).length === 0);
    this.replace(blocks, `${name} = ${isEmpty ? `length(${map}) == 0 ? null : ${map}` : map}`);
  }

  #mapOf(dynamic: Block): string {
    const { each, content, loop } = this.loopOf(dynamic);
    const [key, value] = ["key", "value"].map((name) => this.value(name, content) ?? '""');
    const { iterator } = each;
    if (key === `${iterator}.key` && value === `${iterator}.value`) return each.of;
    return `{ ${loop(`${key} => ${value}`)} }`;
  }

  /** Reads a `dynamic` block: `loop` writes an expression of its content as a `for` over the same values. */
  loopOf(dynamic: Block) {
    const of = this.value("for_each", dynamic) ?? "[]";
    const iterator = this.value("iterator", dynamic) ?? dynamic.words[1] ?? "";
    const content = dynamic.blocks[0] ?? dynamic;
    const loop = (text: string) => {
      const inside = text
        .replace(new RegExp(`(?<![\\w.-])${iterator}\\.key\\b`, "g"), `${iterator}_key`)
        .replace(new RegExp(`(?<![\\w.-])${iterator}\\.value\\b`, "g"), iterator);
      const key = inside.includes(`${iterator}_key`) ? `${iterator}_key, ` : "";
      return `for ${key}${iterator} in ${of} : ${inside}`;
    };
    return { each: { of, iterator }, content, loop };
  }

  /** Converts blocks that may be there once to an object. */
  toObject(name: string): void {
    for (const block of this.blocks(name)) {
      const rename = this.row.arguments ?? {};
      if (block.words[0] === name) {
        this.edits.push({ start: block.start + name.length, end: block.start + name.length, text: " =" });
        for (const each of block.arguments) if (rename[each.name] === null) this.drop(each.name, block);
      } else {
        const { content, loop } = this.loopOf(block);
        const kept = content.arguments.filter((each) => rename[each.name] !== null);
        const inside = object(kept.map((each) => [each.name, this.value(each.name, content)]));
        this.replace([block], `${name} = one([${loop(inside)}])`);
      }
    }
  }

  /** Takes out what has no successor. */
  drop(name: string, block = this.block): void {
    this.take(name, block);
    this.remarks.push(`${name} has no successor and is left out.`);
  }

  /** Renames the arguments that have another name now, adds new ones, and returns the block's text. */
  finish(): string {
    const { text, block, row } = this;
    for (const argument of block.arguments) {
      const to = row.arguments?.[argument.name];
      if (this.#done.has(argument) || to === undefined) continue;
      if (to === null) this.drop(argument.name);
      else this.edits.push({ start: argument.start, end: argument.start + argument.name.length, text: to });
    }
    for (const inner of block.blocks) {
      if (row.arguments?.[inner.words[0] ?? ""] === null) this.edits.push(removal(text, inner));
    }
    for (const [name, value] of Object.entries(row.add ?? {})) if (!this.has(name)) this.add(name, value);
    const type = block.words[1] ?? "";
    const at = text.indexOf(type, block.start);
    this.edits.push({ start: at, end: at + type.length, text: row.to.replace("data.", "") });
    const shifted = this.edits.map((each) => ({
      ...each,
      start: each.start - block.start,
      end: each.end - block.start,
    }));
    return tidy(edited(text.slice(block.start, block.end), shifted));
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const keyOf = (expression: string): string => {
  const [, plain] = /^"([A-Za-z_][\w-]*)"$/.exec(expression) ?? [];
  return plain ?? (expression.startsWith('"') && !expression.includes("${") ? expression : `(${expression})`);
};
