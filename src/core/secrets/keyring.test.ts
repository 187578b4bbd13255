// Tests of seals, signatures and hashes: what opens them, and what does not.
import { deepEqual, equal, notEqual, throws } from "node:assert/strict";
import { createDecipheriv } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from "jose";
import { createKeyring, digestVerifier, hashSecret, sameText } from "./keyring.ts";

const master = Buffer.alloc(32, 1);
const keyring = createKeyring(master);
/** Creates a keyring with an empty cache, as after a restart. */
const again = () => createKeyring(master);
const other = createKeyring(Buffer.alloc(32, 2));

test("what is sealed opens with the same master secret, and with no other", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const sealed = keyring.seal(text);
      equal(again().unseal(sealed), text);
      equal(keyring.unseal(sealed), text);
      throws(() => other.unseal(sealed), /does not open/);
    }),
    { numRuns: 30 },
  );
});

test("one text is sealed differently every time", () => {
  notEqual(keyring.seal("text"), keyring.seal("text"));
});

test("a seal is AES-256-GCM under the key of its purpose: 12 bytes of nonce, 16 of the tag, and the text", () => {
  const bytes = Buffer.from(keyring.seal("text"), "base64url");
  const [key] = keyring.derive("seal");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  equal(decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8"), "text");
});

test("a seal that was changed in any byte, or cut, does not open", () => {
  for (const text of ["text", ""]) {
    const bytes = Buffer.from(keyring.seal(text), "base64url");
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      throws(() => keyring.unseal(changed.toString("base64url")), /does not open/, `byte ${at}`);
      throws(
        () => keyring.unseal(bytes.subarray(0, at).toString("base64url")),
        /does not open/,
        `${at} bytes`,
      );
    }
  }
});

const claims = {
  id: "a".repeat(24),
  clientId: "mdb_sa_id_x",
  secretHash: "f".repeat(64),
  orgId: "b".repeat(24),
  issuedAt: 1_000_000_999,
  expiresAt: 1_003_600_999,
};

test("a token is read by the keyring that signed it, whatever its age, to the second", async () => {
  const token = await keyring.signToken(claims);
  const { issuedAt: _, ...read } = { ...claims, expiresAt: 1_003_600_000 };
  deepEqual(await again().readToken(token), read);
  deepEqual(await keyring.readToken(token), read);
  deepEqual(await keyring.readToken(token), read);
  equal(await other.readToken(token), undefined);
});

test("a token that brings or names a key of its own is not read", async () => {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const own = { jti: claims.id, exp: 2e9 };
  const jwk = await exportJWK(publicKey);
  for (const header of [{ jwk }, { jku: "https://example.com/keys" }, { kid: "own" }]) {
    const token = new SignJWT(own).setProtectedHeader({ alg: "ES256", ...header });
    equal(await keyring.readToken(await token.sign(privateKey)), undefined);
  }
  const secret = Buffer.alloc(32, 3);
  const k = secret.toString("base64url");
  const symmetric = new SignJWT(own).setProtectedHeader({ alg: "HS256", jwk: { kty: "oct", k } as JWK });
  equal(await keyring.readToken(await symmetric.sign(secret)), undefined);
});

test("a token that is damaged, unsigned or signed in another way is not read", async () => {
  const token = await keyring.signToken(claims);
  const [head = "", body = "", signature = ""] = token.split(".");
  const forged = Buffer.from(JSON.stringify({ jti: "b".repeat(24), exp: 2e9 })).toString("base64url");
  // The claims of a valid token, signed with the correct key.
  const said = JSON.parse(Buffer.from(body, "base64url").toString());
  const longer = new SignJWT(said).setProtectedHeader({ alg: "HS512" });
  for (const text of [
    "",
    "token",
    `${head}.${body}`,
    `${head}.${body}.`,
    `${head}.${forged}.${signature}`,
    `${token}x`,
    new UnsecuredJWT({ jti: claims.id, exp: 2e9 }).encode(),
    // This is the form from before tokens named their secret.
    await new SignJWT({ jti: claims.id, exp: 2e9 })
      .setProtectedHeader({ alg: "HS256" })
      .sign(keyring.derive("access-token")[0]),
    await longer.sign(keyring.derive("access-token")[0]),
  ]) {
    equal(await keyring.readToken(text), undefined, text);
  }
});

test("tokens of people have another key than those of service accounts", async () => {
  const line = { id: "a".repeat(24), username: "ada@example.com", clientId: "c", createdAt: 1e12 };
  const token = await keyring.people.signAccess({ ...line, issuedAt: 1e12, expiresAt: 2e12 });
  const [head = "", body = ""] = token.split(".");
  const [header, said] = [head, body].map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
  const sign = (purpose: string) =>
    new SignJWT(said).setProtectedHeader(header).sign(keyring.derive(purpose)[0]);
  equal((await keyring.people.readAccess(await sign("person-token")))?.username, line.username);
  equal(await keyring.people.readAccess(await sign("access-token")), undefined);
});

test("each purpose has a key of its own, the same for the same master secret", () => {
  deepEqual(keyring.derive("x"), again().derive("x"));
  notEqual(keyring.derive("x")[0].toString("hex"), keyring.derive("y")[0].toString("hex"));
  notEqual(keyring.derive("x")[0].toString("hex"), other.derive("x")[0].toString("hex"));
  equal(keyring.derive("x")[0].length, 32);
});

test("what the previous master secret made is good while it is given, and nothing more is made with it", async () => {
  const changing = createKeyring(Buffer.alloc(32, 2), master);
  equal(changing.unseal(keyring.seal("text")), "text");
  deepEqual(
    await changing.readToken(await keyring.signToken(claims)),
    await keyring.readToken(await keyring.signToken(claims)),
  );
  equal(other.unseal(changing.seal("text")), "text");
  throws(() => keyring.unseal(changing.seal("text")), /does not open/);
  equal(await keyring.readToken(await changing.signToken(claims)), undefined);
  deepEqual(changing.derive("x"), [other.derive("x")[0], keyring.derive("x")[0]]);
});

test("texts are the same exactly when they are equal", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => equal(sameText(a, b), a === b)));
  fc.assert(fc.property(fc.string(), (a) => equal(sameText(a, `${a}`), true)));
  equal(sameText("é", "e\u0301"), false);
});

test("hashes are those of the standards", () => {
  equal(hashSecret("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  equal(digestVerifier("abcdefgh", "secret"), "aeb7d4450bc463b4ae235889101c1fed");
});
