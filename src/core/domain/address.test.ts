// Tests when two e-mail addresses are equal, and which texts are addresses.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldAddress, isAddress, isSameAddress, ofAddress } from "./address.ts";

/** Letters of many scripts, and marks that combine with them. */
const character = fc
  .oneof(fc.nat(0x2fff), fc.integer({ min: 0x300, max: 0x36f }))
  .map((at) => String.fromCodePoint(at));
const anyText = fc.string({ unit: character });

test("a folded address folds to itself", () => {
  fc.assert(fc.property(anyText, (text) => equal(foldAddress(foldAddress(text)), foldAddress(text))));
  // The lower-case letters have one code point with the mark, the capitals do not.
  for (const text of ["J\u030C", "H\u0331", "T\u0308", "W\u030A", "Y\u030A"]) {
    equal(foldAddress(foldAddress(text)), foldAddress(text));
  }
});

test("spellings that differ in case or composition are one address", () => {
  for (const [a, b] of [
    ["Ada@Example.COM", "ada@example.com"],
    ["JOSE\u0301@example.com", "josé@example.com"],
    ["J\u030Con@example.com", "ǰon@example.com"],
    ["ПЁТР@пример.рф", "пётр@пример.рф"],
    ["\u1112\u1161\u11AB@example.com", "한@example.com"],
  ] as const) {
    ok(isSameAddress(a, b), `${a} ${b}`);
    ok(ofAddress(a)({ username: b }));
  }
});

test("different letters are different addresses", () => {
  for (const [a, b] of [
    ["ada@example.com", "adá@example.com"],
    ["ada@example.com", "ada@example.co"],
    ["a.da@example.com", "ada@example.com"],
    ["ada+x@example.com", "ada@example.com"],
  ] as const) {
    equal(isSameAddress(a, b), false, `${a} ${b}`);
    equal(ofAddress(a)({ username: b }), false);
  }
});

test("an address stays one in capitals and when folded", () => {
  const part = fc.stringMatching(/^[a-zà-öø-þ0-9_+-]{1,20}$/);
  fc.assert(
    fc.property(part, part, part, (local, domain, top) => {
      const address = `${local}@${domain}.${top}`;
      ok(isAddress(address), address);
      ok(isAddress(foldAddress(address.toUpperCase())), address);
      ok(isSameAddress(address, address.toUpperCase()), address);
    }),
  );
});

const local = "a".repeat(64);
const label = "b".repeat(60);

test("texts that can be an address", () => {
  for (const text of [
    "a@b.c",
    "ada.lovelace+notes@mail.example.com",
    "o!#$%&*/=?^_`{|}~-@example.com",
    "김@예시.한국",
    "𐐀@example.com",
    `${local}@example.com`,
    `a@${label}.${label}.${label}.${label}.cccccccc`,
  ]) {
    equal(isAddress(text), true, text);
  }
});

test("texts that cannot be an address", () => {
  for (const text of [
    "",
    "ada",
    "@example.com",
    "ada@",
    "ada@localhost",
    "ada@.example.com",
    "ada@example..com",
    "ada@example.com.",
    "ada@grace@example.com",
    "ada @example.com",
    "ada@exam\tple.com",
    "ada\u0000@example.com",
    "ada\u200B@example.com",
    "<ada@example.com>",
    '"ada"@example.com',
    "ada,grace@example.com",
    "ada@[127.0.0.1]",
    // The Kelvin sign, the long s, a ligature, full-width letters, a dotted capital I, and a combining accent.
    "\u212Aevin@example.com",
    "\u017Fam@example.com",
    "\uFB01ona@example.com",
    "\uFF41da@example.com",
    "\u0130nci@example.com",
    "jose\u0301@example.com",
    `a${local}@example.com`,
    `a@${label}.${label}.${label}.${label}.ccccccccc`,
  ]) {
    equal(isAddress(text), false, text);
  }
});
