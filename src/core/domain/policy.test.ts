// Tests whom an operator lets in.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { audiences, isIn, isOfDomain, openPolicy } from "./policy.ts";

test("an audience takes in nobody, those who are invited, or everybody", () => {
  deepEqual(
    audiences.map((audience) => [isIn(audience, false), isIn(audience, true)]),
    [
      [false, false],
      [false, true],
      [true, true],
    ],
  );
});

test("an address is of a domain by what follows its last @, in whatever case", () => {
  const policy = { ...openPolicy, mailDomains: ["example.com", "example.org"] };
  for (const [address, is] of [
    ["ada@example.com", true],
    ["ADA@EXAMPLE.ORG", true],
    ["ada@mail.example.com", false],
    ["ada@example.com@example.net", false],
    ["example.com", true],
  ] as const) {
    equal(isOfDomain(policy, address), is, address);
    equal(isOfDomain(openPolicy, address), true);
  }
});

test("a rehearsal takes everybody in, by password, and asks nothing twice", () => {
  deepEqual(openPolicy, {
    signUp: "everybody",
    createOrgs: "everybody",
    boundsNewOrgs: false,
    mailDomains: null,
    federatedOrgs: null,
    provesMailboxes: false,
    takesPasswords: true,
    asksAgain: false,
  });
});
