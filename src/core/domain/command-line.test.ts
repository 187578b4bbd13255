// Tests of the codes, as they are shown and typed.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  accessLifetime,
  clientName,
  codeLength,
  codeLetters,
  foldCode,
  grantLifetime,
  lineExpiry,
  pollInterval,
  refreshLeeway,
  showCode,
} from "./command-line.ts";
import { hour, minute, second } from "./instant.ts";

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
  for (const id of ["0oabtxactgS3gHIR0297", "0oabtyfelbTBdoucy297"]) equal(clientName(id), "Atlas CLI");
  equal(clientName("somebody"), "somebody");
});

test("a command line lasts for four hours without new tokens, and twelve in all", () => {
  equal(lineExpiry(5, 5), 5 + 4 * hour);
  equal(lineExpiry(5, 5 + 8 * hour), 5 + 12 * hour);
  equal(lineExpiry(5, 5 + 11 * hour), 5 + 12 * hour);
});

test("a request waits for ten minutes and is asked for every five seconds; tokens last an hour", () => {
  deepEqual(
    { grantLifetime, pollInterval, accessLifetime, refreshLeeway },
    {
      grantLifetime: 10 * minute,
      pollInterval: 5 * second,
      accessLifetime: hour,
      refreshLeeway: 30 * second,
    },
  );
});
