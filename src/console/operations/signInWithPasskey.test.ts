// Proves signInWithPasskey: a passkey suffices to sign in, and no forgery, copy, replay or race does.
import { deepEqual, equal, ok } from "node:assert/strict";
import {
  assertRefused,
  type ConsoleStage,
  owner,
  testConsole,
  testOnEngines,
} from "../../../test/console/support/console-operations.ts";
import {
  bound,
  enroll,
  minute,
  newDevice,
  origin,
  refused,
  stale,
} from "../../../test/console/support/passkeys.ts";
import type { Lies } from "../../../test/support/authenticator.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";

const signInBy = (stage: ConsoleStage, answer: object) =>
  stage.perform("signInWithPasskey", { bound, origin, answer });

const lies: readonly (readonly [what: string, lies: Lies])[] = [
  ["another origin", { origin: "https://atlas.example.org" }],
  ["the same host by plain HTTP", { origin: "http://atlas.example.com" }],
  ["another RP id", { rpId: "example.com" }],
  ["no verification of the person", { isVerified: false }],
  ["nobody present", { isPresent: false }],
  ["the making of a passkey", { type: "webauthn.create" }],
  ["a person it is not of", { userHandle: Buffer.from("0".repeat(24)).toString("base64url") }],
  ["no person", { userHandle: "" }],
  ["another key", { isForged: true }],
  ["a passkey that is not known", { id: "AAAA" }],
];

testOnEngines("signInWithPasskey", async (t, stage) => {
  await t.test("200 with a session that counts as both factors; what is kept opens nothing", async () => {
    const { device, codes } = await enroll(stage);
    const { status, json } = await signInBy(stage, device.answer(stage.challenge("sign-in")));
    equal(status, 200);
    const mine = await stage.get("listPasskeys", {}, { session: json.token });
    deepEqual([mine.hasSecondFactor, mine.passkeys[0].lastUsedAt], [true, "2026-08-10T03:04:53Z"]);
    const kept = JSON.stringify([await stage.rows("passkeys"), await stage.rows("recovery_codes")]);
    for (const secret of [...codes, json.token]) ok(!kept.includes(secret));
  });

  for (const [what, each] of lies) {
    await t.test(`403 PASSKEY_REFUSED for an answer with ${what}`, async () => {
      const { device } = await enroll(stage);
      assertRefused(await signInBy(stage, device.answer(stage.challenge("sign-in"), each)), refused);
      deepEqual((await stage.rows("sessions")).length, 1);
      equal((await signInBy(stage, device.answer(stage.challenge("sign-in")))).status, 200);
    });
  }

  await t.test(
    "403 PASSKEY_STALE for a challenge that was answered, of another browser or aim, forged or old",
    async () => {
      const { device } = await enroll(stage);
      const answer = device.answer(stage.challenge("sign-in"));
      equal((await signInBy(stage, answer)).status, 200);
      assertRefused(await signInBy(stage, answer), stale);
      const old = device.answer(stage.challenge("sign-in"));
      for (const challenge of [
        stage.challenge("sign-in", "another"),
        stage.challenge("prove"),
        Buffer.alloc(56).toString("base64url"),
      ]) {
        assertRefused(await signInBy(stage, device.answer(challenge)), stale);
      }
      assertRefused(await signInBy(stage, { ...answer, clientDataJSON: "bm90aGluZw" }), stale);
      stage.pass(10 * minute);
      assertRefused(await signInBy(stage, old), stale);
    },
  );

  await t.test("403 PASSKEY_REFUSED for a counter that goes back, as that of a copy does", async () => {
    const { device } = await enroll(stage, owner, newDevice({ counts: true }));
    for (const [counter, status] of [
      [5, 200],
      [5, 403],
      [4, 403],
      [0, 403],
      [6, 200],
    ] as const) {
      const answer = device.answer(stage.challenge("sign-in"), { counter });
      equal((await signInBy(stage, answer)).status, status, `counter ${counter}`);
    }
  });

  await t.test("200 once for an answer that is sent eight times at once", async () => {
    const { device } = await enroll(stage);
    const answer = device.answer(stage.challenge("sign-in"));
    const all = await Promise.all(Array.from({ length: 8 }, () => signInBy(stage, answer)));
    deepEqual(pluck(all, "status").sort(), [200, ...Array(7).fill(403)]);
  });
});

testConsole(
  "signInWithPasskey where the provider is the only way in",
  { policy: { takesPasswords: false } },
  async (t, stage) => {
    await t.test("403 PASSWORDS_OFF", async () => {
      const { device } = await enroll(stage);
      assertRefused(
        await signInBy(stage, device.answer(stage.challenge("sign-in"))),
        refusal("PASSWORDS_OFF"),
      );
    });
  },
);
