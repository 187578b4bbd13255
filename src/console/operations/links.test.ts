// Proves which links of messages are refused: those of an ended invitation, expired, unknown, or for something else.
import { deepEqual } from "node:assert/strict";
import { member, refusals, testConsole } from "../../../test/console/support/console-operations.ts";
import { type Refusal, refusal } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";
import { day, hour } from "../../core/domain/instant.ts";
import { draftUser } from "../../core/domain/user.ts";
import type { ConsoleOperationId } from "./index.ts";

const password = "another staple of horses";
const joining = { firstName: "Rita", lastName: "Rich", password };

testConsole("links", async (t, stage) => {
  /** Calls as a person who has the invited address. */
  const refuse = async (id: ConsoleOperationId, input: object, expected: Refusal) => {
    const person = draftUser({ id: "c".repeat(24), username: invited, now: 1 });
    await stage.store.write((tx) => tx.users.add(person, null));
    const by = { session: await stage.session(invited) };
    const before = await stage.dump();
    await stage.refuses(id, { ...input }, expected, by);
    deepEqual(await stage.dump(), before);
  };

  for (const [id, input, ends] of [
    ["acceptInvitation", {}, ["DECLINED", "REVOKED", "EXPIRED"]],
    ["declineInvitation", {}, ["ACCEPTED", "REVOKED", "EXPIRED"]],
    ["joinByInvitation", joining, ["ACCEPTED", "DECLINED", "REVOKED", "EXPIRED"]],
  ] as const) {
    for (const end of ends) {
      await t.test(`409 INVITATION_ENDED by ${id} after it was ${end}`, async () => {
        const token = await stage.link({ inviteId: ids.invite });
        await stage.endInvite(ids.invite, end);
        await refuse(id, { token, ...input }, refusals.ended(end));
      });
    }

    await t.test(`409 INVITATION_ENDED by ${id} after thirty days`, async () => {
      const token = await stage.link({ inviteId: ids.invite }, 60 * day);
      stage.pass(30 * day);
      await refuse(id, { token, ...input }, refusals.ended("EXPIRED"));
    });
  }

  const links = {
    "an invitation": () => stage.link({ inviteId: ids.invite }),
    "a password": async () => stage.link({ userId: await stage.userId(member) }),
  };
  const gone = refusal("PASSWORD_LINK_NOT_FOUND");
  for (const [id, input, own, other, expected] of [
    ["getInvitation", {}, "an invitation", "a password", refusals.link],
    ["acceptInvitation", {}, "an invitation", "a password", refusals.link],
    ["declineInvitation", {}, "an invitation", "a password", refusals.link],
    ["joinByInvitation", joining, "an invitation", "a password", refusals.link],
    ["getPasswordLink", {}, "a password", "an invitation", gone],
    ["rememberDevice", {}, "a password", "an invitation", gone],
    ["resetPassword", { password }, "a password", "an invitation", gone],
  ] as const) {
    for (const [what, makeLink] of [
      ["ran out", links[own]],
      [`leads to ${other}`, links[other]],
      ["was made up", async () => "made up"],
    ] as const) {
      await t.test(`404 ${expected.errorCode} by ${id} for a link that ${what}`, async () => {
        const token = await makeLink();
        if (what === "ran out") {
          stage.pass(hour);
        }
        await refuse(id, { token, ...input }, expected);
      });
    }
  }
});
