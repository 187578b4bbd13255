// Tests which master secrets count as random, and which as invented.
import { equal } from "node:assert/strict";
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { test } from "node:test";
import { isGuessable } from "./guessable.ts";

for (const secret of [
  "",
  "a".repeat(64),
  "deadbeef".repeat(8),
  "1234567".repeat(5),
  "f0e1".repeat(16),
  "12345678901234567890123456789012",
  "0123456789abcdef0123456789abcdef",
  "abcdefghijklmnopqrstuvwxyz012345",
  "ZYXWVUTSRQPONMLKJIHGFEDCBA987654",
  "qwertyuiopasdfghjklzxcvbnm123456",
  "P@ssw0rdP@ssw0rdP@ssw0rdP@ssw0rd!",
  "anteroom-secret-anteroom-secret-anteroom",
  "please-change-this-secret-before-production",
  "correct horse battery staple, and more",
  "the quick brown fox jumps over the lazy dog",
]) {
  test(`guessable: ${secret}`, async () => equal(await isGuessable(secret), true));
}

/** The ways in which people make them, 32 characters or more. */
const draws: Readonly<Record<string, () => string>> = {
  "openssl rand -hex 32": () => randomBytes(32).toString("hex"),
  "openssl rand -hex 16": () => randomBytes(16).toString("hex"),
  "openssl rand -base64 24": () => randomBytes(24).toString("base64"),
  uuidgen: () => randomUUID(),
  "letters of a password manager": () =>
    Array.from({ length: 32 }, () => String.fromCharCode(97 + randomInt(26))).join(""),
};

for (const [name, draw] of Object.entries(draws)) {
  test(`not guessable: what ${name} makes`, async () => {
    for (let count = 0; count < 200; count++) {
      const secret = draw();
      equal(await isGuessable(secret), false, secret);
    }
  });
}

test("the length of a secret does not hold up a start", async () => {
  equal(await isGuessable(randomBytes(500_000).toString("hex")), false);
  equal(await isGuessable("a".repeat(1_000_000)), true);
});
