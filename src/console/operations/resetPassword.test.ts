// Proves resetPassword: a link works once, for an hour, and closes what the old password had opened.

import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  bodyOf,
  member,
  owner,
  password,
  refusals,
  testConsole,
} from "../../../test/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";

const fresh = "another staple of horses";
const gone = refusal("PASSWORD_LINK_NOT_FOUND");

testConsole("resetPassword", async (t, stage) => {
  const { perform } = stage;

  for (const username of [owner, member]) {
    await t.test(`200 for ${username}; sessions end, the new password opens`, async () => {
      const session = await stage.session(username);
      const token = await stage.link({ userId: await stage.userId(username) });
      const json = bodyOf(await perform("resetPassword", { token, password: fresh }));
      deepEqual(json, { device: json.device });
      equal(await stage.isOver(session), true);
      deepEqual(await stage.rows("sessions"), []);
      assertRefused(await perform("signIn", { username, password }), refusals.signIn);
      equal((await perform("signIn", { username, password: fresh })).status, 200);
      deepEqual(await stage.events(), []);
    });
  }

  await t.test("404 for a link that was used, and for the person's others", async () => {
    const userId = await stage.userId(owner);
    const [token, another] = [await stage.link({ userId }), await stage.link({ userId })];
    equal((await perform("resetPassword", { token, password: fresh })).status, 200);
    for (const each of [token, another]) {
      assertRefused(await perform("resetPassword", { token: each, password: "yet another staple" }), gone);
    }
    equal((await perform("signIn", { username: owner, password: fresh })).status, 200);
  });

  await t.test("400 for a poor password, and the link stays good", async () => {
    const token = await stage.link({ userId: await stage.userId(owner) });
    assertRefused(await perform("resetPassword", { token, password: "short" }), refusals.weak);
    assertRefused(await perform("resetPassword", { token, password: "Password1" }), refusals.common);
    equal((await perform("resetPassword", { token, password: fresh })).status, 200);
  });

  await t.test("the device lets in while strangers exhaust the account", async () => {
    for (let index = 0; index < 20; index++) {
      await perform("signIn", { username: owner, password: "a guess" }, { from: `198.51.${index}.7` });
    }
    const token = await stage.link({ userId: await stage.userId(owner) });
    const { device } = (await perform("resetPassword", { token, password: fresh })).json;
    equal((await perform("signIn", { username: owner, password: fresh })).status, 429);
    equal((await perform("signIn", { username: owner, password: fresh, device })).status, 200);
  });
});
