// Tests that nonces cannot be forged, and that each count is accepted once.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createMemoryLedger, createNonces, nonceLifetime } from "./digest.ts";

type MemoryLedger = ReturnType<typeof createMemoryLedger>;
const key = Buffer.alloc(32, 1);
const now = Date.UTC(2026, 7, 10, 3, 4, 53, 123);
const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"];

test("a nonce is 32 characters of base64, never the same, and runs out after its lifetime", () => {
  const nonces = createNonces([key]);
  const [one, other] = [nonces.issue(now), nonces.issue(now)];
  match(one, /^[A-Za-z0-9+/]{32}$/);
  notEqual(one, other);
  deepEqual([nonces.expiryOf(one), nonces.expiryOf(other)], [now + nonceLifetime, now + nonceLifetime]);
});

test("a nonce is recognised with its key, and with no other", () => {
  const nonce = createNonces([key]).issue(now);
  equal(createNonces([key]).expiryOf(nonce), now + nonceLifetime);
  equal(createNonces([Buffer.alloc(32, 2)]).expiryOf(nonce), undefined);
  equal(createNonces([Buffer.alloc(32, 2), key]).expiryOf(nonce), now + nonceLifetime);
});

test("a nonce with any other character in it is nobody's", () => {
  const nonces = createNonces([key]);
  const anyNonce = fc.integer({ min: 0, max: 2 ** 48 - 1 }).map((at) => nonces.issue(at));
  fc.assert(
    fc.property(anyNonce, fc.nat(31), fc.constantFrom(...alphabet), (nonce, at, character) => {
      fc.pre(nonce[at] !== character);
      equal(nonces.expiryOf(nonce.slice(0, at) + character + nonce.slice(at + 1)), undefined);
    }),
  );
});

test("what was never a nonce is nobody's", () => {
  const nonces = createNonces([key]);
  fc.assert(fc.property(fc.string(), (text) => equal(nonces.expiryOf(text), undefined)));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) =>
      equal(nonces.expiryOf(Buffer.from(bytes).toString("base64")), undefined),
    ),
  );
});

/** Counts that collide: close together, with jumps over the window and to the largest number. */
const counts = fc.oneof(
  fc.nat(20),
  fc.nat(3000),
  fc.nat(20).map((step) => 1024 + step),
  fc.nat(20).map((step) => 0xffff_ffff - step),
);

test("a count is taken at most once, and always when it is new and not far below the highest", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(counts, { maxLength: 200 }), async (sent) => {
      const ledger = createMemoryLedger();
      const used = new Set<number>();
      let highest = 0;
      for (const count of sent) {
        const isNew = !used.has(count) && count > highest - 1024;
        equal(await ledger.spend("nonce", count, now + nonceLifetime, now), isNew, `count ${count}`);
        if (!isNew) continue;
        used.add(count);
        highest = Math.max(highest, count);
      }
    }),
  );
});

test("of many that use one count at once, one is let in", async () => {
  const ledger = createMemoryLedger();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => ledger.spend("nonce", 1, now + nonceLifetime, now)),
  );
  equal(outcomes.filter(Boolean).length, 1);
});

test("nonces do not get into each other's counts, nor lose them when others run out", async () => {
  const ledger = createMemoryLedger();
  const spend = (nonce: string, at: number) => ledger.spend(nonce, 1, at + nonceLifetime, at);
  equal(await spend("old", now), true);
  equal(await spend("young", now + nonceLifetime - 1), true);
  // The first use of a third nonce forgets the oldest, which is not accepted any more.
  equal(await spend("third", now + nonceLifetime), true);
  equal(await ledger.spend("young", 1, now + 2 * nonceLifetime - 1, now + nonceLifetime), false);
  equal(await ledger.spend("young", 2, now + 2 * nonceLifetime - 1, now + nonceLifetime), true);
});

test("beyond its bound a ledger forgets the oldest, and takes nothing any more that may be one of them", async () => {
  const ledger = createMemoryLedger(3);
  const spend = (nonce: string, issuedAt: number, count = 1) =>
    ledger.spend(nonce, count, issuedAt + nonceLifetime, now);
  for (const [age, nonce] of ["oldest", "older", "newer", "newest"].entries()) {
    equal(await spend(nonce, now + age), true, nonce);
  }
  equal(await spend("oldest", now), false, "forgotten, so that it cannot be said whether it was used");
  equal(await spend("unused", now), false, "as old as the forgotten one");
  for (const [age, nonce] of ["older", "newer", "newest"].entries()) {
    equal(await spend(nonce, now + age + 1), false, `${nonce} is remembered`);
    equal(await spend(nonce, now + age + 1, 2), true, `${nonce} goes on`);
  }
  equal(await spend("young", now + 10), true);
});

test("a count is remembered as far below the highest as 1023", async () => {
  const spend = (ledger: MemoryLedger, count: number) => ledger.spend("n", count, 1, 0);
  for (const [jump, below, isTaken] of [
    [1023, 0, false],
    [1023, 1, true],
    [1024, 0, false],
    [1024, 1, true],
    [1025, 1, false],
  ] as const) {
    const ledger = createMemoryLedger();
    await spend(ledger, 5);
    await spend(ledger, 5 + jump);
    equal(await spend(ledger, 5 + below), isTaken, `${jump} ${below}`);
  }
});
