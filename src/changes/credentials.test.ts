// API keys and service accounts: what is kept and recorded of each change, and what is refused to whom.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../test/support/told-store.ts";
import { day, hour } from "../domain/instant.ts";
import { refuseBeyond } from "./changing.ts";
import {
  amendAccount,
  changeRoles,
  checkRoomForAccount,
  checkRoomForKey,
  describeKey,
  heldInGroup,
  heldInOrg,
  isAmended,
  makeAccount,
  makeKey,
  makeSecret,
  removeCredential,
  removeSecret,
} from "./credentials.ts";

const accountId = "c0123456789abcdef012345c";
const clientId = `mdb_sa_id_${accountId}`;
const roles = [
  { groupId: null, role: "ORG_MEMBER" },
  { groupId: "p", role: "GROUP_OWNER" },
  { groupId: "p", role: "GROUP_READ_ONLY" },
  { groupId: "q", role: "GROUP_READ_ONLY" },
] as const;
const key = {
  id: "k",
  orgId: "o",
  publicKey: "abcdefgh",
  description: "for CI",
  roles,
} as never as Parameters<typeof describeKey>[1];
const account = {
  id: accountId,
  orgId: "o",
  name: "ci",
  description: "builds",
  roles,
  secrets: [{ expiresAt: now + 1 }, { expiresAt: now }],
} as never as Parameters<typeof amendAccount>[1];
const ofKey = { orgId: "o", details: { targetPublicKey: "abcdefgh" } };
const ofAccount = { orgId: "o", details: { clientId } };
const inGroup = (groupId: string, { details }: { details: object }) => ({ groupId, details });
const above = (role: string, scope: string) => ({ code: "ROLE_ABOVE_OWN", parameters: [role, scope] });
const strict = { held: ["ORG_MEMBER"] };

test("an organization has room for 500 keys and as many accounts", async () => {
  for (const [check, count, code] of [
    [checkRoomForKey, "apiKeys.countInOrg", "MAX_API_KEYS_PER_ORG_EXCEEDED"],
    [checkRoomForAccount, "serviceAccounts.countInOrg", "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED"],
  ] as const) {
    const { changing, calls } = tellChange({ [count]: [499, 500] });
    await check(changing, "o");
    await rejects(check(changing, "o"), { code, parameters: [500, "o"] });
    deepEqual(calls[0], [count, "o"]);
  }
});

test("every credential of a project is Organization Member as well", () => {
  deepEqual(heldInGroup("p", ["GROUP_OWNER"]), roles.slice(0, 2));
  deepEqual(heldInOrg(["ORG_OWNER"]), [{ groupId: null, role: "ORG_OWNER" }]);
});

test("a key is made with an event of its own, and one for each of its projects", async () => {
  const fresh = {
    publicKey: "abcdefgh",
    privateKey: "00000000-0000-4000-8000-0123456789ab",
    sealedVerifier: "sealed",
  };
  const { changing, calls } = tellChange();
  const made = await makeKey(changing, { orgId: "o", description: "for CI", roles }, fresh as never);
  deepEqual(made, {
    orgId: "o",
    description: "for CI",
    roles,
    id: "new",
    publicKey: "abcdefgh",
    createdAt: now,
    privateKey: fresh.privateKey,
    privateKeyTail: "0123456789ab",
  });
  deepEqual(calls, [
    ["apiKeys.add", made, "sealed"],
    ["record", "API_KEY_CREATED", ofKey],
    ["record", "API_KEY_ADDED_TO_GROUP", inGroup("p", ofKey)],
    ["record", "API_KEY_ADDED_TO_GROUP", inGroup("q", ofKey)],
  ]);
  const seeded = { id: "k", orgId: "o", description: "", roles: [] };
  equal((await makeKey(changing, seeded, fresh as never)).id, "k");
  for (const [parts, refusal] of [
    [strict, above("GROUP_OWNER", "p")],
    [{ isRecent: false }, { code: "SIGN_IN_NOT_RECENT" }],
  ] as const) {
    const refused = tellChange({}, parts);
    await rejects(makeKey(refused.changing, { ...seeded, roles }, fresh as never), refusal);
    deepEqual(refused.calls, []);
  }
  const inOrg = [{ groupId: null, role: "ORG_OWNER" }] as const;
  await rejects(
    makeKey(tellChange({}, strict).changing, { ...seeded, roles: inOrg }, fresh as never),
    above("ORG_OWNER", "o"),
  );
});

const secret = { secret: "mdb_sa_sk_secret", hash: "hash" } as never;

test("an account is made with its first secret, of which no event tells", async () => {
  const { changing, calls } = tellChange();
  const wanted = { orgId: "o", name: "ci", description: "builds", roles, id: accountId };
  const made = await makeAccount(changing, { ...wanted, secretExpiresAfterHours: 24 }, () => secret);
  const { secrets, ...kept } = made;
  deepEqual(kept, { ...wanted, createdAt: now });
  deepEqual(
    secrets.map(({ id, secret, expiresAt }) => [id, secret, expiresAt]),
    [["new", "mdb_sa_sk_secret", now + day]],
  );
  const [first] = secrets;
  const { secret: _, ...unshown } = first as { secret: string };
  deepEqual(calls, [
    ["serviceAccounts.mostSecretHours", "o"],
    ["serviceAccounts.add", kept],
    ["serviceAccounts.addSecret", accountId, unshown, "hash"],
    ["record", "SERVICE_ACCOUNT_CREATED", ofAccount],
    ["record", "SERVICE_ACCOUNT_ADDED_TO_GROUP", inGroup("p", ofAccount)],
    ["record", "SERVICE_ACCOUNT_ADDED_TO_GROUP", inGroup("q", ofAccount)],
  ]);
  const { id: __, ...unnamed } = wanted;
  equal((await makeAccount(changing, { ...unnamed, secretExpiresAfterHours: 24 }, () => secret)).id, "new");
  const short = tellChange({ "serviceAccounts.mostSecretHours": [8] });
  await rejects(
    makeAccount(short.changing, { ...wanted, secretExpiresAfterHours: 9 }, () => secret),
    {
      code: "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    },
  );
  await rejects(
    makeAccount(tellChange({}, strict).changing, { ...wanted, secretExpiresAfterHours: 9 }, () => secret),
    above("GROUP_OWNER", "p"),
  );
});

test("other roles take the place of those in one scope, with the event that tells who came or left", async () => {
  for (const [credential, groupId, after, type] of [
    [key, null, ["ORG_OWNER"], "API_KEY_ROLES_CHANGED"],
    [key, null, [], "API_KEY_ROLES_CHANGED"],
    [key, "q", ["GROUP_OWNER"], "API_KEY_ROLES_CHANGED"],
    [key, "r", ["GROUP_OWNER"], "API_KEY_ADDED_TO_GROUP"],
    [account, "q", [], "SERVICE_ACCOUNT_REMOVED_FROM_GROUP"],
  ] as const) {
    const { changing, calls } = tellChange();
    await changeRoles(changing, credential, groupId, after);
    const { orgId, details } = credential === key ? ofKey : ofAccount;
    deepEqual(calls, [
      ["grants.replace", credential.id, { orgId: "o", groupId }, after, now],
      ["record", type, groupId === null ? { orgId, details } : { groupId, details }],
    ]);
  }
  const same = tellChange();
  await changeRoles(same.changing, key, "p", ["GROUP_OWNER", "GROUP_READ_ONLY"]);
  deepEqual(same.calls, []);
  await rejects(
    changeRoles(tellChange({}, strict).changing, key, "r", ["GROUP_OWNER"]),
    above("GROUP_OWNER", "r"),
  );
  await rejects(changeRoles(tellChange({}, strict).changing, key, "p", []), above("GROUP_OWNER", "p"));
  await rejects(
    changeRoles(tellChange({}, strict).changing, key, null, ["ORG_OWNER"]),
    above("ORG_OWNER", "o"),
  );
});

test("who is removed takes secrets along, and owners hear of invitations that it made", async () => {
  const pending = {
    "orgs.find": [{ id: "o" }],
    "orgInvites.pending": [[]],
    "invites.pendingBy": (_orgId: string, name: string) =>
      name === "abcdefgh" || name === clientId ? [{}] : [],
  };
  const told = (targetUsername: string) => [
    "record",
    "INVITATIONS_OF_REMOVED_INVITER",
    { orgId: "o", targetUsername },
  ];
  const first = tellChange(pending);
  await removeCredential(first.changing, key);
  deepEqual(first.called("apiKeys.remove", "serviceAccounts.remove", "record"), [
    ["apiKeys.remove", "k"],
    ["record", "API_KEY_DELETED", ofKey],
    told("abcdefgh"),
  ]);
  const second = tellChange(pending);
  await removeCredential(second.changing, account);
  deepEqual(second.called("apiKeys.remove", "serviceAccounts.remove", "record"), [
    ["serviceAccounts.remove", accountId],
    ["record", "SERVICE_ACCOUNT_DELETED", ofAccount],
    ["record", "SERVICE_ACCOUNT_SECRET_DELETED", ofAccount],
    ["record", "SERVICE_ACCOUNT_SECRET_DELETED", ofAccount],
    told(clientId),
  ]);
  const refused = tellChange({}, strict);
  await rejects(removeCredential(refused.changing, key), above("GROUP_OWNER", "p"));
  deepEqual(refused.calls, []);
});

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
  const check = (grants: object[], parts: object = {}, holding: readonly object[] = roles) => {
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
  // Nothing is asked where it holds nothing elsewhere.
  const alone = check([], {}, roles.slice(0, 3));
  await alone.done;
  deepEqual(alone.called("grants.of"), []);
  await rejects(check([], strict, roles.slice(0, 3)).done, above("GROUP_OWNER", "p"));
});

test("another secret is made where there is one at most that still lives, and caps that one", async () => {
  const { changing, calls } = tellChange();
  const { secret: shown, ...made } = await makeSecret(changing, account, 24, secret);
  deepEqual([shown, made.id, made.expiresAt], ["mdb_sa_sk_secret", "new", now + 24 * hour]);
  deepEqual(calls, [
    ["serviceAccounts.mostSecretHours", "o"],
    ["serviceAccounts.capSecrets", accountId, now + 7 * day],
    ["serviceAccounts.addSecret", accountId, made, "hash"],
    ["record", "SERVICE_ACCOUNT_SECRET_ADDED", ofAccount],
  ]);
  const [living] = account.secrets;
  const full = { ...account, secrets: [...account.secrets, living] } as never;
  await rejects(makeSecret(changing, full, 24, secret), {
    code: "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED",
    parameters: [clientId, 2],
  });
});

test("a secret is removed with an event, if it is there", async () => {
  const { changing, calls } = tellChange({ "serviceAccounts.removeSecret": [true, false] });
  await removeSecret(changing, account, "s");
  deepEqual(calls, [
    ["serviceAccounts.removeSecret", accountId, "s"],
    ["record", "SERVICE_ACCOUNT_SECRET_DELETED", ofAccount],
  ]);
  await rejects(removeSecret(changing, account, "s"), {
    code: "SERVICE_ACCOUNT_SECRET_NOT_FOUND",
    parameters: [clientId, "s"],
  });
});
