// Proves signIn: sessions for the correct password, one refusal for everything else, and limits that do not lock the victim
// out.
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefused,
  member,
  other,
  owner,
  password,
  refusals,
  startConsole,
  testConsole,
  tooMany,
} from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { passwords } from "../../core/secrets/passwords.ts";

const wrong = { username: owner, password: "not a staple" };
const elsewhere = { from: "198.51.100.7" };

/** Performs an action many times, one after the other. */
async function repeat<T>(times: number, perform: (index: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let index = 0; index < times; index++) done.push(await perform(index));
  return done;
}

testConsole("signIn", async (t, stage) => {
  const { get, perform, refuses } = stage;

  await t.test("200 with the secret of a session that is kept as a hash alone", async () => {
    const json = await get("signIn", { username: "OWNER@example.com", password });
    match(json.token, /^[\w-]{43}$/);
    match(json.device, /^[\w-]+$/);
    deepEqual(json, { token: json.token, device: json.device, expiresAt: "2026-08-10T15:04:53Z" });
    const [session, ...rest] = await stage.rows("sessions");
    deepEqual(rest, []);
    equal(session?.user_id, await stage.userId(owner));
    equal(JSON.stringify(session).includes(json.token), false);
    const person = await perform("getPerson", {}, { session: json.token });
    equal(person.json.username, owner);
    const user = (await stage.rows("users")).find(({ username }) => username === owner);
    equal(user?.last_auth_at, stage.clock.now());
  });

  await t.test("no event is written", async () => {
    await perform("signIn", { username: owner, password });
    await perform("signIn", wrong);
    deepEqual(await stage.events(), []);
  });

  await t.test("a session ends after twelve hours, however much it is used", async () => {
    const { token } = await get("signIn", { username: owner, password });
    for (let hours = 0; hours < 11.5; hours += 0.5) {
      equal(await stage.isOver(token), false);
      stage.pass(1_800_000);
    }
    stage.pass(1_800_000 - 1);
    equal(await stage.isOver(token), false);
    stage.pass(1);
    equal(await stage.isOver(token), true);
  });

  await t.test("a session ends an hour after its last use", async () => {
    const { token } = await get("signIn", { username: owner, password });
    stage.pass(3_600_000 - 1);
    equal(await stage.isOver(token), false);
    stage.pass(3_600_000 - 1);
    equal(await stage.isOver(token), false);
    stage.pass(3_600_000);
    equal(await stage.isOver(token), true);
  });

  await t.test("a use is written at most once in five minutes, with the address it came from", async () => {
    const { token } = await get("signIn", { username: owner, password });
    const use = async () => {
      await perform("getPerson", {}, { session: token, ...elsewhere });
      const [{ last_used_at, remote_address } = {}] = await stage.rows("sessions");
      return [Number(last_used_at) - began, remote_address];
    };
    const began = stage.clock.now();
    stage.pass(300_000 - 1);
    deepEqual(await use(), [0, "127.0.0.1"]);
    stage.pass(1);
    deepEqual(await use(), [300_000, elsewhere.from]);
    stage.pass(299_999);
    deepEqual(await use(), [300_000, elsewhere.from]);
  });

  await t.test(
    "each sign-in has a secret of its own, and ends the session that the browser had",
    async () => {
      const first = await get("signIn", { username: owner, password });
      const another = await get("signIn", { username: owner, password });
      const second = await get("signIn", { username: owner, password }, { session: first.token });
      equal(new Set([first.token, another.token, second.token]).size, 3);
      notEqual(first.device, second.device);
      deepEqual(await Promise.all([first, another, second].map(({ token }) => stage.isOver(token))), [
        true,
        false,
        false,
      ]);
    },
  );

  await t.test("a sign-in that is refused leaves the browser its session", async () => {
    const { token } = await get("signIn", { username: owner, password });
    equal((await perform("signIn", wrong, { session: token })).status, 401);
    equal(await stage.isOver(token), false);
  });

  const refused = {
    "the password is wrong": wrong,
    "there is no such account": { username: "nobody@example.com", password },
    "the account has no password": { username: member, password },
    "the password is that of another person, in another case": {
      username: other,
      password: password.toUpperCase(),
    },
    "the address cannot be one": { username: "no\0body", password },
    "the password is empty": { username: owner, password: "" },
  };
  for (const [when, input] of Object.entries(refused)) {
    await t.test(`401 SIGN_IN_REFUSED when ${when}`, async () => {
      await refuses("signIn", input, refusals.signIn);
      deepEqual(await stage.rows("sessions"), []);
    });
  }

  for (const username of [owner, "nobody@example.com"]) {
    await t.test(`429 after five attempts on ${username} from one address`, async () => {
      const input = { username, password: "not a staple" };
      const first = await repeat(5, () => perform("signIn", input));
      deepEqual([...new Set(pluck(first, "status"))], [401]);
      const late = await perform("signIn", { ...input, username: username.toUpperCase() });
      assertRefused(late, tooMany(60, 5, 1, 60));
      equal(late.headers["retry-after"], "60");
      // Other people, and the same person from elsewhere, do not have to wait.
      await get("signIn", { username: other, password });
      equal((await perform("signIn", input, elsewhere)).status, 401);
      stage.pass(60_000);
      equal((await perform("signIn", input)).status, 401);
      await refuses("signIn", input, tooMany(60, 5, 1, 60));
    });
  }

  await t.test("429 for the right password as well, once the bucket is empty", async () => {
    await repeat(5, () => perform("signIn", wrong));
    equal((await perform("signIn", { username: owner, password })).status, 429);
  });

  await t.test("addresses of one IPv6 network count as one", async () => {
    await repeat(5, (index) => perform("signIn", wrong, { from: `2001:db8:0:1::${index}` }));
    equal((await perform("signIn", wrong, { from: "2001:db8:0:1:ffff::1" })).status, 429);
    equal((await perform("signIn", wrong, { from: "2001:db8:0:2::1" })).status, 401);
  });

  await t.test("429 after ten attempts on one account from the networks of one customer", async () => {
    const near = (host: number) => ({ from: `2001:db8:0:${host}::1` });
    await repeat(10, (index) => perform("signIn", wrong, near(index)));
    await refuses("signIn", wrong, tooMany(30, 10, 2, 60), near(10));
    await get("signIn", { username: other, password }, near(11));
    await get("signIn", { username: owner, password });
  });

  await t.test("429 after sixty attempts from one address, on whomever", async () => {
    const attempts = await repeat(61, (index) =>
      perform("signIn", { username: `a${index}@example.com`, password }),
    );
    deepEqual([...new Set(pluck(attempts.slice(0, 60), "status"))], [401]);
    const [late] = attempts.slice(60);
    ok(late);
    assertRefused(late, tooMany(60, 60, 20, 60));
  });

  for (const username of [owner, "nobody@example.com"]) {
    await t.test(`429 after twenty attempts on ${username} from all addresses`, async () => {
      const input = { username, password: "not a staple" };
      await repeat(20, (index) => perform("signIn", input, { from: `198.51.${index}.7` }));
      await refuses("signIn", input, tooMany(180, 20, 1, 180));
    });
  }

  await t.test("a device of the person lets in while strangers exhaust the account", async () => {
    const { device } = await get("signIn", { username: owner, password });
    await repeat(20, (index) => perform("signIn", wrong, { from: `198.51.${index}.7` }));
    equal((await perform("signIn", { username: owner, password })).status, 429);
    await get("signIn", { username: owner, password, device });
    const guesses = await repeat(10, () => perform("signIn", { ...wrong, device }, elsewhere));
    deepEqual(pluck(guesses, "status"), [...Array(9).fill(401), 429]);
  });

  await t.test("a device in another spelling is none", async () => {
    const { device } = await get("signIn", { username: owner, password });
    await repeat(10, () => perform("signIn", { ...wrong, device }, elsewhere));
    await repeat(4, () => perform("signIn", { ...wrong, device: `${device}=` }, elsewhere));
    await repeat(1, () => perform("signIn", { ...wrong, device: ` ${device}` }, elsewhere));
    await refuses("signIn", { ...wrong, device: `${device}==` }, tooMany(60, 5, 1, 60), elsewhere);
  });

  await t.test("a device of another person, or a made-up one, lets nobody in", async () => {
    const { device } = await get("signIn", { username: other, password });
    await repeat(20, (index) => perform("signIn", wrong, { from: `198.51.${index}.7` }));
    for (const text of [device, "", "AAAA", "A".repeat(60), await stage.userId(owner)]) {
      equal((await perform("signIn", { username: owner, password, device: text })).status, 429);
    }
  });

  await t.test("400 when the password is missing", async () => {
    const { status, json } = await perform("signIn", { username: owner });
    deepEqual([status, json.errorCode], [400, "MISSING_ATTRIBUTE"]);
  });
});

test("401 SIGN_IN_REFUSED when the password is changed while it is verified", async (t) => {
  const stage = await startConsole(t, {
    passwords: (store) => ({
      ...passwords,
      async verify(hash, text) {
        const isRight = await passwords.verify(hash, text);
        await store.write(async (tx) => {
          const user = await tx.users.byAddress(owner);
          await tx.users.setPassword(user?.id ?? "", await passwords.hash("another staple"));
        });
        return isRight;
      },
    }),
  });
  await stage.refuses("signIn", { username: owner, password }, refusals.signIn);
  deepEqual(await stage.rows("sessions"), []);
});
