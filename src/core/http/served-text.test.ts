// Tests of texts served from memory: in an accepted encoding, with a tag of their bytes, and not again for a client that has
// them.
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { serveText } from "./served-text.ts";

const text = "größer ".repeat(1000);
const serve = serveText(text, "text/plain");
const ask = (accepted?: string, known?: string) =>
  serve({ ...(accepted && { "accept-encoding": accepted }), ...(known && { "if-none-match": known }) });
const tagOf = (accepted?: string) => String(ask(accepted).headers.etag);

test("the smallest encoding that is accepted, and none that is not", () => {
  const cases: readonly (readonly [accepted: string | undefined, encoding: string | undefined])[] = [
    [undefined, undefined],
    ["identity", undefined],
    ["gzip, deflate", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["*", "br"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["gzip;q=0", undefined],
    ["zstd", undefined],
    ["identity;q=0", undefined],
  ];
  for (const [accepted, encoding] of cases) {
    equal(ask(accepted).headers["content-encoding"], encoding, accepted);
  }
});

test("each encoding holds the text, is made once, and says that another request may get another one", () => {
  const decode = { identity: (bytes: Buffer) => bytes, gzip: gunzipSync, br: brotliDecompressSync };
  for (const [accepted, from] of Object.entries(decode)) {
    const { status, headers, body } = ask(accepted);
    ok(Buffer.isBuffer(body));
    equal(from(body).toString(), text);
    ok(accepted === "identity" || body.length < 100, accepted);
    equal(ask(accepted).body, body);
    deepEqual(
      [status, headers["content-type"], headers.vary, headers["cache-control"]],
      [200, "text/plain", "accept-encoding", "no-cache"],
    );
  }
});

test("the tag is strong, the same for the same bytes, and another one for others", () => {
  equal(serveText(text, "text/plain")({}).headers.etag, tagOf());
  notEqual(serveText(`${text}.`, "text/plain")({}).headers.etag, tagOf());
  const tags = ["identity", "gzip", "br"].map(tagOf);
  equal(new Set(tags).size, 3);
  for (const tag of tags) ok(/^"[\w-]+"$/.test(tag), tag);
});

test("304 with the tag and nothing else to read, where the client names it", () => {
  for (const accepted of ["identity", "gzip", "br"]) {
    const tag = tagOf(accepted);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, `"other",W/${tag},"another"`, "*", " * "]) {
      deepEqual(
        ask(accepted, known),
        {
          status: 304,
          headers: { "cache-control": "no-cache", vary: "accept-encoding", etag: tag },
          body: "",
        },
        known,
      );
    }
    for (const known of ['"other"', tag.slice(1, -1), '"*"']) equal(ask(accepted, known).status, 200, known);
  }
  equal(ask("br", tagOf("gzip")).status, 200);
});

test("headers that are given go out with both answers, and may say how long it is kept", () => {
  const given = { "x-a": "y", "cache-control": "public, immutable" };
  const kept = serveText("a", "text/plain", given);
  const whole = kept({}).headers;
  const known = kept({ "if-none-match": String(whole.etag) }).headers;
  for (const headers of [whole, known]) {
    deepEqual([headers["x-a"], headers["cache-control"]], ["y", "public, immutable"]);
  }
});
