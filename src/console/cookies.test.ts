import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { createKeyring } from "../core/secrets/keyring.ts";
import { readCookies, sealCookie, unsealCookie, writeCookie } from "./cookies.ts";

test("over TLS a cookie is its own host's, by the name that browsers hold it to", () => {
  equal(
    writeCookie("anteroom_session", "x", { secure: true }),
    "__Host-anteroom_session=x; Path=/; HttpOnly; Secure; SameSite=Lax",
  );
  equal(
    writeCookie("anteroom_session", "x", { secure: false }),
    "anteroom_session=x; Path=/; HttpOnly; SameSite=Lax",
  );
});

test("over TLS a cookie that a sibling domain may have planted is not read", () => {
  const header = "anteroom_session=planted; __Host-anteroom_session=own; anteroom_form=planted";
  deepEqual(readCookies(header, true), { anteroom_session: "own" });
  equal(readCookies("anteroom_session=own", false).anteroom_session, "own");
});

test("a sealed cookie is read by the server alone, and as the one it is", () => {
  const keyring = createKeyring(Buffer.from("a master secret of some length"));
  const sealed = sealCookie(keyring, "anteroom_done", "Ada, removed");
  ok(!Buffer.from(sealed, "base64url").toString().includes("Ada"));
  equal(unsealCookie(keyring, "anteroom_done", sealed), "Ada, removed");
  equal(sealCookie(keyring, "anteroom_done", ""), "", "an empty one deletes the cookie");
  for (const other of [undefined, "", "Ada, removed", keyring.seal("anteroom_don=x")]) {
    equal(unsealCookie(keyring, "anteroom_done", other), undefined);
  }
  equal(unsealCookie(keyring, "anteroom_other", sealed), undefined);
});
