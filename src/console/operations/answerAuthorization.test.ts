// Proves answerAuthorization: a code for each request that a person allows, and none for one that is denied.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { assertRefused, owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";
import { hashSecret } from "../../core/secrets/keyring.ts";

const asked = { clientId: "cli", redirectUri: "http://127.0.0.1/", challenge: "c" };

testConsole("answerAuthorization", async (t, stage) => {
  const answer = async (isConfirmed: boolean) =>
    stage.ask(owner, "answerAuthorization", { ...asked, isConfirmed });
  const find = (code: string) => stage.store.read((tx) => tx.authorizationCodes.find(hashSecret(code)));

  await t.test("200 with a code, another each time, of which the hash is kept", async () => {
    const { status, json } = await answer(true);
    equal(status, 200);
    match(json.code, /^[\w-]{43}$/);
    const { user, ...code } = (await find(json.code)) ?? {};
    deepEqual([code, user?.username], [{ ...asked, lineId: null, lacksFactor: 0 }, owner]);
    notEqual((await answer(true)).json.code, json.code);
    deepEqual(await stage.events(), []);
  });

  await t.test("good for less than five minutes", async () => {
    for (const [age, isGood] of [
      [299_999, true],
      [300_000, false],
    ] as const) {
      const { json } = await answer(true);
      stage.pass(age);
      const now = stage.clock.now();
      const use = () =>
        stage.store.write((tx) => tx.authorizationCodes.use(hashSecret(json.code), now, "l", now));
      deepEqual([await use(), await use()], [isGood, false]);
    }
  });

  await t.test("200 for a denial, which makes none", async () => {
    deepEqual((await answer(false)).json, {});
  });
});

testConsole("where the sign-in must be recent", { policy: { asksAgain: true } }, async (t, stage) => {
  const answer = async (isConfirmed: boolean, age: number) => {
    const session = await stage.session(owner);
    stage.pass(age);
    return stage.perform("answerAuthorization", { ...asked, isConfirmed }, { session });
  };
  const minutes = 60_000;

  await t.test("200 for one of 15 minutes, and for a denial at any age", async () => {
    equal((await answer(true, 15 * minutes)).status, 200);
    equal((await answer(false, 15 * minutes + 1)).status, 200);
  });

  await t.test("403 SIGN_IN_NOT_RECENT for an older one", async () => {
    assertRefused(await answer(true, 15 * minutes + 1), refusal("SIGN_IN_NOT_RECENT"));
  });
});
