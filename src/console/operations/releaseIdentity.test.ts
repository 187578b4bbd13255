// Proves releaseIdentity: an owner of all of a person's organizations allows the next identity of the address, and all get a
// message.
import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  member,
  other,
  owner,
  password,
  refusals,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { add, enroll } from "../../../test/console/support/passkeys.ts";
import { now, refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId } = ids;
const identity = { issuer: "https://login.example.com", subject: "1" };
const claims = { ...identity, email: member, emailVerified: true, firstName: "", lastName: "" };

testConsole("releaseIdentity", { policy: { asksAgain: true } }, async (t, stage) => {
  const { get, perform, refuses } = stage;
  const of = async (username: string) => ({ orgId, userId: await stage.userId(username) });

  await t.test("200, and the next person of the provider has the account; all are told of both", async () => {
    const { json: first } = await perform("signInWithProvider", claims);
    const session = await stage.session(owner);
    deepEqual(await get("listIdentities", await of(member), { session }), {
      identities: [identity],
    });
    deepEqual(await get("releaseIdentity", await of(member), { session }), {
      released: [identity],
    });
    equal(await stage.isOver(first.token), true);
    deepEqual(
      (await stage.rows("events")).map(({ type, org_id, target_username, actor_name, details }) => [
        type,
        org_id,
        target_username,
        actor_name,
        JSON.parse(String(details)),
      ]),
      [["IDENTITY_RELEASED", orgId, member, owner, identity]],
    );
    const told = { what: "IDENTITY_RELEASED", remoteAddress: "127.0.0.1", at: Date.parse(now) };
    deepEqual(
      (await stage.rows("outbox")).map(({ address, notice }) => [address, JSON.parse(String(notice))]),
      [[member, { ...told, about: [identity.issuer, identity.subject] }]],
    );
    await get("signInWithProvider", { ...claims, subject: "9" });
    deepEqual((await perform("signInWithProvider", claims)).json.errorCode, "IDENTITY_TAKEN");
  });

  await t.test("200, and neither a passkey nor a password of whoever had it opens the account", async () => {
    const { device, codes } = await enroll(stage, member);
    equal(codes.length, 10);
    await perform("signInWithProvider", claims);
    await add(stage, (await get("signInWithProvider", claims)).token, member, device);
    equal((await stage.rows("passkeys")).length, 1);
    await stage.ask(owner, "releaseIdentity", await of(member));
    deepEqual([await stage.rows("passkeys"), await stage.rows("recovery_codes")], [[], []]);
    await refuses("signIn", { username: member, password }, refusals.signIn);
  });

  await t.test("200 and nothing is told where no identity has the account", async () => {
    deepEqual(await stage.read(owner, "releaseIdentity", await of(member)), { released: [] });
    deepEqual(await stage.events(), []);
  });

  await t.test("401 USER_UNAUTHORIZED where the person is in an organization of somebody else", async () => {
    await perform("signInWithProvider", claims);
    const userId = await stage.userId(member);
    await stage.give(member, "ORG_MEMBER", { orgId: ids.otherOrg, groupId: null });
    const session = await stage.session(owner);
    deepEqual(await get("listIdentities", { orgId, userId }, { session }), { identities: [] });
    await refuses("releaseIdentity", { orgId, userId }, refusal("USER_UNAUTHORIZED"), { session });
    equal((await stage.rows("identities")).length, 1);
  });

  await t.test("404 for a person of another organization", async () => {
    const input = await of(other);
    assertRefused(
      await stage.ask(owner, "releaseIdentity", input),
      refusal("USER_NOT_FOUND", [input.userId]),
    );
  });

  await t.test("403 SIGN_IN_NOT_RECENT where the owner signed in long ago", async () => {
    const session = await stage.session(owner);
    stage.pass(16 * 60_000);
    await refuses("releaseIdentity", await of(member), refusal("SIGN_IN_NOT_RECENT"), { session });
  });
});
