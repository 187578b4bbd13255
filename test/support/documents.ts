// Reads the blocks of the documents, and compares answers in them with real ones.
import { deepEqual, equal, ok } from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./command.ts";

export interface Block {
  /** Unique, such as `README-md-13`; usable as a file name. */
  readonly name: string;
  /** The word after the fence, such as `sh`. */
  readonly language: string;
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** The paragraph above the block, as one line. */
  readonly above: string;
}

export interface Document {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

export async function readDocuments(): Promise<Document[]> {
  const inDocs = await readdir(join(root, "docs"), { recursive: true });
  // Guides of operation build on the files that docs/guides/production.md leaves in the folder.
  const first = ["README.md", "README.ko.md", "docs/guides/production.md", "CONTRIBUTING.md"];
  const paths = new Set([...first, ...inDocs.sort().map((path) => `docs/${path}`)]);
  return Promise.all(
    [...paths]
      .filter((path) => path.endsWith(".md"))
      .map(async (path) => {
        const text = await readFile(join(root, path), "utf8");
        return { path, text, blocks: blocksOf(path, text) };
      }),
  );
}

function blocksOf(path: string, text: string): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    const [, indent = "", language] = /^( *)```(\w*)$/.exec(lines[index] ?? "") ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf(`${indent}\`\`\``, index + 1);
    ok(end > index, `${path}: the block of line ${index + 1} has no end`);
    const inside = lines.slice(index + 1, end).map((line) => line.slice(indent.length));
    const before = lines.slice(0, index).join("\n").trimEnd();
    const above = before.slice(before.lastIndexOf("\n\n") + 1).replaceAll("\n", " ");
    const name = `${path.replace(/\W/g, "-")}-${index + 1}`;
    blocks.push({ name, language, text: inside.join("\n"), line: index + 1, above });
    index = end;
  }
  return blocks;
}

interface Answer {
  readonly status: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The last answer in what `curl --include` printed; those before it are challenges. */
export function lastAnswer(printed: string): Answer {
  const text = printed.replaceAll("\r", "");
  const last = text.slice(text.lastIndexOf("HTTP/1.1 "));
  const [head = "", ...body] = last.split("\n\n");
  const [status = "", ...lines] = head.split("\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(": ", 1)[0], line.replace(/^[^:]*: /, "")]),
  );
  return { status, headers, body: body.join("\n\n").trim() };
}

/** Replaces ids and instants, which differ from run to run. */
const blur = (text: string): string =>
  text.replace(/\b[0-9a-f]{24}\b/g, "ID").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT");

/** A document may leave headers out. */
export function assertSameAnswer(shown: Answer, real: Answer): void {
  equal(real.status, shown.status);
  const headers = Object.keys(shown.headers).map((name) => [name, real.headers[name]]);
  deepEqual(Object.fromEntries(headers), shown.headers);
  equal(blur(real.body), blur(shown.body));
}

/** Members and their types; the first item of an array stands for all. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
}
