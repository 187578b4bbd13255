// Proves getPasswordLink: it says whether a link still sets a password, changes nothing, and names nobody.

import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefused,
  owner,
  startConsole,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";

const gone = refusal("PASSWORD_LINK_NOT_FOUND");

testConsole("getPasswordLink", async (t, stage) => {
  const { get, refuses } = stage;

  await t.test("200 for a link that is good, however often it is asked for; it stays good", async () => {
    const token = await stage.link({ userId: await stage.userId(owner) });
    for (const _ of [1, 2]) {
      deepEqual(await get("getPasswordLink", { token }), {});
    }
    await get("resetPassword", { token, password: "another staple of horses" });
    await refuses("getPasswordLink", { token }, gone);
  });
});

test("where passwords are off", async (t) => {
  const stage = await startConsole(t, { policy: { takesPasswords: false } });
  const refused = await stage.perform("getPasswordLink", { token: "made up" });
  assertRefused(refused, {
    status: 403,
    errorCode: "PASSWORDS_OFF",
    detail: refused.json.detail,
  });
});
