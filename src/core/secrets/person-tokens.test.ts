// Tests of tokens of people: each is accepted as its own kind, for its own audience, and as nothing else.
import { deepEqual, equal, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { SignJWT, UnsecuredJWT } from "jose";
import { createKeyring } from "./keyring.ts";

const [old, master] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const { people, signToken } = createKeyring(master);
const id = "a".repeat(24);
const times = { createdAt: 1_000_000_999, expiresAt: 1_003_600_999 };
const line = { id, username: "owner@example.com", clientId: "cli", ...times };
const access = { ...line, issuedAt: 1_000_000_999 };
const read = { ...line, createdAt: 1_000_000_000, expiresAt: 1_003_600_000 };

test("an access token is read whatever its age, to the second, and a refresh token by its generation", async () => {
  for (let time = 0; time < 2; time++) {
    deepEqual(await people.readAccess(await people.signAccess(access)), read);
    const refresh = await people.signRefresh({ ...line, generation: 7 });
    deepEqual(await people.readRefresh(refresh), { ...read, generation: 7 });
    equal(refresh, await people.signRefresh({ ...line, generation: 7 }));
    notEqual(refresh, await people.signRefresh({ ...line, generation: 8 }));
  }
});

test("neither is taken for the other, nor for the token of a service account", async () => {
  const tokens = [await people.signAccess(access), await people.signRefresh({ ...line, generation: 0 })];
  const account = await signToken({
    id,
    clientId: "mdb_sa_id_x",
    secretHash: "b",
    orgId: undefined,
    issuedAt: 1000,
    expiresAt: 2000,
  });
  equal(await people.readRefresh(tokens[0] ?? ""), undefined);
  equal(await people.readAccess(tokens[1] ?? ""), undefined);
  for (const token of tokens) {
    equal(people.looksLikeOne(token), true);
    equal(await createKeyring(master).readToken(token), undefined);
  }
  equal(people.looksLikeOne(account), false);
  equal(await people.readAccess(account), undefined);
});

test("one that is changed, unsigned or of another master secret is not read", async () => {
  const token = await people.signAccess(access);
  const [head = "", body = "", signature = ""] = token.split(".");
  const claims = { sid: id, aud: "access", exp: 2e9 };
  const unsigned = new UnsecuredJWT(claims).encode();
  const [key] = createKeyring(master).derive("person-token");
  const otherwise = await new SignJWT(claims).setProtectedHeader({ alg: "HS512" }).sign(key);
  for (const text of [
    "",
    "token",
    `${head}.${body}.`,
    `${head}.${body}.${signature}x`,
    unsigned,
    otherwise,
  ]) {
    equal(await people.readAccess(text), undefined, text);
  }
  equal(await createKeyring(old).people.readAccess(token), undefined);
});

test("while the master secret is replaced, those of the previous one are read, and not made", async () => {
  const before = await createKeyring(old).people.signAccess(access);
  const both = createKeyring(master, old).people;
  deepEqual(await both.readAccess(before), read);
  equal(await both.signAccess(access), await people.signAccess(access));
});
