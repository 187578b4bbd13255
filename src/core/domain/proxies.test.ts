import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { isTrusted, readAddress, readProxies } from "./proxies.ts";

test("proxies are a number of hops, or addresses and networks", () => {
  equal(readProxies("1"), 1);
  equal(readProxies("0"), 0);
  equal(readProxies("10"), 10);
  deepEqual(readProxies("10.0.0.0/8, 192.0.2.7,2001:db8::/32"), [
    "10.0.0.0/8",
    "192.0.2.7/32",
    "2001:db8::/32",
  ]);
  for (const text of ["", "11", "-1", "1.5", "loopback", "10.0.0.0/33", "10.0.0.0/8,", "1,10.0.0.0/8"]) {
    equal(readProxies(text), undefined, text);
  }
});

test("an address is read without the port that some proxies add, and nothing else is read for one", () => {
  equal(readAddress("192.0.2.1"), "192.0.2.1");
  equal(readAddress("192.0.2.1:40312"), "192.0.2.1");
  equal(readAddress("2001:db8::1"), "2001:db8::1");
  equal(readAddress("[2001:db8::1]:443"), "2001:db8::1");
  equal(readAddress("[2001:db8::1]"), "2001:db8::1");
  for (const text of [
    "",
    "unknown",
    "_hidden",
    "192.0.2",
    "192.0.2.1:x",
    "fe80::1%eth0",
    "[192.0.2.1",
    "::1:",
  ]) {
    equal(readAddress(text), undefined, text);
  }
});

test("hops are counted from the server, and networks are looked at; who cannot be read is trusted in neither", () => {
  equal(isTrusted(1, "198.51.100.1", 0), true);
  equal(isTrusted(1, "198.51.100.1", 1), false);
  equal(isTrusted(2, "unknown", 1), false);
  equal(isTrusted(["10.0.0.0/8"], "10.1.2.3", 5), true);
  equal(isTrusted(["10.0.0.0/8"], "::ffff:10.1.2.3", 0), true);
  equal(isTrusted(["10.0.0.0/8"], "11.1.2.3", 0), false);
  equal(isTrusted(["10.0.0.0/8", "192.0.2.7/32"], "192.0.2.7", 0), true);
  equal(isTrusted(["10.0.0.0/8"], "garbage", 0), false);
});
