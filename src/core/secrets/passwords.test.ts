// Tests of passwords: that a hash verifies its own, which are common, and how many wait at once.
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { Fault } from "../contract/errors.ts";
import { passwordLength } from "../domain/user.ts";
import { passwords } from "./passwords.ts";

test("a hash is one of argon2id, made of its password and of no other", async () => {
  const hash = await passwords.hash("correct horse");
  match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  notEqual(await passwords.hash("correct horse"), hash);
  equal(await passwords.verify(hash, "correct horse"), true);
  for (const wrong of ["", "correct hors", "Correct horse"]) {
    equal(await passwords.verify(hash, wrong), false);
  }
});

test("a password is verified as it was typed, blanks and case and all of its length", async () => {
  const typed = ` ${"A b".repeat(80)} `;
  const hash = await passwords.hash(typed);
  equal(await passwords.verify(hash, typed), true);
  for (const other of [typed.trim(), typed.toLowerCase(), typed.slice(0, -1)]) {
    equal(await passwords.verify(hash, other), false);
  }
});

test("without a hash no password is right, not even the one that is hashed instead", async () => {
  for (const password of ["", "nobody's password"]) equal(await passwords.verify(null, password), false);
});

test("all that leaked most often and are long enough to be chosen are common", async () => {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const leaked = dictionary["passwords-common"].filter(({ length }) => length >= passwordLength.least);
  ok(leaked.length > 17_000);
  for (const password of leaked) ok(await passwords.isCommon(password), password);
});

test("a password of a list of leaked ones is common in whatever case", async () => {
  for (const password of ["password", "PassWord", "qwertyuiop"]) {
    equal(await passwords.isCommon(password), true, password);
  }
  equal(await passwords.isCommon("correct horse battery staple"), false);
});

test("of more passwords than may wait, those beyond are refused at once, and the others had", async () => {
  const given = await Promise.allSettled(Array.from({ length: 140 }, () => passwords.verify(null, "guess")));
  const refused = given.filter((each) => each.status === "rejected").map(({ reason }) => reason);
  ok(refused.length >= 20 && refused.length < 40, `${refused.length} refused`);
  for (const reason of refused) {
    ok(reason instanceof Fault);
    deepEqual(
      { code: reason.code, status: reason.status, headers: reason.headers },
      { code: "SERVICE_UNAVAILABLE", status: 503, headers: { "retry-after": "1" } },
    );
  }
  equal(await passwords.verify(null, "guess"), false);
});
