// Sends one request and receives the whole answer.
import { AtlasUnreachable } from "./errors.ts";

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Rejects with AtlasUnreachable when no whole answer came, and with the signal's reason when it was aborted. */
export type Send = (outgoing: Outgoing) => Promise<Received>;

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
        // No operation redirects; whatever does must not be handed credentials.
        redirect: "manual",
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (reason) {
      if (signal?.aborted) throw reason;
      throw new AtlasUnreachable(new URL(url).origin, reason);
    }
  };

export const withAuthorization = (outgoing: Outgoing, authorization: string): Outgoing => ({
  ...outgoing,
  headers: { ...outgoing.headers, authorization },
});
