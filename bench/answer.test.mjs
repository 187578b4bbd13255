// Proves that an answer is found however the bytes arrive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnswer } from "./answer.mjs";

const whole = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 15\r\nDate: x\r\n\r\n{"name":"Zoë"}');

test("an answer is complete with its last byte and not before", () => {
  for (let length = 0; length < whole.length; length += 1) {
    assert.equal(readAnswer(whole.subarray(0, length)), undefined);
  }
  const answer = readAnswer(whole);
  assert.equal(answer?.status, 200);
  assert.equal(answer?.body.toString(), '{"name":"Zoë"}');
  assert.equal(answer?.size, whole.length);
});

test("what follows an answer does not belong to it", () => {
  assert.equal(readAnswer(Buffer.concat([whole, Buffer.from("more")]))?.size, whole.length);
});

test("an answer without Content-Length is refused", () => {
  assert.throws(
    () => readAnswer(Buffer.from("HTTP/1.1 200 OK\r\nDate: x\r\n\r\n")),
    /without Content-Length/,
  );
});
