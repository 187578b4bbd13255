// A unit of work without a store, for rules whose calls matter: it answers as it is told, and writes down what it was asked.
import { fault } from "../../src/core/contract/errors.ts";

type Answers = Readonly<Record<string, readonly unknown[] | ((...asked: never[]) => unknown)>>;

/** The methods that answer a list even if the test sets no answer. */
const lists = ["grants.of", "access.inPlace"];

/**
 * `answers` are by noun and method, as `users.find`: those of several calls in turn, the last one for all that follow, or by what is
 * asked. What is not told answers nothing.
 */
export function tellStore(answers: Answers = {}) {
  const calls: unknown[][] = [];
  const times = new Map<string, number>();
  const noun = (of: string) =>
    new Proxy(
      {},
      {
        get:
          (_noun, method) =>
          async (...given: unknown[]) => {
            const called = `${of}.${String(method)}`;
            calls.push([called, ...given]);
            const told = answers[called] ?? (lists.includes(called) ? [[]] : []);
            if (typeof told === "function") return told(...(given as never[]));
            const time = times.get(called) ?? 0;
            times.set(called, time + 1);
            return told[Math.min(time, told.length - 1)];
          },
      },
    );
  const tx = new Proxy({}, { get: (_tx, name) => noun(String(name)) });
  return { calls, tx: tx as never };
}

/** The moment of all that is told. */
export const now = Date.UTC(2026, 7, 10);

/** Makes a change whose events and messages are among the calls. `parts` replace some of its parts. */
export function tellChange(answers: Answers = {}, parts: object = {}) {
  const { calls, tx } = tellStore(answers);
  const note =
    (name: string) =>
    async (...given: unknown[]) =>
      void calls.push([name, ...given]);
  /** Notes an event with changed roles alone: test/console/access-review.test.ts proves the rest. */
  const noteEvent = async (type: string, { kept, ...about }: { kept?: { roles?: unknown } }) => {
    const roles = type === "USER_ROLES_CHANGED_AUDIT" && kept?.roles;
    calls.push(["record", type, roles ? { ...about, roles } : about]);
  };
  const changing = {
    tx,
    now,
    fault,
    held: null,
    isRecent: true,
    newId: () => "new",
    record: noteEvent,
    mail: note("mail"),
    ...parts,
  };
  return {
    changing: changing as never,
    calls,
    tx,
    /** The calls of these names, in their order. */
    called: (...names: string[]) => calls.filter(([name]) => names.includes(String(name))),
  };
}
