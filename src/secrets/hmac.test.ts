import { equal, notEqual } from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { createMac } from "./hmac.ts";

const keys = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes));
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.nat(5000).map((length) => "é€𝄞".repeat(length)),
);

test("a text has the HMAC that Node gives it, whatever came before it under the same key", () => {
  fc.assert(
    fc.property(keys, fc.array(texts, { minLength: 1, maxLength: 4 }), (key, several) => {
      const mac = createMac(key);
      for (const text of several) equal(mac(text), createHmac("sha256", key).update(text).digest("hex"));
    }),
    { numRuns: 300 },
  );
});

test("keys make different ones", () => {
  notEqual(createMac(Buffer.alloc(32, 1))("text"), createMac(Buffer.alloc(32, 2))("text"));
});
