// The life of an invitation: from its draft to its end.
import { equal, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import { day } from "./instant.ts";
import { chooseUsername, draftInvite, type InviteStatus, statusAt } from "./invite.ts";

const ends: InviteStatus[] = ["ACCEPTED", "DECLINED", "REVOKED", "EXPIRED"];
const instant = fc.integer({ min: 0, max: 4e12 });

test("an end never changes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ends), instant, instant, (status, expiresAt, now) => {
      equal(statusAt({ status, expiresAt }, now), status);
    }),
  );
});

test("a pending invitation is pending before it expires, and never again", () => {
  fc.assert(
    fc.property(instant, instant, (expiresAt, now) => {
      equal(statusAt({ status: "PENDING", expiresAt }, now), now < expiresAt ? "PENDING" : "EXPIRED");
    }),
  );
});

test("an invitation expires at the instant of its expiry, thirty days after its draft", () => {
  const now = 1_000_000;
  const { expiresAt } = draftInvite({
    id: "i",
    group: { id: "g", orgId: "o", name: "p" },
    username: "ada@example.com",
    roles: ["GROUP_OWNER"],
    inviter: "key",
    now,
  });
  equal(expiresAt, now + 30 * day);
  equal(statusAt({ status: "PENDING", expiresAt }, expiresAt - 1), "PENDING");
  equal(statusAt({ status: "PENDING", expiresAt }, expiresAt), "EXPIRED");
});

test("a username is kept as it is written", () => {
  equal(chooseUsername("Ada@Example.com", fault), "Ada@Example.com");
});

test("a username that is absent, or no address", () => {
  throws(() => chooseUsername(undefined, fault), { code: "MISSING_ATTRIBUTE" });
  throws(() => chooseUsername("", fault), { code: "INVALID_USERNAME" });
  throws(() => chooseUsername("ada", fault), { code: "INVALID_USERNAME" });
});
