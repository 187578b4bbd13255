// The token endpoint as a client of OAuth asks it.
import { deepEqual } from "node:assert/strict";
import { account, type Reply, send, type World } from "./world.ts";

export interface TokenAsking {
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Instead of the two above; undefined leaves the header out. */
  readonly authorization?: string | undefined;
  /** Undefined leaves the header out. */
  readonly type?: string | undefined;
  readonly body?: string | Uint8Array | undefined;
  /** Value of Content-Encoding; absent leaves the header out. */
  readonly encoding?: string;
  readonly endpoint?: string;
}

/** Asks for a token as `account`, unless `whole` says otherwise. */
export function requestToken(server: Pick<World, "url">, asking: TokenAsking = {}): Promise<Reply> {
  const { clientId, clientSecret } = { ...account, ...asking };
  const whole = {
    authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
    type: "application/x-www-form-urlencoded",
    body: "grant_type=client_credentials",
    endpoint: "/api/oauth/token",
    encoding: undefined,
    ...asking,
  };
  return send(server.url, {
    method: "POST",
    path: whole.endpoint,
    headers: {
      ...(whole.authorization !== undefined && { authorization: whole.authorization }),
      ...(whole.type !== undefined && { "content-type": whole.type }),
      ...(whole.encoding !== undefined && { "content-encoding": whole.encoding }),
    },
    body: whole.body,
  });
}

/** The headers of an answer that do not belong to the connection. */
export const ownHeaders = ({ headers }: Reply) =>
  Object.fromEntries(
    ["accept-encoding", "content-type", "cache-control", "www-authenticate"].flatMap((name) =>
      headers[name] === undefined ? [] : [[name, headers[name]]],
    ),
  );

export function assertInvalidClient(reply: Reply): void {
  deepEqual(
    { status: reply.status, json: reply.json, headers: ownHeaders(reply) },
    {
      status: 401,
      json: {
        error: "invalid_client",
        error_description:
          "The client id or its secret is wrong, or the secret has expired. Send both as HTTP Basic credentials.",
      },
      headers: {
        "content-type": "application/json",
        "cache-control": "no-store",
        "www-authenticate": 'Basic realm="anteroom"',
      },
    },
  );
}
