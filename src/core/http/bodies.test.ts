// Tests of bodies that arrive in pieces, are too large, break off, or are too many at a time.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { createBodies, largestBody } from "./bodies.ts";

const MiB = 1024 * 1024;

function arriving(headers: Record<string, string>) {
  const stream = new PassThrough({ highWaterMark: 64 * MiB });
  const read = (readBody: ReturnType<typeof createBodies>, limit?: number) =>
    readBody({ headers, body: stream }, limit);
  return { stream, read };
}
const chunked = { "transfer-encoding": "chunked" };
const broken = {
  code: "BAD_REQUEST",
  fields: [{ description: "The connection ended before the body did.", field: "body" }],
};

test("a body is what arrived of it, in its order", async () => {
  for (const headers of [{ "content-length": "4" }, chunked, { ...chunked, "content-length": "0" }]) {
    const { stream, read } = arriving(headers);
    const body = read(createBodies());
    stream.write("ab");
    await setImmediate();
    stream.end("cd");
    deepEqual(await body, Buffer.from("abcd"));
  }
});

test("without a length, or with that of nothing, there is none", async () => {
  for (const headers of [{}, { "content-length": "0" }]) {
    equal(await arriving(headers).read(createBodies()), undefined);
  }
});

test("413 for more than the limit, at once where the length says so", async () => {
  equal(largestBody, MiB);
  const said = arriving({ "content-length": String(MiB + 1) });
  await rejects(said.read(createBodies()), { code: "REQUEST_TOO_LARGE", parameters: [MiB] });
  const unsaid = arriving(chunked);
  const refused = rejects(unsaid.read(createBodies(), 3), { code: "REQUEST_TOO_LARGE", parameters: [3] });
  unsaid.stream.write("abcd");
  await refused;
  // The rest is discarded, so that the connection can be used again.
  unsaid.stream.end("efgh");
  await setImmediate();
  ok(unsaid.stream.readableEnded);
  const whole = arriving({ "content-length": "3" });
  const body = whole.read(createBodies(), 3);
  whole.stream.end("abc");
  deepEqual(await body, Buffer.from("abc"));
});

test("400 for what ends before its body", async () => {
  const during = arriving(chunked);
  const refused = rejects(during.read(createBodies()), broken);
  during.stream.write("ab");
  await setImmediate();
  during.stream.destroy();
  await refused;
  const before = arriving(chunked);
  before.stream.destroy();
  await setImmediate();
  await rejects(before.read(createBodies()), broken);
});

test("a body at hand is given as it is, within the limit", async () => {
  const readBody = createBodies();
  const body = Buffer.from("abc");
  const headers = { "content-length": "3" };
  equal(await readBody({ headers, body }, 3), body);
  await rejects(readBody({ headers, body }, 2), { code: "REQUEST_TOO_LARGE", parameters: [2] });
  equal(await readBody({ headers, body: undefined }), undefined);
});

test("503 where the bodies under way are 32 MiB together, for the one that has been for longest", async () => {
  const readBody = createBodies();
  const part = Buffer.alloc(MiB);
  const others = Array.from({ length: 32 }, () => arriving(chunked));
  const bodies = others.map(({ read }) => read(readBody));
  for (const { stream } of others) stream.write(part);
  await setImmediate();
  const [longest, ...newer] = bodies;
  const refused = rejects(longest as Promise<unknown>, {
    code: "SERVICE_UNAVAILABLE",
    parameters: ["The server is busy with bodies of others"],
    headers: { "retry-after": "5" },
  });
  const one = arriving(chunked);
  const kept = one.read(readBody);
  one.stream.end("x");
  await refused;
  deepEqual(await kept, Buffer.from("x"));
  for (const { stream } of others) stream.end();
  for (const body of await Promise.all(newer)) equal(body?.length, MiB);
  const next = arriving(chunked);
  const body = next.read(readBody);
  next.stream.end("x");
  deepEqual(await body, Buffer.from("x"));
});
