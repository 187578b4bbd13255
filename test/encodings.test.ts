// Bodies as clients send them: compressed, and without a Content-Type where there is none.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { groupPath } from "./support/groups.ts";
import { invitePath } from "./support/invites.ts";
import { assertRefusal, refusal, startStage } from "./support/stage.ts";

const renaming = JSON.stringify({ name: "renamed" });
const patch = (encoding: string, body: string | Uint8Array) => ({
  method: "PATCH",
  path: groupPath,
  headers: { "content-encoding": encoding },
  body,
});
const tooLarge = refusal("REQUEST_TOO_LARGE", [1_048_576]);

test("compressed bodies", async (t) => {
  const stage = await startStage(t);
  const ask = (encoding: string, body: string | Uint8Array) => stage.ask("owner", patch(encoding, body));

  await t.test("200 for gzip, deflate and identity", async () => {
    for (const [encoding, body] of [
      ["gzip", gzipSync(renaming)],
      ["deflate", deflateSync(renaming)],
      ["identity", renaming],
    ] as const) {
      const { status, json } = await ask(encoding, body);
      deepEqual([status, json.name], [200, "renamed"], encoding);
      await stage.rewind();
    }
  });

  await t.test("400 INVALID_JSON for what is not compressed as it says", async () => {
    const notGzip = refusal("INVALID_JSON", [], "body", "The body is not compressed with gzip.");
    assertRefusal(await ask("gzip", renaming), notGzip);
  });

  await t.test("413 for a body too large when decompressed, given up at the limit", async () => {
    const largest = JSON.stringify({ name: "renamed" }).padEnd(1024 * 1024);
    equal((await ask("gzip", gzipSync(largest))).status, 200);
    assertRefusal(await ask("gzip", gzipSync(`${largest} `)), tooLarge);
    // 256 MiB of blanks in 256 KiB.
    const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024, " "), { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    assertRefusal(await ask("gzip", bomb), tooLarge);
    ok(process.memoryUsage().arrayBuffers - before < 32 * 1024 * 1024);
  });

  await t.test("415 UNSUPPORTED_CONTENT_ENCODING names the encoding, and what there is instead", async () => {
    const reply = await ask("br", brotliCompressSync(renaming));
    assertRefusal(reply, refusal("UNSUPPORTED_CONTENT_ENCODING", ["br"]));
    equal(reply.headers["accept-encoding"], "gzip, deflate");
  });

  await t.test("401 before anything is decompressed", async () => {
    equal((await stage.send(patch("br", renaming))).status, 401);
  });
});

test("an empty Content-Type", async (t) => {
  const stage = await startStage(t);
  const headers = { "content-type": "" };

  await t.test("is no complaint where there is no body", async () => {
    equal((await stage.ask("owner", { method: "DELETE", path: invitePath, headers })).status, 204);
    equal((await stage.send({ method: "POST", path: "/_anteroom/v1/reset", headers })).status, 204);
  });

  await t.test("415 where there is one", async () => {
    const { status, json } = await stage.ask("owner", { ...patch("identity", renaming), headers });
    deepEqual([status, json.errorCode], [415, "UNSUPPORTED_MEDIA_TYPE"]);
  });
});

test("a Content-Type that cannot be read", async (t) => {
  const stage = await startStage(t);
  const headers = { "content-type": "json" };

  await t.test("is no complaint where no body is read", async () => {
    equal(
      (await stage.ask("owner", { method: "DELETE", path: invitePath, headers, body: "{}" })).status,
      204,
    );
  });

  await t.test("415 where one is", async () => {
    const { status, json } = await stage.ask("owner", { ...patch("identity", renaming), headers });
    deepEqual([status, json.errorCode, json.parameters], [415, "UNSUPPORTED_MEDIA_TYPE", ["json"]]);
  });

  await t.test("401 for whom nobody knows, where there is an operation and where there is none", async () => {
    for (const path of [invitePath, "/api/atlas/v2/nothing"]) {
      equal((await stage.send({ method: "DELETE", path, headers })).status, 401, path);
    }
  });

  await t.test("400 in their own form where tokens are asked for, as for any other type", async () => {
    const asked = await stage.send({ method: "POST", path: "/api/oauth/token", headers, body: "x" });
    deepEqual([asked.status, asked.json.error], [400, "invalid_request"]);
  });
});
