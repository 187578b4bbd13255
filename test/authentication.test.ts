// Tests authentication: digest answers, access tokens, access lists, and what comes before roles are checked.
import { deepEqual, equal, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { createAnteroom } from "../src/testing/embedded.ts";
import { assertChallenge, assertTokenRefused } from "./support/challenges.ts";
import { deleteCredential } from "./support/dump.ts";
import { engines, skipReason } from "./support/engines.ts";
import { startFrozen } from "./support/frozen.ts";
import { groupPath, groupsPath } from "./support/groups.ts";
import { invitesPath, readers } from "./support/invites.ts";
import { assertInvalidClient, requestToken } from "./support/oauth.ts";
import { pluck } from "./support/pluck.ts";
import { assertRefusal, refusal } from "./support/stage.ts";
import { createStorage } from "./support/storage.ts";
import {
  account,
  digest,
  ids,
  invited,
  keys,
  nonceOf,
  type Reply,
  type Sending,
  seed,
  send,
  startWorld,
  v2023,
} from "./support/world.ts";

const path = invitesPath;
const get = { path, headers: { accept: v2023 } };
const patch = {
  method: "PATCH",
  path,
  headers: { accept: v2023, "content-type": "application/json" },
  body: { username: invited, roles: readers },
};

const authorized = (sending: Sending, authorization: string): Sending => ({
  ...sending,
  headers: { ...sending.headers, authorization },
});
const challengeOf = async (base: string) => nonceOf(await send(base, { path }));
const answering = (nonce: string, count = 1, key: (typeof keys)["owner"] = keys.owner) =>
  digest(key, { method: "GET", uri: path, nonce, count });

for (const engine of engines) {
  const skip = skipReason(engine);

  test(`${engine}: digest`, { skip }, async (t) => {
    const { world, storage } = await startFrozen(t, engine);
    const asking = (authorization: string) => world.send(authorized(get, authorization));
    const nonce = () => challengeOf(world.url);

    await t.test("200 for the right key, on one nonce as often as the count grows", async () => {
      const fresh = await nonce();
      for (const count of [1, 2, 3]) equal((await asking(answering(fresh, count))).status, 200);
    });

    await t.test("401 and the same challenge, whatever is wrong", async (t) => {
      const right = answering(await nonce());
      const wrong: Record<string, Reply> = {
        "no credentials": await world.send(get),
        "a wrong private key": await asking(
          answering(await nonce(), 1, { ...keys.owner, privateKey: "wrong" }),
        ),
        "another method": await world.send(authorized({ ...patch }, right)),
      };
      const headers: Record<string, string> = {
        "another scheme": `Basic ${btoa(`${keys.owner.publicKey}:${keys.owner.privateKey}`)}`,
        "letters that are not ASCII": right.replace("orgowner", "\u00e9\u00ff"),
        "endless letters": `Digest ${"a".repeat(8000)}`,
      };
      for (const [what, authorization] of Object.entries(headers)) wrong[what] = await asking(authorization);

      for (const [what, reply] of Object.entries(wrong)) {
        await t.test(what, () => assertChallenge(reply));
      }
      const nonces = new Set(Object.values(wrong).map(nonceOf));
      equal(nonces.size, Object.keys(wrong).length, "each challenge has a nonce of its own");
      equal((await asking(right)).status, 200, "the right answer is still unused");
    });

    await t.test("401 with stale=true after five minutes, and 200 with its nonce", async () => {
      const old = await nonce();
      world.clock.set({ advance: "PT4M59S" });
      equal((await asking(answering(old, 1))).status, 200);
      world.clock.set({ advance: "PT1S" });
      const reply = await asking(answering(old, 2));
      assertChallenge(reply, { stale: true });
      notEqual(nonceOf(reply), old);
      equal((await asking(answering(nonceOf(reply)))).status, 200);
    });

    await t.test("one of 20 that use one count at once is let in, and changes the store once", async () => {
      const authorization = digest(keys.owner, { method: "PATCH", uri: path, nonce: await nonce() });
      const count = async () => {
        const [row] = (await storage.rows("select count(*) as count from events")) as { count: number }[];
        return row?.count ?? 0;
      };
      const before = await count();
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => world.send(authorized(patch, authorization))),
      );
      const refused = replies.filter(({ status }) => status !== 200);
      equal(refused.length, 19);
      for (const reply of refused) assertChallenge(reply, { stale: true });
      equal((await count()) - before, 1);
    });

    await t.test("20 counts at once are all let in", async () => {
      const fresh = await nonce();
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, index) => asking(answering(fresh, index + 1))),
      );
      deepEqual(
        pluck(replies, "status"),
        replies.map(() => 200),
      );
    });

    await t.test("401 from the next request on when the key was revoked", async () => {
      const fresh = await nonce();
      equal((await asking(answering(fresh, 1, keys.reader))).headers["x-error-code"], "USER_UNAUTHORIZED");
      await deleteCredential(storage, keys.reader.publicKey);
      assertChallenge(await asking(answering(fresh, 2, keys.reader)));
    });
  });

  test(`${engine}: a digest answer that was used stays used after a restart`, { skip }, async (t) => {
    const storage = await createStorage(t, engine);
    const secret = "the same before and after";
    const first = await createAnteroom({ seed, secret, ...storage.options });
    const authorization = answering(await challengeOf(first.url));
    equal((await send(first.url, authorized(get, authorization))).status, 200);
    await first.close();
    const second = await createAnteroom({ secret, ...storage.options });
    t.after(() => second.close());
    const reply = await send(second.url, authorized(get, authorization));
    assertChallenge(reply, { stale: true });
    equal((await send(second.url, authorized(get, answering(nonceOf(reply))))).status, 200);
  });

  test(`${engine}: bearer`, { skip }, async (t) => {
    const { world, storage } = await startFrozen(t, engine);

    await t.test("200 with a token, as often as it is sent, in any case of the scheme", async () => {
      const token = await world.token();
      for (const scheme of ["Bearer", "bearer", "BEARER"]) {
        equal((await world.send(authorized(get, `${scheme} ${token}`))).status, 200);
      }
    });

    await t.test("401 for what is no token, or not one of this server", async (t) => {
      const other = await startWorld(t);
      for (const [what, sent] of Object.entries({
        nothing: "",
        garbage: "garbage",
        "another server's": await other.token(),
        "a client secret": account.clientSecret,
      })) {
        await t.test(what, async () => {
          const reply = await world.bearing(sent, { path });
          assertTokenRefused(reply, "The access token was not issued here or is damaged.");
        });
      }
    });

    await t.test("401 from the next request on for a deleted account, and no new tokens", async () => {
      const token = await world.token();
      equal((await world.bearing(token, { path })).status, 200);
      await deleteCredential(storage, account.clientId);
      const reply = await world.bearing(token, { path });
      const gone = "The access token was revoked, or its service account or secret was deleted.";
      assertTokenRefused(reply, gone);
      assertInvalidClient(await requestToken(world));
      // Nothing else that is wrong with a request comes before it, nor tells what is there.
      const json = { "content-type": "application/json" };
      for (const spoiled of [
        { path, headers: { accept: "text/html" } },
        { path: `${path}?envelope=maybe` },
        { path: `${groupsPath}/${"0".repeat(24)}/invites` },
        { path: "/api/atlas/v2/nothing" },
        { ...patch, body: { username: 1 } },
        { ...patch, body: { username: invited, roles: ["NONE"] } },
        { ...patch, headers: { "content-type": "text/plain" } },
        { ...patch, headers: json, body: { username: "x".repeat(100_000) } },
      ]) {
        assertTokenRefused(await world.bearing(token, spoiled), gone);
      }
    });
  });

  test(`${engine}: access lists`, { skip }, async (t) => {
    const listed = { publicKey: "listedky", privateKey: "00000000-0000-4000-8000-listedky0000" };
    const unlisted = { publicKey: "unlisted", privateKey: "00000000-0000-4000-8000-unlisted0000" };
    const mapped = { publicKey: "mappedky", privateKey: "00000000-0000-4000-8000-mappedky0000" };
    const strict = "c0123456789abcdef012345c";
    const { world } = await startFrozen(t, engine, {
      seed: {
        orgs: [
          ...seed.orgs.filter(({ id }) => id === ids.otherOrg),
          {
            id: ids.org,
            name: "Acme",
            apiKeys: [
              { ...keys.elsewhere, roles: ["ORG_OWNER"], accessList: ["192.0.2.0/24", "2001:db8::1"] },
            ],
            groups: [{ id: ids.group, name: "payments" }],
          },
          {
            id: strict,
            name: "Strict",
            settings: { apiAccessListRequired: true },
            apiKeys: [
              { ...listed, roles: ["ORG_OWNER"], accessList: ["127.0.0.0/8"] },
              { ...mapped, roles: ["ORG_OWNER"], accessList: ["2001:db8::/32", "127.0.0.1"] },
              { ...unlisted, roles: ["ORG_OWNER"] },
            ],
            serviceAccounts: [
              { clientId: account.clientId, secret: account.clientSecret, roles: ["ORG_OWNER"] },
            ],
          },
        ],
      },
    });
    const strictOrg = { path: `/api/atlas/v2/orgs/${strict}` };
    const listRequired = {
      status: 403,
      errorCode: "ORG_REQUIRES_ACCESS_LIST",
      detail: "This organization requires access through an access list of ip ranges.",
      parameters: ["127.0.0.1"],
    };

    await t.test("200 from an address on the list", async () => {
      for (const key of [listed, mapped]) equal((await world.as(key, strictOrg)).status, 200);
    });

    await t.test("403 IP_ADDRESS_NOT_ON_ACCESS_LIST from another", async () => {
      const notListed = refusal("IP_ADDRESS_NOT_ON_ACCESS_LIST", ["127.0.0.1"]);
      assertRefusal(await world.as(keys.elsewhere, { path: groupPath }), notListed);
      const forwarded = { path: groupPath, headers: { "x-forwarded-for": "192.0.2.1" } };
      assertRefusal(await world.as(keys.elsewhere, forwarded), notListed);
    });

    await t.test("403 ORG_REQUIRES_ACCESS_LIST without the list that the organization wants", async () => {
      assertRefusal(await world.as(unlisted, strictOrg), listRequired);
    });

    await t.test("200 for a token from anywhere, 403 when it is used", async () => {
      assertRefusal(await world.bearing(await world.token(), strictOrg), listRequired);
    });

    await t.test("200 without a list where the organization wants none", async () => {
      equal((await world.as(keys.stranger, { path: groupsPath })).status, 200);
    });

    await t.test("401 for wrong credentials, before the list is looked at", async () => {
      assertChallenge(await world.as({ ...unlisted, privateKey: "wrong" }, strictOrg));
      assertChallenge(await world.as({ ...keys.elsewhere, privateKey: "wrong" }, { path: groupPath }));
    });

    await t.test("403 before anything else of the request is looked at", async () => {
      const bad = { path: `${groupsPath}/xyz/invites?pretty=maybe`, headers: { accept: "text/html" } };
      equal((await world.as(unlisted, bad)).headers["x-error-code"], "ORG_REQUIRES_ACCESS_LIST");
      const reply = await world.bearing(await world.token(), bad);
      equal(reply.headers["x-error-code"], "ORG_REQUIRES_ACCESS_LIST");
    });
  });

  test(`${engine}: doors`, { skip }, async (t) => {
    const { world } = await startFrozen(t, engine);
    await t.test("401 for a stranger to an organization, 404 where there is none", async () => {
      const org = { path: `/api/atlas/v2/orgs/${ids.org}` };
      const { headers } = await world.as(keys.stranger, org);
      equal(headers["x-error-code"], "USER_CANNOT_ACCESS_ORG");
      equal((await world.as(keys.member, org)).status, 200);
      const nowhere = { path: `/api/atlas/v2/orgs/${ids.missing}` };
      equal((await world.as(keys.owner, nowhere)).headers["x-error-code"], "ORG_NOT_FOUND");
    });
  });
}

test("postgres: two servers", { skip: skipReason("postgres") }, async (t) => {
  const { options } = await createStorage(t, "postgres");
  const secret = "shared by both";
  const one = await createAnteroom({ seed, secret, ...options });
  const two = await createAnteroom({ secret, ...options });
  t.after(() => Promise.all([one.close(), two.close()]));

  await t.test("one of 20 that use one count at once on both is let in", async () => {
    const authorization = answering(await challengeOf(one.url));
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        send(index % 2 === 0 ? one.url : two.url, authorized(get, authorization)),
      ),
    );
    equal(replies.filter(({ status }) => status === 200).length, 1);
    for (const reply of replies) if (reply.status !== 200) assertChallenge(reply, { stale: true });
  });
});
