// Codes as they are shown and typed.
import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clientName, codeLength, codeLetters, foldCode, showCode } from "./command-line.ts";

const code = fc
  .array(fc.constantFrom(...codeLetters), { minLength: codeLength, maxLength: codeLength })
  .map((letters) => letters.join(""));

test("a code that is typed as it is shown is the same, in whatever case and with whatever between", () => {
  fc.assert(
    fc.property(code, fc.constantFrom(" ", "-", "\t", "\u2013", ""), (each, between) => {
      equal(foldCode(showCode(each)), each);
      equal(foldCode(` ${[...each].join(between)} `.toLowerCase()), each);
    }),
  );
});

test("a code is shown in two halves of four", () => {
  fc.assert(fc.property(code, (each) => match(showCode(each), /^[A-Z]{4}-[A-Z]{4}$/)));
});

test("a client that is not known goes by its id", () => {
  equal(clientName("0oabtxactgS3gHIR0297"), "Atlas CLI");
  equal(clientName("somebody"), "somebody");
});
