// Tests of invalid rules for faults: each refusal names the member and the reason.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { checkFaultRules } from "./fault-rules.ts";

const check = (value: unknown) => checkFaultRules(value, ["createGroupInvite"]);

test("rules are taken as they are", () => {
  const rules = [
    { operations: ["createGroupInvite"], methods: ["POST"], drop: "after", times: 1 },
    { path: "/api/**", caller: "abcdefgh", client: "terraform", status: 502, as: "html", retryAfter: 3 },
    { latency: { percentiles: { p50: 100, p99: 2000 } }, chance: 0.5, seed: 7, skip: 3, every: 2 },
    { latency: { uniform: [100, 100] }, truncate: 0, bytesPerSecond: 20 },
    { latency: 5, stale: true },
  ];
  equal(check(rules), rules);
  deepEqual(check([]), []);
});

test("400 names the member that is wrong, and why", () => {
  for (const [rule, detail] of [
    [{ status: 404 }, "faults.0.status: must be equal to one of the allowed values (429, 500, 502, 503)"],
    [{ stats: 503 }, "faults.0: unknown 'stats'"],
    [{ status: 503, times: 0 }, "faults.0.times: must be >= 1"],
    [{ status: 503, chance: 2 }, "faults.0.chance: must be <= 1"],
    [{ status: 503, operations: [] }, "faults.0.operations: must not have fewer than 1 items"],
    [{ status: 503, path: "api" }, 'faults.0.path: must match pattern "^/"'],
    [
      { latency: "slow" },
      "faults.0.latency: must be milliseconds from 0 to 600000, or one of uniform, normal, exponential and percentiles",
    ],
    [
      { latency: { normall: { mean: 1, deviation: 1 } } },
      "faults.0.latency: must be milliseconds from 0 to 600000, or one of uniform, normal, exponential and percentiles",
    ],
    [{ latency: { uniform: [1, -1] } }, "faults.0.latency.uniform.1: must be >= 0"],
    [{ status: 503, operations: ["inviteAll"] }, "faults.0.operations.0: there is no operation 'inviteAll'"],
    [
      { times: 1 },
      "faults.0.status: a rule needs what it does: latency, status, drop, stale, truncate or bytesPerSecond",
    ],
    [{ status: 503, drop: "after" }, "faults.0.drop: excludes status"],
    [{ stale: true, drop: "after" }, "faults.0.stale: excludes drop"],
    [{ drop: "after", truncate: 3 }, "faults.0.truncate: excludes drop, after which nothing arrives"],
    [{ latency: 1, as: "html" }, "faults.0.as: needs status"],
    [{ status: 429, as: "html" }, "faults.0.as: 429 is Atlas's own, not a proxy's"],
    [{ latency: 1, retryAfter: 1 }, "faults.0.retryAfter: needs status"],
    [{ latency: {} }, "faults.0.latency: needs one of uniform, normal, exponential and percentiles"],
    [
      { latency: { uniform: [1, 2], exponential: { mean: 1 } } },
      "faults.0.latency.exponential: excludes uniform",
    ],
    [{ latency: { uniform: [2, 1] } }, "faults.0.latency.uniform: the first must not be above the second"],
    [{ latency: { percentiles: {} } }, "faults.0.latency.percentiles: needs p50, p90, p95, p99 or p100"],
    [
      { latency: { percentiles: { p50: 9, p90: 1 } } },
      "faults.0.latency.percentiles: must not fall from one to the next",
    ],
  ] as const) {
    throws(() => check([rule]), { status: 400, message: detail }, JSON.stringify(rule));
  }
});

test("400 for what is no list, and for all that is wrong at once", () => {
  throws(() => check({ status: 503 }), { status: 400, message: /^faults: must be a list of rules/ });
  throws(() => check([{ status: 503 }, { times: 0 }, { skip: -1 }]), {
    status: 400,
    message: "faults.1.times: must be >= 1; faults.2.skip: must be >= 0",
  });
});
