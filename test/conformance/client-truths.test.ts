// Tests what official clients state of Atlas's answers: each row agrees, or says why it differs.
import { deepEqual, equal, notDeepEqual } from "node:assert/strict";
import { test } from "node:test";
import { asking, startStage } from "../tables/truths/truth.ts";
import { readFidelity, truths } from "./client-truths.ts";

test("what clients state of Atlas", async (t) => {
  const stage = await startStage(t);
  const differing = truths.filter(({ differs }) => differs !== undefined);
  for (const { id, call, by, ask, expected, differs } of truths) {
    await t.test(`${id}: ${call} (${by})`, async () => {
      const answered = await ask(asking(stage));
      if (differs === undefined) return deepEqual(answered, expected);
      notDeepEqual(answered, expected, "it agrees by now: take its reason away");
      deepEqual(answered, differs.here);
    });
  }
  const agreeing = truths.length - differing.length;
  t.diagnostic(`${truths.length} rows: ${agreeing} agree, ${differing.length} differ with a reason`);
});

test("docs/fidelity.md has each that differs; `node --import tsx test/conformance/client-truths.ts` writes them", () => {
  const { is, shouldBe } = readFidelity();
  equal(is, shouldBe);
});
