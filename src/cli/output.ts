// Writes the answer of a call to standard output or a file, as it came or in a readable form.
import { writeFile } from "node:fs/promises";
import type { AtlasError } from "../client/errors.ts";

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Formats an answer for a terminal: JSON on many lines. Any other text stays as it is. */
export function prettify(text: string): string {
  const value = readJson(text);
  return value === undefined ? text : JSON.stringify(value, null, 2);
}

interface Destination {
  readonly file: string | undefined;
  /** True if a person reads the output and has not chosen a form. */
  readonly forPerson: boolean;
}

/** Writes the answer of a success and returns the exit code; an answer without a body writes nothing. */
export async function writeAnswer(
  answer: string | Uint8Array,
  { file, forPerson }: Destination,
): Promise<number> {
  if (answer.length === 0) return 0;
  const isText = typeof answer === "string";
  if (file === undefined) {
    if (isText) print(forPerson ? prettify(answer) : answer);
    else process.stdout.write(answer);
    return 0;
  }
  try {
    // An answer may contain a secret that is shown only once.
    await writeFile(file, isText ? `${answer}\n` : answer, { mode: 0o600 });
    return 0;
  } catch (reason) {
    // The call was made, and it may not be possible to repeat it.
    if (isText) print(answer);
    say(`anteroom: --output-file ${file} cannot be written: ${(reason as Error).message}`);
    return 1;
  }
}

/** Writes the body of a refusal for a program; makes one if the answer has no JSON, or there is no answer. */
export function writeRefusal(
  text: string,
  { status, errorCode, detail }: Pick<AtlasError, "errorCode" | "detail"> & { readonly status?: number },
  forPerson: boolean,
): void {
  const body = readJson(text) === undefined ? JSON.stringify({ detail, error: status, errorCode }) : text;
  print(forPerson ? prettify(body) : body);
}

export const count = (number: number, noun: string, many = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : many}`;

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

export const say = (line: string): void => void process.stderr.write(`${line}\n`);
