// Proves signInWithProvider: which person an identity stands for, and the first time only if the provider verified the address.
import { deepEqual, equal, notEqual } from "node:assert/strict";
import {
  assertRefused,
  member,
  owner,
  password,
  refusals,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { enroll } from "../../../test/console/support/passkeys.ts";
import { now } from "../../../test/support/stage.ts";

const claims = {
  issuer: "https://login.example.com",
  subject: "1234",
  email: "New.Person@example.com",
  emailVerified: true,
  firstName: "Nina",
  lastName: "New",
};

testConsole("signInWithProvider", async (t, stage) => {
  const { get, perform, refuses } = stage;

  await t.test("200 at the first time: an account without password, roles or events", async () => {
    const json = await get("signInWithProvider", claims);
    deepEqual(json, {
      isAsked: false,
      token: json.token,
      device: json.device,
      expiresAt: "2026-08-10T15:04:53Z",
    });
    const id = await stage.userId(claims.email);
    const person = await perform("getPerson", {}, { session: json.token });
    deepEqual(person.json, { id, username: claims.email, firstName: "Nina", lastName: "New" });
    const user = (await stage.rows("users")).find((each) => each.id === id);
    equal(user?.password_hash, null);
    equal(user?.last_auth_at, Date.parse(now));
    deepEqual(await stage.grants(claims.email), []);
    deepEqual(await stage.events(), []);
    deepEqual(await stage.rows("identities"), [
      { issuer: claims.issuer, subject: claims.subject, user_id: id, created_at: Date.parse(now) },
    ]);
    await refuses("signIn", { username: claims.email, password: "" }, refusals.signIn);
  });

  for (const username of [owner, member]) {
    await t.test(`200 at the first time for the account of ${username}, which stays as it is`, async () => {
      const { json } = await perform("signInWithProvider", { ...claims, email: username.toUpperCase() });
      const person = await perform("getPerson", {}, { session: json.token });
      equal(person.json.id, await stage.userId(username));
      notEqual(person.json.firstName, "Nina");
    });
  }

  await t.test(
    "the first time ends what somebody else may have opened with a password or passkey for the address",
    async () => {
      const { session } = await enroll(stage, owner);
      const before = { token: session };
      await perform("signInWithProvider", { ...claims, email: owner });
      deepEqual([await stage.rows("passkeys"), await stage.rows("recovery_codes")], [[], []]);
      await refuses("signIn", { username: owner, password }, refusals.signIn);
      equal(await stage.isOver(before.token), true);
    },
  );

  await t.test("200 afterwards by identity alone, whatever address it has now", async () => {
    await perform("signInWithProvider", claims);
    const later = { ...claims, email: owner, emailVerified: false, firstName: "x".repeat(300) };
    const json = await get("signInWithProvider", later);
    const person = await perform("getPerson", {}, { session: json.token });
    equal(person.json.username, claims.email);
    equal((await stage.rows("identities")).length, 1);
  });

  await t.test("403 IDENTITY_TAKEN for another subject, who changes nothing", async () => {
    const { json: first } = await perform("signInWithProvider", { ...claims, email: owner });
    const newcomer = await perform("signInWithProvider", { ...claims, subject: "9", email: owner });
    assertRefused(newcomer, refusals.taken(owner));
    equal(await stage.isOver(first.token), false);
    equal((await stage.rows("identities")).length, 1);
  });

  await t.test("the same subject of another issuer is another identity", async () => {
    await perform("signInWithProvider", { ...claims, email: owner });
    const { json } = await perform("signInWithProvider", { ...claims, issuer: "https://other.example.com" });
    const person = await perform("getPerson", {}, { session: json.token });
    equal(person.json.username, claims.email);
  });

  for (const [when, changes] of Object.entries({
    "the address of an account is not verified": { email: owner, emailVerified: false },
    "a new address is not verified": { emailVerified: false },
    "there is no address": { email: "" },
    "the address cannot be one": { email: "no address" },
  })) {
    await t.test(`401 SIGN_IN_REFUSED when ${when}`, async () => {
      await refuses("signInWithProvider", { ...claims, ...changes }, refusals.signIn);
      deepEqual(await stage.rows("identities"), []);
      deepEqual(await stage.rows("sessions"), []);
    });
  }

  await t.test("400 for an empty subject, and for an endless name", async () => {
    const codes = [];
    for (const changes of [
      { subject: "" },
      { issuer: "" },
      { firstName: "x".repeat(257) },
      { lastName: "x".repeat(257) },
    ]) {
      codes.push((await perform("signInWithProvider", { ...claims, ...changes })).json.errorCode);
    }
    deepEqual(codes, [
      "BAD_REQUEST",
      "BAD_REQUEST",
      "FIRST_NAME_EXCEEDS_MAX_LENGTH",
      "LAST_NAME_EXCEEDS_MAX_LENGTH",
    ]);
  });

  await t.test("a person of a provider alone sets a password by a link", async () => {
    await perform("signInWithProvider", claims);
    const token = await stage.link({ userId: await stage.userId(claims.email) });
    await get("resetPassword", { token, password });
    await get("signIn", { username: claims.email, password });
  });
});
