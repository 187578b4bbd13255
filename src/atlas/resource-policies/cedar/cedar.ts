// Cedar, the language of resource policies, by @cedar-policy/cedar-wasm where that is installed.
import { createRequire } from "node:module";
import { fault } from "../../../core/contract/errors.ts";
import type { Judgement } from "../../../core/domain/judgement.ts";
import { createFairQueue, type InLine } from "../../../core/turns.ts";
import type { PolicyQuestion } from "../rules/policy-facts.ts";
import { type AskCedar, forbiddingIn } from "./forbidding.ts";
import { type CallCedar, complain, judgeText } from "./judge.ts";
import { Broken, createCedarWorker } from "./worker.ts";

export interface Cedar {
  /** Judges each text; returns undefined for one that is too long, and for those after one that is too complex. */
  judge(bodies: readonly string[], place: InLine): Promise<(Judgement | undefined)[]>;
  /** Returns the ids of the texts that forbid each question. */
  forbidding(questions: readonly PolicyQuestion[], place: InLine): Promise<(readonly string[])[]>;
  close(): Promise<void>;
}

const unavailable = (reason: string) =>
  fault("SERVICE_UNAVAILABLE", { reason }, { headers: { "retry-after": "5" } });

/** Finds the file of the package; null if it is not installed. */
export function findCedar(): string | null {
  try {
    const require = createRequire(import.meta.url);
    return require.resolve("@cedar-policy/cedar-wasm/nodejs");
  } catch {
    return null;
  }
}

/** The time limits: a thousand times what an ordinary text takes; a busy machine needs seconds to load the package. */
const limits = { loadMs: 30_000, callMs: 5_000 };

/** Asks Cedar about one text after the other, callers in turn; a full queue is some seconds of work. */
export function createCedar(path: string, workerLimits = limits): Cedar {
  const worker = createCedarWorker(path, workerLimits);
  const call = worker.call as CallCedar;
  const queued = createFairQueue({
    atOnce: 1,
    longest: 200,
    patienceMs: 20_000,
    refusal: () => unavailable("The server is busy with policies of others"),
  });
  return {
    async judge(bodies, place) {
      const judgements: (Judgement | undefined)[] = [];
      for (const body of bodies) {
        try {
          judgements.push(await queued(place, () => judgeText(call, body)));
        } catch (reason) {
          if (!(reason instanceof Broken)) throw reason;
          judgements.push(complain("POLICY_PARSING_ERROR", "The policy is too complex to be checked."));
          break;
        }
      }
      return judgements;
    },
    async forbidding(questions, place) {
      const found: (readonly string[])[] = [];
      try {
        for (const question of questions) {
          found.push(await queued(place, () => forbiddingIn(worker.call as AskCedar, question)));
        }
        return found;
      } catch (reason) {
        if (!(reason instanceof Broken)) throw reason;
        throw unavailable("The resource policies of the organization cannot be evaluated");
      }
    },
    close: () => worker.close(),
  };
}
