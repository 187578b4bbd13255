// Every recorded step whose operation is offered is answered as real Atlas answered it.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { pluck } from "../support/pluck.ts";
import { describe, haveRecordings, recordingsPath, replay } from "./replay.ts";

const skip = haveRecordings
  ? false
  : `SKIPPED: there is no file ${recordingsPath}; set ANTEROOM_RECORDED to recorded answers to replay them`;

test("recorded answers of real Atlas", { skip }, async (t) => {
  const outcomes = await replay();
  t.diagnostic(describe(outcomes).split("\n").at(-1) ?? "");
  const stepsOf = (suite: string) =>
    outcomes.filter(({ step, operationId }) => step.startsWith(`${suite}/`) && operationId !== null);

  await t.test("all seven steps of the project invitations are replayed, in the order of their lives", () => {
    deepEqual(pluck(stepsOf("atlasprojectinvitations"), "operationId"), [
      "createGroup",
      "createGroupInvite",
      "listGroupInvites",
      "getGroupInvite",
      "updateGroupInvites",
      "updateGroupInviteById",
      "deleteGroupInvite",
    ]);
  });

  await t.test("every step that is replayed is equal", () => {
    ok(outcomes.some(({ operationId }) => operationId !== null));
    deepEqual(
      outcomes.filter(({ differences }) => differences.length > 0),
      [],
    );
  });

  await t.test("only lists that were recorded in part are compared in part", () => {
    deepEqual(
      outcomes.flatMap(({ step, limit }) => (limit === null ? [] : [`${step}: ${limit}`])),
      [
        "atlasorgapikeys/List: 2 of 14 items are recorded",
        "atlasorgapikeys/List_Compact: 2 of 14 items are recorded",
        "atlasprojectapikeys/List: 2 of 3 items are recorded",
        "atlasprojectapikeys/List_Compact: 2 of 3 items are recorded",
        "atlasorgs/List_Org_Users: 2 of 9 items are recorded",
        "atlasusers/List: 2 of 6 items are recorded",
      ],
    );
  });
});
