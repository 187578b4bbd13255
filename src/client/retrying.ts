// Repeats a request after the Retry-After of the server.
import { answerOf } from "./answer.ts";
import type { Received } from "./exchange.ts";
import { pause } from "./waiting.ts";

/** The time in which Atlas's rate limit buckets fill; a longer wait fails at once. */
const longestSeconds = 60;

interface Patience {
  readonly retries: number;
  readonly signal: AbortSignal | undefined;
}

/** Asks again after 429 and 503 that say when, at most so many times; gives the last answer. */
export async function askAgain(
  ask: () => Promise<Received>,
  { retries, signal }: Patience,
): Promise<Received> {
  for (let left = retries; ; left--) {
    const received = await ask();
    const isPutOff = received.status === 429 || received.status === 503;
    const seconds = isPutOff ? answerOf(received).retryAfterSeconds : undefined;
    if (left <= 0 || seconds === undefined || seconds > longestSeconds) return received;
    await pause(seconds, signal);
  }
}
