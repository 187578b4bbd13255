// Looks on while a client calls: a `fetch` that remembers, and the errors that calls end with.
import assert from "node:assert/strict";
import { AtlasError } from "../../src/client/client.ts";

export interface Seen {
  readonly path: string;
  readonly status: number;
  readonly authorization: string;
}

/** A `fetch` that remembers what was asked and how it was answered. */
export function watched(
  change: (path: string, response: Response) => Response | Promise<Response> = (_, it) => it,
) {
  const seen: Seen[] = [];
  const watchedFetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const path = new URL(String(input)).pathname;
    const authorization = new Headers(init?.headers).get("authorization") ?? "";
    seen.push({ path, status: response.status, authorization });
    return change(path, response);
  };
  return { seen, fetch: watchedFetch };
}

export const failure = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => assert.fail("the call succeeded"),
    (reason: unknown) => reason,
  );

export async function refusal(call: Promise<unknown>): Promise<AtlasError> {
  const reason = await failure(call);
  assert.ok(reason instanceof AtlasError, String(reason));
  return reason;
}
