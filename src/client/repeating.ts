// Repeats calls after temporary failures, if a repeat is safe: after the time that the server states, and a random time.
import { elapsed } from "../core/clock.ts";
import { answerOf, type Course, type Received } from "./answer.ts";
import { AtlasError, AtlasUnreachable } from "./errors.ts";
import { pause } from "./sending.ts";

export const usualRetries = 3;

/** The longest random wait before the first repeat, and before any: it doubles each time. */
const firstSeconds = 0.5;
const lastSeconds = 8;
/** The seconds after its start in which a call may be repeated: Atlas's rate limit buckets are full again after a minute. */
const longestSeconds = 120;

interface Patience {
  readonly method: string;
  readonly retries: number;
  /** The time limit: a wait beyond it is not begun, so that the last answer is not lost. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The state of the call, which each try changes. */
  readonly course: Course;
}

/** Returns the last answer, or rejects as the last try does. */
export async function repeating(
  ask: () => Promise<Received>,
  { method, retries, timeoutMs = Infinity, signal, course }: Patience,
): Promise<Received> {
  const latest = elapsed() + Math.min(longestSeconds * 1000, timeoutMs);
  for (;;) {
    course.tries++;
    const [outcome] = await Promise.allSettled([ask()]);
    const mayRepeat = course.tries <= retries && isHarmless(method, course);
    const seconds = mayRepeat ? secondsUntilNext(outcome, course) : undefined;
    if (seconds === undefined || elapsed() + seconds * 1000 > latest) {
      if (outcome.status === "fulfilled") return outcome.value;
      throw outcome.reason;
    }
    await pause(seconds, signal);
  }
}

/** Reports whether a call may be repeated: a second PUT or DELETE has the same effect (RFC 9110, section 9.2.2). */
const isHarmless = (method: string, { mayHaveChanged }: Course): boolean =>
  !mayHaveChanged || method === "PUT" || method === "DELETE";

/** Returns the seconds to wait; undefined for a success, and for failures that a repeat does not change. */
function secondsUntilNext(outcome: PromiseSettledResult<Received>, { tries }: Course): number | undefined {
  const failure = outcome.status === "rejected" ? outcome.reason : undefined;
  let asked = 0;
  if (failure instanceof AtlasUnreachable) {
    if (failure.isLasting) return undefined;
  } else {
    // A token that was not granted is already an error.
    const answer = outcome.status === "fulfilled" ? answerOf(outcome.value) : undefined;
    const { status = 0, retryAfterSeconds = 0 } =
      answer ?? (failure instanceof AtlasError ? failure.answer : {});
    if (![429, 502, 503, 504].includes(status)) return undefined;
    asked = retryAfterSeconds;
  }
  return asked + Math.random() * Math.min(lastSeconds, firstSeconds * 2 ** (tries - 1));
}
