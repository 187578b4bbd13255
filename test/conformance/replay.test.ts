// Every recorded step whose operation is offered is answered as real Atlas answered it.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
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
    deepEqual(
      stepsOf("atlasprojectinvitations").map(({ operationId }) => operationId),
      [
        "createGroup",
        "createGroupInvite",
        "listGroupInvites",
        "getGroupInvite",
        "updateGroupInvites",
        "updateGroupInviteById",
        "deleteGroupInvite",
      ],
    );
  });

  await t.test("every step that is replayed is equal, but those that show the recorded people", () => {
    ok(outcomes.some(({ operationId }) => operationId !== null));
    // A seed cannot say when an account was made, from where it is, and when it last signed in.
    const ofPeople = new Set(["getUser", "getUserByName", "listGroupUsers", "listOrgUsers"]);
    deepEqual(
      outcomes.filter(
        ({ operationId, differences }) => differences.length > 0 && !ofPeople.has(operationId ?? ""),
      ),
      [],
    );
  });
});
