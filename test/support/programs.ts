// Programs that were handed out, as a test runs them.

/** A program in TypeScript of no types, by the names that it is given; it may wait, and return. */
export const AsyncFunction = (async () => {}).constructor as new (
  ...texts: string[]
) => (...given: unknown[]) => Promise<unknown>;

/** All of a program below the line that makes its client. */
export const below = (text: string, line: RegExp): string =>
  text.slice(text.search(line)).replace(/^.*\n/, "");

/** Returns a program without its imports, which are given to it. */
export const withoutImports = (text: string): string => text.replace(/^import .*$/gm, "");
