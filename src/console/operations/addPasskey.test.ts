// Proves addPasskey: the first comes with recovery codes, no forged answer adds one, and an account has a limit.
import { deepEqual, equal, match } from "node:assert/strict";
import {
  assertRefused,
  owner,
  password,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import {
  add,
  bound,
  enroll,
  minute,
  newDevice,
  noticesOf,
  origin,
  proveBy,
  refused,
  stale,
} from "../../../test/console/support/passkeys.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";

testConsole("addPasskey", { policy: { asksAgain: true } }, async (t, stage) => {
  await t.test("200 with ten codes for the first, and none for the next", async () => {
    const { session, codes } = await enroll(stage);
    equal(new Set(codes).size, 10);
    for (const code of codes) match(code, /^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
    deepEqual((await add(stage, session)).json, { codes: [] });
    deepEqual(pluck(await noticesOf(stage), "what", "about"), [
      ["PASSKEY_ADDED", ["Laptop"]],
      ["PASSKEY_ADDED", ["Laptop"]],
    ]);
  });

  await t.test("403 for every lie, and for a challenge of another aim", async () => {
    const userId = await stage.userId(owner);
    const session = await stage.session(owner);
    const send = (answer: object) =>
      stage.perform("addPasskey", { bound, origin, answer, name: "" }, { session });
    for (const lies of [
      { origin: "https://atlas.example.org" },
      { rpId: "example.com" },
      { isVerified: false },
      { isPresent: false },
      { type: "webauthn.get" },
      { id: "AAAA" },
    ]) {
      assertRefused(await send(newDevice().make(stage.challenge("add"), userId, lies)), refused);
    }
    assertRefused(await send(newDevice().make(stage.challenge("prove"), userId)), stale);
    assertRefused(await send({ id: "AAAA", clientDataJSON: "AAAA", attestationObject: "AAAA" }), stale);
    const answer = newDevice().make(stage.challenge("add"), userId);
    equal((await send(answer)).status, 200);
    assertRefused(await send(answer), stale);
    equal((await stage.rows("passkeys")).length, 1);
  });

  await t.test("403 in a session that is old, or never proved the passkey that is there", async () => {
    const { session } = await enroll(stage);
    assertRefused(await add(stage, await stage.session(owner)), refusal("SECOND_FACTOR_REQUIRED"));
    stage.pass(15 * minute + 1);
    assertRefused(await add(stage, session), refusal("SIGN_IN_NOT_RECENT"));
  });

  await t.test(
    "403 for the first one, too, where the sign-in is not recent: a session alone adds none",
    async () => {
      const session = await stage.session(owner);
      stage.pass(15 * minute + 1);
      assertRefused(await add(stage, session), refusal("SIGN_IN_NOT_RECENT"));
      equal((await proveBy(stage, session, { password: "a guess" })).status, 403);
      assertRefused(await add(stage, session), refusal("SIGN_IN_NOT_RECENT"));
      deepEqual([await stage.rows("passkeys"), await noticesOf(stage)], [[], []]);
      equal((await proveBy(stage, session, { password })).status, 200);
      equal((await add(stage, session)).status, 200);
    },
  );

  await t.test("400 for the same one again, and for more than twenty", async () => {
    const { session, device, userId } = await enroll(stage);
    const [{ id, credential_id: credentialId } = {}] = await stage.rows("passkeys");
    const again = device.make(stage.challenge("add"), userId);
    stage.execute(`update passkeys set credential_id = '${again.id}' where id = '${id}'`);
    const send = { bound, origin, answer: again, name: "" };
    await stage.refuses("addPasskey", send, refusal("PASSKEY_EXISTS"), { session });
    stage.execute(`update passkeys set credential_id = '${credentialId}' where id = '${id}'`);
    for (let count = 1; count < 20; count++) equal((await add(stage, session)).status, 200);
    assertRefused(await add(stage, session), refusal("TOO_MANY_PASSKEYS", [20]));
  });
});
