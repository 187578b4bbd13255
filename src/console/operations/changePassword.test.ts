// Proves changePassword: the current password is needed, and all sessions that the old one had opened end.

import { deepEqual, equal, notEqual } from "node:assert/strict";
import {
  member,
  owner,
  password,
  refusals,
  testConsole,
  tooMany,
} from "../../../test/console/support/console-operations.ts";
import { now, refusal } from "../../../test/support/stage.ts";

const fresh = "another staple of horses";
const incorrect = refusal("PASSWORD_INCORRECT");

testConsole("changePassword", async (t, stage) => {
  const { get, refuses } = stage;

  await t.test("200 with a new session; all others have ended, and links to reset are void", async () => {
    const [session, another] = [await stage.session(owner), await stage.session(owner)];
    await stage.link({ userId: await stage.userId(owner) });
    const json = await get("changePassword", { current: password, password: fresh }, { session });
    deepEqual(json, { token: json.token, device: json.device, expiresAt: "2026-08-10T15:04:53Z" });
    notEqual(json.token, session);
    for (const ended of [session, another]) {
      equal(await stage.isOver(ended), true);
    }
    equal(await stage.isOver(json.token), false);
    deepEqual(await stage.rows("links"), []);
    await refuses("signIn", { username: owner, password }, refusals.signIn);
    await get("signIn", { username: owner, password: fresh });
    deepEqual(await stage.events(), []);
    const [told] = await stage.rows("outbox");
    deepEqual(
      [told?.address, JSON.parse(String(told?.notice))],
      [owner, { what: "PASSWORD_CHANGED", remoteAddress: "127.0.0.1", at: Date.parse(now), about: [] }],
    );
  });

  await t.test("403 PASSWORD_INCORRECT for another password, and for somebody who has none", async () => {
    for (const username of [owner, member]) {
      const session = await stage.session(username);
      const input = { current: "not a staple", password: fresh };
      await refuses("changePassword", input, incorrect, { session });
      equal(await stage.isOver(session), false);
    }
  });

  await t.test("400 for a new password that is short or common", async () => {
    const by = { session: await stage.session(owner) };
    await refuses("changePassword", { current: password, password: "short" }, refusals.weak, by);
    await refuses("changePassword", { current: password, password: "Password1" }, refusals.common, by);
  });

  await t.test("429 after five attempts: a stolen session is not enough to guess on", async () => {
    const by = { session: await stage.session(owner) };
    const input = { current: "not a staple", password: fresh };
    for (let attempt = 0; attempt < 5; attempt++) {
      await refuses("changePassword", input, incorrect, by);
    }
    await refuses("changePassword", { ...input, current: password }, tooMany(60, 5, 1, 60), by);
  });
});
