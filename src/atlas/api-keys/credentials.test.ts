// Tests of API keys and service accounts: which texts are stored, and who may change one through a project.
import { deepEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { tellChange } from "../../../test/support/told-store.ts";
import { refuseBeyond } from "../../core/changes/changing.ts";
import { amendAccount, describeKey, isAmended } from "./credentials.ts";

const accountId = "c0123456789abcdef012345c";
const roles = [
  { groupId: null, role: "ORG_MEMBER" },
  { groupId: "p", role: "GROUP_OWNER" },
  { groupId: "p", role: "GROUP_READ_ONLY" },
  { groupId: "q", role: "GROUP_READ_ONLY" },
] as const;
const key = { id: "k", orgId: "o", publicKey: "abcdefgh", description: "for CI" } as never as Parameters<
  typeof describeKey
>[1];
const account = {
  id: accountId,
  orgId: "o",
  name: "ci",
  description: "builds",
} as never as Parameters<typeof amendAccount>[1];
const ofKey = { orgId: "o", details: { targetPublicKey: "abcdefgh" } };
const ofAccount = { orgId: "o", details: { clientId: `mdb_sa_id_${accountId}` } };

test("texts are written where they differ, with an event", async () => {
  const { changing, calls } = tellChange();
  await describeKey(changing, key, "for CI");
  await amendAccount(changing, account, { name: "ci", description: null });
  deepEqual(calls, []);
  await describeKey(changing, key, "for nights");
  await amendAccount(changing, account, { name: "nights" });
  await amendAccount(changing, account, { description: "" });
  deepEqual(calls, [
    ["apiKeys.describe", "k", "for nights"],
    ["record", "API_KEY_DESCRIPTION_CHANGED", ofKey],
    ["serviceAccounts.update", { ...account, name: "nights" }],
    ["record", "SERVICE_ACCOUNT_DETAILS_CHANGED", ofAccount],
    ["serviceAccounts.update", { ...account, description: "" }],
    ["record", "SERVICE_ACCOUNT_DETAILS_CHANGED", ofAccount],
  ]);
  deepEqual(
    [isAmended(account, {}), isAmended(account, { name: "x" }), isAmended(account, { description: "x" })],
    [false, true, true],
  );
});

test("through a project a credential is changed by who holds all that it holds elsewhere", async () => {
  const grant = (role: string, groupId: string | null = null, orgId = "o") => ({ role, groupId, orgId });
  const check = (grants: object[], holding: readonly object[] = roles, parts: object = {}) => {
    const { changing, called } = tellChange({ "grants.of": [grants] }, { caller: { id: "u" }, ...parts });
    return { called, done: refuseBeyond(changing, { orgId: "o", roles: holding } as never, { id: "p" }) };
  };
  const refusal = { code: "USER_UNAUTHORIZED" };
  await check([grant("GROUP_READ_ONLY", "q")]).done;
  await check([grant("GROUP_OWNER", "q")]).done;
  await check([grant("ORG_OWNER")]).done;
  await rejects(check([]).done, refusal);
  await rejects(check([grant("GROUP_OWNER", "r")]).done, refusal);
  await rejects(check([grant("GROUP_OWNER", "q", "other")]).done, refusal);
  await rejects(check([grant("ORG_OWNER", null, "other")]).done, refusal);
  // Nothing is asked if it holds no role elsewhere.
  const alone = check([], roles.slice(0, 3));
  await alone.done;
  deepEqual(alone.called("grants.of"), []);
  const strict = check([], roles.slice(0, 3), { held: ["ORG_MEMBER"] });
  await rejects(strict.done, { code: "ROLE_ABOVE_OWN", parameters: ["GROUP_OWNER", "p"] });
});
