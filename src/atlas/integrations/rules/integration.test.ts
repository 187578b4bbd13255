// Tests how secrets of integrations are shown, and which are kept.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import { mask } from "../../../core/domain/mask.ts";
import { chooseIntegration } from "./integration.ts";

const fourDigits = "51c0ef87e9951c3e147accf0e12101";

test("a secret shows its last four characters; an address its host as well, as recorded", () => {
  equal(mask("00000000000000000000000000000022"), "****************************0022");
  equal(mask(fourDigits), `${"*".repeat(26)}2101`);
  equal(mask(`https://example.com/${fourDigits}`), "https://example.com/****2101");
  for (const short of ["a", "abcd"]) equal(mask(short), "*".repeat(short.length));
});

test("of an address with a name and a password neither is shown, nor what only looks like its host", () => {
  const shown = "https://****@example.net/****hook";
  for (const user of ["user:SEKRET", "SEKRET", ":SEKRET", "user:SEK%2FRET", "user:SEK@RET"]) {
    equal(mask(`https://${user}@example.net/hook`), shown);
  }
  equal(mask(shown), shown);
  for (const other of [
    "https://user:SEKRET@example.net",
    "https://example.net?key=SEKRET/abcdefgh",
    "https://example.net#SEKRET/abcdefgh",
    "https://user:SEK\\RET@example.net/abcdefgh",
  ]) {
    equal(mask(other), other.slice(-4).padStart(other.length, "*"));
  }
});

test("a secret that comes back masked stays, another one takes its place", () => {
  const first = chooseIntegration(
    "WEBHOOK",
    { url: "https://a.example/abcdef", secret: "abcdef" },
    undefined,
    fault,
  );
  const again = chooseIntegration("WEBHOOK", { ...first.shown, secret: "ghijkl" }, first, fault);
  deepEqual(again.secrets, { url: "https://a.example/abcdef", secret: "ghijkl" });
  const prometheus = { enabled: true, password: "abcdef", serviceDiscovery: "http", username: "app" };
  const hidden = chooseIntegration("PROMETHEUS", prometheus, undefined, fault);
  equal("password" in hidden.shown, false);
  const { password: _unsent, ...unchanged } = prometheus;
  deepEqual(chooseIntegration("PROMETHEUS", unchanged, hidden, fault).secrets, { password: "abcdef" });
  throws(() => chooseIntegration("PROMETHEUS", unchanged, undefined, fault), { code: "MISSING_ATTRIBUTE" });
});
