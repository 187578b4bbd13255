// Proves getPasswordLink: it says whether a link still sets a password, changes nothing, and names nobody.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefused,
  bodyOf,
  owner,
  startConsole,
  testConsole,
} from "../../../test/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";

const gone = refusal("PASSWORD_LINK_NOT_FOUND");

testConsole("getPasswordLink", async (t, stage) => {
  const { perform } = stage;

  await t.test("200 for a link that is good, however often it is asked for; it stays good", async () => {
    const token = await stage.link({ userId: await stage.userId(owner) });
    for (const _ of [1, 2]) {
      deepEqual(bodyOf(await perform("getPasswordLink", { token })), {});
    }
    equal((await perform("resetPassword", { token, password: "another staple of horses" })).status, 200);
    assertRefused(await perform("getPasswordLink", { token }), gone);
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
