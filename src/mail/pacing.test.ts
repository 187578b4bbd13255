import assert from "node:assert/strict";
import { test } from "node:test";
import { hour } from "../domain/instant.ts";
import { createPacing } from "./pacing.ts";
import type { Subject } from "./subject.ts";

const invite = (to: string, name: string, founderId = `org of ${name}`): Subject => ({
  kind: "INVITE",
  inviteId: "52b6e34b3d91647abb20e7b8",
  to,
  linkExpiresAt: 0,
  founderId,
  invitation: {
    inviter: { kind: "person", name },
    expiresAt: 0,
    group: null,
    org: { id: "", name: "" },
  } as never,
});

test("one person gets thirty messages an hour, whoever sends them, and however the address is written", () => {
  const pacing = createPacing();
  for (let count = 0; count < 30; count++) {
    assert.equal(
      pacing.wait(invite("Ada@example.com", `inviter${count}@example.com`), 1000 + count),
      undefined,
    );
  }
  assert.equal(pacing.wait(invite("ada@EXAMPLE.com", "another@example.com"), 2000), 1000 + hour);
  assert.equal(pacing.wait(invite("bob@example.com", "another@example.com"), 2000), undefined);
  assert.equal(pacing.wait(invite("ada@example.com", "another@example.com"), 1000 + hour), undefined);
});

test("one sender causes five hundred messages an hour", () => {
  const pacing = createPacing();
  for (let count = 0; count < 500; count++) {
    assert.equal(pacing.wait(invite(`${count}@example.com`, "eve@example.com"), 1000), undefined);
  }
  assert.equal(pacing.wait(invite("next@example.com", "eve@example.com"), 1000), 1000 + hour);
  const reset: Subject = { kind: "PASSWORD_RESET", userId: "", to: "next@example.com", linkExpiresAt: 0 };
  assert.equal(pacing.wait(reset, 1000), undefined);
});

test("one sender is one, however many keys and organizations it mints", () => {
  const pacing = createPacing();
  for (let count = 0; count < 500; count++) {
    assert.equal(pacing.wait(invite(`${count}@example.com`, `key${count % 7}`, "founder"), 1000), undefined);
  }
  assert.equal(pacing.wait(invite("next@example.com", "another", "founder"), 1000), 1000 + hour);
  assert.equal(pacing.wait(invite("next@example.com", "another", "stranger"), 1000), undefined);
});
