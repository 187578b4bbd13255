// Questions to the engine of resource policies, which a unit of work may not wait for: it ends, and runs again with the answers.

import type { Judgement } from "../domain/judgement.ts";

/** A place in the line of those who ask: that of an organization. */
interface Place {
  readonly line: string;
  readonly isGone?: (() => boolean) | undefined;
}

/** The language that policies are written in. */
export interface PolicyEngine {
  /** Judges each text; gives undefined for one that is too long, and for those after one that is too complex. */
  judge(bodies: readonly string[], place: Place): Promise<readonly (Judgement | undefined)[]>;
  /** Returns the ids of the texts that forbid what each question is about. */
  forbidding(questions: readonly object[], place: Place): Promise<readonly (readonly string[])[]>;
}

/** Returns the ids of the texts that forbid what each question is about. */
export type Forbidding = (questions: readonly object[]) => readonly (readonly string[])[];

/** The part of a change that policies may forbid. */
export interface Governed {
  /** Undefined where nothing is forbidden: what a seed brings is there already. */
  readonly forbidding: Forbidding | undefined;
}

/** Leaves a unit of work. It runs again once these questions are answered. */
export class Unanswered extends Error {
  readonly questions: readonly object[];

  constructor(questions: readonly object[]) {
    super("policies are to be asked");
    this.questions = questions;
  }
}

export type Answers = Map<string, readonly string[]>;

export const keyOf = (question: object): string => JSON.stringify(question);

/** Throws `Unanswered` for what has no answer yet. */
export function forbiddingBy(
  answers: Answers | undefined,
  questions: readonly object[],
): readonly (readonly string[])[] {
  const open = questions.filter((each) => answers?.has(keyOf(each)) !== true);
  if (open.length > 0) throw new Unanswered(open);
  return questions.map((each) => answers?.get(keyOf(each)) ?? []);
}
