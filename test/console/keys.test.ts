// The pages of API keys and service accounts, as a person without script uses them.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, openBrowser, type Shown, startPages } from "../support/console.ts";
import { account, ids, keys } from "../support/world.ts";

const orgKeys = `/orgs/${ids.org}/keys`;
const groupKeys = `/projects/${ids.group}/keys`;
const orgApi = `/api/atlas/v2/orgs/${ids.org}`;
const groupApi = `/api/atlas/v2/groups/${ids.group}`;

/** Values that are shown this once, in the order of the page. */
const shownOnce = ({ html }: Shown) =>
  [...html.matchAll(/<output[^>]*>([^<]*)<\/output>/g)].map(([, value]) => value);

test("pages of API keys and service accounts", async (t) => {
  const stage = await startPages(t);
  const { call, get, visit } = stage;
  const owner = () => browse(stage, "owner@example.com");
  const keyOf = async (publicKey: string) => {
    const { results } = await get("listOrgApiKeys");
    return results.find((each: { publicKey: string }) => each.publicKey === publicKey);
  };
  const groupAccount = async () => (await call("getGroupServiceAccount")).json;

  await t.test("the keys of an organization lead to each of them", async () => {
    const { html } = await visit([
      orgKeys,
      200,
      /seeded orgowner [0-9a-f]{24} Organization Owner Never Not known now Open Delete/,
    ]);
    const { id } = await keyOf(keys.owner.publicKey);
    ok(html.includes(`href="${orgKeys}/${id}"`));
    await visit([
      `${orgKeys}?kind=accounts`,
      /ci seeded mdb_sa_id_0123456789abcdef01234567 Organization Owner/,
      { html: `href="/orgs/${ids.org}/service-accounts/${account.clientId}"` },
    ]);
  });

  await t.test(
    "a key and an account that own a project say so, beside their roles in the organization",
    async () => {
      await visit([
        orgKeys,
        /projownr [0-9a-f]{24} Organization Member Project Owner in payments Never/,
        /projread [0-9a-f]{24} Organization Member Project Read Only in payments Never/,
      ]);
      await get("inviteGroupServiceAccount", { body: { roles: ["GROUP_OWNER"] } });
      await visit([`${orgKeys}?kind=accounts`, /Organization Owner Project Owner in payments /]);
    },
  );

  await t.test("a member is shown the keys, and a note that accounts are not for the role", async () => {
    await visit(
      "member@example.com",
      [orgKeys, 200, /seeded orgowner/],
      [`${orgKeys}?kind=accounts`, /Your role cannot see service accounts\./],
    );
  });

  await t.test("who does not belong to the organization is shown nothing of it", async () => {
    await visit("other@example.com", [orgKeys, 401, /You do not belong to this organization\./]);
  });

  await t.test("somebody who is not signed in is sent to sign in, and back", async () => {
    const { status, to } = await openBrowser(stage).open(orgKeys);
    deepEqual({ status, to }, { status: 303, to: `/sign-in?next=${encodeURIComponent(orgKeys)}` });
  });

  await t.test("a new key is shown once, works, and is masked ever after", async () => {
    const made = await visit([orgKeys, "createKey", { desc: "nightly", keyRoles: ["ORG_READ_ONLY"] }, 200]);
    equal(made.headers["cache-control"], "no-store");
    const [publicKey = "", privateKey = ""] = shownOnce(made);
    match(made.text, /This is the only time it is shown\./);
    equal((await stage.as({ publicKey, privateKey }, { path: orgApi })).status, 200);
    const { id, desc, roles } = await keyOf(publicKey);
    deepEqual({ desc, roles }, { desc: "nightly", roles: [{ orgId: ids.org, roleName: "ORG_READ_ONLY" }] });
    await visit([
      `${orgKeys}/${id}`,
      { lacks: privateKey },
      new RegExp(`\\*{8}-\\*{4}-\\*{4}-${privateKey.slice(-12)}`),
    ]);
  });

  await t.test("a reload of the page with a new secret makes none, and says that it is gone", async () => {
    const count = async () => (await get("listOrgApiKeys")).totalCount;
    const before = await count();
    const made = await visit([orgKeys, "createKey", { desc: "nightly", keyRoles: ["ORG_READ_ONLY"] }]);
    const [publicKey = "", privateKey = ""] = shownOnce(made);
    for (const line of [
      `MONGODB_ATLAS_PRIVATE_API_KEY=${privateKey}`,
      `--user "${publicKey}:${privateKey}" --digest`,
      `export MONGODB_ATLAS_PUBLIC_API_KEY=${publicKey}`,
      `private_key = "${privateKey}"`,
    ]) {
      ok(made.text.includes(line), line);
    }
    await visit([`${orgKeys}/made`, 410, /^This secret has been shown/, { lacks: privateKey }]);
    equal(await count(), before + 1);
  });

  await t.test("what carries a new secret opens for its session alone, and for five minutes", async () => {
    const browser = owner();
    const token = /name="form" value="([^"]+)"/.exec((await visit(browser, [orgKeys])).html)?.[1] ?? "";
    const { status, headers } = await stage.send({
      method: "POST",
      path: orgKeys,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      body: String(
        new URLSearchParams({ form: token, do: "createKey", desc: "nightly", keyRoles: "ORG_READ_ONLY" }),
      ),
    });
    deepEqual([status, headers.location], [303, `${orgKeys}/made`]);
    const carried = /anteroom_once=([^;]+)/.exec(String(headers["set-cookie"]))?.[1] ?? "";
    const openAs = async (visitor: ReturnType<typeof owner>) => {
      visitor.cookies.set("anteroom_once", carried);
      return (await visitor.open(`${orgKeys}/made`)).status;
    };
    equal(await openAs(owner()), 410);
    equal(await openAs(browser), 200);
    stage.clock.set({ advance: "PT5M1S" });
    equal(await openAs(browser), 410);
  });

  await t.test("a key without a role is refused, and what was typed is kept", async () => {
    await visit([
      orgKeys,
      "createKey",
      { desc: 'a "quoted" <name>' },
      400,
      { html: 'value="a &quot;quoted&quot; &lt;name>"' },
      { html: /<dialog [^>]*open[^>]*><h2[^>]*>Create an API key/ },
    ]);
  });

  await t.test("a new service account is shown once and gets a token", async () => {
    const made = await visit([
      orgKeys,
      "createAccount",
      { name: "deploy", description: "Deploys", hours: "24", accountRoles: "ORG_MEMBER" },
      200,
    ]);
    const [clientId = "", secret = ""] = shownOnce(made);
    match(made.text, /It expires on 2026-08-11 03:04 UTC/);
    const reply = await stage.send({
      method: "POST",
      path: "/api/oauth/token",
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "grant_type=client_credentials",
    });
    equal(reply.status, 200);
  });

  await t.test("a secret that is to live too long is refused with the reason of the API", async () => {
    const fields = { name: "deploy", description: "Deploys", hours: "9000", accountRoles: "ORG_MEMBER" };
    await visit([orgKeys, "createAccount", fields, 400, { html: /name="hours"[^>]*value="9000"/ }]);
  });

  await t.test("key and account are deleted", async () => {
    const { id } = await keyOf(keys.reader.publicKey);
    await visit([orgKeys, "deleteKey", { id }, /Deleted seeded\./]);
    equal((await stage.as(keys.reader, { path: orgApi })).status, 401);
    await visit([orgKeys, "deleteAccount", { id: account.clientId }]);
    equal((await get("listOrgServiceAccounts")).totalCount, 0);
  });

  await t.test("a form that names nothing is refused as unknown", async () => {
    await visit([orgKeys, "deleteAccount", {}, 404], [orgKeys, "deleteKey", { id: ".." }, 404]);
  });

  await t.test("a key is described anew and given other roles", async () => {
    const { id } = await keyOf(keys.groupOwner.publicKey);
    const address = `${orgKeys}/${id}`;
    await visit([
      address,
      "save",
      { desc: "renamed", roles: ["ORG_READ_ONLY", "ORG_MEMBER"] },
      /^renamed projownr Activity Change .* Delete Saved\./,
      /Roles in projects Project Roles payments Project Owner/,
    ]);
    const { desc, roles } = await keyOf(keys.groupOwner.publicKey);
    deepEqual(
      { desc, roles },
      {
        desc: "renamed",
        roles: [
          { orgId: ids.org, roleName: "ORG_READ_ONLY" },
          { orgId: ids.org, roleName: "ORG_MEMBER" },
          { groupId: ids.group, roleName: "GROUP_OWNER" },
        ],
      },
    );
  });

  await t.test("several addresses are added to the list of a key, and a network removed", async () => {
    const { id } = await keyOf(keys.reader.publicKey);
    const address = `${orgKeys}/${id}`;
    await visit(
      [address, "addEntries", { addresses: "192.0.2.10\r\n198.51.100.0/24, 2001:db8::/32" }],
      [
        address,
        "removeEntry",
        { id: "198.51.100.0/24" },
        /Removed 198\.51\.100\.0\/24 from the access list\./,
      ],
    );
    const { results } = await get("listOrgApiKeyAccessListEntries", { params: { apiUserId: id } });
    const left = results.map(({ cidrBlock }: { cidrBlock: string }) => cidrBlock).sort();
    deepEqual(left, ["192.0.2.10/32", "2001:db8::/32"]);
  });

  await t.test("what is no address is refused, and kept in the form", async () => {
    const { id } = await keyOf(keys.reader.publicKey);
    await visit([
      `${orgKeys}/${id}`,
      "addEntries",
      { addresses: "192.0.2.10 nowhere" },
      400,
      { html: />192\.0\.2\.10 nowhere<\/textarea>/ },
    ]);
  });

  await t.test("a member cannot change the list of another's key", async () => {
    const { id } = await keyOf(keys.owner.publicKey);
    const member = browse(stage, "member@example.com");
    await visit(member, [
      `${orgKeys}/${id}`,
      "addEntries",
      { addresses: "192.0.2.10" },
      401,
      /Your role does not allow this\./,
    ]);
  });

  await t.test("an account is changed, gets a second secret, and loses the first", async () => {
    const address = `/orgs/${ids.org}/service-accounts/${account.clientId}`;
    await visit([
      address,
      "save",
      { name: "robot", description: "Builds", roles: "ORG_OWNER" },
      /^robot Builds Activity Change .* Delete Saved\./,
      /mdb_sa_sk_\.\.\.4567/,
    ]);
    const made = await visit([address, "addSecret", { hours: "2160" }]);
    const [, secret = ""] = shownOnce(made);
    match(secret, /^mdb_sa_sk_/);
    const [first, second] = (await get("getOrgServiceAccount")).secrets;
    await visit([
      address,
      "deleteSecret",
      { id: first.id },
      /The secret has been deleted\./,
      { lacks: /4567 2026/ },
      { text: second.maskedSecretValue },
      { lacks: secret },
    ]);
  });

  await t.test("a secret that has run out says so, by the clock of the rehearsal", async () => {
    const address = `/orgs/${ids.org}/service-accounts/${account.clientId}`;
    await visit([address, { lacks: /expired/ }]);
    stage.clock.set({ now: "2030-01-01T00:00:00Z" });
    await visit("owner@example.com", [address, { text: "expired" }]);
  });

  await t.test("an account is kept to addresses, and is in projects", async () => {
    const address = `/orgs/${ids.org}/service-accounts/${account.clientId}`;
    await visit(
      [groupKeys, "assignAccount", { clientId: account.clientId, assignedAccountRoles: "GROUP_READ_ONLY" }],
      [address, "addEntries", { addresses: "192.0.2.0/24 127.0.0.1" }],
      [
        address,
        "removeEntry",
        { id: "192.0.2.0/24" },
        /Roles in projects Project Roles payments Project Read Only/,
        /Actions 127\.0\.0\.1 now Remove/,
      ],
      [address, "delete", {}],
      [address, 404],
    );
  });

  await t.test("keys are made in a project, added to it, changed there, and taken out", async () => {
    const made = await visit([groupKeys, "createKey", { desc: "payments ci", keyRoles: "GROUP_OWNER" }]);
    const [publicKey = "", privateKey = ""] = shownOnce(made);
    equal((await stage.as({ publicKey, privateKey }, { path: groupApi })).status, 200);

    const { id } = await keyOf(keys.member.publicKey);
    await visit([
      groupKeys,
      "assignKey",
      { keyId: id, assignedKeyRoles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"] },
      /Added to the project\./,
      /seeded onlymemb [0-9a-f]{24} Read Only Cluster Manager Never Not known now Change roles Remove/,
    ]);

    const edit = `${groupKeys}?edit=${id}`;
    await visit(
      [edit, { html: /name="editedRoles" value="GROUP_READ_ONLY" checked/ }],
      [edit, "editKey", { id, editedRoles: "GROUP_READ_ONLY" }],
    );
    const inGroup = ({ groupId }: { groupId?: string }) => groupId !== undefined;
    deepEqual((await keyOf(keys.member.publicKey)).roles.filter(inGroup), [
      { groupId: ids.group, roleName: "GROUP_READ_ONLY" },
    ]);
    await visit([groupKeys, "removeKey", { id }]);
    deepEqual((await keyOf(keys.member.publicKey)).roles.filter(inGroup), []);
  });

  await t.test("accounts are made in a project, added to it, changed there, and taken out", async () => {
    const made = await visit([
      groupKeys,
      "createAccount",
      {
        name: "here",
        description: "Only here",
        hours: "8",
        accountRoles: "GROUP_READ_ONLY",
      },
    ]);
    match(shownOnce(made)[0] ?? "", /^mdb_sa_id_/);
    const { clientId } = account;
    await visit([groupKeys, "assignAccount", { clientId, assignedAccountRoles: "GROUP_OWNER" }]);
    deepEqual((await groupAccount()).roles, ["GROUP_OWNER"]);
    await visit([
      `${groupKeys}?edit=${clientId}`,
      "editAccount",
      {
        id: clientId,
        editedRoles: "GROUP_READ_ONLY",
      },
    ]);
    deepEqual((await groupAccount()).roles, ["GROUP_READ_ONLY"]);
    await visit([groupKeys, "removeAccount", { id: clientId }, /Removed [a-z]+ from the project\./]);
    equal((await groupAccount()).errorCode, "SERVICE_ACCOUNT_NOT_FOUND");
  });

  await t.test("long lists are paged, and stay under 100 kB", async () => {
    for (let made = 0; made < 45; made++) {
      const body = { desc: `key ${made}`, roles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"] };
      await get("createGroupApiKey", { as: "account", body });
    }
    const first = await visit([`${groupKeys}?size=25&q=key`]);
    ok(first.html.length < 100_000, String(first.html.length));
    match(first.text, /key 0 .*key 24 .*45 API keys Next/);
    const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    await visit(
      [next, /key 25 .*key 44 .*45 API keys Previous/, { html: /rel="prev" href="[^"]*size=25&amp;q=key/ }],
      [`${groupKeys}?role=GROUP_OWNER`, / 1 API key$/],
    );
  });

  await t.test("in Korean as well", async () => {
    await visit(browse(stage, "owner@example.com", "ko"), [
      orgKeys,
      { html: /<html lang="ko"/ },
      /^키 API 키 만들기/,
    ]);
  });
});
