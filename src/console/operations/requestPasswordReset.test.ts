// Proves requestPasswordReset: the same answer for everybody, and a limited number of messages; whether an account exists is
// checked when they are sent.
import { deepEqual, equal } from "node:assert/strict";
import { member, owner, testConsole, tooMany } from "../../../test/console/support/console-operations.ts";
import { now } from "../../../test/support/stage.ts";

testConsole("requestPasswordReset", async (t, stage) => {
  const { get, perform, refuses } = stage;
  const waiting = async () => (await stage.rows("outbox")).filter(({ kind }) => kind === "PASSWORD_RESET");

  for (const username of [owner, member, "OWNER@EXAMPLE.COM"]) {
    await t.test(`200 and a message that waits, for ${username}`, async () => {
      deepEqual(await get("requestPasswordReset", { username }), {});
      const [mail, ...rest] = await waiting();
      deepEqual(rest, []);
      deepEqual(mail, {
        id: mail?.id,
        kind: "PASSWORD_RESET",
        notice: null,
        invite_id: null,
        address: username.toLowerCase(),
        status: "WAITING",
        attempts: 0,
        created_at: Date.parse(now),
        due_at: 0,
        problem: null,
      });
      deepEqual(await stage.events(), []);
    });
  }

  for (const [username, address] of [
    ["nobody@example.com", "nobody@example.com"],
    ["no address", ""],
    ["no\0body@example.com", ""],
  ]) {
    await t.test(`the same answer, and as much written, for ${JSON.stringify(username)}`, async () => {
      const known = await perform("requestPasswordReset", { username: owner }, { from: "198.51.100.1" });
      const unknown = await perform("requestPasswordReset", { username }, { from: "198.51.100.2" });
      deepEqual(unknown, known);
      deepEqual((await waiting()).map((mail) => mail.address).sort(), [address, owner].sort());
    });
  }

  await t.test("three messages in a row are enough; the answer does not show it", async () => {
    for (let index = 0; index < 6; index++) {
      deepEqual(await get("requestPasswordReset", { username: owner }), {});
    }
    equal((await waiting()).length, 3);
    stage.pass(20 * 60_000);
    await perform("requestPasswordReset", { username: owner });
    await perform("requestPasswordReset", { username: owner });
    equal((await waiting()).length, 4);
  });

  await t.test("429 after ten requests from one address, about whomever", async () => {
    for (let index = 0; index < 10; index++) {
      await get("requestPasswordReset", { username: `a${index}@example.com` });
    }
    await refuses("requestPasswordReset", { username: owner }, tooMany(300, 10, 1, 300));
    await get("requestPasswordReset", { username: owner }, { from: "198.51.100.1" });
  });
});
