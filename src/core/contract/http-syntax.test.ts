// Tests of reading and writing parts of HTTP.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { authorityOf, quoteAuthParam, readAuthParams, splitTarget } from "./http-syntax.ts";

test("the target is taken apart at its first question mark", () => {
  const parts = (target: string) => {
    const { path, search } = splitTarget(target);
    return [path, search];
  };
  deepEqual(parts("/a/b?c=d?e"), ["/a/b", "c=d?e"]);
  deepEqual(parts("/a%2Fb"), ["/a%2Fb", ""]);
  deepEqual(parts(""), ["", ""]);
});

test("a target in absolute form has the path and query of one in origin form", () => {
  for (const [target, path, search, authority] of [
    [
      "http://localhost:8080/api/atlas/v1.0/orgs?pretty=true",
      "/api/atlas/v1.0/orgs",
      "pretty=true",
      "localhost:8080",
    ],
    ["HTTPS://cloud.mongodb.com/a?b=http://c/d", "/a", "b=http://c/d", "cloud.mongodb.com"],
    ["http://host", "/", "", "host"],
    ["http://host?a=b", "/", "a=b", "host"],
    ["/http://host/a", "/http://host/a", "", undefined],
  ] as const) {
    deepEqual({ ...splitTarget(target), authority: authorityOf(target) }, { path, search, authority });
  }
});

test("reads what is quoted and what is not, with any space around it", () => {
  deepEqual(readAuthParams('Digest realm="a, \\"b\\"" , Stale = true,qop="auth",nonce= n=='), {
    realm: 'a, "b"',
    stale: "true",
    qop: "auth",
    nonce: "n==",
  });
});

test("reads whatever text was quoted", () => {
  // A header contains no line break.
  const text = fc.string().filter((each) => !/[\r\n\u2028\u2029]/.test(each));
  fc.assert(
    fc.property(text, (value) =>
      deepEqual(readAuthParams(`Digest a=${quoteAuthParam(value)}`), { a: value }),
    ),
  );
});

test("takes time in proportion to the length, whatever is sent", () => {
  for (const piece of ["a", "a ", " ", 'a="', 'a="\\"', "a=\\", 'a="\\', "a=", ","]) {
    const begun = performance.now();
    readAuthParams(`Digest ${piece.repeat(100_000)}`);
    ok(performance.now() - begun < 2_000, `${piece} took ${performance.now() - begun} ms`);
  }
});
