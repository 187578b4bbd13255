// The functions that a program can put around requests of the client.
import { type Answer, answerOf, type Received } from "./answer.ts";

/** A request before it is sent, without its body and credentials. */
export interface AtlasRequest {
  /** The operation; method and path for `request`. */
  readonly operationId: string;
  readonly method: string;
  /** The address, with the query. */
  readonly url: string;
  /** The headers, which may be changed before `next()`; credentials are added to them later. */
  readonly headers: Headers;
}

/**
 * A function around each try of a request: it awaits `next()`, which rejects if no answer came, and returns its answer; a
 * refusal is an answer too. Requests for tokens, and challenges, belong to their try. Bodies and credentials are not passed, so
 * that no secret gets into a log.
 */
export type Middleware = (request: AtlasRequest, next: () => Promise<Answer>) => Promise<Answer>;

/** Sends a request through all of them, the first outermost. */
export async function sendThrough(
  middleware: readonly Middleware[],
  request: AtlasRequest,
  send: () => Promise<Received>,
): Promise<Received> {
  // A middleware may send more than once; the answer that it returns counts.
  const received = new Map<Answer, Received>();
  const innermost = async () => {
    const whole = await send();
    const answer = answerOf(whole);
    received.set(answer, whole);
    return answer;
  };
  const walk = middleware.reduceRight<() => Promise<Answer>>(
    (next, each) => async () => each(request, next),
    innermost,
  );
  const whole = received.get(await walk());
  if (whole === undefined) throw new TypeError("a middleware must return the answer that next() gave it");
  return whole;
}
