// Tests of the limits of a project: their values, and the values they can be set to.
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../contract/errors.ts";
import { checkLimit, eventOfClearing, eventOfSetting, groupLimitNames, limitOf } from "./group-limit.ts";

test("a limit can be set to what it starts from, and to its maximum, but not above", () => {
  for (const name of groupLimitNames) {
    const { defaultLimit, maximumLimit } = limitOf(name, undefined) ?? {};
    if (defaultLimit === undefined || maximumLimit === undefined) continue;
    ok(defaultLimit <= maximumLimit, name);
    checkLimit(name, defaultLimit, fault);
    checkLimit(name, maximumLimit, fault);
    throws(() => checkLimit(name, maximumLimit + 1, fault), { code: "BAD_REQUEST" }, name);
  }
});

test("no limit can be set to 0 or less", () => {
  for (const name of groupLimitNames) {
    for (const value of [0, -1]) throws(() => checkLimit(name, value, fault), { code: "BAD_REQUEST" }, name);
  }
});

test("a subnet mask has at least 20 bits", () => {
  const name = "atlas.project.deployment.privateServiceConnectionsSubnetMask";
  checkLimit(name, 20, fault);
  throws(() => checkLimit(name, 19, fault), { code: "BAD_REQUEST" });
});

test("a value that was set holds instead of the usual one", () => {
  for (const name of groupLimitNames) {
    equal(limitOf(name, 21)?.value, 21);
    const usual = limitOf(name, undefined);
    equal(usual?.value, usual?.defaultLimit);
  }
});

test("exactly the limits of federation are absent until they are set, and have events of their own", () => {
  for (const name of groupLimitNames) {
    const isOfFederation = name.startsWith("dataFederation.");
    equal(limitOf(name, undefined) === undefined, isOfFederation, name);
    deepEqual(
      [eventOfSetting(name), eventOfClearing(name)],
      isOfFederation
        ? ["DATA_FEDERATION_QUERY_LIMIT_CONFIGURED", "DATA_FEDERATION_QUERY_LIMIT_DELETED"]
        : ["PROJECT_LIMIT_UPDATED", "PROJECT_LIMIT_UPDATED"],
    );
  }
});
