// Sends requests of the client over fetch, until a signal ends the wait.
import type { Outgoing, Send } from "./answer.ts";
import { AtlasUnreachable } from "./errors.ts";

/**
 * Resolves as the promise does, unless the signal ends the wait, while the promise continues for others. Rejects with the
 * signal's reason.
 */
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

/** Sends a request as it is; digest and bearer add credentials. */
export const sendOver =
  (send: typeof fetch): Send =>
  async ({
    method,
    url,
    headers,
    body,
    signal,
    wantsBytes,
    course = { tries: 0, mayHaveChanged: false },
  }) => {
    const { mayHaveChanged } = course;
    // A call without credentials cannot have changed anything.
    const changes = headers.authorization !== undefined && !/^(GET|HEAD)$/.test(method);
    course.mayHaveChanged ||= changes;
    try {
      const response = await send(url, {
        method,
        headers,
        ...(body !== undefined && { body }),
        ...(signal !== undefined && { signal }),
        // No operation redirects, and another server must not get credentials.
        redirect: "manual",
      });
      const { status, ok } = response;
      const bytes = wantsBytes && ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
      const text = bytes === undefined ? await response.text() : "";
      if (status >= 300 && status < 500) course.mayHaveChanged = mayHaveChanged;
      return { status, headers: response.headers, text, bytes };
    } catch (reason) {
      // The caller ended it and knows why.
      if (signal?.aborted) throw signal.reason;
      const unreachable = new AtlasUnreachable(new URL(url).origin, reason);
      if (!unreachable.wasSent) course.mayHaveChanged = mayHaveChanged;
      throw unreachable;
    }
  };

export const withAuthorization = (outgoing: Outgoing, authorization: string): Outgoing => ({
  ...outgoing,
  headers: { ...outgoing.headers, authorization },
});
