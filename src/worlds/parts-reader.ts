// Reads single parts of an organization: pages one after the other, each answer once, and what the credential may not read is noted.
import { AtlasError } from "../client/client.ts";
import type { Journal } from "./journal.ts";

/** The most that a page may hold. */
const itemsPerPage = 500;

interface Page<Item> {
  readonly results?: readonly Item[] | undefined;
  readonly links?: readonly { readonly rel?: string | undefined }[] | undefined;
}

type AskPage<Item> = (page: { itemsPerPage: number; pageNum: number }) => Promise<Page<Item>>;

export class PartsReader {
  readonly #journal: Journal;
  readonly #onProgress: (done: number, known: number) => void;
  #done = 0;
  #known: number;
  /** Why a part was not read, by its name. */
  readonly unread = new Map<string, string>();

  /** `known` requests are needed at least. */
  constructor(journal: Journal, onProgress: (done: number, known: number) => void, known: number) {
    this.#journal = journal;
    this.#onProgress = onProgress;
    this.#known = known;
  }

  /** So many requests more are needed after those that are done. */
  expect(more: number): void {
    this.#known = this.#done + more;
  }

  async once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const answer = await this.#journal.once(key, ask);
    this.#onProgress(++this.#done, Math.max(this.#done, this.#known));
    return answer;
  }

  /** A part, or undefined where the credential may not read it. */
  async part<T>(name: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (reason) {
      if (!isRefusal(reason)) throw reason;
      this.unread.set(name, `${reason.status} ${reason.errorCode ?? ""}`.trim());
      return undefined;
    }
  }

  /** The pages of a list as one part. */
  list<Item, Kept>(
    name: string,
    key: string,
    ask: AskPage<Item>,
    keep: (item: Item) => Kept,
  ): Promise<Kept[] | undefined> {
    return this.part(name, async () => {
      const all: Kept[] = [];
      for (let pageNum = 1; ; pageNum++) {
        const { kept, isLast } = await this.once(`${key} ${pageNum}`, async () => {
          const { results = [], links = [] } = await ask({ itemsPerPage, pageNum });
          const hasNext = results.length > 0 && links.some(({ rel }) => rel === "next");
          return { kept: results.map(keep), isLast: !hasNext };
        });
        for (const each of kept) all.push(each);
        if (isLast) return all;
        this.#known++;
      }
    });
  }
}

/** The credential may not read it, or nothing is there: another credential may, or the same on another day. */
const isRefusal = (reason: unknown): reason is AtlasError =>
  reason instanceof AtlasError &&
  // A credential that is unknown gets a 401 without a code.
  ((reason.status === 401 && reason.errorCode !== undefined && reason.errorCode !== "UNEXPECTED_ERROR") ||
    [403, 404, 410].includes(reason.status)) &&
  reason.operationId !== "getOrg";
