// The controls as programs see them, and how one is called by its name in the table.
import type { Controlled } from "./controlled.ts";
import { type ControlName, controls as table } from "./list.ts";

/** Leaves out what pages and the server have beside the controls of the table. */
export const membersOf = (controls: Controlled): Controlled => {
  const nouns = table.map(({ name }) => name.split(".")[0] as keyof Controlled);
  return Object.fromEntries(nouns.map((noun) => [noun, controls[noun]])) as unknown as Controlled;
};

type Members = Readonly<Record<string, unknown>>;

/** Calls the member of a dotted name with the values of its path, then its body. */
export function call(controls: Controlled, name: ControlName, given: readonly unknown[]): unknown {
  const [noun = "", verb = noun] = name.split(".");
  const holder = (verb === noun ? controls : (controls as unknown as Members)[noun]) as Record<
    string,
    (...all: readonly unknown[]) => unknown
  >;
  return holder[verb]?.(...given);
}
