// How long the secret of a service account lives.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import { hour } from "./instant.ts";
import { draftSecret, secretHours } from "./service-account.ts";

const draft = (hours: number, mostHours?: number) =>
  draftSecret({ id: "s", secret: "mdb_sa_sk_abcdefgh", hours, mostHours, now: 1000 }, fault);
const code = "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME";

test("a secret lives as many hours as were asked for, and keeps its last four characters", () => {
  deepEqual(draft(24), {
    id: "s",
    tail: "efgh",
    createdAt: 1000,
    expiresAt: 1000 + 24 * hour,
    lastUsedAt: null,
  });
});

test("a secret lives between 8 hours and the lower of a year and the organization's maximum", () => {
  const { least, most } = secretHours;
  const hours = fc.integer({ min: 0, max: most + 100 });
  const maximum = fc.option(fc.integer({ min: least, max: most + 100 }), { nil: undefined });
  fc.assert(
    fc.property(hours, maximum, (asked, mostHours) => {
      const longest = Math.min(mostHours ?? most, most);
      if (asked >= least && asked <= longest) equal(draft(asked, mostHours).expiresAt, 1000 + asked * hour);
      else throws(() => draft(asked, mostHours), { code, parameters: [least, longest, asked] });
    }),
  );
});

test("the shortest and the longest life are allowed", () => {
  equal(draft(8).expiresAt, 1000 + 8 * hour);
  equal(draft(8760).expiresAt, 1000 + 8760 * hour);
  throws(() => draft(7), { code });
  throws(() => draft(8761), { code });
});
