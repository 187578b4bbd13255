// Asks what answers slowly: the engine of resource policies, or the database behind a cluster. A unit of work may not wait for
// it: it ends, and runs again with the answers.

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

type Ask = (questions: readonly object[]) => Promise<readonly (readonly string[])[]>;

/** Ends a unit of work, which runs again once these questions are answered. */
export class Unanswered extends Error {
  readonly questions: readonly object[];
  readonly ask: Ask;

  constructor(questions: readonly object[], ask: Ask) {
    super("something slow is to be asked");
    this.questions = questions;
    this.ask = ask;
  }
}

export type Answers = Map<string, readonly string[]>;

export const keyOf = (question: object): string => JSON.stringify(question);

/** Returns the answers; throws `Unanswered` for questions without one. */
export function answersTo(
  questions: readonly object[],
  answers: Answers | undefined,
  ask: Ask,
): readonly (readonly string[])[] {
  const open = questions.filter((each) => answers?.has(keyOf(each)) !== true);
  if (open.length > 0) throw new Unanswered(open, ask);
  return questions.map((each) => answers?.get(keyOf(each)) ?? []);
}
