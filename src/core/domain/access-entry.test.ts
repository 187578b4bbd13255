// Tests of addresses and networks on access lists: how they are written, and what they contain.
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { BlockList } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import { chooseEntries, covers, entryName, readEntry, singleAddress, toCidr } from "./access-entry.ts";

const v4 = fc.ipV4();
const v6 = fc.ipV6();
const entry = fc.oneof(
  v4,
  v6,
  fc.tuple(v4, fc.nat(32)).map(([host, bits]) => `${host}/${bits}`),
  fc.tuple(v6, fc.nat(128)).map(([host, bits]) => `${host}/${bits}`),
);

test("an entry is written in one way", () => {
  for (const [text, cidr] of [
    ["192.0.2.1", "192.0.2.1/32"],
    ["192.0.2.0/24", "192.0.2.0/24"],
    ["192.0.2.0/024", "192.0.2.0/24"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1/128"],
    ["2001:db8::/32", "2001:db8::/32"],
    ["::", "::/128"],
    ["::/0", "::/0"],
  ] as const) {
    equal(toCidr(text), cidr, text);
  }
});

test("a mapped address or network of version 4 is one of version 4", () => {
  for (const [text, cidr] of [
    ["::ffff:192.0.2.1", "192.0.2.1/32"],
    ["::ffff:c000:201", "192.0.2.1/32"],
    ["::ffff:192.0.2.1/128", "192.0.2.1/32"],
    ["::ffff:10.0.0.0/104", "10.0.0.0/8"],
    ["::ffff:0:0/96", "0.0.0.0/0"],
    // Shorter prefixes contain more than the mapped addresses.
    ["::ffff:0:0/95", "::ffff:0:0/95"],
  ] as const) {
    equal(toCidr(text), cidr, text);
  }
  ok(covers(toCidr("::ffff:10.0.0.0/104") ?? "", "10.1.2.3"));
});

test("the last four bytes in the form of version 4 do not make an address one of it", () => {
  for (const text of ["::192.0.2.1", "0::192.0.2.1", "::c000:201"]) {
    equal(toCidr(text), "::c000:201/128", text);
  }
  equal(toCidr("::0.0.0.0/0"), "::/0");
  ok(covers("::c000:201/128", "::192.0.2.1"));
  ok(!covers("192.0.2.1/32", "::192.0.2.1"));
});

test("texts that are no entry", () => {
  for (const text of [
    "",
    " ",
    "localhost",
    "192.0.2",
    "192.0.2.1.5",
    "256.0.0.1",
    " 192.0.2.1",
    "192.0.2.1 ",
    "192.0.2.1:80",
    // Other programs read these as octal, hexadecimal or whole numbers.
    "010.0.0.1",
    "192.0.02.1",
    "0x7f.0.0.1",
    "3221225985",
    "1",
    "0x7f000001",
    "127.1",
    "::ffff:010.0.0.1",
    "::ffff:0x7f.0.0.1",
    "::ffff:1.2.3.04/128",
    "192.0.2.0/",
    "192.0.2.0/33",
    "192.0.2.0/-1",
    "192.0.2.0/1.5",
    "192.0.2.0/24/8",
    "192.0.2.0/ 8",
    "/8",
    "2001:db8::/129",
    "2001:db8:::1",
    "fe80::1%eth0",
    "[2001:db8::1]",
    "2001:db8::g",
    "12345::",
  ]) {
    equal(toCidr(text), undefined, text);
  }
});

test("no text makes it throw", () => {
  const near = fc.string({ unit: fc.constantFrom(..."0123456789abcfx.:/%") });
  fc.assert(fc.property(fc.oneof(near, fc.string()), (text) => void toCidr(text)));
});

test("what is written as an entry is read as the same entry", () => {
  fc.assert(
    fc.property(entry, (text) => {
      const cidr = toCidr(text) ?? "";
      equal(toCidr(cidr), cidr);
      equal(readEntry(entryName(cidr), fault), cidr);
    }),
  );
});

test("a single address is named without its prefix length", () => {
  equal(entryName("192.0.2.1/32"), "192.0.2.1");
  equal(entryName("192.0.2.0/24"), "192.0.2.0/24");
  equal(entryName("2001:db8::1/128"), "2001:db8::1");
  equal(entryName("2001:db8::/32"), "2001:db8::/32");
  equal(singleAddress("192.0.2.0/24"), undefined);
  equal(singleAddress("2001:db8::/32"), undefined);
});

test("an entry covers its own address, in either form", () => {
  fc.assert(
    fc.property(fc.oneof(v4, v6), (ip) => {
      ok(covers(toCidr(ip) ?? "", ip));
    }),
  );
  fc.assert(fc.property(v4, (ip) => ok(covers(toCidr(`::ffff:${ip}`) ?? "", `::ffff:${ip}`))));
});

test("covers agrees with the block list of Node", () => {
  const near = fc.tuple(v4, fc.nat(32), fc.nat(255)).map(([host, bits, last]) => {
    const ip = [...host.split(".").slice(0, 3), last].join(".");
    return { host, bits, ip, family: "ipv4" as const };
  });
  const far = fc
    .tuple(v4, fc.nat(8), v4)
    .map(([host, bits, ip]) => ({ host, bits, ip, family: "ipv4" as const }));
  const newer = fc
    .tuple(v6, fc.nat(128), v6)
    .map(([host, bits, ip]) => ({ host, bits, ip, family: "ipv6" as const }));
  const isMapped = (text: string) => (toCidr(text) ?? "").includes(".");
  fc.assert(
    fc.property(fc.oneof(near, far, newer), ({ host, bits, ip, family }) => {
      fc.pre(family === "ipv4" || !(isMapped(host) || isMapped(ip)));
      const list = new BlockList();
      list.addSubnet(host, bits, family);
      equal(covers(toCidr(`${host}/${bits}`) ?? "", ip), list.check(ip, family));
    }),
  );
});

test("an entry of one version covers no address of the other", () => {
  equal(covers("0.0.0.0/0", "2001:db8::1"), false);
  equal(covers("::/0", "192.0.2.1"), false);
});

test("entries are chosen from either member, or from both when they agree", () => {
  const chosen = chooseEntries(
    [
      { ipAddress: "192.0.2.1" },
      { cidrBlock: "2001:db8::/32", ipAddress: null },
      { cidrBlock: "192.0.2.2/32", ipAddress: "192.0.2.2" },
    ],
    fault,
  );
  deepEqual(chosen, ["192.0.2.1/32", "2001:db8::/32", "192.0.2.2/32"]);
});

test("entries that cannot be chosen", () => {
  const refusal = (code: string, ...sent: Parameters<typeof chooseEntries>[0]) =>
    throws(() => chooseEntries(sent, fault), { code });
  refusal("MISSING_ONE_OF_ATTRIBUTES");
  refusal("MISSING_ONE_OF_ATTRIBUTES", { ipAddress: "192.0.2.1" }, {});
  refusal("MISSING_ONE_OF_ATTRIBUTES", { ipAddress: null, cidrBlock: null });
  refusal("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { ipAddress: "192.0.2.1" }, { cidrBlock: "192.0.2.0/33" });
  refusal("BAD_ACCESS_LIST_ADD_REQUEST", { ipAddress: "192.0.2.1", cidrBlock: "192.0.2.0/24" });
  refusal("DUPLICATE_ADDRESSES_IN_INPUT", { ipAddress: "192.0.2.1" }, { cidrBlock: "192.0.2.1/32" });
  refusal("DUPLICATE_ADDRESSES_IN_INPUT", { ipAddress: "2001:DB8::1" }, { ipAddress: "2001:db8:0::1" });
});
