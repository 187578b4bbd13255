// Which addresses count as one network.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { networkOf } from "./session.ts";

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

test("a text that is no address stays what it is", () => {
  for (const text of ["", "unknown", "localhost"]) equal(networkOf(text), text);
});
