// Tests of the sessions of browsers and command lines: how they begin and end.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { now, tellStore } from "../../../test/support/told-store.ts";
import { fault } from "../contract/errors.ts";
import { hour, second } from "../domain/instant.ts";
import {
  beginCommandLine,
  hasPassword,
  linkToPassword,
  redeemCode,
  refusePoor,
  renewCommandLine,
} from "./sessions.ts";

const claims = { clientId: "atlascli", userAgent: "AtlasCLI", remoteAddress: "192.0.2.1" };
const user = { id: "u", username: "Ada@Example.com" };
const line = {
  ...claims,
  id: "l",
  username: user.username,
  generation: 3,
  createdAt: now - hour,
  renewedAt: now - 30 * second,
  expiresAt: now + hour,
};
test("a command line begins once its person is held, unless another was faster", async () => {
  const begin = async (answers: Parameters<typeof tellStore>[0]) => {
    const { calls, tx } = tellStore({ "commandLines.confirmedBy": [{ id: "u" }], ...answers });
    return { line: await beginCommandLine({ tx, now, tokenTime, id: "l" }, "device"), calls };
  };
  const tokenTime = now - 400 * hour;
  const times = { createdAt: tokenTime, renewedAt: tokenTime, expiresAt: tokenTime + 4 * hour };
  const begun = { ...claims, id: "l", generation: 0, ...times };
  const { line, calls } = await begin({ "commandLines.redeem": [{ claims, user }] });
  deepEqual(line, { ...begun, username: user.username });
  deepEqual(calls, [
    ["commandLines.confirmedBy", "device", now],
    ["locks.person", "u"],
    ["commandLines.redeem", "device", now],
    ["commandLines.begin", "ada@example.com", begun],
    ["users.signedIn", "u", now],
  ]);
  const late = await begin({});
  deepEqual([late.line, late.calls.length], [undefined, 3]);
  const unknown = await begin({ "commandLines.confirmedBy": [undefined] });
  deepEqual([unknown.line, unknown.calls.length], [undefined, 1]);
});

test("a code begins a command line once its person is held, and a second use ends that", async () => {
  const remoteAddress = { state: "own", ip: claims.remoteAddress } as const;
  const sent = { codeHash: "code", redirectUri: "http://127.0.0.1/", challenge: "c" };
  const proof = { ...claims, remoteAddress, ...sent };
  const code = {
    clientId: claims.clientId,
    redirectUri: proof.redirectUri,
    challenge: "c",
    lineId: null,
    lacksFactor: 1,
    user,
  };
  const redeem = async (found: readonly unknown[], isGood: boolean, changes: Partial<typeof proof> = {}) => {
    const { calls, tx } = tellStore({
      "authorizationCodes.find": [...found],
      "authorizationCodes.use": [isGood],
    });
    return { given: await redeemCode({ tx, now, tokenTime, id: "l" }, { ...proof, ...changes }), calls };
  };
  const tokenTime = now - 400 * hour;
  const times = { createdAt: tokenTime, renewedAt: tokenTime, expiresAt: tokenTime + 4 * hour };
  const begun = { ...claims, lacksFactor: 1, id: "l", generation: 0, ...times };
  const { given, calls } = await redeem([code], true);
  deepEqual(given, { ...begun, username: user.username });
  deepEqual(calls, [
    ["authorizationCodes.find", "code"],
    ["locks.person", user.id],
    ["authorizationCodes.use", "code", now, "l", tokenTime + 12 * hour],
    ["commandLines.begin", "ada@example.com", begun],
    ["users.signedIn", user.id, now],
  ]);
  for (const [found, changes, flaw] of [
    [undefined, {}, "unknown"],
    [code, { clientId: "another" }, "unknown"],
    [code, { redirectUri: "http://127.0.0.1:1/" }, "redirect"],
    [code, { challenge: "d" }, "verifier"],
  ] as const) {
    const { given, calls } = await redeem([found], true, changes);
    deepEqual([given, calls.length], [flaw, 1]);
  }
  // Either the person has signed out everywhere since, or another request was faster.
  for (const [after, flaw, last] of [
    [undefined, "unknown", ["authorizationCodes.find", "code"]],
    [code, "unknown", ["authorizationCodes.find", "code"]],
    [{ ...code, lineId: "first" }, "used", ["commandLines.end", "first"]],
  ] as const) {
    const { given, calls } = await redeem([code, after], false);
    deepEqual([given, calls.at(-1)], [flaw, last]);
  }
});

test("the newest refresh token gives the next, and the one before it the same for half a minute", async () => {
  const renew = async (
    generation: number,
    found: unknown[],
    renewed: unknown[] = [true],
    clientId = claims.clientId,
  ) => {
    const { calls, tx } = tellStore({ "commandLines.find": found, "commandLines.renew": renewed });
    const given = { id: "l", generation, clientId };
    return { next: await renewCommandLine({ tx, tokenTime: now }, given), calls };
  };
  const { next, calls } = await renew(3, [line]);
  const renewal = { id: "l", generation: 4, renewedAt: now, expiresAt: now + 4 * hour };
  deepEqual(next, { ...line, ...renewal });
  deepEqual(calls, [
    ["commandLines.find", "l", now],
    ["commandLines.renew", renewal],
  ]);
  deepEqual((await renew(2, [line])).next, line);
  // This token is from before the store was restored.
  equal((await renew(5, [line])).next?.generation, 6);
  for (const [generation, found] of [
    [2, { ...line, renewedAt: line.renewedAt - 1 }],
    [1, line],
  ] as const) {
    const { next, calls } = await renew(generation, [found]);
    deepEqual([next, calls.at(-1)], [undefined, ["commandLines.end", "l"]]);
  }
  // Another request was faster: this one gets the token that it created.
  const faster = await renew(3, [line, { ...line, generation: 4, renewedAt: now }], [false]);
  equal(faster.next?.generation, 4);
  for (const [found, clientId] of [
    [undefined, claims.clientId],
    [line, "another"],
  ] as const) {
    const { next, calls } = await renew(3, [found], [true], clientId);
    deepEqual([next, calls.length], [undefined, 1]);
  }
});

test("a password that would not guard an account is refused", async () => {
  const refuse = (password: string) =>
    refusePoor(
      { passwords: { isCommon: async (text: string) => text === "correct horse" } as never, fault },
      password,
      { username: "ada.lovelace@example.com", firstName: "Ada", lastName: "Lovelace" },
    );
  await refuse("battery staple");
  await rejects(refuse("correct horse"), { code: "COMMON_PASSWORD" });
  await rejects(refuse("short"), { code: "WEAK_PASSWORD" });
  for (const personal of [
    "ada.lovelace@example.com",
    "Ada.Lovelace",
    "ADA LOVELACE",
    "lovelace1815",
    "LovelaceAda!",
    "anteroom",
    "Atlas-Anteroom 2026",
  ]) {
    await rejects(refuse(personal), { code: "PERSONAL_PASSWORD" }, personal);
  }
  await refuse("ada lovelace's engine");
});

test("a password counts that is there and was not chosen by somebody else", async () => {
  for (const [hash, isUnproven, has] of [
    ["hash", false, true],
    ["hash", true, false],
    [null, false, false],
  ] as const) {
    const { tx } = tellStore({ "users.passwordHash": [hash], "users.isUnproven": [isUnproven] });
    equal(await hasPassword(tx, "u"), has);
  }
});

test("a link to a password is kept as its hash, for as long as was asked", async () => {
  const { tx, calls } = tellStore();
  const issue = { token: () => ({ token: "secret", hash: "hash of secret" }) };
  deepEqual(await linkToPassword({ tx, now, issue }, "u", hour), { token: "secret", expiresAt: now + hour });
  deepEqual(calls, [
    ["outbox.sweepLinks", now],
    ["outbox.addLink", { hash: "hash of secret", about: { userId: "u" }, expiresAt: now + hour }],
  ]);
});
