// Asks the engine of resource policies. A unit of work may not wait for it: it ends, and runs again with the answers.

import type { Judgement } from "../domain/judgement.ts";

/** A place in the queue: that of an organization. */
interface Place {
  readonly line: string;
  readonly isGone?: (() => boolean) | undefined;
}

/** The engine of the policy language. */
export interface PolicyEngine {
  /** Judges each text; returns undefined for one that is too long, and for those after one that is too complex. */
  judge(bodies: readonly string[], place: Place): Promise<readonly (Judgement | undefined)[]>;
  /** Returns the ids of the texts that forbid each question. */
  forbidding(questions: readonly object[], place: Place): Promise<readonly (readonly string[])[]>;
}

/** Returns the ids of the texts that forbid each question. */
export type Forbidding = (questions: readonly object[]) => readonly (readonly string[])[];

/** The context of a change that policies may forbid. */
export interface Governed {
  /** The check of the policies; undefined if nothing is forbidden, as for a seed, whose things exist already. */
  readonly forbidding: Forbidding | undefined;
}

/** Ends a unit of work, which runs again once these questions are answered. */
export class Unanswered extends Error {
  readonly questions: readonly object[];

  constructor(questions: readonly object[]) {
    super("policies are to be asked");
    this.questions = questions;
  }
}

export type Answers = Map<string, readonly string[]>;

export const keyOf = (question: object): string => JSON.stringify(question);

/** Returns a check that throws `Unanswered` for questions without an answer. */
export function forbiddingBy(
  answers: Answers | undefined,
  questions: readonly object[],
): readonly (readonly string[])[] {
  const open = questions.filter((each) => answers?.has(keyOf(each)) !== true);
  if (open.length > 0) throw new Unanswered(open);
  return questions.map((each) => answers?.get(keyOf(each)) ?? []);
}
