// Proves which addresses count as one.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { networkOf, wideNetworkOf } from "./network.ts";

test("an address of version 4 is a network of its own, in either form", () => {
  fc.assert(
    fc.property(fc.ipV4(), (ip) => {
      equal(networkOf(ip), ip);
      equal(networkOf(`::ffff:${ip}`), ip);
    }),
  );
});

test("addresses of version 6 are one network by their first 64 bits", () => {
  equal(networkOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  equal(networkOf("2001:db8:1:2::1"), "2001:db8:1:2::/64");
  equal(networkOf("2001:db8:1:3::1"), "2001:db8:1:3::/64");
  equal(networkOf("fe80::1%eth0"), "fe80::/64");
});

test("a wide network is a /24 of version 4, in either form, or a /48 of version 6", () => {
  deepEqual(
    ["192.0.2.0", "192.0.2.255", "::ffff:192.0.2.7"].map(wideNetworkOf),
    Array(3).fill("192.0.2.0/24"),
  );
  equal(wideNetworkOf("192.0.3.0"), "192.0.3.0/24");
  deepEqual(["2001:db8:1::", "2001:db8:1:ffff::1"].map(wideNetworkOf), Array(2).fill("2001:db8:1::/48"));
  equal(wideNetworkOf("2001:db8:2::1"), "2001:db8:2::/48");
});

test("a text that is no address stays what it is", () => {
  for (const text of ["", "unknown", "localhost", "255", "32b6e34b3d91647abb20e7b8"]) {
    deepEqual([networkOf(text), wideNetworkOf(text)], [text, text]);
  }
});
