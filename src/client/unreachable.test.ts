// Tests of servers that are gone, silent, or have a wrong certificate: the text of the error, and its advice.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { misbehave } from "../../test/support/misbehaving.ts";
import { failure } from "../../test/support/watching.ts";
import { account, ids, keys, startWorld } from "../../test/support/world.ts";
import { AtlasClient, type AtlasClientOptions, AtlasUnreachable } from "./client.ts";

async function unreachable(
  baseUrl: string,
  options: Partial<AtlasClientOptions> = {},
): Promise<AtlasUnreachable> {
  const atlas = new AtlasClient({ baseUrl, ...keys.owner, retries: 0, ...options });
  const reason = await failure(atlas.getGroup({ groupId: ids.group }));
  ok(reason instanceof AtlasUnreachable, String(reason));
  ok(`${reason.message}. `.startsWith(`${reason.detail}. `), reason.message);
  return reason;
}

test("nobody listens: the cause of the network is kept", async () => {
  for (const credentials of [keys.owner, account]) {
    const { message, code, cause } = await unreachable("http://127.0.0.1:2", credentials);
    equal(
      message,
      "http://127.0.0.1:2 cannot be reached: nothing listens there (ECONNREFUSED). Start the server, or give its address as baseUrl.",
    );
    equal(code, "ECONNREFUSED");
    equal(((cause as Error).cause as NodeJS.ErrnoException).code, code);
  }
});

test("a name that is none", async () => {
  const { message } = await unreachable("http://nobody.invalid");
  match(
    message,
    /^http:\/\/nobody.invalid cannot be reached: its name has no address \((ENOTFOUND|EAI_AGAIN)\)\. /,
  );
});

test("the connection ends before the answer, or in the middle of it", async (t) => {
  const before = await misbehave(t, (request) => void request.socket.destroy());
  const amid = await misbehave(t, (request, response) => {
    response.writeHead(200, { "content-length": "100" }).write("{", () => request.socket.destroy());
  });
  for (const baseUrl of [before, amid]) {
    const { message } = await unreachable(baseUrl);
    match(
      message,
      /the connection ended before the answer \((UND_ERR_SOCKET|ECONNRESET)\)\. The server may have ended\./,
    );
  }
});

test("no answer in the time of the call or of the client, whatever it is that hangs", async (t) => {
  const silent = await misbehave(t, () => {});
  const withoutToken = await misbehave(t, () => {});
  const halfway = await misbehave(t, (_, response) => void response.writeHead(200).write("{"));
  for (const [baseUrl, credentials] of [
    [silent, keys.owner],
    [withoutToken, account],
    [halfway, keys.owner],
  ] as const) {
    const { message, code } = await unreachable(baseUrl, { ...credentials, timeoutMs: 100 });
    equal(code, "ETIMEDOUT");
    match(message, /cannot be reached: no answer came in time \(ETIMEDOUT\)\. Whether the server did/);
  }
  const patient = new AtlasClient({ baseUrl: silent, ...keys.owner, timeoutMs: 60_000 });
  const { signal } = new AbortController();
  const own = patient.getGroup({ groupId: ids.group }, { timeoutMs: 50, signal });
  ok((await failure(own)) instanceof AtlasUnreachable);
  const first = AbortSignal.abort("the user left");
  const left = patient.getGroup({ groupId: ids.group }, { timeoutMs: 5000, signal: first });
  equal(await failure(left), "the user left");
});

test("a certificate that is not trusted, and TLS where there is none", async (t) => {
  const { url } = await startWorld(t, { tls: true });
  const untrusted = await unreachable(url);
  match(
    untrusted.message,
    /its certificate is not trusted here \(\w*SELF_SIGNED\w*\)\. Set NODE_EXTRA_CA_CERTS /,
  );
  const plain = await misbehave(t, (_, response) => void response.end());
  const { message } = await unreachable(plain.replace("http:", "https:"));
  match(message, /it does not speak TLS as it should \(\w+\)\. Is baseUrl to begin with http:/);
});

test("what has no name says what it says", async () => {
  const sending: typeof fetch = () => Promise.reject(new Error("the proxy is out for lunch"));
  const atlas = new AtlasClient({ baseUrl: "http://127.0.0.1:2", ...keys.owner, retries: 0, fetch: sending });
  const { message, code, detail } = (await failure(atlas.listGroups())) as AtlasUnreachable;
  deepEqual([code, message], [undefined, detail]);
  equal(message, "http://127.0.0.1:2 cannot be reached: the proxy is out for lunch");
  const text = await unreachable("http://127.0.0.1:2", { fetch: () => Promise.reject("out for lunch") });
  equal(text.message, "http://127.0.0.1:2 cannot be reached: out for lunch");
});
