// Tests of compressed bodies, and of their refusals.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { largestBody } from "./bodies.ts";
import { decompress } from "./decompress.ts";

const body = Buffer.from('{"name":"renamed"}');

test("a body is as it was before it was compressed", async () => {
  for (const [encoding, sent] of [
    ["gzip", gzipSync(body)],
    ["x-gzip", gzipSync(body)],
    ["deflate", deflateSync(body)],
    ["deflate", deflateRawSync(body)],
    [" GZIP ", gzipSync(body)],
    ["identity", body],
    ["", body],
    [" ", body],
    [undefined, body],
  ] as const) {
    deepEqual(await decompress(sent, encoding), body, encoding);
  }
});

test("what is not there is not decompressed", async () => {
  equal(await decompress(undefined, "gzip"), undefined);
  deepEqual(await decompress(Buffer.alloc(0), "br"), Buffer.alloc(0));
});

test("415 for an encoding that nobody undoes, with those that are undone", async () => {
  await rejects(decompress(body, "Br"), {
    code: "UNSUPPORTED_CONTENT_ENCODING",
    parameters: ["br"],
    headers: { "accept-encoding": "gzip, deflate" },
  });
});

test("400 for what is not compressed as it says", async () => {
  await rejects(decompress(body, "gzip"), {
    code: "INVALID_JSON",
    fields: [{ description: "The body is not compressed with gzip.", field: "body" }],
  });
});

test("413 for what would grow beyond the largest body", async () => {
  equal((await decompress(gzipSync(Buffer.alloc(largestBody)), "gzip"))?.length, largestBody);
  await rejects(decompress(gzipSync(Buffer.alloc(largestBody + 1)), "gzip"), {
    code: "REQUEST_TOO_LARGE",
    parameters: [largestBody],
  });
});
