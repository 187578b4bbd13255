// Proves that an answer is found however the bytes arrive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnswer } from "./answer.mjs";

const whole = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 15\r\nDate: x\r\n\r\n{"name":"Zoë"}');

const inChunks = Buffer.from(
  'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"name":"\r\n6\r\nZoë"}\r\n0\r\n\r\n',
);

for (const [form, bytes] of Object.entries({ whole, "in chunks": inChunks })) {
  test(`an answer, ${form}, is complete with its last byte and not before`, () => {
    for (let length = 0; length < bytes.length; length += 1) {
      assert.equal(readAnswer(bytes.subarray(0, length)), undefined);
    }
    const answer = readAnswer(bytes);
    assert.equal(answer?.status, 200);
    assert.equal(answer?.body.toString(), '{"name":"Zoë"}');
    assert.equal(answer?.size, bytes.length);
  });
}

test("what follows an answer does not belong to it", () => {
  assert.equal(readAnswer(Buffer.concat([whole, Buffer.from("more")]))?.size, whole.length);
});

test("an answer that does not say how long it is, is refused", () => {
  assert.throws(
    () => readAnswer(Buffer.from("HTTP/1.1 200 OK\r\nDate: x\r\n\r\n")),
    /does not say how long it is/,
  );
});
