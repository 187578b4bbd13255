// The grades of operations: what a server answers below its least grade, and which calls of kept operations it counts.
import { deepEqual, equal } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { operations } from "../src/atlas/index.ts";
import { AtlasError } from "../src/client/errors.ts";
import type { Grade } from "../src/core/contract/grade.ts";
import { readSpec } from "../src/core/spec/files.ts";
import { createAnteroom } from "../src/testing/embedded.ts";

const groupId = "32b6e34b3d91647abb20e7b8";

/** Asks one operation of each grade, and returns the codes of the refusals, empty for an answer. */
async function askEach(t: TestContext, leastGrade?: Grade) {
  const anteroom = await createAnteroom({ ...(leastGrade && { leastGrade }) });
  t.after(() => anteroom.close());
  const { atlas } = anteroom;
  const code = async (asked: Promise<unknown>) => {
    const reason = await asked.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return reason instanceof AtlasError ? reason.message : reason;
  };
  const codes = {
    kept: await code(atlas.getGroupManagedSlowMs({ groupId })),
    declared: await code(atlas.listGroupLimits({ groupId })),
    recorded: await code(atlas.listGroupInvites({ groupId })),
  };
  return { anteroom, codes };
}

test("each name in spec/grades.json is an operation that is here", () => {
  deepEqual(
    Object.keys(readSpec("grades")).filter((id) => !(id in operations)),
    [],
  );
});

test("without a least grade every operation answers, and calls of kept ones are counted", async (t) => {
  const { anteroom, codes } = await askEach(t);
  deepEqual(codes, { kept: undefined, declared: undefined, recorded: undefined });
  const kept = anteroom.kept.list();
  deepEqual(
    kept.map(({ operationId, count }) => ({ operationId, count })),
    [{ operationId: "getGroupManagedSlowMs", count: 1 }],
  );
});

const refused = (operationId: string, grade: Grade, least: Grade) =>
  `${operationId}: 501 NOT_IMPLEMENTED_BY_ANTEROOM. ${operationId} is ${grade} here, and this server answers what is ${least} at least.`;

test("what is below the least grade is refused with 501 after all other checks, and counted as missing", async (t) => {
  const { anteroom, codes } = await askEach(t, "recorded");
  deepEqual(codes, {
    kept: refused("getGroupManagedSlowMs", "kept", "recorded"),
    declared: refused("listGroupLimits", "declared", "recorded"),
    recorded: undefined,
  });
  deepEqual(
    anteroom.missing.list().map(({ operationId }) => operationId),
    ["getGroupManagedSlowMs", "listGroupLimits"],
  );
  const anyone = await anteroom.fetch(`/api/atlas/v2/groups/${groupId}/limits`);
  equal(anyone.status, 401);
});

test("--least-grade declared lets declared operations answer", async (t) => {
  const { codes } = await askEach(t, "declared");
  deepEqual(codes, {
    kept: refused("getGroupManagedSlowMs", "kept", "declared"),
    declared: undefined,
    recorded: undefined,
  });
});
