// Reads single parts of an organization: pages one after the other, several parts at once, each answer once; a journal keeps
// them.
import { appendFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { AtlasError } from "../../client/client.ts";
import { makePrivateFile } from "../../core/private-files.ts";

/** A part of an organization that could not be read, such as `groups.32b6e34b3d91647abb20e7b8.invites`, and why. */
export interface Unread {
  readonly part: string;
  readonly why: string;
}

/** Reports whether a part, or one above it, is among those that could not be read. */
export function isUnread(part: string, unread: ReadonlySet<string>): boolean {
  const names = part.split(".");
  return names.some((_, index) => unread.has(names.slice(0, index + 1).join(".")));
}

export interface Journal {
  /** The number of answers that an earlier run left. */
  readonly found: number;
  /** Returns the earlier answer of the key, or else that of `ask`, which is kept. */
  once<T>(key: string, ask: () => Promise<T>): Promise<T>;
  /** Removes the file when everything is read. */
  end(): Promise<void>;
}

export const forgetful: Journal = { found: 0, once: (_, ask) => ask(), end: async () => {} };

/** Opens a journal in a file that only its owner may read. `of` says what is read: a file for something else is begun again. */
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

/**
 * Runs work for each item, at most `limit` at a time; the results are in the order of the list. Ends with the first failure.
 */
export async function inParallel<T, R>(
  list: readonly T[],
  limit: number,
  work: (each: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(list.length);
  // A lane that fails ends the generator, and so the others.
  const left = (function* () {
    yield* list.entries();
  })();
  const lane = async () => {
    for (const [index, each] of left) results[index] = await work(each);
  };
  await Promise.all(Array.from({ length: limit }, lane));
  return results;
}

/** The most items of a page. */
const itemsPerPage = 500;

export type AskPage<Item> = (page: { itemsPerPage: number; pageNum: number }) => Promise<{
  readonly results?: readonly Item[] | undefined;
  readonly links?: readonly { readonly rel?: string | undefined }[] | undefined;
}>;

export class PartsReader {
  readonly #journal: Journal;
  readonly #onProgress: (done: number, known: number) => void;
  readonly #answers = new Map<string, unknown>();
  #done = 0;
  #known: number;
  /** The reasons why parts were not read, by their names. */
  readonly unread = new Map<string, string>();

  /** Creates the reader; `known` is the least number of requests. */
  constructor(journal: Journal, onProgress: (done: number, known: number) => void, known: number) {
    this.#journal = journal;
    this.#onProgress = onProgress;
    this.#known = known;
  }

  /** Adds to the number of requests that are still needed. */
  expect(more: number): void {
    this.#known = this.#done + more;
  }

  /** Returns the answer of a key, which is asked for once, in an earlier run of the journal too. */
  async once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    if (this.#answers.has(key)) return this.#answers.get(key) as T;
    const answer = await this.#journal.once(key, ask);
    this.#answers.set(key, answer);
    this.#onProgress(++this.#done, Math.max(this.#done, this.#known));
    return answer;
  }

  /** Reads a part with one answer; undefined if the credential may not read it. */
  one<T>(name: string, ask: () => Promise<T>): Promise<T | undefined> {
    return this.#unlessRefused(name, () => this.once(name, ask));
  }

  /** Reads the pages of a list as one part; empty if the credential may not read it. Lists with one `key` share the answers. */
  async list<Item, Kept>(
    name: string,
    ask: AskPage<Item>,
    keep: (item: Item) => Kept,
    key = name,
  ): Promise<Kept[]> {
    return (await this.#unlessRefused(name, () => this.#pages(key, ask, keep))) ?? [];
  }

  /** Reads the pages of a list that a server may have ended, or not have for all items; empty then. */
  async listIfThere<Item, Kept>(
    name: string,
    ask: AskPage<Item>,
    keep: (item: Item) => Kept,
  ): Promise<Kept[]> {
    try {
      return await this.#pages(name, ask, keep);
    } catch (reason) {
      if (isRefusal(reason) || (reason instanceof AtlasError && reason.status === 400)) return [];
      throw reason;
    }
  }

  async #pages<Item, Kept>(name: string, ask: AskPage<Item>, keep: (item: Item) => Kept): Promise<Kept[]> {
    const all: Kept[] = [];
    for (let pageNum = 1; ; pageNum++) {
      const { kept, isLast } = await this.once(`${name} ${pageNum}`, async () => {
        const { results = [], links = [] } = await ask({ itemsPerPage, pageNum });
        const hasNext = results.length > 0 && links.some(({ rel }) => rel === "next");
        return { kept: results.map(keep), isLast: !hasNext };
      });
      for (const each of kept) all.push(each);
      if (isLast) return all;
      this.#known++;
    }
  }

  async #unlessRefused<T>(name: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (reason) {
      if (!isRefusal(reason)) throw reason;
      this.unread.set(name, `${reason.status} ${reason.errorCode ?? ""}`.trim());
      return undefined;
    }
  }
}

/** Reports whether the credential may not read it, nothing is there, or the server has no such operation. */
const isRefusal = (reason: unknown): reason is AtlasError =>
  reason instanceof AtlasError &&
  // An unknown credential gets a 401 without a code.
  ((reason.status === 401 && reason.errorCode !== undefined && reason.errorCode !== "UNEXPECTED_ERROR") ||
    [403, 404, 410, 501].includes(reason.status)) &&
  reason.operationId !== "getOrg";
