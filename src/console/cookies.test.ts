import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { readCookies, writeCookie } from "./cookies.ts";

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
