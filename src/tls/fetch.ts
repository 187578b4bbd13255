// fetch for a server whose certificate vouches for itself, which Node's own cannot be made to trust in a running process.
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { buffer } from "node:stream/consumers";

/** Like fetch, but that it trusts nothing else, follows no redirect, and has the whole answer before it returns. */
export const fetchTrusting =
  (ca: string) =>
  async (url: URL, init?: RequestInit): Promise<Response> => {
    const asked = new Request(url, init);
    const headers = Object.fromEntries(asked.headers);
    // Nobody else has the key of the one certificate that is trusted, whatever name the Host header asks for.
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
