// Finds the blocks of a Terraform configuration, without evaluating it: comments, heredocs and strings are skipped.

/** An argument of a block, with the places of its parts in the text. */
export interface Argument {
  readonly name: string;
  /** The place of the name. */
  readonly start: number;
  /** The place of the value, which any expression may be. */
  readonly from: number;
  /** The place after the value. */
  readonly end: number;
}

export interface Block {
  /** The type and labels before the brace, such as `resource`, `mongodbatlas_team`, `core`. */
  readonly words: readonly string[];
  /** The line, counted from 1. */
  readonly line: number;
  /** The arguments of the block itself that are a plain string. */
  readonly texts: Readonly<Record<string, string>>;
  /** The names of the block's own arguments, whatever their values, and the types of the blocks in it. */
  readonly names: readonly string[];
  readonly arguments: readonly Argument[];
  /** The blocks directly in it. */
  readonly blocks: readonly Block[];
  /** The block that it is in. */
  readonly parent: Block | undefined;
  /** The place of its first word. */
  readonly start: number;
  /** The place after its closing brace. */
  readonly end: number;
}

export class UnreadableConfiguration extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

interface OpenBlock extends Block {
  readonly names: string[];
  readonly arguments: Argument[];
  readonly blocks: Block[];
  end: number;
}

interface Bracket {
  readonly sign: string;
  readonly line: number;
  readonly block?: OpenBlock;
  /** The argument whose value is being read. */
  argument?: { -readonly [name in keyof Argument]: Argument[name] } | undefined;
}

/** Returns every block at any depth, in order. */
export function blocksIn(text: string): Block[] {
  const blocks: Block[] = [];
  /** The open brackets, of a block or any other. */
  const open: Bracket[] = [];
  let words: string[] = [];
  let start = 0;
  let argument: string | undefined;
  for (const token of tokensOf(text)) {
    const { kind, value, line, end } = token;
    if (kind === "end") [words, argument] = [[], undefined];
    else if (kind === "word" || (kind === "text" && argument === undefined)) {
      if (words.length === 0) start = token.start;
      words.push(value);
    } else if (kind === "text") {
      Object.assign(open.at(-1)?.block?.texts ?? {}, { [argument ?? ""]: value });
    } else if (value === "=") {
      [words, argument] = [[], words.length === 1 ? words[0] : undefined];
      const inside = open.at(-1);
      if (argument !== undefined && inside?.block !== undefined) {
        inside.block.names.push(argument);
        inside.argument = { name: argument, start, from: end, end };
        inside.block.arguments.push(inside.argument);
        continue;
      }
    } else if (closers.has(value)) {
      const parent = open.at(-1)?.block;
      const own = { words, line, texts: {}, names: [], arguments: [], blocks: [], parent, start, end };
      const block = value === "{" && words.length > 0 ? own : undefined;
      if (block !== undefined) {
        blocks.push(block);
        parent?.names.push(words[0] ?? "");
        parent?.blocks.push(block);
      }
      lengthen(open.at(-1), token);
      open.push({ sign: value, line, ...(block && { block }) });
      [words, argument] = [[], undefined];
      continue;
    } else {
      const last = open.pop();
      if (last === undefined) throw new UnreadableConfiguration(line, `${value} closes nothing`);
      if (closers.get(last.sign) !== value) {
        throw new UnreadableConfiguration(line, `${value} closes ${last.sign} of line ${last.line}`);
      }
      if (last.block !== undefined) last.block.end = end;
      [words, argument] = [[], undefined];
    }
    lengthen(open.at(-1), token);
  }
  const left = open.at(-1);
  if (left !== undefined) throw new UnreadableConfiguration(left.line, `${left.sign} is not closed`);
  return blocks;
}

/** Adds a token to the value that is being read; the end of its line ends it. */
function lengthen(inside: Bracket | undefined, { value, start, end }: Token): void {
  if (inside?.argument === undefined) return;
  if (value === "\n") inside.argument = undefined;
  else {
    if (inside.argument.from === inside.argument.end) inside.argument.from = start;
    inside.argument.end = end;
  }
}

const closers = new Map([
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
]);

interface Token {
  /** The kind; `end` is the end of a line, or another separator. */
  readonly kind: "word" | "text" | "sign" | "end";
  readonly value: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const patterns = {
  blank: /[^\S\n]+/y,
  comment: /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//y,
  heredoc: /<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy,
  word: /[\p{L}_][\p{L}\p{N}_-]*/uy,
  sign: /(?<![=!<>])=(?![=>])|[{}[\]()]/y,
};

function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  let line = 1;
  const matched = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const passed = matched(patterns.blank) ?? matched(patterns.comment);
    const heredoc = passed ?? matched(patterns.heredoc);
    let end: number;
    if (passed !== null) end = at + passed[0].length;
    else if (text.startsWith("/*", at)) throw new UnreadableConfiguration(line, "the comment has no end");
    else if (heredoc !== null) {
      end = endOfHeredoc(text, at + heredoc[0].length, heredoc[1] ?? "", line);
      yield { kind: "end", value: "", line, start: at, end };
    } else if (text[at] === '"') {
      end = endOfString(text, at, line);
      yield { kind: "text", value: text.slice(at + 1, end - 1), line, start: at, end };
    } else {
      const word = matched(patterns.word);
      const sign = word ?? matched(patterns.sign);
      const value = sign?.[0] ?? text.slice(at, at + 1);
      const kind = word !== null ? "word" : sign !== null ? "sign" : "end";
      end = at + value.length;
      yield { kind, value, line, start: at, end };
    }
    for (; at < end; at++) if (text[at] === "\n") line++;
  }
}

/** Returns the place after the closing quotation mark; a template (`${…}`) may have strings of its own. */
function endOfString(text: string, start: number, line: number): number {
  for (let at = start + 1; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "\\") at++;
    else if (/^([$%])\1\{/.test(text.slice(at, at + 3))) at += 2;
    else if (/^[$%]\{/.test(text.slice(at, at + 2))) at = endOfTemplate(text, at + 2, line) - 1;
    else if (text[at] === '"') return at + 1;
  }
  throw new UnreadableConfiguration(line, "the string has no end");
}

function endOfTemplate(text: string, start: number, line: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '"') at = endOfString(text, at, line) - 1;
    else if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  throw new UnreadableConfiguration(line, "the template has no end");
}

function endOfHeredoc(text: string, start: number, word: string, line: number): number {
  const found = new RegExp(`^[^\\S\\n]*${word}(?=[^\\S\\n]*$)`, "m");
  const rest = text.slice(start);
  const match = found.exec(rest);
  if (match === null) throw new UnreadableConfiguration(line, `the heredoc ${word} has no end`);
  return start + match.index + match[0].length;
}
