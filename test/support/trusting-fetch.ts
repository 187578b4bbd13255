// A fetch for a server with a self-signed certificate, which Node's own fetch cannot be made to trust in a running process.
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { buffer } from "node:stream/consumers";

/** Makes a fetch that trusts that certificate alone, follows no redirect, and resolves with the whole answer. */
export const fetchTrusting =
  (ca: string) =>
  async (url: URL, init?: RequestInit): Promise<Response> => {
    const asked = new Request(url, init);
    const headers = Object.fromEntries(asked.headers);
    // Only the server has the key of the trusted certificate, so the name need not match.
    const trust = { ca, checkServerIdentity: () => undefined };
    const sent = request(url, { method: asked.method, headers, signal: asked.signal, ...trust });
    sent.end(Buffer.from(await asked.arrayBuffer()));
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    const { statusCode = 0, headersDistinct } = answer;
    const body = await buffer(answer);
    return new Response(body.length === 0 ? null : new Uint8Array(body), {
      status: statusCode,
      headers: Object.entries(headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
    });
  };
