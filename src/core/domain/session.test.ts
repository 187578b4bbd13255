// Tests how long a session lasts, and the names of browsers.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { hour, minute } from "./instant.ts";
import { browserName, recentSignIn, sessionExpiry, useInterval } from "./session.ts";

test("a session lasts an hour from its last use, and twelve hours in all", () => {
  equal(sessionExpiry(0, 0), hour);
  equal(sessionExpiry(0, 5 * hour), 6 * hour);
  equal(sessionExpiry(0, 11.5 * hour), 12 * hour);
  equal(useInterval, 5 * minute);
  equal(recentSignIn, 15 * minute);
});

test("a browser is called by its name and system, as it says them", () => {
  const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  const names = {
    [`${windows} ${webkit} Chrome/141.0.0.0 Safari/537.36`]: "Chrome, Windows",
    [`${windows} ${webkit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`]: "Edge, Windows",
    [`${windows} ${webkit} Chrome/141.0.0.0 Safari/537.36 OPR/120.0.0.0`]: "Opera, Windows",
    "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0": "Firefox, Linux",
    [`Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/141.0.0.0 Mobile Safari/537.36`]: "Chrome, Android",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15":
      "Safari, macOS",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.0.0 Mobile/15E148 Safari/604.1":
      "Chrome, iOS",
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Whale/4.3 Safari/537.36`]: "Whale, ChromeOS",
    [`Mozilla/5.0 (Linux; Android 13) ${webkit} SamsungBrowser/28.0 Safari/537.36`]:
      "Samsung Internet, Android",
    "curl/8.14.1": "curl/8.14.1",
    [`odd ${"x".repeat(200)}`]: `odd ${"x".repeat(36)}`,
    "": "",
  };
  for (const [userAgent, name] of Object.entries(names)) equal(browserName(userAgent), name);
});
