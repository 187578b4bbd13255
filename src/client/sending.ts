// Sends requests of the client: over fetch, again where the server says when, and no longer than a signal lets.
import { answerOf, type Outgoing, type Received, type Send } from "./answer.ts";
import { AtlasUnreachable } from "./errors.ts";

/** Resolves as the promise does, which goes on for others when the signal ends the wait. Rejects with the signal's reason. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

export async function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  await unlessAborted(over, signal).finally(() => clearTimeout(timer));
}

/** Without credentials; digest and bearer wrap it. */
export const sendOver =
  (send: typeof fetch): Send =>
  async ({ method, url, headers, body, signal }) => {
    try {
      const response = await send(url, {
        method,
        headers,
        ...(body !== undefined && { body }),
        ...(signal !== undefined && { signal }),
        // No operation redirects; another server must not get credentials.
        redirect: "manual",
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (reason) {
      // The caller ended it and knows why.
      if (signal?.aborted) throw signal.reason;
      throw new AtlasUnreachable(new URL(url).origin, reason);
    }
  };

export const withAuthorization = (outgoing: Outgoing, authorization: string): Outgoing => ({
  ...outgoing,
  headers: { ...outgoing.headers, authorization },
});

/** The time in which Atlas's rate limit buckets fill; a longer wait fails at once. */
const longestSeconds = 60;

/** Asks again after 429 and 503 that say when, at most so many times; gives the last answer. */
export async function askAgain(
  ask: () => Promise<Received>,
  { retries, signal }: { retries: number; signal: AbortSignal | undefined },
): Promise<Received> {
  for (let left = retries; ; left--) {
    const received = await ask();
    const isPutOff = received.status === 429 || received.status === 503;
    const seconds = isPutOff ? answerOf(received).retryAfterSeconds : undefined;
    if (left <= 0 || seconds === undefined || seconds > longestSeconds) return received;
    await pause(seconds, signal);
  }
}
