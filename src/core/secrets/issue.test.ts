// Tests of fresh credentials, and of device texts that are verified later.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { createIssue } from "./issue.ts";
import { createKeyring, digestVerifier, hashSecret } from "./keyring.ts";

const keyring = createKeyring(Buffer.alloc(32, 1));
const issue = createIssue(keyring);

test("an API key is kept as the verifier of its private key, sealed", () => {
  const { publicKey, privateKey, sealedVerifier } = issue.apiKey();
  match(publicKey, /^[a-z]{8}$/);
  match(privateKey, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  equal(keyring.unseal(sealedVerifier), digestVerifier(publicKey, privateKey));
});

test("secrets and tokens are kept as their hash", () => {
  const { secret, hash } = issue.clientSecret();
  match(secret, /^mdb_sa_sk_[\w-]{40}$/);
  equal(hash, hashSecret(secret));
  const token = issue.token();
  match(token.token, /^[\w-]{43}$/);
  equal(token.hash, issue.hashOf(token.token));
});

test("nothing is issued twice", () => {
  notEqual(issue.apiKey().privateKey, issue.apiKey().privateKey);
  notEqual(issue.clientSecret().secret, issue.clientSecret().secret);
  notEqual(issue.token().token, issue.token().token);
  notEqual(issue.device("u"), issue.device("u"));
});

test("a device text names its person", () => {
  for (const userId of ["65f0c1a2e7d344b6a9c810e2", ""]) equal(issue.ownerOf(issue.device(userId)), userId);
});

test("other texts name nobody: those of others, those sealed for another purpose, and other spellings", () => {
  const device = issue.device("u");
  const others = createIssue(createKeyring(Buffer.alloc(32, 2)));
  const respelled = [`${device}=`, `${device} `, `.${device}`, device.slice(0, -1), ""];
  deepEqual(
    [others.device("u"), keyring.seal("u"), keyring.seal("devic"), ...respelled].map(issue.ownerOf),
    Array(8).fill(undefined),
  );
});
