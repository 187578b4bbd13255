// Proves the Digest client against the worked example of RFC 2617, section 3.5.
import assert from "node:assert/strict";
import { test } from "node:test";
import { prepareSigner, readChallenge } from "./digest.mjs";

const nonce = "dcd98b7102dd2f0e8b11d0f600bfb0c093";
const who = {
  username: "Mufasa",
  password: "Circle Of Life",
  method: "GET",
  uri: "/dir/index.html",
  cnonce: "0a4f113b",
};

test("the first answer on a nonce is the one of the RFC", () => {
  const sign = prepareSigner(who, { realm: "testrealm@host.com", nonce, stale: false });
  assert.match(sign(), /nc=00000001, response="6629fae49393a05397450978507c4ef1"$/);
  assert.match(sign(), /nc=00000002, /);
});

test("a challenge is read with quoted and unquoted parameters", () => {
  const header = `Digest realm="MMS Public API", domain="", nonce="${nonce}", algorithm=MD5, qop="auth", stale=true`;
  const head = `HTTP/1.1 401 Unauthorized\r\nWww-Authenticate: ${header}\r\nContent-Length: 0`;
  assert.deepEqual(readChallenge(head), { realm: "MMS Public API", nonce, stale: true });
});

test("no challenge is read where Digest with MD5 and qop=auth is not offered", () => {
  for (const header of [
    "Bearer",
    'Digest realm="r", nonce="n", algorithm=SHA-256, qop="auth"',
    'Digest realm="r", nonce="n"',
  ]) {
    assert.equal(
      readChallenge(`HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: ${header}\r\nX: y`),
      undefined,
    );
  }
});
