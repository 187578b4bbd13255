// Tests of the digest header in all its forms, and of its proof.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { digestVerifier } from "../secrets/keyring.ts";
import { challenge, type DigestAnswer, provesKey, readDigest } from "./digest.ts";

const answer: DigestAnswer = {
  username: "orgowner",
  nonce: "AaIOEu6lKQWicn86lLxXPuf/KyMP3dcq",
  uri: "/api/atlas/v2/groups?pretty=true",
  response: "0123456789abcdef0123456789abcdef",
  nc: "0000000a",
  cnonce: "0a4f113b",
};

const quote = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;
const headerOf = ({ username, nonce, uri, response, nc, cnonce }: DigestAnswer) =>
  `Digest username=${quote(username)}, realm="MMS Public API", nonce=${quote(nonce)}, uri=${quote(uri)}, qop=auth, nc=${nc}, cnonce=${quote(cnonce)}, response=${quote(response)}, algorithm=MD5`;
const header = headerOf(answer);

test("reads the header as curl and the official SDKs write it", () => {
  deepEqual(readDigest(header), answer);
});

test("reads it in other writings too", () => {
  for (const written of [
    header.replaceAll(", ", ","),
    header.replace(/\b(\w+)=(?="|auth|0|MD5)/g, "$1 =  "),
    header.replace("qop=auth", 'qop="auth"').replace("nc=0000000a", 'nc="0000000a"'),
    header.replace(", algorithm=MD5", "").replace("username", "UserName"),
    header.replace("algorithm=MD5", 'algorithm="md5"'),
    header.replace("Digest ", "Digest opaque=unasked, ").replace("Digest", "digest"),
    `${header}, extra`,
  ]) {
    deepEqual(readDigest(written), answer, written);
  }
});

test("reads any value that is quoted", () => {
  const value = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(value, value, value, value, (username, nonce, uri, cnonce) => {
      const any = { ...answer, username, nonce, uri, cnonce };
      deepEqual(readDigest(headerOf(any)), any);
    }),
  );
});

test("does not read what lacks a part, or is of another realm, algorithm or quality of protection", () => {
  for (const written of [
    "",
    "Digest",
    "Digest ",
    "Digest garbage",
    "Digest =",
    'Digest username="',
    header.replace("MMS Public API", "MMS"),
    header.replace("qop=auth", "qop=auth-int"),
    header.replace("qop=auth, ", ""),
    header.replace("nc=0000000a", "nc=00000000"),
    header.replace("MD5", "SHA-256"),
    header.replace("MD5", "MD5-sess"),
    ...["username", "nonce", "uri", "cnonce", "response"].flatMap((name) => [
      header.replace(new RegExp(`\\b${name}="[^"]*", `), ""),
      header.replace(new RegExp(`\\b${name}="[^"]*"`), `${name}=""`),
    ]),
    ...["", "a", "0000000g", "00000000a", "0000000ab", "-0000001"].map((nc) =>
      header.replace("nc=0000000a", `nc=${nc}`),
    ),
  ]) {
    equal(readDigest(written), undefined, written);
  }
});

test("never breaks, whatever is sent", () => {
  fc.assert(fc.property(fc.string(), (text) => void readDigest(`Digest ${text}`)));
});

test("knows the answer of RFC 2617, section 3.5", () => {
  // HA1 of the example, whose realm is not ours: MD5("Mufasa:testrealm@host.com:Circle Of Life").
  const verifier = "939e7578ed9e3c518a452acee763bce9";
  const example = {
    username: "Mufasa",
    nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093",
    uri: "/dir/index.html",
    nc: "00000001",
    cnonce: "0a4f113b",
    response: "6629fae49393a05397450978507c4ef1",
  };
  equal(provesKey(example, verifier, { method: "GET", target: "/dir/index.html" }), true);
  equal(
    provesKey({ ...example, response: example.response.toUpperCase() }, verifier, {
      method: "GET",
      target: "/dir/index.html",
    }),
    true,
  );
  equal(provesKey(example, verifier, { method: "POST", target: "/dir/index.html" }), false);
  equal(provesKey(example, verifier, { method: "GET", target: "/dir/index.html?" }), false);
  equal(provesKey({ ...example, uri: "/other" }, verifier, { method: "GET", target: "/other" }), false);
  equal(
    provesKey({ ...example, nc: "00000002" }, verifier, { method: "GET", target: "/dir/index.html" }),
    false,
  );
  const absolute = (target: string) => provesKey(example, verifier, { method: "GET", target });
  equal(absolute("http://www.nowhere.org/dir/index.html"), true);
  equal(absolute("http://www.nowhere.org/dir/index.html?"), false);
  equal(absolute("ftp://www.nowhere.org/dir/index.html"), false);
  equal(absolute("//www.nowhere.org/dir/index.html"), false);
  equal(provesKey({ ...example, cnonce: "" }, verifier, { method: "GET", target: "/dir/index.html" }), false);
  equal(
    provesKey({ ...example, response: "" }, verifier, { method: "GET", target: "/dir/index.html" }),
    false,
  );
  equal(
    provesKey(example, digestVerifier("Mufasa", "Circle Of Life"), {
      method: "GET",
      target: "/dir/index.html",
    }),
    false,
  );
});

test("challenges as recorded", () => {
  equal(
    challenge(answer.nonce, false),
    'Digest realm="MMS Public API", domain="", nonce="AaIOEu6lKQWicn86lLxXPuf/KyMP3dcq", algorithm=MD5, qop="auth", stale=false',
  );
  equal(challenge(answer.nonce, true).endsWith("stale=true"), true);
});
