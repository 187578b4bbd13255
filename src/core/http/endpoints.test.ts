// Tests of the forms that endpoints of tokens accept, and of answers that may not be stored.
import { deepEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readForm, unstored } from "./endpoints.ts";

const read = (text: string | undefined, contentType?: string, encoding?: string) => {
  const body = text === undefined ? undefined : encoding ? gzipSync(text) : Buffer.from(text);
  return readForm({ headers: { "content-type": contentType, "content-encoding": encoding }, body });
};
const type = "application/x-www-form-urlencoded";
const refused = (field: string, description: string) => ({
  code: "BAD_REQUEST",
  fields: [{ description, field }],
});

test("a form is read, compressed or not", async () => {
  for (const each of [type, type.toUpperCase(), `${type} ; charset=utf-8`, `${type};x`]) {
    deepEqual(
      [...(await read("a=1&b=%C3%A9", each))],
      [
        ["a", "1"],
        ["b", "é"],
      ],
    );
  }
  deepEqual([...(await read("a=1", type, "gzip"))], [["a", "1"]]);
  deepEqual([...(await read(undefined, type))], []);
});

test("400 for another type, or none", async () => {
  const words = "Send the parameters as application/x-www-form-urlencoded.";
  for (const each of ["application/json", `x${type}`, `${type}x`, "", undefined]) {
    await rejects(read("a=1", each), refused("body", words), each);
  }
});

test("400 for what is sent more than once, whatever it is called", async () => {
  await rejects(read("a=1&b=2&a=1", type), refused("a", "The parameter a is sent more than once."));
  const sent = "%C3%A9";
  await rejects(read("é=1&é=2", type), refused(sent, `The parameter ${sent} is sent more than once.`));
});

test("nobody on the way keeps an answer", () => {
  const headers = { "cache-control": "no-store", "content-type": "application/json" };
  deepEqual(unstored(200, { a: 1 }), { status: 200, headers, body: '{"a":1}' });
  deepEqual(unstored(401, {}, { x: "y" }), { status: 401, headers: { ...headers, x: "y" }, body: "{}" });
});
