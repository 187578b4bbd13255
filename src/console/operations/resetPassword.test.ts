// Proves resetPassword: a link works once, for an hour, and ends the sessions that the old password had opened.

import { deepEqual, equal } from "node:assert/strict";
import {
  member,
  owner,
  password,
  refusals,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";

const fresh = "another staple of horses";
const gone = refusal("PASSWORD_LINK_NOT_FOUND");

testConsole("resetPassword", async (t, stage) => {
  const { get, perform, refuses } = stage;

  for (const username of [owner, member]) {
    await t.test(`200 for ${username}; sessions end, the new password opens`, async () => {
      const session = await stage.session(username);
      const token = await stage.link({ userId: await stage.userId(username) });
      const json = await get("resetPassword", { token, password: fresh });
      deepEqual(json, { device: json.device });
      equal(await stage.isOver(session), true);
      deepEqual(await stage.rows("sessions"), []);
      await refuses("signIn", { username, password }, refusals.signIn);
      await get("signIn", { username, password: fresh });
      deepEqual(await stage.events(), []);
    });
  }

  await t.test("404 for a link that was used, and for the person's others", async () => {
    const userId = await stage.userId(owner);
    const [token, another] = [await stage.link({ userId }), await stage.link({ userId })];
    await get("resetPassword", { token, password: fresh });
    for (const each of [token, another]) {
      await refuses("resetPassword", { token: each, password: "yet another staple" }, gone);
    }
    await get("signIn", { username: owner, password: fresh });
  });

  await t.test("400 for a poor password, and the link stays good", async () => {
    const token = await stage.link({ userId: await stage.userId(owner) });
    await refuses("resetPassword", { token, password: "short" }, refusals.weak);
    await refuses("resetPassword", { token, password: "Password1" }, refusals.common);
    await get("resetPassword", { token, password: fresh });
  });

  await t.test("the device lets in while strangers exhaust the account", async () => {
    for (let index = 0; index < 20; index++) {
      await perform("signIn", { username: owner, password: "a guess" }, { from: `198.51.${index}.7` });
    }
    const token = await stage.link({ userId: await stage.userId(owner) });
    const { device } = await get("resetPassword", { token, password: fresh });
    equal((await perform("signIn", { username: owner, password: fresh })).status, 429);
    await get("signIn", { username: owner, password: fresh, device });
  });
});
