// Sends one request and receives the whole answer.
import { AtlasUnreachable } from "./errors.ts";
import type { Outgoing, Send } from "./exchange.ts";

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
