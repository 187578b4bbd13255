// Keeps what has been read of a world beside the file that is to be written, so that an interrupted reading
// continues where it ended.
import { appendFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { makePrivateFile } from "../private-files.ts";

export interface Journal {
  /** Answers that an earlier reading left. */
  readonly found: number;
  /** The earlier answer of the key; else that of `ask`, which is kept. */
  once<T>(key: string, ask: () => Promise<T>): Promise<T>;
  /** Removes the file when everything is read. */
  end(): Promise<void>;
}

/** Keeps nothing. */
export const forgetful: Journal = { found: 0, once: (_, ask) => ask(), end: async () => {} };

/**
 * A journal in a file, of which only its owner may read. `of` says what is read: a file that was begun for something else is begun anew.
 */
export async function openJournal(file: string, of: string): Promise<Journal> {
  const lines = await readFile(file, "utf8").then(
    (text) => text.split("\n"),
    () => [],
  );
  const answers = new Map<string, unknown>();
  if (lines[0] === of) {
    for (const line of lines.slice(1)) {
      try {
        const [key, answer] = JSON.parse(line) as [string, unknown];
        answers.set(key, answer);
      } catch {
        // The last line may have been cut off with the process that wrote it.
      }
    }
  }
  await rm(file, { force: true });
  await makePrivateFile(file);
  const keep = (entry: unknown) => appendFileSync(file, `${JSON.stringify(entry)}\n`);
  appendFileSync(file, `${of}\n`);
  for (const entry of answers) keep(entry);
  return {
    found: answers.size,
    async once<T>(key: string, ask: () => Promise<T>): Promise<T> {
      if (answers.has(key)) return answers.get(key) as T;
      const answer = await ask();
      keep([key, answer]);
      return answer;
    },
    end: () => rm(file, { force: true }),
  };
}
