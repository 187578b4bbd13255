// Tests which rows are locked for decisions about all of a person's organizations, and for a project without one.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { tellStore } from "../../../test/support/told-store.ts";
import { holdOwnOrgs, orgOf } from "./scopes.ts";

const caller = { id: "u", kind: "USER" } as const;

test("a project has an organization, or the store is broken", async () => {
  const org = { id: "o", name: "Acme" };
  equal(await orgOf(tellStore({ "orgs.find": [org] }).tx, { orgId: "o" }), org);
  await rejects(orgOf(tellStore().tx, { orgId: "o" }), {
    message: "project of an organization that is not there: o",
  });
});

test("all organizations of a caller are locked in one order, those joined meanwhile too, and a person's account", async () => {
  const around = (...ids: string[]) => ids.map((id) => ({ id }));
  const found = [around("b", "a"), around("a", "c", "b"), around("a", "b", "c")];
  for (const [kind, last] of [
    ["USER", [["locks.person", "u"]]],
    ["API_KEY", []],
  ] as const) {
    const { tx, calls } = tellStore({ "orgs.around": found });
    await holdOwnOrgs({ tx, caller: { ...caller, kind } as never });
    deepEqual(
      calls.filter(([name]) => name !== "orgs.around"),
      [...["a", "b", "c"].map((id) => ["locks.org", id]), ...last],
    );
    equal(calls.length, 6 + last.length);
  }
});
